import Postgres
import Spreadsheet

/// Where the table in a file begins, and which field each of its columns holds.
public struct SheetHeader: Sendable {
    /// The header's row, from 1; 0 if the file is empty.
    public let row: Int
    /// The headers, as they appear in the file, each on one line.
    let names: [String]
    /// The column of each field, from 0.
    let positions: [String: Int]
    /// Headers that are not recognized; their columns are ignored.
    public let unknown: [String]
    /// Rows above the header, and a row of column numbers below it. They are reported, not imported.
    public let skipped: [SkippedRow]
    /// What is wrong with the header.
    public let errors: [CellError]

    /// A row that is not data.
    public struct SkippedRow: Sendable {
        /// From 1.
        public let number: Int
        /// Its cells, on one line.
        public let text: String
    }

    /// The headers, and the fields that they were recognized as.
    public var mapping: [(header: String, field: String)] {
        positions.sorted { $0.value < $1.value }.map { (names[$0.value], $0.key) }
    }

    /// The last row before the data.
    var lastRow: Int { max(row, skipped.last?.number ?? 0) }
}

extension SheetHeader {
    /// The number of rows searched for a header: title pages are shorter.
    private static let rowsSearched = 30

    /// Finds the header of a file, among the titles above it: the first row with the most cells that name a field.
    ///
    /// - Throws: ``CellError`` if the file cannot be read.
    static func find(in file: SourceFile, for form: SheetForm, _ transaction: inout Transaction) throws -> SheetHeader {
        var rows: [SheetRow] = []
        try file.forEachRow { row in
            rows.append(row)
            return rows.count <= rowsSearched
        }
        var readings = try Reading.all(of: rows.prefix(rowsSearched).map(\.cells), for: form, &transaction)
        let most = readings.map(\.fieldCount).max() ?? 0
        guard let index = readings.firstIndex(where: { $0.fieldCount == most }) else {
            return SheetHeader(row: 0, names: [], positions: [:], unknown: [], skipped: [], errors: [CellError(.emptyFile)])
        }
        // A row with a single known word may be a title: if there is no better row, the first one is taken as the header.
        let chosen = most > 1 ? index : 0
        let numbering = rows.dropFirst(chosen + 1).prefix(1).filter { numbersColumns($0.cells) }
        if !form.missing(from: Set(readings[chosen].fields.values)).isEmpty {
            try readings[chosen].findNearest(rows[chosen].cells, for: form, &transaction)
        }
        return SheetHeader(
            rows[chosen], readings[chosen], form, skipped: (rows[..<chosen] + numbering).map(SkippedRow.init))
    }

    /// Whether a row is "(1) (2) (3) …", as official tables have it below the header.
    private static func numbersColumns(_ cells: [String]) -> Bool {
        let numbers = cells.filter { !$0.isEmpty }.map { Int($0.filter { !"() ".contains($0) }) }
        guard let first = numbers.first ?? nil, numbers.count > 2 else { return false }
        return numbers.enumerated().allSatisfy { $1 == first + $0 }
    }

    /// Headers are often broken into lines to make them narrow.
    fileprivate static func inOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private init(_ row: SheetRow, _ reading: Reading, _ form: SheetForm, skipped: [SkippedRow]) {
        let cells = row.cells.map(Self.inOneLine)
        var positions: [String: Int] = [:]
        var errors: [CellError] = []
        for (index, field) in reading.fields.sorted(by: { $0.key < $1.key }) {
            if positions[field] != nil {
                errors.append(CellError(.duplicateColumn, row: row.number, column: cells[index], index: index, value: field))
            } else {
                positions[field] = index
            }
        }
        for choice in form.missing(from: Set(positions.keys)) {
            let nearest = reading.nearest.filter { choice.contains($0.value) }.keys.min().map { cells[$0] }
            errors.append(
                CellError(.missingColumn, row: row.number, value: choice.joined(separator: " / "), expected: nearest))
        }
        self.row = row.number
        names = cells
        self.positions = positions
        unknown = cells.indices.filter { reading.fields[$0] == nil && !cells[$0].isEmpty }.map { cells[$0] }
        self.skipped = skipped
        self.errors = errors
    }
}

extension SheetHeader {
    /// The header and the position of a field's column.
    func place(of field: String) -> (column: String, index: Int?) {
        guard let position = positions[field] else { return (field, nil) }
        return (names[position], position)
    }

    /// What the database found wrong with a cell.
    func error(_ code: String, row: Int, field: String, value: String?, expected: String?) throws -> CellError {
        guard let code = CellError.Code(rawValue: code) else {
            throw Refusal(.internalError, Phrase("Mã lỗi không xác định: \(code)", "Unknown code: \(code)"))
        }
        let place = place(of: field)
        return CellError(code, row: row, column: place.column, index: place.index, value: value, expected: expected)
    }

    /// What the reader found wrong with a row.
    func errors(in row: SheetRow, isText: Bool) -> [CellError] {
        var found = row.faults.map { fault in
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
        self.init(number: row.number, text: row.cells.map(SheetHeader.inOneLine).filter { !$0.isEmpty }.joined(separator: " "))
    }
}

/// How the database reads the cells of one row as headers.
private struct Reading {
    /// The fields that they name, by column.
    var fields: [Int: String] = [:]
    /// The fields with the most similar names, once ``findNearest(_:for:_:)`` has queried them.
    var nearest: [Int: String] = [:]

    var fieldCount: Int { Set(fields.values).count }

    /// A header has no more columns than that.
    private static let columnsRead = 256

    /// Of each row, in one statement.
    static func all(of rows: [[String]], for form: SheetForm, _ transaction: inout Transaction) throws -> [Reading] {
        let cells = rows.enumerated().flatMap { row, cells in
            cells.prefix(columnsRead).enumerated().map { (row: row, position: $0, cell: $1) }
        }
        var readings = rows.map { _ in Reading() }
        let found = try transaction.query(
            """
            SELECT * FROM sheet_header_read(\(form.name), \(cells.map(\.row)), \(cells.map(\.position)), \(cells.map(\.cell)))
            """
        ) { (try $0["row"] as Int, try $0["position"] as Int, try $0["field"] as String) }
        for (row, position, field) in found { readings[row].fields[position] = field }
        return readings
    }

    mutating func findNearest(_ cells: [String], for form: SheetForm, _ transaction: inout Transaction) throws {
        let found = try transaction.query(
            "SELECT * FROM sheet_header_nearest(\(form.name), \(Array(cells.prefix(Self.columnsRead))))"
        ) {
            row in
            (try row["position"] as Int - 1, try row["field"] as String)
        }
        nearest = Dictionary(uniqueKeysWithValues: found)
    }
}

extension SourceFile {
    /// Calls `body` with each row until it returns false; a reader's error is thrown as a ``CellError``.
    func forEachRow(_ body: (SheetRow) throws -> Bool) throws {
        do {
            try sheet.forEachRow(body)
        } catch let error as ReadingError {
            throw CellError(error)
        }
    }
}
