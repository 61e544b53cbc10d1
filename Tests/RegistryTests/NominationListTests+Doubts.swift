import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// What looks like something else: a number like a code, a unit like a heading, a name like a form of address.
extension NominationListTests {
    @Test func `A position's end names a unit only if it says so; what is not understood stays whole`() throws {
        try withProvince { connection, _ in
            func read(_ post: String) throws -> [String] {
                try connection.query(
                    "SELECT concat_ws(' | ', coalesce(position, '?'), coalesce(workplace, '?')) AS read FROM post_read(ARRAY[\(post)]::text[], ARRAY['04'])"
                ) { try $0["read"] as String }
            }
            expect(try read("Chấp hành viên Phòng Nghiệp vụ"), is: ["Chấp hành viên | 04-PHONG-NGHIEP-VU"])
            expect(try read("Chấp hành viên, 04-KV01"), is: ["Chấp hành viên | 04-KV01"])
            expect(try read("Thư ký tỉnh Cao Bằng"), is: ["Thư ký | 04"])
            expect(
                try read("Chấp hành viên - Phòng Thi hành án dân sự khu vực 2, TỈNH CAO BẰNG"),
                is: ["Chấp hành viên | 04-KV02"])
            // Another body of the province.
            expect(
                try read("Phó Giám đốc Sở Tư pháp tỉnh Cao Bằng"), is: ["? | Phó Giám đốc Sở Tư pháp tỉnh Cao Bằng"])
            // Numbers are no codes.
            expect(try read("Chuyên viên bậc 4"), is: ["Chuyên viên bậc 4 | ?"])
            expect(try read("Chấp hành viên, Đội 4"), is: ["Chấp hành viên | Đội 4"])
            expect(try read("Chấp hành viên, 4"), is: ["Chấp hành viên | ?"])
            // Another province's.
            let foreign = "Phòng THADS khu vực 2, THADS thành phố Huế"
            expect(try read("Thư ký, " + foreign), is: ["Thư ký | " + foreign])
            expect(try read(foreign), is: ["? | " + foreign])
        }
    }

    @Test(arguments: [
        ("Phòng THADS khu vực 2, THADS tỉnh Cao Bằng", "04", "04-KV02"),
        ("PHÒNG THADS KHU VỰC 2, TỈNH CAO BẰNG", "04", "04-KV02"),
        ("Phòng THADS khu vực 2, THADS thành phố Huế", "04", nil), ("Phòng THADS khu vực 2, THADS thành phố Huế", nil, "46-KV02"),
        ("Phòng THADS khu vực 2, tỉnh Yên Bái", "04", nil), ("Phòng THADS khu vực 2", nil, nil), ("Cao Bằng", nil, "04"),
        ("4", nil, "04"),
    ])
    func `A unit after which a province is named is that province's`(name: String, house: String?, code: String?) throws {
        try withProvince { connection, _ in
            let found = try connection.query("SELECT code FROM units_named(ARRAY[\(name)]::text[], ARRAY[\(house)]::text[])") {
                try $0["code"] as String
            }
            expect(found, is: code.map { [$0] } ?? [])
            // A command that names one means the same.
            let read = try connection.query("SELECT read_unit(\(name)) AS code") { try $0["code"] as String? }
            if house == nil { expect(read, is: [code]) }
        }
    }

    @Test func `Of several sheets with lists, none is read without being chosen`() throws {
        try withProvince { connection, _ in
            var book = StaffingBook()
            let header = ["STT", "Tập thể", "Hình thức"].map(StaffingBook.Cell.inline)
            book.rows = [header, ["1", "Phòng THADS khu vực 1", "Giấy khen"].map(StaffingBook.Cell.inline)]
            let people = [
                ["STT", "Họ và tên", "Chức vụ và đơn vị công tác", "Hình thức"].map(StaffingBook.Cell.inline),
                ["1", "Nguyễn Văn An", "Thư ký, Phòng THADS khu vực 1", "Giấy khen"].map(StaffingBook.Cell.inline),
            ]
            var options = NominationImport.Options()
            options.unit = "04"
            func outcome(_ second: [[StaffingBook.Cell]]) throws -> [String] {
                book.others = [("Cá nhân", "visible", second)]
                let file = try SourceFile(name: "list.xlsx", ByteFile(bytes: try book.bytes()))
                return errors(try NominationImport.run(file, options, on: &connection))
            }
            expect(try outcome(people), is: ["0 several_sheets "])
            // Nothing is listed there yet.
            expect(try outcome([people[0]]), is: [])
        }
    }

