import Spreadsheet
import TestSupport
import Testing

/// An error's code and place.
private struct Refusal: Equatable, CustomStringConvertible {
    let code: ReadingError.Code?
    var row: Int?
    var column: Int?
    var detail: String?

    var description: String { "\(code?.rawValue ?? "none") \(row ?? 0) \(column ?? -1) \(detail ?? "")" }
}

extension XLSXArchive {
    /// The error with which it is refused.
    fileprivate func refusal() throws -> Refusal { try Refusal(of: bytes()) }
}

extension Refusal {
    /// The error with which an archive is refused.
    init(of bytes: [UInt8]) throws {
        do {
            _ = try XLSXSheet.open(byteFile(bytes), ReadingOptions()).rows()
            self.init(code: nil)
        } catch let error as ReadingError {
            self.init(code: error.code, row: error.row, column: error.column, detail: error.detail)
        }
    }
}

private let sheetPart = "xl/worksheets/sheet1.xml"
private let sharedPart = "xl/sharedStrings.xml"

@Suite(.limited) struct XLSXDamageTests {
    private static let first = "<row><c><v>1</v></c></row>"

    @Test(arguments: [
        ("<row r=\"1048577\"/>", ReadingError.Code.damaged, 1_048_577, Int?.none), ("<row r=\"1\"/>", .damaged, 1, nil),
        ("<row r=\"x\"/>", .damaged, 2, nil), ("<row r=\"0\"/>", .damaged, 0, nil),
        ("<row><c r=\"ZZZZZ2\"/></row>", .tooManyColumns, 2, 12_356_629),
        ("<row><c r=\"XFE2\"/></row>", .tooManyColumns, 2, 16_384),
        ("<row><c r=\"B3\"/></row>", .damaged, 2, 0), ("<row><c r=\"B2\"/><c r=\"A2\"/></row>", .damaged, 2, 0),
        ("<row><c/><c r=\"AAAAAAAAAAAAAA2\"/></row>", .damaged, 2, 1), ("<row><c r=\"2\"/></row>", .damaged, 2, 0),
        ("<row><c t=\"what\"/></row>", .damaged, 2, 0), ("<row><c><v>12a</v></c></row>", .damaged, 2, 0),
        ("<row><c><v>nan</v></c></row>", .damaged, 2, 0), ("<row><c><v>1e999</v></c></row>", .damaged, 2, 0),
        ("<row><c t=\"b\"><v>7</v></c></row>", .damaged, 2, 0), ("<row><c/><c t=\"s\"><v>1</v></c></row>", .damaged, 2, 1),
        ("<row><c t=\"s\"><v>-1</v></c></row>", .damaged, 2, 0),
        ("<row><c t=\"s\"><v>99999999999999999999</v></c></row>", .damaged, 2, 0),
        ("<row><c t=\"str\"><v>\u{1}</v></c></row>", .damaged, 2, 0), ("<row><c><v>1</c></row>", .damaged, 2, 0),
        ("<row><c><v>&x;</v></c></row>", .damaged, 2, 0),
    ])
    func `A damaged cell is refused with its place`(row: String, code: ReadingError.Code, number: Int, column: Int?) throws {
        let archive = XLSXArchive(rows: Self.first + row, shared: "<si><t>a</t></si>")
        #expect(
            try archive.refusal() == Refusal(code: code, row: number == 0 ? nil : number, column: column, detail: sheetPart))
    }

    @Test(arguments: ["_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", sheetPart, sharedPart, "xl/styles.xml"])
    func `A part that is truncated or duplicated is named, and one that is missing, if it is needed`(part: String) throws {
        var archive = XLSXArchive(rows: Self.first)
        let intact = archive[part]
        let intactCells = try archive.cells()
        archive[part] = String(intact.dropLast(3))
        let cut = try archive.refusal()
        #expect(cut.code == .damaged && cut.detail == part)
        archive[part] = ""
        #expect(try archive.refusal().code == .damaged)
        archive.parts.removeAll { $0.name == part }
        if [sharedPart, "xl/styles.xml"].contains(part) {
            // Programs refer to them and leave them out, if no cell needs them.
            #expect(try archive.cells() == intactCells)
        } else {
            let codes: [String: ReadingError.Code] = ["_rels/.rels": .notASpreadsheet, "xl/_rels/workbook.xml.rels": .noSheet]
            #expect(try archive.refusal().code == codes[part] ?? .damaged)
        }
        archive[part] = intact
        archive[part.uppercased()] = intact
        #expect(try archive.refusal() == Refusal(code: .damaged, detail: part))
    }

    @Test func `Cells whose texts are missing are damaged`() throws {
        var archive = XLSXArchive(rows: "<row><c t=\"s\"><v>0</v></c></row>", shared: "<si><t>a</t></si>")
        #expect(try archive.cells() == ["a"])
        archive.parts.removeAll { $0.name == sharedPart }
        #expect(try archive.refusal().code == .damaged)
    }

    @Test func `An archive that is not a workbook is reported as such`() throws {
        var letter = XLSXArchive(rows: "")
        letter["xl/workbook.xml"] = "<w:document xmlns:w=\"x\"/>"
        #expect(try letter.refusal().code == .notASpreadsheet)
        var other = XLSXArchive(rows: "")
        other.parts = [("content.xml", [])]
        #expect(try other.refusal().code == .notASpreadsheet)
        #expect(try Refusal(of: Array("PK\u{3}\u{4} no archive at all".utf8)).code == .damaged)
        #expect(try Refusal(of: []).code == .notASpreadsheet)
    }

    @Test func `An archive with a password is reported as such`() throws {
        var archive = XLSXArchive(rows: Self.first)
        archive.isEncrypted = true
        #expect(try archive.refusal().code == .encrypted)
    }

    @Test func `A flipped bit is detected by the checksum, even though all rows could be read`() throws {
        var archive = XLSXArchive(rows: "<row><c t=\"str\"><v>findme</v></c></row>")
        archive.isStored = true
        var bytes = try archive.bytes()
        let needle = Array("findme".utf8)
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: needle) })
        bytes[place] ^= 1
        let refusal = try Refusal(of: bytes)
        #expect(refusal == Refusal(code: .damaged, detail: sheetPart))
    }

    @Test func `A text that is too long is cut between two characters, and the cell is reported`() throws {
        let long = "a" + String(repeating: "ễ", count: 400_000)
        let row = "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>\(long)</t></is></c><c><v>1</v></c></row>"
        let rows = try XLSXArchive(rows: row, shared: "<si><t>\(long)</t></si>").rows()
        let kept = String(decoding: long.utf8.prefix(SheetLimits.cellBytes - (SheetLimits.cellBytes - 1) % 3), as: UTF8.self)
        #expect(rows == [ReadRow(number: 1, cells: [kept, kept, "1"], faults: [.cellTooLong, .cellTooLong])])
    }
}

