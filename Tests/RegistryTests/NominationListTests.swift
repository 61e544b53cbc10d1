import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Lists of nominees as units hold them, which were not made as our form: read, or brought into the form for what they do not say.
@Suite(.limited, .keepsFailedDatabases) struct NominationListTests {
    func withProvince<T>(_ body: (inout Connection, String) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let csv =
                ProvinceFixture.header + ProvinceFixture(code: "04", name: "Cao Bằng", civilServants: 600, areaOffices: 30).csv
                + ProvinceFixture(code: "46", name: "Huế", civilServants: 300, areaOffices: 3).csv
            try StaffingImport.run(csv: csv, on: &connection)
            return try body(&connection, conninfo)
        }
    }

    func importing(_ lines: [String], unit: String? = "04", on connection: inout Connection) throws -> NominationImport {
        var options = NominationImport.Options()
        options.unit = unit
        let text = lines.map { $0 + "\n" }.joined()
        return try NominationImport.run(
            SourceFile(name: "list.csv", ByteFile(bytes: Array(text.utf8))), options, on: &connection)
    }

    /// The rows in the form's columns, without those that the file leaves empty.
    func reshaped(_ result: NominationImport) -> [String] {
        result.failedRows.map { "\($0.number) " + $0.cells.filter { !$0.isEmpty }.joined(separator: "|") }
    }

    func errors(_ result: NominationImport) -> [String] {
        result.errors.list.map { "\($0.row ?? 0) \($0.name) \($0.column ?? $0.value ?? "")" }
    }

    private static let list = [
        "THADS TỈNH CAO BẰNG;;;CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM;",
        ";DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG;;;",
        "STT;Họ và tên / Tập thể;Chức vụ và đơn vị công tác;Hình thức khen thưởng;Ghi chú",
        "I;TẬP THỂ;;;",
        "1;Phòng Thi hành án dân sự khu vực 1;;Giấy khen của Cục trưởng;",
        "2;THADS tỉnh Cao Bằng;-;Bằng khen;",
        "II;CÁ NHÂN;;;",
        "1;Ông Nguyễn Văn An;Phó Trưởng phòng, Phòng THADS khu vực 2;Giấy khen;",
        "2;Bà Trần Thị Bình;Chấp hành viên - Phòng Thi hành án dân sự khu vực 2, tỉnh Cao Bằng;Bằng khen của Bộ trưởng Bộ Tư pháp;Mới",
        "3;Đồng chí Lê Văn Cường;Trưởng phòng Nghiệp vụ;Giấy khen;",
        ";;;Cao Bằng, ngày 05 tháng 4 năm 2026;",
        "NGƯỜI LẬP BIỂU;;;TRƯỞNG THADS TỈNH;",
        "Hoàng Văn Dũng;;;Lý Thị Em;",
    ]

    @Test func `A list without staff numbers is refused, and brought into the form with every nominee`() throws {
        try withProvince { connection, _ in
            let result = try importing(Self.list, on: &connection)
            expect(
                errors(result),
                is: [
                    "3 missing_column staff_no", "8 missing_value staff_no", "9 missing_value staff_no",
                    "10 missing_value staff_no",
                ])
            expect(
                reshaped(result),
                is: [
                    "5 04|Giấy khen của Cục trưởng|04-KV01", "6 04|Bằng khen|04",
                    "8 04|Giấy khen|Nguyễn Văn An|Phó Trưởng phòng|04-KV02",
                    "9 04|Bằng khen của Bộ trưởng Bộ Tư pháp|Trần Thị Bình|Chấp hành viên|04-KV02",
                    "10 04|Giấy khen|Lê Văn Cường|Trưởng phòng Nghiệp vụ|04-PHONG-NGHIEP-VU",
                ])
            #expect(result.errors.list.first?.fix.vi.contains("--errors") == true)
            #expect(result.header?.titles(of: .nomination(unitIsGiven: true)).map(\.vi).last == "Nơi công tác (mã đơn vị)")
        }
    }

    @Test func `Collectives alone are read at once; what the rows lack is in the headings and the title`() throws {
        try withProvince { connection, _ in
            let result = try importing(
                [
                    "Đơn vị: THADS tỉnh Cao Bằng;;", ";DANH SÁCH TẬP THỂ ĐỀ NGHỊ TẶNG GIẤY KHEN CỦA CỤC TRƯỞNG NĂM 2026;",
                    "TT;Tập thể;Ghi chú", "1;Tập thể Phòng THADS khu vực 1;", "2;PHÒNG NGHIỆP VỤ;", "Tổng cộng: 02;;",
                ], unit: nil, on: &connection)
            expect(errors(result), is: [])
            expect(result.nominations.map(\.unit), is: ["04", "04"])
            expect(result.nominations.map { $0.collective ?? "" }, is: ["04-KV01", "04-PHONG-NGHIEP-VU"])
            expect(result.nominations.map(\.award), is: ["director_certificate", "director_certificate"])
        }
    }

    @Test func `Headings within headings state the award and the subject together`() throws {
        try withProvince { connection, _ in
            let sections = try importing(
                [
                    "STT;Tập thể, cá nhân;Chức vụ, đơn vị công tác;Số hiệu", "A;BẰNG KHEN CỦA BỘ TRƯỞNG;;", "I;Tập thể;;",
                    "1;Phòng THADS khu vực 3;;", "II;Cá nhân;;", "1;Nguyễn Văn An;Kế toán, Văn phòng THADS;CC-1", "B;GIẤY KHEN;;",
                    "I;Tập thể;;", "1;Phòng THADS khu vực 4;;", "II;Cá nhân;;", "1;Lê Thị Bé;Thư ký, Phòng THADS khu vực 4;CC-2",
                ], on: &connection)
            // There is no such unit as "Văn phòng THADS".
            expect(errors(sections), is: ["6 unknown_unit Chức vụ, đơn vị công tác"])
            let award = Dictionary(uniqueKeysWithValues: sections.failedRows.map { ($0.number, $0.cells[1]) })
            expect(award[4], is: "Bằng khen của Bộ trưởng")
            expect(award[6], is: "Bằng khen của Bộ trưởng")
            expect(award[9], is: "Giấy khen của Cục trưởng")
            expect(award[11], is: "Giấy khen của Cục trưởng")
        }
    }

    @Test func `A heading's award ends with the next heading on its level`() throws {
        try withProvince { connection, _ in
            let result = try importing(
                [
                    "STT;Tập thể", "I;TẬP THỂ NHỎ", "1.1;Bằng khen của Bộ trưởng", "1;Phòng THADS khu vực 5", "II;TẬP THỂ KHÁC",
                    "1;Phòng THADS khu vực 6",
                ], on: &connection)
            expect(errors(result), is: ["1 missing_column award", "6 missing_value award"])
        }
    }

    @Test(arguments: [
        // Another minister's, two at once, and one that is not of the circular.
        "BẰNG KHEN CỦA THỦ TƯỚNG CHÍNH PHỦ", "BẰNG KHEN VÀ GIẤY KHEN", "LAO ĐỘNG TIÊN TIẾN, GIẤY KHEN", "HUÂN CHƯƠNG",
    ])
    func `A heading that may mean another award states none`(heading: String) throws {
        try withProvince { connection, _ in
            let result = try importing(["STT;Tập thể", "A;\(heading)", "1;Phòng THADS khu vực 5"], on: &connection)
            expect(errors(result), is: ["1 missing_column award", "3 missing_value award"])
        }
    }

    @Test(arguments: [
        ("Trưởng phòng Nghiệp vụ 2, THADS tỉnh Cao Bằng", "unknown_unit"), ("Phòng THADS khu vực 99", "missing_value"),
        ("Chấp hành viên, Phòng THADS khu vực 99, THADS tỉnh Cao Bằng", "unknown_unit"), ("Chấp hành viên", "missing_value"),
        ("Phòng THADS khu vực 1", "missing_value"),
    ])
    func `A position and workplace that are not understood are marked, never guessed`(post: String, code: String) throws {
        try withProvince { connection, _ in
            let result = try importing(
                [
                    "STT,Họ và tên,Số hiệu,\"Chức vụ, đơn vị công tác\",Hình thức", "1,Nguyễn Văn An,CC-1,\"\(post)\",Giấy khen",
                ], on: &connection)
            #expect(Set(result.errors.list.map(\.name)).contains(code), "\(errors(result)) \(reshaped(result))")
            #expect(result.errors.list.allSatisfy { $0.cell == "D2" })
            expect(result.nominations.count, is: 0)
        }
    }

    @Test func `A list whose title names another house than the one that is said to propose is refused`() throws {
        try withProvince { connection, _ in
            let list = ["Đơn vị: THADS thành phố Huế;", "STT;Tập thể;Hình thức", "1;Phòng THADS khu vực 1;Giấy khen"]
            let result = try importing(list, unit: "04", on: &connection)
            expect(errors(result), is: ["1 title_of_another_house Đơn vị: THADS thành phố Huế"])
            #expect(result.errors.list.first?.message.vi.contains("ghi THADS thành phố Huế") == true)
            let stated = [list[0], "STT;Đơn vị;Tập thể;Hình thức", "1;04;04-KV01;Giấy khen"]
            expect(
                errors(try importing(stated, unit: "46", on: &connection)),
                is: ["1 title_of_another_house Đơn vị: THADS thành phố Huế"])
            expect(try importing(list, unit: "46", on: &connection).nominations.map(\.unit), is: ["46"])
        }
    }

    @Test func `A list is found below a cover, on the only sheet that has one`() throws {
        try withProvince { connection, _ in
            var book = StaffingBook()
            book.rows = [[.inline("TỜ TRÌNH")], [.inline("Về việc khen thưởng")]]
            book.others = [
                (
                    "Danh sách", "visible",
                    [
                        ["STT", "Họ và tên / Tập thể", "Chức vụ và đơn vị công tác", "Hình thức"].map(StaffingBook.Cell.inline),
                        ["1", "Nguyễn Văn An", "Thư ký, Phòng THADS khu vực 1", "Giấy khen"].map(StaffingBook.Cell.inline),
                    ]
                )
            ]
            var options = NominationImport.Options()
            options.unit = "04"
            let file = try SourceFile(name: "list.xlsx", ByteFile(bytes: try book.bytes()))
            let result = try NominationImport.run(file, options, on: &connection)
            expect(errors(result), is: ["1 missing_column staff_no", "2 missing_value staff_no"])
            expect(reshaped(result), is: ["2 04|Giấy khen|Nguyễn Văn An|Thư ký|04-KV01"])
        }
    }

    @Test func `A person under the heading of collectives, and a collective among the people, are asked about`() throws {
        try withProvince { connection, _ in
            let header = "STT;Họ và tên / Tập thể;Chức vụ và đơn vị công tác;Số hiệu;Hình thức"
            let result = try importing(
                [
                    header, "I;TẬP THỂ;;;", "1;Nguyễn Văn An;Thư ký, Phòng THADS khu vực 1;CC-1;GK", "II;CÁ NHÂN;;;",
                    "2;Phòng THADS khu vực 1;;;GK",
                ], on: &connection)
            #expect(result.errors.list.contains { $0.row == 5 && $0.code == .collectiveOrPerson }, "\(errors(result))")
        }
    }

    @Test func `The number of the only person of that name is suggested, to those who may write for the unit, and never taken`()
        throws
    {
        try withProvince { connection, conninfo in
            for (number, name) in [("CC-7", "Nguyễn Văn An"), ("CC-8", "Trần Thị Bình"), ("CC-9", "Trần Thị Bình")] {
                try connection.execute("INSERT INTO person (unit, staff_no, name) VALUES ('04', \(number), \(name))")
            }
            let result = try importing(Self.list, on: &connection)
            expect(
                errors(result).dropFirst().map { String($0) },
                is: ["8 unconfirmed_staff_no staff_no", "9 missing_value staff_no", "10 missing_value staff_no"])
            // In the cell, it would be imported with the mended file although nobody has confirmed it.
            expect(result.failedRows.first { $0.number == 8 }?.cells[4], is: "")
            #expect(result.errors.list.contains { $0.row == 8 && $0.message.vi.hasSuffix("số hiệu CC-7.") })
            expect(result.nominations.count, is: 0)
            // Another house's clerk is told of no one, and the list is not theirs.
            try connection.execute("SELECT database_close()")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            let foreign = try importing(Self.list, unit: nil, on: &clerk)
            #expect(foreign.nominations.isEmpty)
            #expect(!foreign.errors.list.contains { $0.name == "unconfirmed_staff_no" })
            #expect(
                foreign.errors.list.contains { $0.row == 1 && $0.code == .titleOfAnotherHouse },
                "\(errors(foreign))")
        }
    }
}
