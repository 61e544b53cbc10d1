import TestSupport
import Testing

@testable import Spreadsheet

/// OpenDocument: what LibreOffice writes, and what by hand could be in such a file.
@Suite(.limited) struct ODSSheetTests {
    private func archive(_ tables: String, styles: String = "") -> XLSXArchive {
        var archive = XLSXArchive(rows: "")
        archive.parts = []
        archive["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet"
        archive["META-INF/manifest.xml"] = "<manifest:manifest xmlns:manifest=\"x\"/>"
        archive["content.xml"] = """
            <office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:calcext="c">
            <office:automatic-styles>\(styles)</office:automatic-styles>
            <office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>
            """
        return archive
    }

    private func table(_ rows: String, _ attributes: String = "table:name=\"Một\"") -> String {
        "<table:table \(attributes)>\(rows)</table:table>"
    }

    private func read(_ archive: XLSXArchive) throws -> [ReadRow] {
        var rows: [ReadRow] = []
        try SheetFile.of(archive.bytes()).forEachRow { row in
            rows.append(ReadRow(number: row.number, cells: row.cells, faults: row.faults.map(\.code)))
            return true
        }
        return rows
    }

    @Test func `The list that LibreOffice wrote is read as from its workbook`() throws {
        let folder = #filePath.split(separator: "/").dropLast().joined(separator: "/")
        let file = try SheetFile.open(ByteFile(path: "/\(folder)/Fixtures/libreoffice.ods"))
        #expect(file.format == .ods && file.sheet == "Danh sách")
        #expect(file.otherSheets.map(\.name) == ["Bìa"] && file.otherSheets.allSatisfy(\.isHidden))
        let workbook = try SheetFile.open(ByteFile(path: "/\(folder)/Fixtures/libreoffice.xlsx"))
        let (rows, expected) = (try file.rows(), try workbook.rows())
        #expect(rows.map(\.cells) == expected.map(\.cells))
        #expect(rows.map(\.number) == expected.map(\.number))
        #expect(rows.map(\.faults) == expected.map(\.faults))
        #expect(try file.forEachRow { _ in true } == workbook.forEachRow { _ in true })
    }

    @Test(arguments: [
        ("office:value-type=\"float\" office:value=\"212\"><text:p>212,0</text:p>", "212"),
        ("office:value-type=\"float\" office:value=\"123\"><text:p>00123</text:p>", "00123"),
        ("office:value-type=\"float\" office:value=\"123\"><text:p>CC-00123</text:p>", "CC-00123"),
        ("office:value-type=\"float\" office:value=\"1200\"><text:p>1.200</text:p>", "1200"),
        ("office:value-type=\"percentage\" office:value=\"0.5\"><text:p>50%</text:p>", "0.5"),
        ("office:value-type=\"date\" office:date-value=\"2026-02-25\"><text:p>25/2/26</text:p>", "2026-02-25"),
        ("office:value-type=\"date\" office:date-value=\"2026-02-25T16:30:00.500\"><text:p/>", "2026-02-25T16:30:00"),
        ("office:value-type=\"date\" office:date-value=\"2026-02-25T00:00:00\"><text:p/>", "2026-02-25"),
        ("office:value-type=\"boolean\" office:boolean-value=\"true\"><text:p>ĐÚNG</text:p>", "TRUE"),
        (
            "office:value-type=\"string\"><text:p>a<text:s text:c=\"2\"/>b<text:tab/><text:span>c</text:span></text:p><text:p>d</text:p>",
            "a  b\tc\nd"
        ),
        ("office:value-type=\"string\"><office:annotation><text:p>nhận xét</text:p></office:annotation><text:p>a</text:p>", "a"),
        ("office:value-type=\"string\" office:string-value=\"04\"><text:p>4</text:p>", "04"),
    ])
    func `A cell's value is read`(cell: String, text: String) throws {
        let rows = try read(archive(table("<table:table-row><table:table-cell \(cell)</table:table-cell></table:table-row>")))
        #expect(rows == [ReadRow(number: 1, cells: [text])])
    }

    @Test func `What cannot be read of a cell is said`() throws {
        let cells = """
            <table:table-cell table:formula="of:=A1"/><table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#REF!</text:p></table:table-cell>
            """
        #expect(
            try read(archive(table("<table:table-row>\(cells)</table:table-row>")))
                == [ReadRow(number: 1, cells: ["", "#REF!"], faults: [.formulaWithoutValue, .formulaError])])
    }

    @Test func `Rows and cells that are alike are counted, and blank ones passed over`() throws {
        let one = "office:value-type=\"float\" office:value=\"1\"><text:p>1</text:p></table:table-cell>"
        let rows = """
            <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
            <table:table-header-rows><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell table:number-columns-repeated="2" \(one)<table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows>
            <table:table-row table:visibility="filter"><table:table-cell \(one)</table:table-row>
            <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
            """
        let found = try read(archive(table(rows)))
        #expect(found == [3, 4].map { ReadRow(number: $0, cells: ["", "", "1", "1"]) } + [ReadRow(number: 5, cells: ["1"])])
    }

    @Test(arguments: [
        ("<table:table-row table:number-rows-repeated=\"1048576\">", "", ReadingError.Code.bomb),
        ("<table:table-row table:number-rows-repeated=\"9999999\">", "", .damaged),
        ("<table:table-row table:number-rows-repeated=\"0\">", "", .damaged),
        ("<table:table-row>", "table:number-columns-repeated=\"99999\"", .tooManyColumns),
    ])
    func `A file of a few bytes does not become a million rows`(row: String, cell: String, code: ReadingError.Code) throws {
        let rows =
            "\(row)<table:table-cell \(cell) office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>"
        let error = #expect(throws: ReadingError.self) { try read(archive(table(rows))) }
        #expect(error?.code == code)
    }

    @Test func `Hidden tables are not read, and changes and shapes are no tables`() throws {
        let row = "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"
        let hiding = "<style:style style:name=\"h\"><style:table-properties table:display=\"false\"/></style:style>"
        let tables =
            "<table:tracked-changes><table:deletion>\(row)</table:deletion></table:tracked-changes>"
            + table(row, "table:name=\"Ẩn\" table:style-name=\"h\"") + table("<table:shapes><x>\(row)</x></table:shapes>" + row)
        let file = try SheetFile.of(archive(tables, styles: hiding).bytes())
        #expect(file.sheet == "Một" && file.otherSheets == [OtherSheet(name: "Ẩn", isHidden: true)])
    }

    @Test func `An encrypted file, and a document that is no spreadsheet, are refused`() throws {
        var encrypted = archive(table(""))
        encrypted["META-INF/manifest.xml"] =
            "<m:manifest xmlns:m=\"x\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>"
        #expect(throws: ReadingError(.encrypted)) { try SheetFile.of(encrypted.bytes()) }
        var letter = archive("")
        letter["content.xml"] =
            "<office:document-content xmlns:office=\"o\"><office:body><office:text/></office:body></office:document-content>"
        #expect(throws: ReadingError(.notASpreadsheet, detail: "odf")) { try SheetFile.of(letter.bytes()) }
    }
}
