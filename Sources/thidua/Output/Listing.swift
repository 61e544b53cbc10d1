import Registry
import Report
import Spreadsheet

/// How rows of one kind are printed: their columns, defined once for all formats.
struct Listing<Row> {
    struct Column {
        /// The key in JSON and the header in CSV; never changes with the language.
        let key: String
        /// The header for people; nil leaves the column out of tables.
        let header: Phrase?
        let cell: (Row) -> ListingCell

        init(_ key: String, _ vi: String, _ en: String, _ cell: @escaping (Row) -> ListingCell) {
            self.key = key
            header = Phrase(vi, en)
            self.cell = cell
        }

        /// A column for programs only.
        init(_ key: String, _ cell: @escaping (Row) -> ListingCell) {
            self.key = key
            header = nil
            self.cell = cell
        }
    }

    let columns: [Column]

    init(_ columns: [Column]) {
        self.columns = columns
    }
}

extension Listing {
    /// Prints rows on standard output.
    func show(_ rows: [Row], as format: OutputFormat, _ words: Words?) {
        switch format {
        case .json: emit(JSON.array(rows.map(json)).text)
        case .csv: emit(csv(rows))
        case .table: emit(table(rows, words))
        case .xlsx: Stream.output.write(workbook(rows, words))
        }
    }

    /// Prints the one row that there is: one object, not an array of one.
    func showAlone(_ row: Row, as format: OutputFormat) {
        if format == .json { emit(json(row).text) } else { show([row], as: format == .table ? .csv : format, nil) }
    }

    /// Prints the one row that there is, of which no cell needs the database's words.
    func tell(_ row: Row, as format: OutputFormat) {
        if format == .json { showAlone(row, as: format) } else { show([row], as: format, nil) }
    }

    /// A table for people, as text.
    func rendered(_ rows: [Row], as format: OutputFormat, _ words: Words?) -> String {
        format == .csv ? csv(rows) : table(rows, words)
    }

    func json(_ row: Row) -> JSON {
        .object(Dictionary(uniqueKeysWithValues: columns.map { ($0.key, $0.cell(row).json) }))
    }

    /// One row for people, with a line for each column.
    func text(of row: Row, _ words: Words?) -> String {
        columns.map { "\($0.header?[.current] ?? $0.key): \($0.cell(row).shown(words).visible)" }.joined(separator: "\n")
    }

    private func csv(_ rows: [Row]) -> String {
        let header = (OutputFormat.isForExcel ? CSVWriter.byteOrderMark : "") + CSVWriter.row(columns.map(\.key))
        return header + rows.map { row in CSVWriter.row(columns.map { $0.cell(row).csv }) }.joined()
    }

    private func table(_ rows: [Row], _ words: Words?) -> String {
        let shown = columns.filter { $0.header != nil }
        let header = shown.map { $0.header?[.current] ?? "" }
        let numeric = shown.map { column in rows.contains { column.cell($0).isNumber } }
        let cells = rows.map { row in shown.map { $0.cell(row).shown(words).visibleInLine } }
        let table = PlainTable(header: header, rows: cells, numeric: numeric)
        var lines = table.lines
        lines[0] = Stream.output.styled(.bold, lines[0])
        return lines.joined(separator: "\n") + "\n"
    }
}
