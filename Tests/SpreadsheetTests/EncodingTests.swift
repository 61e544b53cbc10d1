import Foundation
import TestSupport
import Testing

@testable import Spreadsheet

@Suite(.limited) struct EncodingTests {
    @Test(arguments: [
        ("utf-8.csv", TextEncoding.utf8), ("utf-8-mark.csv", .utf8), ("utf-16le.csv", .utf16LittleEndian),
        ("utf-16be.csv", .utf16BigEndian), ("utf-16le-mark.csv", .utf16LittleEndian), ("utf-16be-mark.csv", .utf16BigEndian),
        ("windows-1258.csv", .windows1258), ("tcvn3.csv", .tcvn3),
    ])
    func `The same table is read from every encoding in which it is saved`(seed: String, encoding: TextEncoding) throws {
        let bytes = try Seed.bytes(seed)
        let file = try SheetFile.of(bytes)
        #expect(file.encoding == encoding)
        #expect(try file.rows().map { $0.cells.map(\.precomposedStringWithCanonicalMapping) } == Self.table)
        #expect(try SheetFile.of(bytes, as: encoding).rows().map(\.cells) == file.rows().map(\.cells))
    }

    private static let table = [
        ["Mã đơn vị", "Đơn vị", "Họ và tên", "Thành tích"],
        ["01", "Hà Nội", "Nguyễn Thị Hường", "Hoàn thành tốt nhiệm vụ, được khen"],
        ["02", "Thừa Thiên – Huế", "Trần Văn Ba", "Danh hiệu “Lao động tiên tiến”"],
        ["03", "Đắk Lắk", "Phạm Quỳnh Như", "Chữ ký:\nông Đỗ Vũ Ngữ"],
        ["04", "Bà Rịa – Vũng Tàu", "Lê Sỹ Kỷ", "sáng kiến đổi mới"],
    ]

    @Test(arguments: [1, 2, 3, 5, 7, 64], Seed.names.filter { $0.hasSuffix("sv") })
    func `Wherever the pieces are cut, the rows are the same`(pieceSize: Int, seed: String) throws {
        let file = try byteFile(try Seed.bytes(seed))
        let whole = try CSVSheet(file, ReadingOptions())
        var text = whole.text
        text.pieceSize = pieceSize
        let pieces = try CSVSheet(text)
        #expect(try rows(of: pieces) == rows(of: whole))
    }

    private func rows(of sheet: CSVSheet) throws -> [String] {
        var rows: [String] = []
        try sheet.forEachRow {
            rows.append("\($0.number) \($0.cells) \($0.faults)")
            return true
        }
        return rows
    }

    @Test func `One letter at the end of a long file decides`() throws {
        let ascii = Array(repeating: Array("row,of,plain ASCII\n".utf8), count: 9_000).joined()
        #expect(try SheetFile.of(ascii).encoding == .utf8)
        #expect(try SheetFile.of(ascii + [0x48, 0xB5]).encoding == .tcvn3)
        #expect(try SheetFile.of(ascii + [0x48, 0x61, 0xCC]).encoding == .windows1258)
    }

    @Test func `Only TCVN3 loses capitals`() {
        #expect(TextEncoding.allCases.filter(\.losesCapitals) == [.tcvn3])
    }

    @Test(
        arguments: [
            // In slightly corrupted UTF-8 the place is reported; bytes in no known encoding are reported as such.
            ("tên,đã đổi\nx,\u{1EA1}".utf8 + [0xC3, 0x28], nil, ReadingError.Code.wrongEncoding, 2, 1, "utf-8"),
            ("tên,đã đổi\nx,y,\u{1EA1}".utf8 + [0xE1, 0xBA], nil, .damaged, 2, 2, "utf-8"),
            (Array("a,b\nc,".utf8) + [0xFF, 0xFF, 0x8A], nil, .unknownEncoding, 2, 1, nil),
            (Array("a,b\nc,".utf8) + [0xFF], .utf8, .wrongEncoding, 2, 1, "utf-8"),
            (Array("a,b\n".utf8) + [0x8A], .windows1258, .wrongEncoding, 2, 0, "windows-1258"),
            (utf16("a,b\nc") + [0x61], nil, .damaged, 2, 0, "utf-16le"),
            ([0xFF, 0xFE, 0x2C, 0x00, 0x00, 0xD8, 0x61, 0x00], nil, .wrongEncoding, 1, 1, "utf-16le"),
            ([0xFE, 0xFF, 0x00, 0x2C, 0xDC, 0x00], nil, .wrongEncoding, 1, 1, "utf-16be"),
            ([0xFE, 0xFF, 0x00, 0x2C, 0xD8, 0x00], nil, .damaged, 1, 1, "utf-16be"),
        ] as [([UInt8], TextEncoding?, ReadingError.Code, Int, Int, String?)])
    func `Bytes that are invalid in the encoding are refused, never repaired, and the place is reported`(
        bytes: [UInt8], given: TextEncoding?, code: ReadingError.Code, row: Int, column: Int, detail: String?
    ) {
        #expect(throws: ReadingError(code, row: row, column: column, detail: detail)) { try SheetFile.of(bytes, as: given) }
    }

    @Test func `Characters beyond the first plane are read from UTF-16`() throws {
        let bytes = utf16("a,😀\n𝒳,b", isLittleEndian: false)
        #expect(try SheetFile.of([0xFE, 0xFF] + bytes).rows().map(\.cells) == [["a", "😀"], ["𝒳", "b"]])
    }

    @Test func `The caller's encoding takes precedence over what the bytes look like`() throws {
        let bytes: [UInt8] = Array("H".utf8) + [0xB5]
        #expect(try SheetFile.of(bytes).rows().first?[0] == "Hà")
        #expect(try SheetFile.of(bytes, as: .windows1258).rows().first?[0] == "Hµ")
    }
}
