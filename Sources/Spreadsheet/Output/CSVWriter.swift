/// Writes comma-separated values (RFC 4180), a row at a time, with CRLF.
public enum CSVWriter {
    /// One row, quoted where it must be.
    ///
    /// A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV injection").
    public static func row(_ cells: [String]) -> String {
        cells.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ text: String) -> String {
        let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
        let safe = isFormula && Double(text) == nil ? "'" + text : text
        guard safe.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else { return safe }
        var quoted = "\""
        for scalar in safe.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append("\"") }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
