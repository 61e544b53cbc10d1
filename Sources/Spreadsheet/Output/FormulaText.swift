/// Texts that a spreadsheet would take for a formula.
///
/// CSV has no types: `=cmd|…` in a name runs on the machine of whoever opens the file (OWASP, "CSV injection"). A string cell
/// of an XLSX is never evaluated; but whoever saves that XLSX as CSV and opens it again has the same text without its type. So
/// both writers ask here.
enum FormulaText {
    /// The text with an apostrophe before it, which spreadsheets take for "this is text"; as it is where it is harmless.
    static func disarmed(_ text: String) -> String {
        isFormula(text) ? "'" + text : text
    }

    /// Blanks are passed over, as spreadsheets pass over them; of tab, CR and LF one in front is enough.
    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first else { return false }
        if lineControls.contains(first) { return true }
        let start = text.unicodeScalars.first { !$0.properties.isWhitespace && $0 != byteOrderMark }
        guard let start, signs.contains(start) else { return false }
        return !isNumber(text)
    }

    /// `-5`, `+3.2` and `-1,5` are numbers, and do no more harm than that. Nothing cleverer: `Double("-nan")` is one, too.
    private static func isNumber(_ text: String) -> Bool {
        guard text.hasPrefix("-") || text.hasPrefix("+") else { return false }
        let digits = text.utf8.dropFirst()
        let marks = digits.filter { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }.count
        return marks <= 1 && digits.count > marks
            && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || ".,".utf8.contains($0) }
    }

    private static let lineControls: Set<Unicode.Scalar> = ["\t", "\r", "\n"]
    private static let byteOrderMark: Unicode.Scalar = "\u{FEFF}"
    /// The full-width signs, too: Excel with an East Asian keyboard takes them for the same.
    private static let signs: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
}
