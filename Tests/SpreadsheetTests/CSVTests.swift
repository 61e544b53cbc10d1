import Spreadsheet
import Testing

@Suite struct CSVTests {
    private func read(_ text: String) throws -> [[String]] {
        var reader = CSVReader(Array(text.utf8))
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        return rows
    }

    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]),
        ("a;b,c\n", [["a;b", "c"]]),
        ("a;b;c,d\n", [["a", "b", "c,d"]]),
        ("a\tb\tc\n", [["a", "b", "c"]]),
        ("a,\"b,c\"\n", [["a", "b,c"]]),
        ("a,\"b\"\"c\"\n", [["a", "b\"c"]]),
        ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]),
        ("a,\n,b\n", [["a", ""], ["", "b"]]),
        ("a\n\n,\nb", [["a"], ["b"]]),
        ("\"\"\n", []),
        ("a,\"\"", [["a", ""]]),
    ])
    func `CSV is read as RFC 4180 has it`(text: String, rows: [[String]]) throws {
        #expect(try read(text) == rows)
    }

    @Test func `Rows are numbered as a spreadsheet numbers them, blank ones and line breaks in cells included`() throws {
        var reader = CSVReader(Array("h\n\n\"a\nb\"\nc\n".utf8))
        var numbers: [Int] = []
        while let row = try reader.next() { numbers.append(row.number) }
        #expect(numbers == [1, 3, 4])
    }

    @Test(arguments: [
        ("a,b\nc,\"d", CSVError.unclosedQuote(.init(row: 2, column: 1))),
        ("a,b\n\"c\"d,e", .textAfterQuote(.init(row: 2, column: 0))),
        ("a,b\0", .nul(.init(row: 1, column: 1))),
    ])
    func `What is no CSV is refused, and the place named`(text: String, error: CSVError) {
        #expect(throws: error) { try read(text) }
    }

    @Test func `Bytes that are no UTF-8 are refused, never mended`() {
        var reader = CSVReader([0x61, 0x2C, 0xC3, 0x28])
        #expect(throws: CSVError.notUTF8(.init(row: 1, column: 1))) { _ = try reader.next() }
    }

    @Test(arguments: [
        (["a", "b"], "a,b\r\n"), (["a,b", "c\"d", "e\nf"], "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"),
        (["=1+1", "+x", "@y", "-z"], "'=1+1,'+x,'@y,'-z\r\n"), (["-5", "+3"], "-5,+3\r\n"), (["", "x"], ",x\r\n"),
        (["a;b", "a\tb"], "\"a;b\",\"a\tb\"\r\n"),
    ])
    func `CSV is written so that it is read the same, and no spreadsheet runs it`(cells: [String], line: String) {
        #expect(CSVWriter.row(cells) == line)
    }

    @Test(arguments: [
        "=1", "+x", "-x", "@x", "\tx", "\rx", "\nx", "＝1", "＋x", "－x", "＠x", " =1", "\u{A0}=1", "\u{3000}＝1", "\u{FEFF}=1",
        "-nan", "+inf", "-0x1p3", "-1e5", "--5", "-1.2.3", "-1.2,3", "-", "+84 912 345 678", "-2+3", " -5", "=cmd|' /C calc'!A0",
    ])
    func `A text that a spreadsheet would run gets an apostrophe`(text: String) {
        #expect(CSVWriter.row([text]).replacing("\"", with: "").hasPrefix("'"))
    }

    @Test(arguments: ["-5", "+3", "-5.25", "-1,5", "5-3", "a=b", "a@b.vn", "", " ", "'x", "Phòng THADS khu vực 1 - 2", "–"])
    func `Numbers and plain texts are left as they are`(text: String) {
        #expect(CSVWriter.row([text]).replacing("\"", with: "") == text + "\r\n")
    }

    @Test func `The byte order mark that Excel wants is three bytes, and is read past`() throws {
        #expect(Array(CSVWriter.byteOrderMark.utf8) == [0xEF, 0xBB, 0xBF])
        #expect(try read(CSVWriter.byteOrderMark + CSVWriter.row(["Mã tỉnh"])) == [["Mã tỉnh"]])
    }

    @Test(arguments: [(1, 0, "A1"), (12, 2, "C12"), (3, 25, "Z3"), (3, 26, "AA3"), (1, 701, "ZZ1"), (1, 702, "AAA1")])
    func `Cells are named as a spreadsheet names them`(row: Int, column: Int, name: String) {
        #expect(CellReference.a1(row: row, column: column) == name)
    }
}