    @Test func `A unit is a nominee, and no heading, unless people stand below it`() throws {
        try withProvince { connection, _ in
            let title = "Danh sách đề nghị tặng Giấy khen"
            try connection.execute("UPDATE quota SET allowed = 99")
            func collectives(_ lines: [String]) throws -> [String] {
                let result = try importing([title, "STT;Tập thể"] + lines, on: &connection)
                return errors(result) + result.nominations.map { $0.collective ?? "" }
            }
            expect(
                try collectives(["I;Phòng THADS khu vực 1", "II;PHÒNG NGHIỆP VỤ", "III;Phòng THADS khu vực 2"]),
                is: ["04-KV01", "04-PHONG-NGHIEP-VU", "04-KV02"])
            // Whether one without a number is proposed, only a person can say.
            expect(
                try collectives(["1;Phòng THADS khu vực 3", ";PHÒNG THADS KHU VỰC 4"]),
                is: ["2 missing_column award", "4 missing_value award"])
            let plain = try importing([title, "Tập thể", "Phòng THADS khu vực 5", "Phòng THADS khu vực 6"], on: &connection)
            expect(errors(plain) + plain.nominations.map { $0.collective ?? "" }, is: ["04-KV05", "04-KV06"])
            // The house signs below.
            let signed = try importing([title, "Tập thể", "Phòng THADS khu vực 7", "THADS TỈNH CAO BẰNG"], on: &connection)
            #expect(signed.nominations.isEmpty, "\(errors(signed))")
            let people = try importing(
                [
                    title, "STT;Họ và tên / Tập thể;Chức vụ, đơn vị công tác;Số hiệu", "I;PHÒNG NGHIỆP VỤ;;",
                    "II;PHÒNG THADS KHU VỰC 8;;",
                    "1;Nguyễn Văn An;Thư ký, Phòng THADS khu vực 8;CC-1",
                ], on: &connection)
            expect(errors(people), is: [])
            expect(people.nominations.map { $0.nominee }, is: ["Nguyễn Văn An"])
            expect(people.aside.map(\.number), is: [3, 4])
            let nested = try importing(
                [
                    title, "STT;Họ và tên / Tập thể;Chức vụ, đơn vị công tác;Số hiệu", "1;Phòng THADS khu vực 9;;",
                    "1.1;Lê Văn Cường;Thư ký, Phòng THADS khu vực 9;CC-2", "2;Phòng THADS khu vực 10;;",
                ], on: &connection)
            expect(errors(nested), is: [])
            expect(nested.nominations.map { $0.collective ?? $0.nominee }, is: ["Lê Văn Cường", "04-KV10"])
        }
    }

    @Test func `A row whose staff number is malformed is no signature`() throws {
        try withProvince { connection, _ in
            let header = "Đơn vị đề nghị;Hình thức khen thưởng;Tập thể;Họ và tên;Số hiệu công chức;Chức vụ;Nơi công tác"
            let result = try importing([header, "04;GK;04-KV01;;;;", ";;;NGUYỄN VĂN AN;CC 2;;"], on: &connection)
            #expect(
                Set(errors(result)).isSuperset(of: [
                    "3 missing_value Hình thức khen thưởng", "3 invalid_staff_no Số hiệu công chức",
                ]), "\(errors(result))")
            expect(result.nominations.count, is: 0)
        }
    }

    @Test(arguments: [
        (["Ông Thị Ngọc Mai", "Trần Thị Bình"], ["Ông Thị Ngọc Mai", "Trần Thị Bình"]),
        (["Ông Thị Ngọc Mai", "Ông Ích Khiêm"], ["Ông Thị Ngọc Mai", "Ông Ích Khiêm"]),
        (["Ông Nguyễn Văn An", "Bà Trần Thị Bình"], ["Nguyễn Văn An", "Trần Thị Bình"]),
        (["Ông Thị Ngọc Mai", "Bà Trần Thị Bình", "Lê Văn Cường"], ["Ông Thị Ngọc Mai", "Trần Thị Bình", "Lê Văn Cường"]),
        (["Đ/c Nguyễn Văn An", "V. Hoàng Minh Tuấn"], ["Nguyễn Văn An", "V. Hoàng Minh Tuấn"]),
        (["1. Tống Vĩ", "2) Tống Toàn"], ["Tống Vĩ", "Tống Toàn"]),
    ])
    func `A form of address or a number is taken from a name only where it cannot be part of it`(names: [String], read: [String])
        throws
    {
        try withProvince { connection, _ in
            let lines = names.enumerated().map { "\($0 + 1);\($1);Thư ký;04-KV01;CC-\($0);Giấy khen" }
            let result = try importing(["STT;Họ và tên;Chức vụ;Nơi công tác;Số hiệu;Hình thức"] + lines, on: &connection)
            expect(errors(result), is: [])
            expect(result.nominations.map { $0.nominee }, is: read)
        }
    }

    @Test func `A title states an award in the usual words, and none that another gives`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let titles: [(String, String?)] = [
                ("Tờ trình về việc đề nghị tặng Giấy khen", "director_certificate"),
                ("V/v đề nghị tặng Giấy khen", "director_certificate"),
                ("BẢNG TỔNG HỢP ĐỀ NGHỊ TẶNG GIẤY KHEN", "director_certificate"),
                ("Danh sách đề nghị tặng Bằng khen năm 2026", "minister_certificate"),
                ("Danh sách đề nghị tặng Bằng khen theo Quyết định của Thủ tướng Chính phủ", nil),
                ("Đề nghị tặng Bằng khen cho cá nhân của UBND tỉnh", nil),
                ("Đề nghị tặng Bằng khen cho tập thể của Chủ tịch Ủy ban nhân dân tỉnh", nil),
            ]
            for (title, award) in titles {
                let stated = try connection.query("SELECT award_stated(\(title)) AS award") { try $0["award"] as String? }
                #expect(stated == [award], "\(title)")
            }
        }
    }

    @Test func `Totals are told from people whose family name is written alike`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let texts = [
                "Tổng cộng", "TỔNG I + II", "Cộng I", "tong cong", "Tổng toàn tỉnh", "Tống Vĩ", "TỐNG VĨ", "Tống Toàn Thắng",
                "Công Vi",
            ]
            let totals = try connection.query("SELECT t FROM unnest(\(texts)) AS t WHERE is_total(t)") { try $0["t"] as String }
            expect(totals, is: Array(texts.prefix(5)))
        }
    }
}
