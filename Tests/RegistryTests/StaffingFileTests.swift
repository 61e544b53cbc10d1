import Foundation
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Staffing files as 34 provinces send them: read as they were meant, or refused with the place of the error.
@Suite(.limited, .keepsFailedDatabases) struct StaffingFileTests {
    typealias Book = StaffingBook
    typealias Cell = StaffingBook.Cell

    static let header = "province_code,province,unit_code,unit,kind,civil_servants\n"

    private static var dry: StaffingImport.Options {
        var options = StaffingImport.Options()
        options.isDryRun = true
        return options
    }

    /// Imports bytes as the tool does.
    func take(
        _ bytes: [UInt8], _ reading: ReadingOptions = ReadingOptions(), _ options: StaffingImport.Options = dry,
        on connection: inout Connection
    ) throws -> StaffingImport {
        do {
            let file = try SourceFile(name: "test", ByteFile(bytes: bytes), reading)
            return try StaffingImport.run(file, options, on: &connection)
        } catch let error as CellError {
            var result = StaffingImport()
            result.errors = CellErrors([error])
            return result
        }
    }

    func take(_ text: String, on connection: inout Connection) throws -> StaffingImport {
        try take(Array(text.utf8), on: &connection)
    }

    /// An official table with these rows, below titles and a header row.
    func official(_ rows: [[Cell]]) -> Book {
        var book = Book()
        book.rows = [[.inline("CỤC QUẢN LÝ THI HÀNH ÁN DÂN SỰ")], [.inline("BẢNG BIÊN CHẾ NĂM 2026")], [], Book.header]
        book.rows.append((1...6).map { .inline("(\($0))") })
        book.rows += rows
        book.merged = ["A1:F1", "A2:F2"]
        return book
    }

