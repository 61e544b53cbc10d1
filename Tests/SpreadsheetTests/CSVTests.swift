import Spreadsheet
import TestSupport
import Testing

@Suite(.limited) struct CSVTests {
    private func read(_ text: String) throws -> [[String]] {
        var rows: [[String]] = []
        try SheetFile.open(ByteFile(bytes: Array(text.utf8))).forEachRow { row in
            rows.append(row.cells)
            return true
        }
        return rows
    }

    @Test(arguments: [
        ("=\"04\",b", ["04", "b"]), ("\"=\"\"04\"\"\",b", ["04", "b"]), ("=\"\",b", ["", "b"]),
        ("=\"a\"b\",c", ["=\"a\"b\"", "c"]),
        ("=1+1,b", ["=1+1", "b"]), ("a,b\u{1A}", ["a", "b"]),
    ])
    func `A text that was kept from becoming a number is that text, and DOS's last character is none`(
        line: String, cells: [String]
    ) throws {
        #expect(try read(line) == [cells])
        #expect(try read("a,b\n\u{1A}") == [["a", "b"]])
        #expect(try read("a\u{1A},b\nc,d\n") == [["a\u{1A}", "b"], ["c", "d"]])
    }

    @Test(arguments: [
        (["a", "b"], "a,b\r\n"), (["a,b", "c\"d", "e\nf"], "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"),
        (["=1+1", "+x", "@y", "-z"], "'=1+1,'+x,'@y,'-z\r\n"), (["-5", "+3"], "-5,+3\r\n"), (["", "x"], ",x\r\n"),
        (["a;b", "a\tb"], "\"a;b\",\"a\tb\"\r\n"),
    ])
    func `CSV is written so that it is read back unchanged, and no spreadsheet runs it`(cells: [String], line: String) {
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

    @Test func `The byte order mark that Excel requires is three bytes, and is skipped when read`() throws {
        #expect(Array(CSVWriter.byteOrderMark.utf8) == [0xEF, 0xBB, 0xBF])
        #expect(try read(CSVWriter.byteOrderMark + CSVWriter.row(["Mã tỉnh"])) == [["Mã tỉnh"]])
    }

    @Test(arguments: [(1, 0, "A1"), (12, 2, "C12"), (3, 25, "Z3"), (3, 26, "AA3"), (1, 701, "ZZ1"), (1, 702, "AAA1")])
    func `Cells are named as a spreadsheet names them`(row: Int, column: Int, name: String) {
        #expect(CellReference.a1(row: row, column: column) == name)
    }
}
