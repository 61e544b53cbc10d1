import TestSupport
import Testing

@testable import Spreadsheet

@Suite(.limited) struct CSVSheetTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("\u{FEFF}a,b\n", [["a", "b"]]), ("a,\"b,c\"\n", [["a", "b,c"]]), ("a,\"b\"\"c\"\n", [["a", "b\"c"]]),
        ("\"a\r\nb\",c\n", [["a\r\nb", "c"]]), ("a,b\"c\"\n", [["a", "b\"c\""]]), ("a,\n,b\n", [["a"], ["", "b"]]),
        ("a,b,,,\n", [["a", "b"]]), ("a\n\n,\nb", [["a"], ["b"]]), ("\"\"\n", []), ("a,\"\"", [["a"]]), ("", []), ("\n\n", []),
        ("\"a\"", [["a"]]), ("a,", [["a"]]),
    ])
    func `CSV is read according to RFC 4180`(text: String, rows: [[String]]) throws {
        #expect(try SheetFile.of(text.utf8).rows().map(\.cells) == rows)
    }

    @Test(arguments: [
        ("a;b,c\n", ","), ("a;b;c,d\n", ";"), ("a\tb\tc\n", "\t"), ("a|b\n1|2,5\n", "|"), ("one\ntwo\n", ","), ("", ","),
        // Decimal commas, a title above the table, and separators within quotes do not mislead it.
        ("a;b;c\n1,5;2,5;3\n1,5;2,5;3\n", ";"), ("Danh sách, năm 2026\n\na;b\n1;2\n", ";"),
        ("\"x;y;z\",1\n\"x;y;z\",2\n", ","), ("sep=|\na,b|c\n", "|"), ("\"sep=;\"\r\na,b\n", ";"), ("SEP=:\na:b", ":"),
    ])
    func `The separator is the one with which most rows have the same number of cells`(text: String, separator: String) throws {
        #expect(try SheetFile.of(text.utf8).format == .csv(separator: try #require(separator.utf8.first)))
    }

    @Test func `A separator in the first line is honoured in any encoding, and the line is not a row`() throws {
        let text = "sep=;\r\na;b,c\r\nd;e"
        let wide = [0xFF, 0xFE] + utf16(text)
        for bytes in [Array(text.utf8), wide] {
            let rows = try SheetFile.of(bytes).rows()
            #expect(rows.map(\.cells) == [["a", "b,c"], ["d", "e"]])
            #expect(rows.map(\.number) == [1, 2])
        }
    }

    @Test func `Rows are numbered as in a spreadsheet, and have their offset in the file`() throws {
        let rows = try SheetFile.of("h\n\n\"a\nb\"\r\nc\n".utf8).rows()
        #expect(rows.map(\.number) == [1, 3, 4])
        #expect(rows.map(\.offset) == [0, 3, 10])
    }

    @Test(arguments: [
        ("a,b\0c\n", ["a", "bc"], [CellFault(column: 1, code: .controlCharacter)]),
        ("\0,b", ["", "b"], [CellFault(column: 0, code: .controlCharacter)]),
        ("a,\"b\0\0c\"", ["a", "bc"], [CellFault(column: 1, code: .controlCharacter)]),
        ("\"c\"d\"e,f", ["cd\"e", "f"], [CellFault(column: 0, code: .textAfterQuote)]),
        ("a,\"c\"\0d", ["a", "cd"], [.init(column: 1, code: .controlCharacter), .init(column: 1, code: .textAfterQuote)]),
        (",,\0", ["", "", ""], [CellFault(column: 2, code: .controlCharacter)]),
    ])
    func `A faulty cell is reported, and reading continues`(text: String, cells: [String], faults: [CellFault]) throws {
        let rows = try SheetFile.of((text + "\nx,y\n").utf8).rows()
        #expect(rows.map(\.cells) == [cells, ["x", "y"]])
        #expect(rows.map(\.faults) == [faults, []])
    }

    @Test(arguments: [
        ("a,b\nc,\"d\ne,f\n", ReadingError(.unclosedQuote, row: 2, column: 1)),
        ("\"", ReadingError(.unclosedQuote, row: 1, column: 0)),
        ("a\n" + String(repeating: ",", count: 1_000_000), .init(.tooManyColumns, row: 2, column: SheetLimits.columns)),
    ])
    func `A file that cannot be read to its end is refused, and the place reported`(text: String, error: ReadingError) throws {
        let file = try SheetFile.of(text.utf8)
        #expect(throws: error) { try file.rows() }
    }

    @Test func `As many columns as Excel has are read`() throws {
        let line = Array(repeating: "x", count: SheetLimits.columns).joined(separator: ",")
        #expect(try SheetFile.of(line.utf8).rows().map(\.count) == [SheetLimits.columns])
    }

    @Test func `Reading stops when the body returns false, and can be repeated`() throws {
        let file = try SheetFile.of("a\nb\nc\n".utf8)
        for _ in 1...2 {
            var seen: [String] = []
            try file.forEachRow {
                seen.append($0[0])
                return seen.count < 2
            }
            #expect(seen == ["a", "b"])
        }
    }
}