    @Test func `An official table is read: titles, column numbers, subtotals, totals and signatures are reported, not imported`()
        throws
    {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var book = official([
                Book.row("01", "Hà Nội", "THADS thành phố Hà Nội", "THADS thành phố", .number("120")),
                Book.row("01", "Hà Nội", "Phòng THADS khu vực 1", "Phòng THADS khu vực", .inline("12,0")),
                Book.row("", "", "Cộng Hà Nội", "", .number("132")),
                Book.row("04", "Cao Bằng", "THADS tỉnh Cao Bằng", "THADS tỉnh", .formula("40+40", "80")),
                Book.row("04", "Cao Bằng", "Phòng THADS khu vực 1", "Phòng THADS khu vực", .number("12.0")),
                Book.row("04", "Cao Bằng", "Cộng:", "", .number("92")),
                Book.row("Tổng cộng:", "", "", "", .number("225")),
                [],
                Book.row("", "", "", "Hà Nội, ngày 01 tháng 11 năm 2026", .empty),
                Book.row("NGƯỜI LẬP BIỂU", "", "", "THỦ TRƯỞNG ĐƠN VỊ", .empty),
                Book.row("(Ký, ghi rõ họ tên)", "", "", "", .inline("(Ký, đóng dấu)")),
            ])
            book.others = [("Ẩn", "hidden", [[.inline("x")]]), ("Rất ẩn", "veryHidden", [[.inline("y")]])]
            let result = try take(book.bytes(), ReadingOptions(), .init(), on: &connection)
            #expect(result.errors.list.map(\.code) == [])
            #expect(result.rows == 4 && result.applied)
            #expect(result.header?.row == 4)
            #expect(result.header?.mapping.last?.header == "Biên chế có mặt")
            #expect(result.header?.skipped.map(\.number) == [1, 2, 5])
            #expect(result.aside.map(\.number) == [8, 11, 12, 14, 15, 16])
            // The subtotals, one of which names its province, are right; the total is one more than its rows: 132 + 92.
            #expect(result.aside.map(\.total) == [132, 92, 225, nil, nil, nil])
            #expect(result.aside.map(\.sum) == [nil, nil, 224, nil, nil, nil])
        }
    }

    @Test(arguments: [
        // The rows of a province whose cells are merged, below a subtotal.
        ["", "", "Phòng THADS khu vực 2", "Phòng THADS khu vực", "6"],
        ["", "", "Phòng THADS khu vực 2", "Phòng THADS khu vực", ""],
        ["99", "Hà Nội", "Phòng THADS khu vực 2", "", "6"],
        ["", "", "Phòng THADS khu vực 2", "", "12.5"],
    ])
    func `A unit below a total is never taken for a signature`(cells: [String]) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let book = official([
                Book.row("01", "Hà Nội", "THADS", "THADS thành phố", .number("120")),
                Book.row("", "", "Tổng cộng", "", .number("120")),
                Book.row(cells[0], cells[1], cells[2], cells[3], cells[4].isEmpty ? .empty : .inline(cells[4])),
            ])
            let result = try take(book.bytes(), on: &connection)
            #expect(Set(result.errors.list.compactMap(\.row)) == [8])
            #expect(result.errors.list.allSatisfy { $0.sheet == "Một" })
        }
    }

    @Test func `Cells of XLSX: what is understood, and what is refused, with sheet and place, one error per cell`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let cells: [(Cell, CellError.Code?)] = [
                (.number("12"), nil), (.number("12.0"), nil), (.number("1200"), nil), (.number("1.2E3"), nil),
                (.shared(0), nil), (.shared(1), nil), (.textFormula("15"), nil), (.formula("A1", "16"), nil),
                (.number("12.5"), .notAWholeNumber), (.number("-5"), .notAWholeNumber), (.number("0"), .implausibleHeadcount),
                (.formula("A1", nil), .formulaWithoutValue), (.failed("#REF!"), .formulaError),
                (.date("46000"), .notAWholeNumber), (.inline("1.000"), .ambiguousNumber), (.empty, .missingValue),
            ]
            var book = official(
                cells.enumerated().map { Book.row("01", "Hà Nội", "Phòng số \($0 + 1)", "Phòng chuyên môn", $1.0) })
            book.shared = "<si><t>200 người</t></si><si><r><t>1</t></r><r><rPr><b/></rPr><t>4</t></r></si>"
            let errors = try take(book.bytes(), on: &connection).errors
            let wrong = cells.indices.filter { cells[$0].1 != nil }
            #expect(errors.list.map(\.row) == wrong.map { $0 + 6 })
            #expect(errors.list.map(\.code) == wrong.compactMap { cells[$0].1 })
            #expect(errors.list.map(\.cell) == wrong.map { "F\($0 + 6)" })
            #expect(Set(errors.list.map(\.sheet)) == ["Một"] && Set(errors.list.map(\.column)) == ["Biên chế có mặt"])
            #expect(errors.count == wrong.count)
        }
    }

    @Test func `A province that is merged counts for each of its rows; a number that is merged is reported as such`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var book = official([
                Book.row("01", "Hà Nội", "THADS", "THADS thành phố", .number("120")),
                Book.row("", "", "Phòng THADS khu vực 1", "Phòng THADS khu vực", .number("5")),
                Book.row("", "", "Phòng THADS khu vực 2", "Phòng THADS khu vực", .empty),
            ])
            book.merged += ["A6:A8", "B6:B8", "F7:F8"]
            let errors = try take(book.bytes(), on: &connection).errors.list
            #expect(errors.map(\.code) == [.mergedCell])
            #expect(errors.first?.message.vi == "Ô đã gộp vào ô F7 nên dòng này không có giá trị.")
            #expect(errors.map(\.cell) == ["F8"])
        }
    }

    @Test func `A sheet is chosen by name, hidden or not; an unknown name is refused with the existing ones`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var book = official([Book.row("01", "Hà Nội", "THADS", "THADS thành phố", .number("120"))])
            book.others = [("Ẩn", "hidden", [Book.header, Book.row("04", "Cao Bằng", "THADS", "THADS tỉnh", .number("80"))])]
            var reading = ReadingOptions()
            reading.sheet = "Ẩn"
            let units = try take(book.bytes(), reading, on: &connection).units.map(\.house)
            #expect(units == ["04"])
            reading.sheet = "Hai"
            let error = try take(book.bytes(), reading, on: &connection).errors.list.first
            #expect(error?.code == .noSuchSheet && error?.message.vi.contains("Một") == true)
        }
    }

    @Test func `Numbers are read only if they are unambiguous`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let readings: [(String, Int?)] = [
                ("1.200", 1_200), ("1,200", 1_200), ("1 200", 1_200), ("1\u{A0}200", 1_200), ("200 người", 200), ("200CC", 200),
                ("12,0", 12), ("12.00", 12), ("012", 12), ("１２", 12), (" 12 ", 12), ("1", 1), ("9999", 9_999),
                ("1.000", nil), ("12.000", nil), ("-5", nil), ("5e2", nil), ("12.5", nil), ("0", nil), ("10000", nil), ("", nil),
                ("12²", nil), ("²", nil), ("①", nil), ("٣", nil), ("Ⅻ", nil), ("0x10", nil), ("=12", nil), ("1.2.3", nil),
                ("1.200,50", nil), ("1 2", nil), ("(12)", nil), ("12 hoặc 13", nil), ("99999999999999999999", nil),
            ]
            let rows = readings.enumerated().map { "01,Hà Nội,,Phòng \($0 + 1),division,\"\($1.0)\"\n" }
            let result = try take(Self.header + rows.joined(), on: &connection)
            let wrong = readings.indices.filter { readings[$0].1 == nil }
            #expect(result.errors.list.map(\.row) == wrong.map { $0 + 2 })
            let right = readings.indices.filter { readings[$0].1 != nil }
            let read = try take(Self.header + right.map { rows[$0] }.joined(), on: &connection)
            #expect(
                Dictionary(uniqueKeysWithValues: read.units.map { ($0.name, $0.to) })
                    == Dictionary(uniqueKeysWithValues: right.map { ("Phòng \($0 + 1)", readings[$0].1) }))
        }
    }

    @Test func `A former province's name is explained as such, for all seven codes`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let former = [
                ("15", "Yên Bái", "Lào Cai"), ("24", "Bắc Giang", "Bắc Ninh"), ("44", "Quảng Bình", "Quảng Trị"),
                ("52", "Bình Định", "Gia Lai"), ("80", "Long An", "Tây Ninh"), ("82", "Tiền Giang", "Đồng Tháp"),
                ("91", "Kiên Giang", "An Giang"),
            ]
            let rows = former.map { "\($0.0),THADS tỉnh \($0.1.uppercased()),,THADS,province,5\n" }
            let errors = try take(Self.header + rows.joined(), on: &connection).errors.list
            #expect(errors.map(\.code) == former.map { _ in .formerProvinceName })
            for (error, (_, old, new)) in zip(errors, former) {
                #expect(error.message.vi.lowercased().contains(old.lowercased()) && error.message.vi.contains(new))
            }
        }
    }

    @Test(arguments: [
        ("Phòng Hoà Bình", "Phòng Hòa Bình"), ("Phòng \u{D0}ào tạo", "Phòng Đào tạo"),
        ("Pho\u{300}ng Đào tạo", "Phòng Đào tạo"), ("Phòng Đào tạo\u{A0}\u{A0}", "Phòng Đào tạo"),
        ("Phòng  Đào\u{2003}tạo", "Phòng Đào tạo"), ("PHÒNG ĐÀO TẠO", "Phòng Đào tạo"), ("Phòng\nĐào tạo", "Phòng Đào tạo"),
    ])
    func `Spellings of one name are recognised as such, within a file and from file to file`(one: String, other: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            func row(_ name: String) -> String { "01,Hà Nội,,\"\(name)\",division,5\n" }
            let twice = try take(Self.header + row(one) + row(other), on: &connection)
            #expect(twice.errors.list.map(\.code) == [.duplicateUnit, .duplicateUnit])
            let first = try StaffingImport.run(csv: Self.header + row(other), on: &connection)
            #expect(first.errors.isEmpty)
            let again = try StaffingImport.run(csv: Self.header + row(one), on: &connection)
            #expect((again.added, again.missing) == (0, 0))
            expect(
                try connection.query("SELECT name FROM unit WHERE name IS NOT NFC NORMALIZED") { try $0["name"] as String },
                is: [])
        }
    }

    @Test func `A file that was read in the wrong encoding can be imported again in the right one`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let bytes =
                Array("province_code,province,unit,kind,civil_servants\n01,HANOI,Ph".utf8) + [0x6F, 0xCC]
                + Array("ng,division,5\n".utf8)
            var reading = ReadingOptions()
            for (encoding, isNew) in [(TextEncoding.tcvn3, true), (.windows1258, true), (.windows1258, false)] {
                reading.encoding = encoding
                let result = try take(bytes, reading, .agreed, on: &connection)
                #expect(result.applied && result.unchanged != isNew)
            }
            let names = try connection.query("SELECT name FROM staffing_in_force") { try $0["name"] as String }
            #expect(names == ["Phòng"])
        }
    }

    @Test func `A value is reported as it appears in the cell`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let rows = "ab,Hà Nội,,Phòng 1,division,5\n01,hà tây,,Phòng 2,division,5\n01,Hà Nội,cuc,Phòng 3,division,5\n"
            let errors = try take(Self.header + rows, on: &connection).errors.list
            #expect(errors.map(\.value) == ["ab", "hà tây", "cuc"])
        }
    }
}
