import Postgres
import Spreadsheet

/// The cells of a file of nominations, as they are in the file; the database interprets them.
struct NominationCells {
    /// What the reader found wrong.
    private(set) var errors = CellErrors()
    /// Merged cells, which explain why cells are empty.
    private(set) var merged: [MergedRange] = []
    /// Rows that a spreadsheet program does not show, but which were read.
    private(set) var hidden = HiddenRows()
    private let header: SheetHeader
    private let unit: String?
    private var rows: [Row] = []

    private struct Row {
        let number: Int
        /// In the order of the form's fields; empty if the file has no such column.
        var cells: [String]
        /// Those of the columns that hold several fields.
        let combined: [String]
        /// The whole row, on one line, and its first cell.
        let text: String
        var first: String
    }

    private static let fields = SheetForm.nomination(unitIsGiven: false).fields
    private static let combined = ["nominee", "position_and_workplace"]
    /// A longer cell is neither a name nor a code: only as much of it is kept as an error has to show.
    private static let longestCell = 1_000

    /// Reads all rows.
    ///
    /// - Parameter unit: The unit that proposes if a row names none.
    /// - Throws: ``CellError`` if the file cannot be read to its end, or has too many rows.
    init(_ file: SourceFile, _ header: SheetHeader, unit: String?) throws {
        self.header = header
        self.unit = unit
        let isText = file.format == "csv"
        let table = SheetTable(file, header, .nomination(unitIsGiven: unit != nil))
        merged = try table.readFewRows { row in
            guard rows.count < NominationImport.mostRows else {
                throw CellError(.tooManyRows, expected: "\(NominationImport.mostRows)")
            }
            errors.add(header.errors(in: row, isText: isText))
            func cells(_ fields: [String]) -> [String] {
                fields.map { field in header.positions[field].map { Self.cut(row[$0]) } ?? "" }
            }
            let filled = row.cells.filter { !$0.isEmpty }
            rows.append(
                Row(
                    number: row.number, cells: cells(Self.fields), combined: cells(Self.combined),
                    text: Self.cut(filled.joined(separator: " ")), first: Self.cut(filled.first ?? "")))
            hidden.add(row)
        }
    }

    private static func cut(_ cell: String) -> String { String(cell.prefix(longestCell)) }
}

extension NominationCells {
    /// Brings the rows into the form: headings and titles state what rows lack, and a column that holds several fields is taken apart.
    mutating func reshape(_ transaction: inout Transaction) throws {
        let titles = header.skipped.flatMap(\.cells)
        func column(_ index: Int) -> [String] { rows.map { $0.cells[index] } }
        let reshaped = try transaction.query(
            """
            SELECT * FROM nomination_sheet_reshape(
                \(rows.map(\.number))::integer[], \(rows.map(\.first)), \(column(0)), \(column(1)), \(column(2)), \(column(3)),
                \(column(4)), \(column(5)), \(column(6)), \(rows.map { $0.combined[0] }), \(rows.map { $0.combined[1] }), \(titles),
                \(unit))
            """
        ) { row in
            [
                try row["first"] as String?, try row["unit"] as String?, try row["award"] as String?,
                try row["collective"] as String?,
                try row["individual"] as String?, try row["staff_no"] as String?, try row["position"] as String?,
                try row["workplace"] as String?,
            ]
        }
        for (index, cells) in reshaped.enumerated() {
            rows[index].first = cells[0] ?? ""
            rows[index].cells = cells.dropFirst().map { $0 ?? "" }
        }
    }

    /// What is wrong with the list as a whole: its title names another house than a row does.
    func titleFault(_ transaction: inout Transaction) throws -> CellError? {
        let (titles, units) = (header.skipped.flatMap(\.cells), rows.map { $0.cells[0] })
        return try transaction.first("SELECT title, name FROM nomination_sheet_title_error(\(titles), \(units))") { fault in
            let title = try fault["title"] as String
            let row = header.skipped.first { line in line.cells.contains(title) }?.number
            return CellError(.titleOfAnotherHouse, row: row, value: title, expected: try fault["name"] as String)
        }
    }

    /// The rows, as the database interprets them.
    func lines(_ transaction: inout Transaction) throws -> [NominationLine] {
        try transaction.query("SELECT * FROM nomination_sheet_read(\(arguments))", NominationLine.init)
    }

    /// What the database finds wrong with the cells.
    func faults(_ transaction: inout Transaction) throws -> [CellError] {
        try transaction.query("SELECT * FROM nomination_sheet_error(\(arguments)) ORDER BY row_number, field, error") { row in
            try header.error(
                try row["error"] as String, row: try row["row_number"] as Int, field: try row["field"] as String,
                value: try row["value"] as String?,
                expected: try row["expected"] as String?)
        }
    }

    private var arguments: SQL {
        func column(_ index: Int) -> [String] { rows.map { $0.cells[index] } }
        return """
            \(rows.map(\.number))::integer[], \(rows.map(\.first)), \(column(0)), \(column(1)), \(column(2)), \(column(3)),
            \(column(4)), \(column(5)), \(column(6)), \(unit)
            """
    }

    /// A row, on one line; nil if it is not in this file.
    func text(of number: Int) -> String? { row(number)?.text }

    /// The columns that the file lacks, of those whose cells are wrong.
    func missingColumns(_ faults: [CellError]) -> [CellError] {
        header.errors.filter { missing in faults.contains { $0.column == missing.value } }
    }

    /// The rows to be written out with the errors: those with errors; all nominees of a list that was brought into the form.
    ///
    /// A staff number that is to be confirmed stands in the error's words only: in the cell, it would be imported unasked.
    func failedRows(_ errors: [CellError], of lines: [NominationLine]) -> [FailedRow] {
        let numbers = Set(errors.compactMap(\.row)).union(
            header.isReshaped(to: .nomination(unitIsGiven: unit != nil)) ? lines.map(\.number) : [])
        return rows.filter { numbers.contains($0.number) }.map { FailedRow(number: $0.number, cells: $0.cells) }
    }

    /// A refusal, at the cell that it is about.
    func error(_ refusal: Refusal, _ line: NominationLine) -> CellError {
        guard let field = line.field(of: refusal), let index = Self.fields.firstIndex(of: field) else {
            return CellError(.refused, row: line.number, refusal: refusal)
        }
        let (place, value) = (header.place(of: field), row(line.number)?.cells[index] ?? "")
        return CellError(
            .refused, row: line.number, column: place.column, index: place.index, value: value.isEmpty ? nil : value,
            refusal: refusal)
    }

    /// Finds a row by binary search: they are in the order of their numbers, with gaps where the file has blank ones.
    private func row(_ number: Int) -> Row? {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low < rows.count && rows[low].number == number ? rows[low] : nil
    }
}
