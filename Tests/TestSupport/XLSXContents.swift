import CLibZip
import Spreadsheet
import Testing

/// The parts of an XLSX file, read by a library other than the one that wrote them.
public struct XLSXContents {
    /// XML by part name: `xl/workbook.xml`.
    public let parts: [String: String]

    /// Reads a file.
    public init(path: String) throws {
        var code: Int32 = 0
        let archive = try #require(zip_open(path, ZIP_RDONLY, &code), "\(code)")
        defer { zip_discard(archive) }
        var parts: [String: String] = [:]
        for index in 0..<UInt64(zip_get_num_entries(archive, 0)) {
            var status = zip_stat_t()
            try #require(zip_stat_index(archive, index, 0, &status) == 0)
            var bytes = [UInt8](repeating: 0, count: Int(status.size))
            let file = try #require(zip_fopen_index(archive, index, 0))
            defer { zip_fclose(file) }
            try #require(zip_fread(file, &bytes, status.size) == Int64(status.size))
            parts[String(cString: try #require(status.name))] = String(decoding: bytes, as: UTF8.self)
        }
        self.parts = parts
    }

    /// The sheets' names, in their order.
    public var sheetNames: [String] {
        (parts["xl/workbook.xml"] ?? "").matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
    }

    /// A sheet's XML; sheets are numbered from 1.
    public func sheet(_ number: Int) -> String { parts["xl/worksheets/sheet\(number).xml"] ?? "" }

    /// A sheet's cells, row by row; missing cells are empty strings. Text is as it appears in the XML.
    public func rows(of number: Int) -> [[String]] {
        let texts = sharedStrings.matches(of: /<t(?: [^>]*)?>([^<]*)<\/t>/).map { String($0.1) }
        return sheet(number).matches(of: /<row r="(\d+)".*?<\/row>/).map { row in
            let cells = row.0.matches(of: /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v>/)
            var values: [String] = []
            for cell in cells {
                while CellReference.a1(row: 1, column: values.count) != cell.1 + "1" { values.append("") }
                values.append(cell.2.contains("t=\"s\"") ? Int(cell.3).map { texts[$0] } ?? "" : String(cell.3))
            }
            return values
        }
    }

    /// The XML of the shared strings.
    public var sharedStrings: String { parts["xl/sharedStrings.xml"] ?? "" }

    /// Whether a cell anywhere holds a formula.
    public var hasFormula: Bool {
        parts.contains { $0.key.hasPrefix("xl/worksheets/") && ($0.value.contains("<f>") || $0.value.contains("<f ")) }
    }
}
