import Spreadsheet
import TestSupport
import Testing

/// The properties of a row that a test compares.
struct ReadRow: Equatable, Sendable {
    let number: Int
    let cells: [String]
    var faults: [CellFault.Code] = []
}

extension XLSXArchive {
    func open(sheet: String? = nil) throws -> XLSXSheet {
        var options = ReadingOptions()
        options.sheet = sheet
        return try XLSXSheet.open(byteFile(bytes()), options)
    }

    func rows() throws -> [ReadRow] { try open().rows() }

    /// The cells of the first row.
    func cells() throws -> [String] { try rows().first?.cells ?? [] }
}

extension XLSXSheet {
    func rows() throws -> [ReadRow] {
        var rows: [ReadRow] = []
        try forEachRow { row in
            rows.append(ReadRow(number: row.number, cells: row.cells, faults: row.faults.map(\.code)))
            return true
        }
        return rows
    }
}

@Suite(.limited) struct XLSXReadingTests {
    @Test(arguments: [
        ("00000", "123", "00123"), ("00000", "123456", "123456"), ("&quot;CC-&quot;00000", "123", "CC-00123"),
        ("00000;-00000", "7", "00007"),
        ("\\S00", "4", "S04"), ("00", "4.5", "4.5"), ("0", "4", "4"), ("#,##0", "1200", "1200"), ("00.00", "4", "4"),
        ("0000-00", "4", "4"),
    ])
    func `A number that is shown with zeros before it is read as shown`(format: String, value: String, text: String) throws {
        let styles = """
            <numFmts><numFmt numFmtId="170" formatCode="\(format)"/></numFmts>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs>
            """
        let row = "<row><c s=\"1\"><v>\(value)</v></c><c s=\"0\"><v>\(value)</v></c></row>"
        #expect(try XLSXArchive(rows: row, styles: styles).cells() == [text, value])
    }

    @Test func `A hidden row is read, and said to be hidden`() throws {
        var hidden: [Bool] = []
        let rows = ["<row>", "<row hidden=\"1\">", "<row hidden=\"false\">"].map { $0 + "<c><v>1</v></c></row>" }.joined()
        try XLSXArchive(rows: rows).open().forEachRow { row in
            hidden.append(row.isHidden)
            return true
        }
        #expect(hidden == [false, true, false])
    }

    @Test(arguments: [
        ("<c><v>212</v></c>", "212"), ("<c><v>2.12E2</v></c>", "212"), ("<c><v>212.0</v></c>", "212"),
        ("<c><v>12.5</v></c>", "12.5"),
        ("<c><v>-0</v></c>", "0"), ("<c><v>007</v></c>", "7"), ("<c t=\"n\"><v> 5\n</v></c>", "5"),
        ("<c><v>9007199254740992</v></c>", "9007199254740992"), ("<c><v>9.007199254740992E15</v></c>", "9007199254740992"),
        ("<c><v>0.30000000000000004</v></c>", "0.30000000000000004"), ("<c><v>12.300000000000001</v></c>", "12.3"),
        ("<c><v>1.5e-7</v></c>", "0.00000015"), ("<c><v>-1.25E+22</v></c>", "-12500000000000000000000"),
        ("<c><v>1E+020</v></c>", "100000000000000000000"),
        ("<c t=\"b\"><v>1</v></c>", "TRUE"), ("<c t=\"b\"><v>0</v></c>", "FALSE"),
        ("<c t=\"str\"><f>A1</f><v>a &amp; b</v></c>", "a & b"), ("<c t=\"d\"><v>2026-11-23T00:00:00</v></c>", "2026-11-23"),
        ("<c t=\"d\"><v>2026-11-23T10:20:30</v></c>", "2026-11-23T10:20:30"), ("<c><f>1+1</f><v>2</v></c>", "2"),
        ("<c t=\"inlineStr\"><is><t> a </t></is></c>", " a "),
        (
            "<c t=\"inlineStr\"><is><r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r><rPh sb=\"0\"><t>no</t></rPh></is></c>",
            "a b"
        ),
        ("<c t=\"s\"><v>0</v></c>", "Cục"), ("<c t=\"s\"><v>1</v></c>", "một hai"), ("<c t=\"s\"><v>2</v></c>", "a\rb_x000D_😀"),
    ])
    func `A cell is read as the text that Excel means`(cell: String, text: String) throws {
        let shared = """
            <si><t>Cục</t></si><si><r><t>một</t></r><r><t xml:space="preserve"> hai</t></r><phoneticPr/><rPh><t>x</t></rPh></si>
            <si><t>a_x000D_b_x005F_x000D__xD83D__xDE00_</t></si>
            """
        #expect(try XLSXArchive(rows: "<row>\(cell)</row>", shared: shared).rows() == [ReadRow(number: 1, cells: [text])])
    }

    @Test(arguments: [
        ("<c><f>1+1</f></c>", "", CellFault.Code.formulaWithoutValue), ("<c><f>1+1</f><v/></c>", "", .formulaWithoutValue),
        ("<c t=\"str\"><f>A1</f></c>", "", .formulaWithoutValue),
        ("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>", "#DIV/0!", .formulaError),
        ("<c t=\"inlineStr\"><is><t>a_x0000_b</t></is></c>", "ab", .controlCharacter),
        ("<c t=\"inlineStr\"><is><t>a_xD83D_b</t></is></c>", "ab", .controlCharacter),
    ])
    func `A cell's fault is reported, and the rest is read`(cell: String, text: String, fault: CellFault.Code) throws {
        let rows = try XLSXArchive(rows: "<row>\(cell)</row><row><c><v>1</v></c></row>").rows()
        #expect(rows == [ReadRow(number: 1, cells: [text], faults: [fault]), ReadRow(number: 2, cells: ["1"])])
    }

