/// Writes comma-separated values (RFC 4180), a row at a time, with CRLF.
public enum CSVWriter {
    /// The beginning of a file for Excel: without it, Excel reads UTF-8 as the machine's legacy code page.
    public static let byteOrderMark = "\u{FEFF}"

    /// One row, quoted where it must be.
    ///
    /// A text that a spreadsheet would treat as a formula gets an apostrophe before it (OWASP, "CSV injection").
    public static func row(_ cells: [String]) -> String {
        cells.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let safe = FormulaText.disarmed(text)
        guard safe.utf8.contains(where: special.contains) else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }

    /// Semicolon and tab, too: spreadsheets that split at them as well would begin a new cell there.
    private static let special = Array(",;\t\"\r\n".utf8)
}
