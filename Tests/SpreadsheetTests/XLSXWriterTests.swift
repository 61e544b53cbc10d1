import Foundation
import Platform
import TestSupport
import Testing

@testable import Spreadsheet

@Suite(.limited) struct XLSXWriterTests {
    /// The contents of a file that is written by a closure.
    private func archive(
        _ memory: XLSXWriter.Memory = .whole, _ write: (inout XLSXWriter) throws -> Void
    ) throws -> XLSXContents {
        try TemporaryFolder.with { folder in
            var book = try XLSXWriter(path: folder + "/a.xlsx", memory: memory)
            try write(&book)
            try book.close()
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.xlsx"])
            return try XLSXContents(path: folder + "/a.xlsx")
        }
    }

    /// A sheet's XML with this one text in its only cell.
    private func texts(of text: String) throws -> String {
        try archive { book in
            try book.addSheet("A")
            try book.addRow([.text(text)])
        }.sharedStrings
    }

    @Test func `Sheets are in the order in which they are added, with header, widths and frozen panes`() throws {
        let archive = try archive { book in
            try book.addSheet("Biên chế", columns: [XLSXColumn("Mã tỉnh", width: 12, format: .text), XLSXColumn("Số", width: 8)])
            try book.addRow([.text("04"), .number(12)])
            try book.addSheet("Ẩn", .hidden)
        }
        #expect(archive.sheetNames == ["Biên chế", "Ẩn"])
        #expect(archive.parts["xl/workbook.xml"]?.contains("state=\"hidden\"") == true)
        #expect(archive.sheet(1).contains("<pane ySplit=\"1\""))
        #expect(archive.sheet(1).contains("<col min=\"1\" max=\"1\" width=\"12."))
        #expect(archive.sharedStrings.contains("<t>Mã tỉnh</t>"))
        #expect(archive.sharedStrings.contains("<t>04</t>"))
        #expect(archive.sheet(1).contains("<c r=\"A2\" s=\"1\" t=\"s\">"))
        #expect(archive.sheet(1).contains("<c r=\"B2\"><v>12</v></c>"))
    }

    @Test func `Numbers and dates are numbers; what a number cannot hold is text`() throws {
        let archive = try archive { book in
            try book.addSheet("A")
            try book.addRow([.decimal(1.5), .date(year: 2026, month: 4, day: 25), .none, .number(.max), .decimal(.nan)])
        }
        #expect(archive.sheet(1).contains("<c r=\"A1\"><v>1.5</v></c>"))
        #expect(archive.sheet(1).contains("<c r=\"B1\" s=\"1\"><v>46137</v></c>"))
        #expect(!archive.sheet(1).contains("r=\"C1\""))
        #expect(archive.sharedStrings.contains("<t>9223372036854775807</t>"))
        #expect(archive.sharedStrings.contains("<t>nan</t>"))
    }

    @Test(arguments: XLSXWriterTests.memories)
    func `No text becomes a formula, even when the sheet is saved as CSV`(memory: XLSXWriter.Memory) throws {
        let archive = try archive(memory) { book in
            try book.addSheet("A", columns: [XLSXColumn("=1+1", width: 10)])
            try book.addRow([.text("=1+1"), .text("-5"), .text("@x")])
        }
        #expect(!archive.hasFormula)
        let xml = memory == .whole ? archive.sharedStrings : archive.sheet(1)
        #expect(xml.contains("<t>'=1+1</t>"))
        #expect(xml.contains("<t>-5</t>"))
        #expect(xml.contains("<t>'@x</t>"))
    }

    static let memories: [XLSXWriter.Memory] = [.whole, .constant]

    @Test(arguments: [
        ("a\0b", "a\u{FFFD}b"), ("a\u{1}b\u{1F}", "a\u{FFFD}b\u{FFFD}"), ("a\u{FFFF}", "a\u{FFFD}"), ("a\r\nb\rc", "a\nb\nc"),
        ("_x0041_", "_x005F_x0041_"), ("_x_", "_x_"), ("a&<b>\"", "a&amp;&lt;b&gt;\""), ("Nguyễn Thị Hoà", "Nguyễn Thị Hoà"),
    ])
    func `Text is kept, and what XML cannot represent is visibly replaced`(text: String, xml: String) throws {
        #expect(try texts(of: text).contains("<t>\(xml)</t>"))
    }

    @Test(arguments: [
        (String(repeating: "đ", count: 32_767), 32_767), (String(repeating: "đ", count: 32_768), 32_767),
        (String(repeating: "🎉", count: 16_384), 32_767),
    ])
    func `Text longer than Excel accepts is cut and ends with an ellipsis`(text: String, length: Int) {
        let cell = XLSXText.cell(text)
        #expect(cell.utf16.count == length)
        #expect(cell.hasSuffix("…") == (cell != text))
    }

    @Test func `Spaces at either end of a text stay`() throws {
        #expect(try texts(of: " a ").contains("<t xml:space=\"preserve\"> a </t>"))
    }

