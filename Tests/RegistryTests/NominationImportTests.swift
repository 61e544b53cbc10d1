import Glibc
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// A file of nominations is entered completely, or not at all; the database checks every row, and each refusal is reported with
/// its row.
@Suite(.limited, .keepsFailedDatabases) struct NominationImportTests {
    private static let header = "unit,award,collective,individual,staff_no,position,workplace\n"
    private static let person = "01,director_certificate,,Nguyễn Văn An,A1,Chấp hành viên,01\n"

    func withProvince<T>(
        civilServants: Int = 300, areaOffices: Int = 15, _ body: (inout Connection, String) throws -> T
    ) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let csv =
                ProvinceFixture.header + ProvinceFixture(civilServants: civilServants, areaOffices: areaOffices).csv
                + ProvinceFixture(code: "04", name: "Cao Bằng", civilServants: 100, areaOffices: 3).csv
            try StaffingImport.run(csv: csv, on: &connection)
            return try body(&connection, conninfo)
        }
    }

    func importing(
        _ rows: String, header: String = header, _ options: NominationImport.Options = .init(),
        on connection: inout Connection
    ) throws -> NominationImport {
        try NominationImport.run(
            SourceFile(name: "test.csv", ByteFile(bytes: Array((header + rows).utf8))), options, on: &connection)
    }

    func count(on connection: inout Connection) throws -> Int? {
        try connection.first("SELECT (SELECT count(*) FROM nomination) + (SELECT count(*) FROM person) AS n") { try $0["n"] }
    }

    @Test func `A file is entered in its row order, and takes slots`() throws {
        try withProvince { connection, _ in
            let result = try importing(
                "1,Bằng khen của Bộ trưởng,01-kv02,,,,\n01,giay khen cua cuc truong,Phòng THADS khu vực 1,,,,\n" + Self.person
                    + "\nTổng cộng,,,3,,,\nNgười lập biểu,,,,,,\n", on: &connection)
            #expect(result.errors.isEmpty)
            #expect(result.rows == 3)
            #expect(result.nominations.map(\.nominee) == ["Phòng THADS khu vực 2", "Phòng THADS khu vực 1", "Nguyễn Văn An"])
            #expect(result.nominations.map(\.award).last == "director_certificate")
            #expect(result.nominations.map(\.slot) == [1, 1, 1])
            #expect(result.aside.map(\.number) == [6, 7])
            #expect(result.quotas.map(\.used) == [1, 1, 1])
            expect(try count(on: &connection), is: 4)
        }
    }

    @Test func `A dry run reports what would be entered and how many slots would be used, and enters nothing`() throws {
        try withProvince { connection, _ in
            var options = NominationImport.Options()
            options.isDryRun = true
            let result = try importing(Self.person, options, on: &connection)
            #expect(result.nominations.map(\.slot) == [1])
            #expect(result.quotas.map(\.used) == [1])
            #expect(result.quotas.map(\.remaining) == [1])
            expect(try count(on: &connection), is: 0)
        }
    }

    /// Rows that are wrong in themselves, the column at fault and the code.
    private static let badRows: [(String, String, CellError.Code)] = [
        (",director_certificate,01-KV01,,,,", "unit", .missingValue),
        ("99,director_certificate,01-KV01,,,,", "unit", .unknownUnit),
        ("01,,01-KV01,,,,", "award", .missingValue),
        ("01,Huân chương,01-KV01,,,,", "award", .unknownAward),
        ("01,director_certificate,01-KV99,,,,", "collective", .unknownUnit),
        ("01,director_certificate,,,,,", "collective", .collectiveOrPerson),
        ("01,director_certificate,01-KV01,Nguyễn Văn An,A1,Chấp hành viên,01", "collective", .collectiveOrPerson),
        ("01,director_certificate,,,A1,Chấp hành viên,01", "individual", .missingValue),
        ("01,director_certificate,,Nguyễn Văn An,,Chấp hành viên,01", "staff_no", .missingValue),
        ("01,director_certificate,,Nguyễn Văn An,A1,,01", "position", .missingValue),
        ("01,director_certificate,,Nguyễn Văn An,A1,Chấp hành viên,", "workplace", .missingValue),
        ("01,director_certificate,,Nguyễn Văn An,A1,Chấp hành viên,99", "workplace", .unknownUnit),
        ("01,director_certificate,,Nguyễn Văn An,A 1,Chấp hành viên,01", "staff_no", .invalidStaffNo),
        (
            "01,director_certificate,,\(String(repeating: "x", count: 2_000)),A1,Chấp hành viên,01", "individual", .invalidText
        ),
        ("Phòng THADS khu vực 1,director_certificate,01-KV01,,,,", "unit", .ambiguousUnit),
    ]

    @Test func `All wrong cells are reported together, by row, column and code, and nothing is entered`() throws {
        try withProvince { connection, _ in
            let result = try importing(
                "01,minister_certificate,01-KV05,,,,\n" + Self.badRows.map(\.0).joined(separator: "\n"), on: &connection)
            for (index, (row, column, code)) in Self.badRows.enumerated() {
                let errors = result.errors.list.filter { $0.row == index + 3 }
                let found = errors.contains {
                    $0.column == column && $0.code == code && $0.cell?.hasSuffix("\(index + 3)") == true
                }
                #expect(found, "\(row): \(errors.map { "\($0.column ?? "") \($0.name)" })")
            }
            #expect(!result.errors.list.contains { $0.row == 2 })
            #expect(result.nominations.isEmpty && result.quotas.isEmpty)
            #expect(Set(result.failedRows.map(\.number)) == Set(result.errors.list.compactMap(\.row)))
            expect(try count(on: &connection), is: 0)
        }
    }

    @Test(arguments: [
        ("unit,collective\n01,01-KV01", CellError.Code.missingColumn, "award"),
        ("unit,award\n01,x", .missingColumn, "collective / individual"),
        ("unit,award,individual,position,workplace\n01,x,y,z,01", .missingColumn, "staff_no"),
        ("award,collective\nx,01", .missingColumn, "unit"),
        ("unit,award,collective,Tập thể\n01,x,01,01", .duplicateColumn, "collective"),
        ("unit,award,collective\n\nTổng cộng,,3", .noRows, ""),
        ("", .emptyFile, ""),
    ])
    func `A file without what it needs is refused`(csv: String, code: CellError.Code, value: String) throws {
        try withProvince { connection, _ in
            let result = try importing("", header: csv, on: &connection)
            // What a list may state elsewhere is missed in each row.
            #expect(result.errors.list.first?.code == code && result.errors.list.dropFirst().allSatisfy { $0.row == 2 })
            #expect((result.errors.list.first?.value ?? "") == value)
        }
    }

    @Test func `Collectives alone need no columns for people, and the unit may be given once for all rows`() throws {
        try withProvince { connection, _ in
            var options = NominationImport.Options()
            options.unit = "01"
            let result = try importing(
                "DANH SÁCH ĐỀ NGHỊ,\nSTT;Tập thể;Hình thức khen thưởng\n1;01-KV01;director_certificate\n2;;\n", header: "",
                options,
                on: &connection)
            #expect(result.errors.isEmpty, "\(result.errors.list)")
            #expect(result.nominations.map(\.unit) == ["01"])
            #expect(result.header?.unknown == ["STT"])
        }
    }

    @Test func `Of two rows for one slot the later is refused, and the error says which row has it`() throws {
        try withProvince(areaOffices: 14) { connection, _ in
            let rows = "01,director_certificate,01-KV01,,,,\n01,director_certificate,01-KV02,,,,\n"
            let result = try importing(rows, on: &connection)
            let error = try #require(result.errors.list.first)
            #expect(result.errors.count == 1)
            #expect(error.name == "quota_exceeded" && error.row == 3 && error.cell == "B3")
            #expect(error.message.vi.contains("1/1 suất") && error.message.vi.contains("dòng 2 của tệp này"))
            #expect(error.message.vi.contains("(điểm b mục 1.2.2)"))
            #expect(error.fix.vi.contains("rút một đề nghị khác"))
            expect(try count(on: &connection), is: 0)
            expect(try importing(rows.split(separator: "\n")[0] + "\n", on: &connection).nominations.count, is: 1)
        }
    }

    @Test func `A nominee who is listed twice in a file is reported with the other row`() throws {
        try withProvince { connection, _ in
            let other = "01,minister_certificate,,Trần Thị Hòa,a1,Chấp hành viên,01\n"
            let rows =
                Self.person + Self.person + other + "01,director_certificate,01-KV01,,,,\n01,minister_certificate,01-kv01,,,,\n"
            let errors = try importing(rows, on: &connection).errors.list
            #expect(errors.map(\.row) == [3, 4, 6])
            #expect(errors.map(\.code) == [.duplicateNomination, .staffNoTwice, .duplicateNomination])
            #expect(errors.first?.message.vi.contains("dòng 2") == true)
            #expect(errors.last?.message.en.contains("row 5") == true)
        }
    }

    @Test func `N2: a person nominated elsewhere is refused, and the unit is not revealed`() throws {
        try withProvince { connection, conninfo in
            _ = try Nomination.add(.person("B7", of: "04", name: "Hoàng Thị Lạ"), on: &connection)
            try connection.execute("SELECT database_close()")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            let result = try importing(
                "01,director_certificate,,Hoàng Thị Lạ,B7,Chấp hành viên,01\n04,director_certificate,04-KV01,,,,\n", on: &clerk)
            #expect(result.errors.list.map(\.name) == ["already_nominated", "unknown_unit", "unknown_unit"])
            let text = result.errors.list.map { "\($0.message.vi) \($0.message.en) \($0.fix.vi) \($0.fix.en)" }.joined()
            #expect(!text.contains("04") && !text.contains("Cao Bằng"))
            // In the same words as for a nonexistent unit.
            let absent = try importing("98,director_certificate,98-KV01,,,,\n", on: &clerk)
            #expect(absent.errors.list.map(\.message) == result.errors.list.dropFirst().map(\.message))
        }
    }

    @Test func `A clerk's rows belong to the clerk's own unit, unless they say otherwise`() throws {
        try withProvince { connection, conninfo in
            try connection.execute("SELECT database_close()")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            let result = try importing("director_certificate,Phòng THADS khu vực 1\n", header: "award,collective\n", on: &clerk)
            #expect(result.nominations.map(\.unit) == ["01"])
            #expect(result.nominations.map(\.collective) == ["01-KV01"])
            var options = NominationImport.Options()
            options.unit = "04"
            #expect(refusal { _ = try importing(Self.person, options, on: &clerk) } == .notFound)
            var council = try Connection(RegistryDatabase.Login.council.conninfo(conninfo))
            #expect(refusal { _ = try importing(Self.person, on: &council) } == .notPermitted)
        }
    }

    @Test func `After the deadline every row is refused`() throws {
        try withProvince { connection, _ in
            var options = NominationImport.Options()
            options.campaign = "606/KH-CQLTHADS"
            let result = try importing(Self.person + "01,director_certificate,01-KV01,,,,\n", options, on: &connection)
            #expect(result.errors.list.map(\.name) == ["deadline_passed", "deadline_passed"])
            #expect(result.firstRefusal { _ in true }?.code == .deadlinePassed)
        }
    }

    @Test func `A nominee whom a unit may not propose is refused at the cell at fault`() throws {
        try withProvince { connection, _ in
            let errors = try importing(
                "01-KV01,director_certificate,01-KV01,,,,\n01,director_certificate,04-KV01,,,,\n"
                    + "01,director_certificate,,Nguyễn Văn An,A1,Chấp hành viên,04\n08,director_certificate,08,,,,\n",
                on: &connection
            ).errors.list
            #expect(errors.map(\.cell) == ["A2", "C3", "G4", "B5"])
            #expect(errors.map(\.name) == ["invalid_input", "invalid_input", "invalid_input", "no_staffing_data"])
        }
    }

    @Test func `More rows than a list can have are refused`() throws {
        try withProvince { connection, _ in
            let rows = String(repeating: "01,x,01,,,,\n", count: NominationImport.mostRows + 1)
            let result = try importing(rows, on: &connection)
            #expect(result.errors.list.map(\.code) == [.tooManyRows])
        }
    }
}
