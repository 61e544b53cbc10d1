/// Texts that a spreadsheet would treat as a formula.
///
/// CSV has no types: `=cmd|…` in a name runs on any machine where the file is opened (OWASP, "CSV injection"). A string cell of
/// an XLSX is never evaluated; but if that XLSX is saved as CSV and opened again, the text has lost its type. So both writers
/// use this check.
enum FormulaText {
    /// The text with an apostrophe before it, by which spreadsheets mark text; unchanged if it is harmless.
    static func disarmed(_ text: String) -> String {
        isFormula(text) ? "'" + text : text
    }

    /// Leading blanks are skipped, as spreadsheets skip them; a tab, CR or LF at the start is enough.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if lineControls.contains(first) { return true }
        let start = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != byteOrderMark }
        guard let start, signs.contains(start) else { return false }
        return !isNumber(text)
    }

    /// `-5`, `+3.2` and `-1,5` are numbers, and harmless. The check is deliberately simple: `Double("-nan")` is a number, too.
    private static func isNumber(_ text: String) -> Bool {
        guard text.hasPrefix("-") || text.hasPrefix("+") else { return false }
        let digits = text.utf8.dropFirst()
        let marks = digits.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.count
        return marks <= 1 && digits.count > marks
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || ".,".utf8.contains($0) }
    }

    private static let lineControls: Set<Unicode.Scalar> = ["\t", "\r", "\n"]
    private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
    /// The full-width signs, too: Excel with an East Asian keyboard treats them alike.
    private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
