import Registry
import Spreadsheet

/// The faulty rows of a file, each with the reason, to be corrected and imported; of a list that was brought into the form, all rows.
struct ErrorFile {
    /// The file's own headers, in the order of the fields.
    let headers: [String]
    let rows: [(number: Int, cells: [String])]
    let errors: [CellError]

    enum Format {
        case xlsx, csv

        init?(path: String) {
            switch path.split(separator: ".").last?.lowercased() {
            case "xlsx": self = .xlsx
            case "csv": self = .csv
            default: return nil
            }
        }
    }

    func write(to path: String) throws {
        do {
            switch Format(path: path) {
            case .xlsx: try writeXLSX(to: path)
            default: try writeCSV(to: path)
            }
        } catch let error as WritingError {
            throw Refusal.unwritable(path, error)
        }
        speak(say("Đã ghi các dòng lỗi vào tệp \(path).", "The faulty rows are in \(path)."))
    }

    private func writeXLSX(to path: String) throws {
        var book = try XLSXWriter(path: path)
        let columns = header.map { XLSXColumn($0, width: 24, format: .text) }
        try book.addSheet(say("Dòng lỗi", "Errors"), columns: columns, [.autofilter, .landscape])
        for line in lines { try book.addRow(line.map(XLSXCell.text)) }
        try book.close()
    }

    private func writeCSV(to path: String) throws {
        let text = CSVWriter.byteOrderMark + CSVWriter.row(header) + lines.map(CSVWriter.row).joined()
        try OutputFile.write(text, to: path)
    }

    private var header: [String] {
        headers + SheetForm.columnsOfErrors.map { $0[.current] }
    }

    /// One line per row; errors that belong to no particular row come first.
    private var lines: [[String]] {
        let byRow = Dictionary(grouping: errors) { $0.row ?? 0 }
        let cells = Dictionary(rows.map { ($0.number, $0.cells) }) { first, _ in first }
        return Set(byRow.keys).union(cells.keys).sorted().map { number in
            let errors = byRow[number] ?? []
            let blank = [String](repeating: "", count: headers.count)
            return (cells[number] ?? blank) + [number > 0 ? String(number) : ""]
                + [
                    errors.map { [$0.column, $0.message[.current]].compactMap(\.self).joined(separator: ": ") }.joined(
                        separator: " ")
                ]
                + [Self.distinct(errors.map { $0.fix[.current] }).joined(separator: " ")]
        }
    }

    private static func distinct(_ texts: [String]) -> [String] {
        texts.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}
