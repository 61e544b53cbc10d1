import Registry
import Spreadsheet

/// How a file was interpreted, so that users do not have to guess.
struct FileSummary {
    private let file: SourceFile
    private let header: SheetHeader?
    private let aside: [AsideRow]
    private let hidden: HiddenRows
    /// The sheet that was read, or would have been.
    private let sheet: SheetFile

    init(_ file: SourceFile, _ result: some SheetImport) {
        self.file = file
        header = result.header
        aside = result.aside
        hidden = result.hidden
        sheet = result.header?.sheet ?? file.sheet
    }

    func speak() {
        for line in lines { thidua.speak(line) }
    }

    private var lines: [String] {
        var lines = [say("Tệp \(file.name): \(kind).", "File \(file.name): \(kind).")]
        if !sheet.otherSheets.isEmpty {
            let names = sheet.otherSheets.map(\.name).joined(separator: ", ")
            lines.append(say("Trang tính không đọc: \(names).", "Other sheets, not read: \(names)."))
        }
        if file.sheet.encoding?.losesCapitals == true {
            lines.append(
                say(
                    "Bảng mã TCVN3 không phân biệt chữ hoa có dấu: cần kiểm tra chữ hoa trong tên.",
                    "TCVN3 does not distinguish accented capitals: check the capitals in names."))
        }
        guard let header else { return lines }
        for row in header.skipped {
            lines.append(say("Dòng \(row.number), không phải số liệu: \(row.text)", "Row \(row.number), not data: \(row.text)"))
        }
        if !header.mapping.isEmpty {
            let mapping = header.mapping.map { column -> String in
                let title = SheetForm.title(of: column.field)[.current]
                return column.header == title ? title : "\(column.header) = \(title)"
            }.joined(separator: "; ")
            lines.append(say("Tiêu đề ở dòng \(header.row): \(mapping).", "Header in row \(header.row): \(mapping)."))
        }
        if !header.unknown.isEmpty {
            let names = header.unknown.joined(separator: ", ")
            lines.append(say("Cột không dùng: \(names).", "Columns not used: \(names)."))
        }
        if !header.hidden.isEmpty {
            let names = header.hidden.joined(separator: ", ")
            lines.append(say("Cột ẩn, vẫn được nhập: \(names).", "Hidden columns, imported nevertheless: \(names)."))
        }
        if hidden.count > 0 {
            let numbers =
                hidden.numbers.map { "\($0)" }.joined(separator: ", ") + (hidden.count > hidden.numbers.count ? ", …" : "")
            lines.append(say("Dòng ẩn, vẫn được nhập: \(numbers).", "Hidden rows, imported nevertheless: \(numbers)."))
        }
        for row in aside {
            lines.append(say("Dòng \(row.number), không nhập: \(row.text)", "Row \(row.number), not imported: \(row.text)"))
            guard let total = row.total, let sum = row.sum else { continue }
            lines.append(
                say(
                    "  Cần kiểm tra: dòng này ghi \(total), tổng các dòng trên là \(sum).",
                    "  Check this: the row says \(total), but the rows above it add up to \(sum)."))
        }
        return lines
    }

    private var kind: String {
        let format = file.format.uppercased()
        return switch (sheet.sheet, sheet.encoding) {
        case (let sheet?, _): say("\(format), trang tính “\(sheet)”", "\(format), sheet “\(sheet)”")
        case (_, let encoding?): "CSV, \(encoding.rawValue), \(say("phân cách", "separated by")) \(separatorName)"
        default: format
        }
    }

    private var separatorName: String {
        file.separator == "\t" ? "TAB" : "“\(file.separator ?? "")”"
    }

    var json: JSON {
        .object([
            "name": .string(file.name),
            "sha256": .string(file.sha256.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()),
            "size": .number(file.size),
            "format": .string(file.format),
            "encoding": file.sheet.encoding.map { .string($0.rawValue) } ?? .null,
            "separator": file.separator.map(JSON.string) ?? .null,
            "sheet": sheet.sheet.map(JSON.string) ?? .null,
            "other_sheets": .array(sheet.otherSheets.map { .string($0.name) }),
            "header_row": header.map { .number($0.row) } ?? .null,
            "mapping": .object(Dictionary((header?.mapping ?? []).map { ($0.header, .string($0.field)) }) { first, _ in first }),
            "unknown_columns": .array((header?.unknown ?? []).map(JSON.string)),
            "skipped_rows": .array((header?.skipped ?? []).map { Self.json($0.number, $0.text) }),
            "not_imported": .array(aside.map(Self.json)),
            "hidden_columns": .array((header?.hidden ?? []).map(JSON.string)),
            "hidden_rows": .array(hidden.numbers.map(JSON.number)),
            "hidden_row_count": .number(hidden.count),
        ])
    }

    private static func json(_ row: AsideRow) -> JSON {
        .object([
            "row": .number(row.number),
            "text": .string(row.text),
            "total": row.total.map(JSON.number) ?? .null,
            "sum": (row.sum ?? row.total).map(JSON.number) ?? .null,
        ])
    }

    private static func json(_ row: Int, _ text: String) -> JSON {
        .object(["row": .number(row), "text": .string(text)])
    }
}

extension CellErrors {
    func show(as format: OutputFormat) {
        Listing.cellErrors.show(list, as: format, nil)
        let more = count - list.count
        if more > 0 { speak(say("… và \(more) lỗi nữa.", "… and \(more) more.")) }
    }
}

extension Listing<CellError> {
    static var cellErrors: Listing {
        Listing([
            Column("sheet") { .optional($0.sheet) },
            Column("row", "Dòng", "Row") { .optional($0.row) },
            Column("column", "Cột", "Column") { .optional($0.column) },
            Column("cell", "Ô", "Cell") { .optional($0.cell) },
            Column("value", "Giá trị", "Value") { .optional($0.value) },
            Column("code") { .text($0.name) },
            Column("message", "Lỗi", "Error") { .phrase($0.message) },
            Column("fix", "Cách sửa", "Fix") { .phrase($0.fix) },
        ])
    }
}
