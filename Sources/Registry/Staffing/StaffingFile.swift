import Spreadsheet

/// A staffing table as a file holds it: rows of cells under headers that are yet to be understood.
public struct StaffingFile: Sendable {
    /// The file's name, without its folder.
    public let name: String
    /// The file's bytes.
    public let bytes: [UInt8]
    let header: CSVRow?
    let rows: [CSVRow]

    /// Reads a UTF-8 CSV file.
    ///
    /// - Parameters:
    ///   - name: The file's name, without its folder.
    ///   - bytes: The whole file.
    /// - Throws: ``CellError`` where the file is no CSV.
    public init(name: String, bytes: [UInt8]) throws(CellError) {
        self.name = name
        self.bytes = bytes
        var reader = CSVReader(bytes)
        var rows: [CSVRow] = []
        do {
            header = try reader.next()
            while let row = try reader.next() { rows.append(row) }
        } catch {
            throw CellError(error)
        }
        self.rows = rows
    }
}

extension CellError {
    init(_ error: CSVError) {
        let code: Code =
            switch error {
            case .notUTF8: .notUTF8
            case .nul: .nul
            case .unclosedQuote: .unclosedQuote
            case .textAfterQuote: .textAfterQuote
            }
        self.init(code, row: error.place.row, column: nil, index: error.place.column)
    }
}
