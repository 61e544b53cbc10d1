import Spreadsheet
import TestSupport
import Testing

@Suite(.limited) struct XLSXSheetTests {
    private func archive(_ sheets: [(name: String, state: String, kind: String)]) -> XLSXArchive {
        var archive = XLSXArchive(rows: "")
        let items = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index)\" state=\"\(sheet.state)\" r:id=\"rId\(index)\"/>"
        }
        archive["xl/workbook.xml"] = "<workbook><sheets>\(items.joined())</sheets></workbook>"
        archive["xl/_rels/workbook.xml.rels"] = XLSXArchive.relationships(
            sheets.enumerated().map { ("rId\($0)", "x/\($1.kind)", "../xl/worksheets/sheet\($0).xml") })
        for index in sheets.indices {
            archive["xl/worksheets/sheet\(index).xml"] =
                "<worksheet><sheetData><row><c><v>\(index)</v></c></row></sheetData></worksheet>"
        }
        return archive
    }

    private var workbook: XLSXArchive {
        archive([
            ("Ẩn", "hidden", "worksheet"), ("Biểu đồ", "visible", "chartsheet"), ("Danh sách", "visible", "worksheet"),
            ("DANH SÁCH", "veryHidden", "worksheet"), ("Khác", "visible", "worksheet"),
        ])
    }

    @Test func `The first visible sheet is read, and the others are listed`() throws {
        let sheet = try workbook.open()
        #expect(sheet.name == "Danh sách")
        #expect(try sheet.rows().map(\.cells) == [["2"]])
        #expect(sheet.others.map(\.name) == ["Ẩn", "DANH SÁCH", "Khác"])
        #expect(sheet.others.map(\.isHidden) == [true, true, false])
    }

    @Test(arguments: [("Danh sách", "2"), ("DANH SÁCH", "3"), ("danh SÁCH", "2"), ("khác", "4"), ("Ẩn", "0")])
    func `A sheet is found by its exact name, or else regardless of case`(name: String, cell: String) throws {
        #expect(try workbook.open(sheet: name).rows().map(\.cells) == [[cell]])
    }

    @Test func `If there is no such sheet, the existing ones are listed`() throws {
        let error = #expect(throws: ReadingError.self) { try workbook.open(sheet: "Biểu đồ") }
        #expect(error?.code == .noSuchSheet)
        #expect(error?.detail == "Ẩn, Danh sách, DANH SÁCH, Khác")
    }

    @Test func `If no sheet is visible, none is chosen`() throws {
        #expect(throws: ReadingError.self) { try archive([("Ẩn", "hidden", "worksheet")]).open() }
        let error = #expect(throws: ReadingError.self) { try archive([("Biểu đồ", "visible", "chartsheet")]).open(sheet: "x") }
        #expect(error?.code == .noSheet)
    }

    private func fixture(_ name: String) throws -> XLSXSheet {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        return try XLSXSheet.open(ByteFile(path: "/\(folder)/Fixtures/\(name).xlsx"), ReadingOptions())
    }

    @Test(arguments: ["openpyxl", "xlsxwriter", "libreoffice"])
    func `The same list is read the same, whatever program wrote it`(program: String) throws {
        let sheet = try fixture(program)
        #expect(sheet.name == "Danh sách")
        #expect(sheet.others == sheet.others.filter { $0.name == "Bìa" && $0.isHidden } && sheet.others.count == 1)
        var rows: [[String]] = []
        let merged = try sheet.forEachRow { row in
            rows.append(row.cells)
            return true
        }
        let lists = [
            ["1", "Nguyễn Thị Ánh", "001", "2026-11-23", "2.34", "TRUE"],
            ["2", "Lê & Trần <Bình>\nhai dòng", "002", "1999-12-31T23:59:59", "12.5", "FALSE"],
            ["3", "  Đặng  ", "003", "1900-03-01", "100000000000000000000", "TRUE"],
        ]
        #expect(rows.first == ["STT", "Họ và tên", "Mã số", "Ngày", "Hệ số", "Là đảng viên", "Tổng", "Lỗi"])
        #expect(rows.dropFirst().prefix(3).map { Array($0.prefix(6)) } == lists)
        let formulas = program == "openpyxl" ? ["", ""] : ["3.34", "#DIV/0!"]
        #expect(Array(rows[1].dropFirst(6)) == formulas)
        #expect(rows.last == (program == "xlsxwriter" ? ["gộp", "", "", "một hai ba"] : ["gộp"]))
        #expect(merged.map(\.rows) == [6...7])
        #expect(merged.map(\.columns) == [0...2])
    }
}