    @Test func `A formula's value may be empty`() throws {
        #expect(try XLSXArchive(rows: "<row><c t=\"str\"><f>\"\"</f><v></v></c><c><v>1</v></c></row>").cells() == ["", "1"])
    }

    @Test(arguments: [
        (1, "1900-01-01", "1904-01-02"), (59, "1900-02-28", "1904-02-29"), (60, "1900-02-29", "1904-03-01"),
        (61, "1900-03-01", "1904-03-02"), (46349, "2026-11-23", "2030-11-24"),
        (46349.430902777778, "2026-11-23T10:20:30", "2030-11-24T10:20:30"),
        (0.5, "12:00:00", "12:00:00"), (0, "00:00:00", "1904-01-01"), (2_958_465, "9999-12-31", "2958465"), (-1, "-1", "-1"),
        (2_958_466, "2958466", "2958466"), (1.999999999, "1900-01-02", "1904-01-03"),
    ])
    func `Days are counted as Excel counts them, since 1900 or 1904`(serial: Double, date: String, macDate: String) throws {
        let styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        let row = "<row><c s=\"1\"><v>\(serial)</v></c><c s=\"0\"><v>60</v></c></row>"
        #expect(try XLSXArchive(rows: row, styles: styles).cells() == [date, "60"])
        let properties = "<workbookPr date1904=\"1\"/>"
        #expect(try XLSXArchive(rows: row, styles: styles, properties: properties).cells() == [macDate, "60"])
    }

    @Test(arguments: [
        ("dd/mm/yyyy", true), ("[$-42A]d mmmm yyyy", true), ("[h]:mm", true), ("General", false), ("0.00&quot;m&quot;", false),
        ("[Red]#,##0", false), ("0\\d", false), ("0_d", false), ("#,##0 &quot;đồng&quot;;[Yellow]-0", false), ("@", false),
    ])
    func `A number format distinguishes days from numbers`(code: String, isDate: Bool) throws {
        let styles = """
            <numFmts><numFmt numFmtId="164" formatCode="\(code)"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="164"/></cellXfs>
            """
        let cells = try XLSXArchive(rows: "<row><c s=\"0\"><v>61</v></c></row>", styles: styles).cells()
        #expect(cells == [isDate ? "1900-03-01" : "61"])
    }

    @Test func `Cells and rows are where their references say, or after the last one; trailing blank ones are dropped`() throws {
        let rows = """
            <row/><row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c><c r="F3"><v>3</v></c><c r="G3" s="1"/><c t="s"><v></v></c></row>
            <row><c r="aa4"><v>4</v></c></row><row r="9"><c r="A9"/></row>
            """
        let read = try XLSXArchive(rows: rows).rows()
        #expect(read.map(\.number) == [3, 4])
        #expect(read[0].cells == ["", "1", "2", "", "", "3"])
        #expect(read[1].cells == Array(repeating: "", count: 26) + ["4"])
    }

    @Test func `Prefixes, strict namespaces, backslashes and the case of names make no difference`() throws {
        var archive = XLSXArchive(rows: "", namespace: XLSXArchive.strict)
        archive["xl/worksheets/sheet1.xml"] = ""
        archive.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        archive["xl\\Worksheets\\Sheet1.xml"] = """
            <x:worksheet xmlns:x="\(XLSXArchive.strict)"><x:sheetData><x:row r="2" x14ac:r="9"><x:c r="A2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c>
            </x:row></x:sheetData><x:extLst><x:ext><x14:row><x14:c><x14:v>1</x14:v></x14:c></x14:row></x:ext></x:extLst></x:worksheet>
            """
        #expect(try archive.rows() == [ReadRow(number: 2, cells: ["a"])])
    }

    @Test func `A sheet in UTF-16 is read`() throws {
        var archive = XLSXArchive(rows: "")
        let xml = "\u{FEFF}<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Đặng 😀</t></is></c></row></sheetData></worksheet>"
        archive.parts.removeAll { $0.name == "xl/worksheets/sheet1.xml" }
        archive.parts.append(("xl/worksheets/sheet1.xml", xml.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
        #expect(try archive.cells() == ["Đặng 😀"])
    }

    @Test func `A sheet can be read repeatedly and in part, and errors of the body are passed on`() throws {
        struct Mine: Error {}
        let merges = "<mergeCells count=\"2\"><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"nonsense\"/></mergeCells>"
        let rows = String(repeating: "<row><c><v>1</v></c></row>", count: 10)
        let sheet = try XLSXArchive(rows: rows, after: merges).open()
        var count = 0
        #expect(throws: Mine.self) { try sheet.forEachRow { _ in throw Mine() } }
        let stopped = try sheet.forEachRow { row in
            count += 1
            // While the sheet is being read.
            let again = try sheet.rows()
            #expect(again.count == 10)
            return count < 3
        }
        #expect(count == 3)
        #expect(stopped.isEmpty)
        let merged = try sheet.forEachRow { row in row.offset <= sheet.length }
        #expect(merged.map(\.rows) == [1...2])
        #expect(merged.map(\.columns) == [0...1])
    }

    @Test func `One sheet can be read by several tasks at once`() async throws {
        let rows = (1...2_000).map { "<row><c><v>\($0)</v></c><c t=\"s\"><v>0</v></c></row>" }.joined()
        let sheet = try XLSXArchive(rows: rows, shared: "<si><t>a</t></si>").open()
        try await withThrowingTaskGroup(of: [ReadRow].self) { group in
            for _ in 0..<4 { group.addTask { try sheet.rows() } }
            for try await read in group { #expect(read.map(\.cells) == (1...2_000).map { ["\($0)", "a"] }) }
        }
    }
}