    @Test(arguments: XLSXWriterTests.memories)
    func `A column can be restricted to a list, to another sheet's cells, or to whole numbers`(
        memory: XLSXWriter.Memory
    ) throws {
        let message = XLSXRestriction.Message("Tiêu đề", "Lời nhắc")
        let restrictions = [
            XLSXRestriction(.choices(["có", "không"])), .init(.cells(sheet: "Danh 'mục'", column: 27, rows: 2...400)),
            .init(.wholeNumbers(from: 1), prompt: message, refusal: message),
        ]
        let sheet = try archive(memory) { book in
            try book.addSheet("A", columns: restrictions.map { XLSXColumn("h", width: 9, restriction: $0) })
        }.sheet(1)
        #expect(sheet.contains("<dataValidations count=\"3\">"))
        #expect(sheet.contains("sqref=\"A2:A1048576\"><formula1>\"có,không\"</formula1>"))
        #expect(sheet.contains("sqref=\"B2:B1048576\"><formula1>'Danh ''mục'''!$AB$2:$AB$400</formula1>"))
        #expect(sheet.contains("type=\"whole\" operator=\"greaterThanOrEqual\""))
        #expect(sheet.contains("errorTitle=\"Tiêu đề\" error=\"Lời nhắc\" promptTitle=\"Tiêu đề\" prompt=\"Lời nhắc\""))
    }

    @Test(arguments: [
        (XLSXRestriction(.choices(Array(repeating: "ă", count: 86))), WritingError.tooLong(.choices, limit: 255)),
        (XLSXRestriction(.choices(["Tỉnh, thành phố"])), .choiceWithSeparator),
        (
            XLSXRestriction(.wholeNumbers(from: 1), prompt: .init(String(repeating: "ă", count: 33), "")),
            .tooLong(.title, limit: 32)
        ),
        (
            XLSXRestriction(.wholeNumbers(from: 1), refusal: .init("", String(repeating: "ă", count: 256))),
            .tooLong(.message, limit: 255)
        ),
    ])
    func `A restriction that Excel would not accept is refused`(restriction: XLSXRestriction, error: WritingError) throws {
        #expect(throws: error) {
            _ = try archive { try $0.addSheet("A", columns: [XLSXColumn("h", width: 9, restriction: restriction)]) }
        }
    }

    @Test func `Restrictions of the maximum length that Excel accepts are accepted`() throws {
        let choices = ["a"] + Array(repeating: "ă", count: 84) + ["a"]
        let message = XLSXRestriction.Message(String(repeating: "ă", count: 32), String(repeating: "ă", count: 255))
        let restriction = XLSXRestriction(.choices(choices), prompt: message, refusal: message)
        let sheet = try archive { try $0.addSheet("A", columns: [XLSXColumn("h", width: 9, restriction: restriction)]) }.sheet(1)
        #expect(sheet.contains("<dataValidations count=\"1\">"))
    }

    @Test func `The header filters the existing rows`() throws {
        let sheet = try archive { book in
            try book.addSheet("A", columns: [XLSXColumn("a", width: 9), XLSXColumn("b", width: 9)], .autofilter)
            for _ in 1...3 { try book.addRow([.number(1)]) }
        }.sheet(1)
        #expect(sheet.contains("<autoFilter ref=\"A1:B4\"/>"))
    }

    @Test(arguments: ["a/b", "A", String(repeating: "ă", count: 32)])
    func `A sheet name that Excel would not accept is refused with the library's message`(name: String) throws {
        let error = try #require(
            #expect(throws: WritingError.self) {
                _ = try archive { book in
                    try book.addSheet("A")
                    try book.addSheet(name)
                }
            })
        #expect(error.words.contains("Worksheet name"))
    }

    @Test func `A row is as high as its longest wrapped text requires`() throws {
        let sheet = try archive { book in
            try book.addSheet("A", columns: [XLSXColumn(width: 10, format: .wrapped), XLSXColumn(width: 10)])
            try book.addRow([.text("ngắn"), .text(String(repeating: "dài ", count: 20))])
            try book.addRow([.text(String(repeating: "dài ", count: 6))])
            try book.addRow([.text("một\nhai")])
        }.sheet(1)
        let heights = sheet.matches(of: /<row r="(\d)"[^>]* ht="(\d+)"/).map { [$0.1, $0.2] }
        #expect(heights == [["2", "45"], ["3", "30"]])
    }

    @Test func `A row without a sheet, or beyond Excel's last column, is refused`() throws {
        #expect(throws: WritingError.noSheet) { _ = try archive { try $0.addRow([.number(1)]) } }
        #expect(throws: WritingError.self) {
            _ = try archive { book in
                try book.addSheet("A")
                try book.addRow(Array(repeating: .number(1), count: 16_385))
            }
        }
    }
}

/// Where the file is while it is being written, and afterwards.
@Suite(.limited) struct UnfinishedFileTests {
    @Test(arguments: XLSXWriterTests.memories)
    func `An unfinished file leaves nothing behind, and an existing file stays`(memory: XLSXWriter.Memory) throws {
        try TemporaryFolder.with { folder in
            let path = folder + "/a.xlsx"
            try Data("before".utf8).write(to: URL(filePath: path))
            do {
                var book = try XLSXWriter(path: path, memory: memory)
                try book.addSheet("A")
                try book.addRow([.text("a")])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a.xlsx"])
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
        }
    }

    @Test func `A file that cannot be created is refused with the system's message, and nothing is left`() throws {
        try TemporaryFolder.with { folder in
            let missing = #expect(throws: WritingError.self) { _ = try XLSXWriter(path: folder + "/none/a.xlsx") }
            #expect(missing == .system(SystemError(number: ENOENT)))
            let isFolder = #expect(throws: WritingError.self) {
                var book = try XLSXWriter(path: folder)
                try book.addSheet("A")
                try book.close()
            }
            #expect(isFolder == .system(SystemError(number: EISDIR)))
            let left = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(left.isEmpty)
        }
    }

    @Test func `A file without a sheet can still be opened`() throws {
        try TemporaryFolder.with { folder in
            let book = try XLSXWriter(path: folder + "/a.xlsx")
            try book.close()
            #expect(try XLSXContents(path: folder + "/a.xlsx").sheetNames.count == 1)
        }
    }
}
