import TestSupport
import Testing

@testable import Spreadsheet

@Suite(.limited) struct HostileFileTests {
    private static func compound(_ names: String...) -> [UInt8] {
        func entry(_ name: String) -> [UInt8] {
            let bytes = utf16(name)
            return bytes + Array(repeating: 0, count: 128 - bytes.count)
        }
        let header = CompoundFile.magic + Array(repeating: 0, count: 504)
        return header + (["Root Entry"] + names).flatMap(entry)
    }

    /// What Excel keeps beside an open file.
    private static func lock(_ user: String) -> [UInt8] {
        let name = Array(user.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        var bytes = [UInt8(name.count)] + name
        bytes += Array(repeating: UInt8(ascii: " "), count: 55 - bytes.count) + [UInt8(name.count), 0] + utf16(user)
        return bytes + Array(repeating: UInt8(ascii: " "), count: 165 - bytes.count)
    }

    @Test(arguments: [("xl/workbook.bin", "xlsb"), ("Index/Document.iwa", "numbers")])
    func `A workbook in another format is called what it is`(part: String, format: String) throws {
        var archive = XLSXArchive(rows: "")
        archive.parts = []
        archive[part] = "x"
        if format == "xlsb" { archive["_rels/.rels"] = XLSXArchive.relationships([("rId1", "x/officeDocument", part)]) }
        #expect(throws: ReadingError(.otherSpreadsheet, detail: format)) { try SheetFile.of(archive.bytes()) }
    }

    @Test(arguments: [
        (compound("Workbook"), ReadingError(.oldExcel)), (compound("Book"), .init(.oldExcel)),
        (compound("EncryptionInfo", "EncryptedPackage"), .init(.encrypted)),
        (compound("WordDocument", "Workbook"), .init(.notASpreadsheet, detail: "ole")),
        ([0x09, 0x08, 0x10, 0x00, 0x00, 0x06], .init(.oldExcel)), ([0x09, 0x00, 0x04, 0x00], .init(.oldExcel)),
        (Array("%PDF-1.7".utf8), .init(.notASpreadsheet, detail: "pdf")),
        (Array("{\\rtf1".utf8), .init(.notASpreadsheet, detail: "rtf")),
        ([0x1F, 0x8B, 0x08], .init(.notASpreadsheet, detail: "gzip")),
        (Array("\u{FEFF} \r\n<!DOCTYPE HTML>".utf8), .init(.notASpreadsheet, detail: "html")),
        ([0xFF, 0xFE] + utf16("<table>"), .init(.notASpreadsheet, detail: "html")),
        (Array("<?xml version=\"1.0\"?><Workbook>".utf8), .init(.notASpreadsheet, detail: "xml")),
        (
            Array("{\"url\": \"https://docs.google.com/open?id=1\", \"doc_id\": \"1\"}".utf8),
            .init(.otherSpreadsheet, detail: "gsheet")
        ),
        (lock("Nguyễn Văn An"), .init(.otherSpreadsheet, detail: "lock")),
        (Array(repeating: 0, count: 99), .init(.unknownEncoding)),
    ])
    func `A file that is not a table is refused, and its type named`(bytes: [UInt8], error: ReadingError) {
        #expect(throws: error) { try SheetFile.of(bytes) }
    }

    @Test func `A quotation mark that is never closed takes no more memory than a cell may`() throws {
        var parser = CSVParser(separator: UInt8(ascii: ","))
        let body = { (_: SheetRow) in true }
        let filling = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
        _ = try Array("a\nb,\"".utf8).withUnsafeBytes { try parser.read($0, at: 0..<$0.count, body) }
        for _ in 1...50 { _ = try filling.withUnsafeBytes { try parser.read($0, at: 0..<$0.count, body) } }
        #expect(parser.buffer.capacity <= 2 * SheetLimits.cellBytes)
        var error: (any Error)?
        do { try parser.finish(body) } catch let thrown { error = thrown }
        #expect(error as? ReadingError == ReadingError(.unclosedQuote, row: 2, column: 1))
    }

    @Test(arguments: 0...3)
    func `A cell that is too long is cut where a character ends`(shift: Int) throws {
        // Each letter is three bytes; the limit falls on each of them.
        let long = String(repeating: "x", count: shift) + String(repeating: "ạ", count: SheetLimits.cellBytes / 3 + 9)
        for text in ["a,\(long),b\nc", "a,\"\(long)\",b\nc"] {
            let rows = try SheetFile.of(text.utf8).rows()
            let cell = try #require(rows.first)[1]
            #expect(rows.map(\.faults) == [[CellFault(column: 1, code: .cellTooLong)], []])
            #expect(long.hasPrefix(cell))
            #expect((SheetLimits.cellBytes - 2...SheetLimits.cellBytes).contains(cell.utf8.count))
            #expect(rows.first?[2] == "b")
        }
    }

    @Test func `A row of long cells takes no more memory than a row may`() throws {
        var parser = CSVParser(separator: UInt8(ascii: ","))
        var row = SheetRow()
        let cell = Array("\"".utf8) + [UInt8](repeating: UInt8(ascii: "x"), count: 2 * SheetLimits.cellBytes) + Array("\",".utf8)
        let body = { (read: SheetRow) in
            row = read
            return true
        }
        for _ in 1...50 { _ = try cell.withUnsafeBytes { try parser.read($0, at: 0..<$0.count, body) } }
        #expect(parser.buffer.capacity <= 2 * SheetLimits.rowBytes)
        try parser.finish(body)
        #expect(row.text.count == SheetLimits.rowBytes)
        #expect(row.faults.allSatisfy { $0.code == .cellTooLong })
    }
}
