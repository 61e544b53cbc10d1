import Registry
import Spreadsheet
import TestSupport

/// A staffing table as made by hand in Excel: the caller supplies the cells, everything else is generated here.
struct StaffingBook {
    /// A cell of a row, without its reference.
    enum Cell {
        case inline(String)
        case shared(Int)
        case number(String)
        case date(String)
        case formula(String, String?)
        case textFormula(String)
        case failed(String)
        case empty

        fileprivate func xml(_ name: String) -> String {
            switch self {
            case .inline(let text):
                "<c r=\"\(name)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(Self.escaped(text))</t></is></c>"
            case .shared(let index): "<c r=\"\(name)\" t=\"s\"><v>\(index)</v></c>"
            case .number(let text): "<c r=\"\(name)\"><v>\(text)</v></c>"
            case .date(let text): "<c r=\"\(name)\" s=\"1\"><v>\(text)</v></c>"
            case .formula(let formula, let value):
                "<c r=\"\(name)\"><f>\(formula)</f>\(value.map { "<v>\($0)</v>" } ?? "")</c>"
            case .textFormula(let value): "<c r=\"\(name)\" t=\"str\"><f>A1</f><v>\(Self.escaped(value))</v></c>"
            case .failed(let value): "<c r=\"\(name)\" t=\"e\"><f>A1</f><v>\(value)</v></c>"
            case .empty: ""
            }
        }

        private static func escaped(_ text: String) -> String {
            text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        }
    }

    var rows: [[Cell]] = []
    var shared = ""
    var merged: [String] = []
    /// Further sheets, with their state.
    var others: [(name: String, state: String, rows: [[Cell]])] = []

    static let header = [
        "Mã tỉnh", "Tỉnh, thành phố", "Mã đơn vị", "Đơn vị", "Loại đơn vị", "Biên chế\ncó mặt",
    ].map(Cell.inline)

    /// A row, with the headcount as a cell.
    static func row(
        _ code: String, _ province: String, _ unit: String, _ kind: String, _ count: Cell, unitCode: String = ""
    ) -> [Cell] {
        [code, province, unitCode, unit, kind].map { $0.isEmpty ? .empty : .inline($0) } + [count]
    }

    func bytes() throws -> [UInt8] {
        let merges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
        var archive = XLSXArchive(
            rows: Self.xml(rows), shared: shared,
            styles: "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
            after: merged.isEmpty ? "" : "<mergeCells>\(merges)</mergeCells>")
        let sheets = others.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 2)\" state=\"\(sheet.state)\" r:id=\"other\(index)\"/>"
        }
        archive["xl/workbook.xml"] = archive["xl/workbook.xml"].replacing("<sheets>", with: "<sheets>" + sheets.joined())
        for (index, sheet) in others.enumerated() {
            let relationship = XLSXArchive.relationships([
                (
                    "other\(index)", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet",
                    "worksheets/other\(index).xml"
                )
            ]).replacing("<Relationships>", with: "").replacing("</Relationships>", with: "")
            archive["xl/_rels/workbook.xml.rels"] = archive["xl/_rels/workbook.xml.rels"].replacing(
                "</Relationships>", with: relationship + "</Relationships>")
            archive["xl/worksheets/other\(index).xml"] =
                "<worksheet xmlns=\"\(XLSXArchive.transitional)\"><sheetData>\(Self.xml(sheet.rows))</sheetData></worksheet>"
        }
        return try archive.bytes()
    }

    private static func xml(_ rows: [[Cell]]) -> String {
        rows.enumerated().map { index, cells in
            let inner = cells.enumerated().map { $1.xml(CellReference.a1(row: index + 1, column: $0)) }.joined()
            return "<row r=\"\(index + 1)\">\(inner)</row>"
        }.joined()
    }
}