@Suite(.limited) struct XLSXBombTests {
    private func refusal(_ part: String, _ content: String) throws -> Refusal {
        var archive = XLSXArchive(rows: "")
        archive[part] = content
        return try archive.refusal()
    }

    @Test(arguments: ["xl/workbook.xml", sheetPart, sharedPart, "xl/styles.xml", "_rels/.rels"])
    func `Entities are refused wherever they are declared`(part: String) throws {
        let bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><worksheet>&b;</worksheet>"
        #expect(try refusal(part, bomb) == Refusal(code: .bomb, detail: part))
    }

    @Test func `A part that unpacks to a thousand times its size is refused`() throws {
        let blanks = String(repeating: " ", count: 12 << 20)
        #expect(try refusal(sheetPart, "<worksheet>\(blanks)</worksheet>") == Refusal(code: .bomb, detail: sheetPart))
    }

    @Test func `Endlessly nested elements are refused`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        #expect(try refusal(sheetPart, "<worksheet>" + deep) == Refusal(code: .bomb, detail: sheetPart))
    }

    @Test func `An endless tag is refused`() throws {
        let value = String(repeating: "abcdefgh ", count: 300_000)
        #expect(try refusal(sheetPart, "<worksheet a=\"\(value)\"/>") == Refusal(code: .bomb, detail: sheetPart))
    }

    @Test func `Endless new names are refused before they fill the memory`() throws {
        let names = (0..<600_000).map { "<a\($0)/>" }.joined()
        #expect(try refusal(sheetPart, "<worksheet>\(names)</worksheet>") == Refusal(code: .bomb, detail: sheetPart))
    }

    @Test func `A long text that a row refers to again and again is refused`() throws {
        let text = String(repeating: "a", count: 130_000)
        let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 200)
        let archive = XLSXArchive(rows: "<row>\(cells)</row>", shared: "<si><t>\(text)</t></si>")
        #expect(try archive.refusal() == Refusal(code: .bomb, row: 1, column: 129, detail: sheetPart))
    }

    @Test func `An endless or incorrect list of contents is refused`() throws {
        var entry: [UInt8] = Array("PK\u{1}\u{2}".utf8) + [20, 0, 20, 0] + [UInt8](repeating: 0, count: 38)
        entry[28] = 200
        entry += [UInt8](repeating: UInt8(ascii: "n"), count: 200)
        var list: [UInt8] = []
        for _ in 0..<50_000 { list += entry }
        #expect(try Refusal(of: list + end(count: 50_000, size: list.count)) == Refusal(code: .bomb, detail: "zip"))
        #expect(try Refusal(of: entry + end(count: 65_534, size: entry.count)).code == .damaged)
        #expect(try Refusal(of: entry + end(count: 1, size: 1 << 30)).code == .damaged)
    }

    private func end(count: Int, size: Int) -> [UInt8] {
        let counts = [UInt8(count & 0xFF), UInt8(count >> 8)]
        let sizes = (0..<4).map { UInt8(size >> ($0 * 8) & 0xFF) }
        return Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0] + counts + counts + sizes + [0, 0, 0, 0, 0, 0]
    }
}
