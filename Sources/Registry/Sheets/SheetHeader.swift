import Postgres
import Spreadsheet

/// Where the table in a file begins, and which field each of its columns holds.
public struct SheetHeader: Sendable {
    /// The sheet in which it was found.
    public let sheet: SheetFile
    /// The header's first row, from 1; 0 if the file is empty.
    public let row: Int
    /// The headers, as they appear in the file, each on one line; those of several rows are joined.
    let names: [String]
    /// The cells of the header's rows.
    let rows: [[String]]
    /// The column of each field, from 0.
    let positions: [String: Int]
    /// Headers that are not recognized; their columns are ignored.
    public let unknown: [String]
    /// Rows above the header, and a row of column numbers below it. They are reported, not imported.
    public let skipped: [SkippedRow]
    /// What is wrong with the header.
    public let errors: [CellError]
    /// Headers of columns that are read although a spreadsheet program does not show them.
    public private(set) var hidden: [String] = []

    /// A row that is not data.
    public struct SkippedRow: Sendable {
        /// From 1.
        public let number: Int
        /// Its cells, on one line.
        public let text: String
        /// Those that are not empty.
        let cells: [String]
    }

    /// The headers, and the fields that they were recognized as.
    public var mapping: [(header: String, field: String)] {
        positions.sorted { $0.value < $1.value }.map { (names[$0.value], $0.key) }
    }

    /// The header, with the columns noted that `row` says are hidden.
    func noting(hiddenIn row: SheetRow) -> SheetHeader {
        var header = self
        header.hidden = positions.values.sorted().filter(row.isColumnHidden).map { names[$0] }
        return header
    }

    /// The last row before the data.
    var lastRow: Int { max(row + rows.count - 1, skipped.last?.number ?? 0) }

    /// Headers are often broken into lines to make them narrow.
    static func inOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension SheetHeader {
    /// The header and the position of a field's column.
    func place(of field: String) -> (column: String, index: Int?) {
        let combined = SheetForm.combinedOfNominees.first { $0.value.contains(field) && positions[$0.key] != nil }?.key
        guard let position = positions[field] ?? combined.flatMap({ positions[$0] }) else { return (field, nil) }
        return (names[position], position)
    }

    /// Whether the rows had to be brought into the form: they are a list made otherwise.
    func isReshaped(to form: SheetForm) -> Bool {
        errors.contains(where: form.mayLack) || positions.keys.contains { form.combined[$0] != nil }
    }

    /// The headers under which faulty rows are written: the file's own, or the form's if the rows were brought into it.
    public func titles(of form: SheetForm) -> [Phrase] {
        form.fields.map { field in
            isReshaped(to: form)
                ? SheetForm.title(of: field) : positions[field].map { Phrase(names[$0], names[$0]) } ?? Phrase(field, field)
        }
    }

    /// What the database found wrong with a cell.
    func error(_ code: String, row: Int, field: String, value: String?, expected: String?) throws -> CellError {
        guard let code = CellError.Code(rawValue: code) else {
            throw Refusal(.internalError, Phrase("Mã lỗi không xác định: \(code)", "Unknown code: \(code)"))
        }
        let place = place(of: field)
        return CellError(code, row: row, column: place.column, index: place.index, value: value, expected: expected)
    }

    /// What the reader found wrong with a row, in the columns that are read.
    func errors(in row: SheetRow, isText: Bool) -> [CellError] {
        var found = row.faults.filter { fault in positions.values.contains(fault.column) }.map { fault in
            CellError(
                CellError.Code(fault.code), row: row.number, column: fault.column < names.count ? names[fault.column] : nil,
                index: fault.column, value: row[fault.column].isEmpty ? nil : row[fault.column])
        }
        // In text, an extra cell means a separator within a cell, and all cells after it are shifted.
        if isText, let extra = (names.count..<max(names.count, row.count)).first(where: { !row.range(of: $0).isEmpty }) {
            found.append(CellError(.tooManyCells, row: row.number, index: extra, value: row[extra]))
        }
        return found
    }
}

extension SheetHeader.SkippedRow {
    init(_ row: SheetRow) {
        let cells = row.cells.map(SheetHeader.inOneLine).filter { !$0.isEmpty }
        self.init(number: row.number, text: cells.joined(separator: " "), cells: cells)
    }
}

extension SourceFile {
    /// Calls `body` with each row of a sheet until it returns false; a reader's error is thrown as a ``CellError``.
    ///
    /// - Returns: Merged cells, if all rows were read.
    @discardableResult
    func readRows(of sheet: SheetFile, _ body: (SheetRow) throws -> Bool) throws -> [MergedRange] {
        do {
            return try sheet.forEachRow(body)
        } catch let error as ReadingError {
            throw CellError(error)
        }
    }
}
