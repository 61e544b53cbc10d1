import Foundation
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Files that are refused, with the place of the error.
extension StaffingFileTests {
    @Test func `Headers: a missing column is reported with the nearest, a second one is refused, synonyms are known`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            func header(_ cells: String) throws -> [CellError] {
                try take(cells + "\n01;Hà Nội;Phòng 1;Phòng;5;6\n", on: &connection).errors.list
            }
            let nearest = try header("Mã tỉnh;Tỉnh;Đơn vị;Loại đơn vị;Biên chế được giao")
            #expect(nearest.map(\.code) == [.missingColumn])
            #expect(nearest.first?.fix.vi.contains("Biên chế được giao") == true)
            let twice = try header("Mã tỉnh;Tỉnh;Đơn vị;Loại;Số người;Số CC")
            #expect(twice.map(\.code) == [.duplicateColumn] && twice.first?.cell == "F1")
            #expect(twice.first?.column == "Số CC")
            let several = try header("Tỉnh;Đơn vị;x;y;z;w")
            #expect(Set(several.map(\.value)) == ["kind", "civil_servants"])
            for headcount in ["Biên chế có mặt", "BIEN CHE CO MAT", "Số CC", "so cc ", "civil servants", "Số   công\u{A0}chức"] {
                expect(try header("ma tinh;TỈNH/TP;Tên đơn vị;Loại hình;\(headcount);STT").map(\.code), is: [])
            }
        }
    }

    @Test func `Rows with too many columns and columns with too many values are refused at once`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let names = "province_code,province,unit,kind,civil_servants"
            let wide = try take(
                names + String(repeating: ",", count: 16_384 - 5) + "\n01,Hà Nội,THADS,province,5\n", on: &connection)
            #expect(wide.errors.isEmpty)
            let wider = try take(names + String(repeating: ",x", count: 100_000) + "\n", on: &connection)
            #expect(wider.errors.list.map(\.code) == [.tooManyColumns] && wider.errors.list.first?.row == 1)
            let kinds = (1...20_000).map { "01,Hà Nội,Phòng \($0),loại \($0),5\n" }
            let places = try take(names + "\n" + kinds.joined(), on: &connection)
            #expect(places.errors.list.map(\.code) == [.tooManyPlaces])
        }
    }

    @Test func `If a file is wrong throughout, the first errors are listed and all are counted`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let rows = (1...12_000).map { "01,Hà Nội,,Phòng \($0),division,x\n" }
            let errors = try take(Self.header + rows.joined(), on: &connection).errors
            #expect(errors.count == 12_000 && errors.list.count == CellErrors.kept)
            #expect(errors.list.last?.row == CellErrors.kept + 1)
        }
    }

    @Test func `Damaged files end in a result, or in errors with a place, and never in an internal error`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let book = official([
                Book.row("01", "Hà Nội", "THADS", "THADS thành phố", .number("120")),
                Book.row("01", "Hà Nội", "Phòng Hòa Bình", "Phòng chuyên môn", .inline("1.200")),
                Book.row("Tổng cộng", "", "", "", .number("1320")),
            ])
            let text =
                "Mã tỉnh;Tỉnh;Mã đơn vị;Đơn vị;Loại;Số CC\r\n01;\"Hà Nội\";;\"Phòng 1\";Phòng;5\r\n04;Cao Bằng;04-X;Đội;Phòng;7\r\n;;;Cộng;;12\r\n"
            let utf16: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let seeds = [Array(text.utf8), utf16, try book.bytes()]
            var dice = SeededGenerator(seed: 4)
            for round in 0..<150 {
                var bytes = seeds[round % seeds.count]
                for _ in 0..<Int.random(in: 1...6, using: &dice) {
                    let place = Int.random(in: 0..<bytes.count, using: &dice)
                    switch Int.random(in: 0..<5, using: &dice) {
                    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
                    case 1: bytes[place] = Array("\0\"\\;,\n\t'=\u{7F}".utf8).randomElement(using: &dice) ?? 0
                    case 2: bytes.removeSubrange(place..<min(bytes.count, place + 9))
                    case 3: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
                    default: if round % 7 == 0 { bytes.removeSubrange(place...) }
                    }
                    if bytes.isEmpty { bytes = [0] }
                }
                do {
                    let result = try take(bytes, on: &connection)
                    #expect(result.errors.isEmpty ? result.rows > 0 : result.errors.count >= result.errors.list.count)
                } catch {
                    Issue.record("round \(round): \(Refusal(error).code) \(error)")
                }
            }
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }

    @Test func `An administrator is shown everything that is wrong with a staffing file`() throws {
        try RegistryDatabase.withOpenCampaign { _, conninfo in
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            let rows =
                "01,Hà Nội,THADS thành phố Hà Nội,province,100000\r\n01,Hà Nội,Phòng 1,division,-1\r\n77,Hà Nội,Phòng 2,division,x\r\n"
            let errors = try StaffingImport.run(csv: ProvinceFixture.header + rows, on: &administrator).errors
            #expect(Set(errors.list.map(\.row)) == [2, 3, 4], "\(errors.list.map(\.code))")
        }
    }
}
