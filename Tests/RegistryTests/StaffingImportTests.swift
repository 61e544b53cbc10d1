import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// A staffing file is imported completely, or not at all, and its errors say where.
@Suite(.limited, .keepsFailedDatabases) struct StaffingImportTests {
    static let header = "province_code,province,unit_code,unit,kind,civil_servants\n"

    /// Rows that are wrong, the column at fault and the code.
    private static let badRows: [(String, String, CellError.Code)] = [
        (",Xứ Lạ,,THADS,province,5", "province", .unknownProvince),
        ("01,,,THADS,province,5", "province", .missingValue),
        ("01,Hà Nội,,,division,5", "unit", .missingValue),
        ("01,Hà Nội,,THADS,,5", "kind", .missingValue),
        ("01,Hà Nội,,THADS,province,", "civil_servants", .missingValue),
        ("99,Hà Nội,,THADS,province,5", "province_code", .unknownProvince),
        ("02,Hà Giang,,THADS,province,5", "province_code", .unknownProvince),
        ("01,Cao Bằng,,THADS,province,5", "province", .provinceNameMismatch),
        ("15,Yên Bái,,THADS,province,5", "province", .formerProvinceName),
        ("91,Kiên Giang,,THADS,province,5", "province", .formerProvinceName),
        ("01,Hà Nội,,Phòng 1,tổ,5", "kind", .unknownKind),
        ("01,Hà Nội,,Ban 1,bureau,5", "kind", .unknownKind),
        ("01,Hà Nội,,THADS,province,0", "civil_servants", .implausibleHeadcount),
        ("01,Hà Nội,,THADS,province,10000", "civil_servants", .implausibleHeadcount),
        ("01,Hà Nội,,THADS,province,99999999999999999999", "civil_servants", .notAWholeNumber),
        ("01,Hà Nội,,THADS,province,-5", "civil_servants", .notAWholeNumber),
        ("01,Hà Nội,,THADS,province,+5", "civil_servants", .notAWholeNumber),
        ("01,Hà Nội,,THADS,province,12.5", "civil_servants", .notAWholeNumber),
        ("01,Hà Nội,,THADS,province,\"1.000\"", "civil_servants", .ambiguousNumber),
        ("01,Hà Nội,,THADS,province,1e3", "civil_servants", .notAWholeNumber),
        ("01,Hà Nội,,THADS,province,năm", "civil_servants", .notAWholeNumber),
        ("01,Hà Nội,a b,Phòng 1,division,5", "unit_code", .invalidCode),
        ("01,Hà Nội,01,Phòng 1,division,5", "unit_code", .codeOfAnotherUnit),
        ("01,Hà Nội,04,THADS,province,5", "unit_code", .codeOfAnotherUnit),
        ("04,Cao Bằng,01-KV01,Phòng THADS khu vực 1,area_office,5", "unit_code", .codeOfAnotherUnit),
        ("01,Hà Nội,,\(String(repeating: "x", count: 301)),division,5", "unit", .invalidText),
        ("01,Hà Nội,,Phòng\u{1}1,division,5", "unit", .invalidText),
        ("01,Hà Nội,,***,division,5", "unit", .invalidText),
        ("01,Hà Nội,,Phòng THADS khu vực \(String(repeating: "9", count: 200)),area_office,5", "unit", .invalidText),
    ]

    @Test(arguments: badRows.indices)
    func `A wrong cell is reported by row, column, cell and code, and nothing is imported`(number: Int) throws {
        let (row, column, code) = Self.badRows[number]
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let before = try state(on: &connection)
            let result = try StaffingImport.run(csv: Self.header + "08,Tuyên Quang,,THADS,province,7\n" + row, on: &connection)
            let error = try #require(result.errors.list.first)
            #expect(result.errors.count == 1)
            #expect(error.code == code)
            #expect(error.row == 3)
            #expect(error.column == column)
            #expect(error.cell?.hasSuffix("3") == true)
            #expect(result.table == nil && !result.applied)
            expect(try state(on: &connection), is: before)
        }
    }

    /// Everything that an import can change, in one text.
    func state(on connection: inout Connection) throws -> String? {
        try connection.first(
            """
            SELECT concat_ws('|', (SELECT count(*) FROM staffing_table), (SELECT count(*) FROM staffing_row),
                (SELECT count(*) FROM unit), (SELECT count(*) FROM staffing_intake),
                (SELECT string_agg(q::text, ',' ORDER BY q) FROM quota q)) AS state
            """
        ) { try $0["state"] }
    }

    @Test func `Statistics of the rows to be read are collected first, no matter when the table was last analysed`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            // As autovacuum does between imports.
            try connection.execute("ANALYZE staffing_intake")
            try ProvinceFixture().importStaffing(on: &connection)
            expect(try connection.rows("SELECT reltuples > 0 FROM pg_class WHERE oid = 'staffing_intake'::regclass"), is: ["(t)"])
        }
    }

    @Test func `Nobody changes what is being read`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            var other = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            try administrator.transaction { transaction in
                try transaction.execute(
                    "SELECT staffing_store('2026-10-01', 'x', sha256(''), 'replace', '{}') FROM staffing_intake_interpret()")
                try other.execute(script: "SET lock_timeout = '200ms'")
                #expect(refusal { try other.execute("INSERT INTO staffing_intake (row_number, place) VALUES (1, 0)") } == .busy)
            }
        }
    }

    @Test func `All errors of a file are reported together`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let result = try StaffingImport.run(csv: Self.header + Self.badRows.map(\.0).joined(separator: "\n"), on: &connection)
            #expect(result.errors.count >= Self.badRows.count)
            #expect(Set(result.errors.list.compactMap(\.row)).count == Self.badRows.count)
        }
    }

    @Test(arguments: [
        ("01,Hà Nội,,Phòng 1,division,5\n01,Hà Nội,,Phòng 1,division,6\n", 2),
        ("01,Hà Nội,01-P1,Phòng 1,division,5\n01,Hà Nội,01-P1,Phòng 2,division,6\n", 2),
        ("01,Hà Nội,X1,Phòng 1,division,5\n04,Cao Bằng,X1,Phòng 1,division,6\n", 2),
        ("01,Hà Nội,01-P1,Phòng Hòa,division,5\n01,Hà Nội,01-P2,PHÒNG  HOÀ,division,6\n", 2),
    ])
    func `A unit that is listed twice is refused, by code or by name`(rows: String, errors: Int) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let result = try StaffingImport.run(csv: Self.header + rows, on: &connection)
            #expect(result.errors.list.map(\.code) == Array(repeating: .duplicateUnit, count: errors))
        }
    }

    @Test(arguments: [
        ("", CellError.Code.emptyFile), ("\n\n", .emptyFile), ("\u{FEFF}", .emptyFile), ("province_code\n", .missingColumn),
        ("province_code,province,unit,kind,civil_servants\n", .noRows),
        ("province_code,Mã tỉnh,province,unit,kind,civil_servants\n01,01,a,b,c,5\n", .duplicateColumn),
        ("province_code,province,unit,kind,civil_servants\n01,Hà Nội,THADS,THADS tỉnh, thành phố,5\n", .notAWholeNumber),
    ])
    func `A file without what it needs is refused`(csv: String, code: CellError.Code) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let result = try StaffingImport.run(csv: csv, on: &connection)
            #expect(result.errors.list.first?.code == code)
        }
    }

    @Test func `Headers are read in either language, any order, case, accents and spacing`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let csv =
                "\u{FEFF}SO CONG CHUC;Đơn  vị;loại đơn vị;Ghi chú;tinh, thanh pho;MA TINH\r\n12;Phòng THADS khu vực 3;Phòng THADS khu vực;x;TP. Hà Nội;1\r\n"
            let result = try StaffingImport.run(csv: csv, on: &connection)
            #expect(result.errors.isEmpty)
            #expect(result.header?.unknown == ["Ghi chú"])
            let rows = try connection.transaction(.registryRead) { try StaffingTable.rows(of: result.table ?? 0, &$0) }
            #expect(rows.map(\.unit) == ["01-KV03"])
            #expect(rows.map(\.civilServants) == [12])
        }
    }

    @Test(arguments: [
        ("headquarters", "CUC,Cục Quản lý THADS,,Cơ quan Cục,Cơ quan Cục,9", "CUC"),
        ("bureau", "CUC,Cơ quan Cục,,Ban Tổ chức cán bộ,Ban,9", "CUC-BAN-TO-CHUC-CAN-BO"),
        ("bureau", "CUC,Cục,,Văn phòng,Văn phòng,9", "CUC-VAN-PHONG"),
        ("bureau", "CUC,,,Ban Pháp chế,Đơn vị thuộc Cục,9", "CUC-BAN-PHAP-CHE"),
        ("province", "46,Huế,,THADS Huế,THADS thành phố,9", "46"),
        ("province", "79,Ho Chi Minh City,,THADS,province,9", "79"),
        ("province", "79,TP.HCM,,THADS,province,9", "79"),
        ("province", "01,HANOI,,THADS,province,9", "01"),
        ("headquarters", "CUC,Headquarters,CUC,Headquarters,headquarters,9", "CUC"),
        ("province", "66,đăk lăk,,,\"THADS tỉnh, thành phố\",9", "66"),
        ("division", "01,Thành phố Hà Nội,,Văn phòng,Văn phòng,9", "01-VAN-PHONG"),
        ("area_office", "01,Ha\u{300} Nô\u{323}i,,Phòng THADS khu vực 12,Phòng THADS khu vực,9", "01-KV12"),
        ("province", "8,Tuyên Quang,8,THADS,province,9", "08"),
        ("area_office", "4,THADS tỉnh Cao Bằng,,Phòng THADS khu vực 104,Khu vực,9", "04-KV104"),
    ])
    func `Kinds and provinces go by their usual names, and codes are made from names`(kind: String, row: String, code: String)
        throws
    {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let result = try StaffingImport.run(csv: Self.header + row, on: &connection)
            #expect(result.errors.list.map(\.code) == [])
            let unit = try connection.transaction(.registryRead) { try Unit.find(code, &$0) }
            #expect(unit.kind == kind)
            #expect(unit.civilServants == 9)
        }
    }

    @Test func `For a kind that is not known, the nearest is suggested by its own name`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let errors = try StaffingImport.run(csv: Self.header + "01,Hà Nội,,Phòng 1,phong khuvuc,5\n", on: &connection).errors
            #expect(errors.list.map(\.code) == [.unknownKind])
            #expect(errors.list.first?.fix.vi == "Có phải là “Phòng THADS khu vực” không?")
        }
    }

    @Test func `A unit keeps its code when a later file gives none, and no other unit can have its name`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try StaffingImport.run(csv: Self.header + "01,Hà Nội,01-A,Phòng THADS khu vực 1,area_office,5\n", on: &connection)
            let again = try StaffingImport.run(
                csv: Self.header + "01,Hà Nội,,phòng THADS Khu vực 1,area_office,6\n", on: &connection)
            #expect((again.added, again.changed, again.missing) == (0, 1, 0))
            let other = try StaffingImport.run(
                csv: Self.header + "01,Hà Nội,01-B,Phòng THADS khu vực 1,area_office,6\n", on: &connection)
            #expect(other.errors.list.map(\.code) == [.nameOfAnotherUnit])
        }
    }

    @Test(arguments: [true, false])
    func `Units may exchange their names, in any order of the rows`(isReversed: Bool) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let before = ["01,Hà Nội,01-A,Phòng A,division,5\n", "01,Hà Nội,01-B,Phòng B,division,5\n"]
            try StaffingImport.run(csv: Self.header + before.joined(), on: &connection)
            let after = [
                "01,Hà Nội,01-A,Phòng B,division,5\n", "01,Hà Nội,01-B,Phòng C,division,5\n",
                "01,Hà Nội,01-C,Phòng A,division,5\n",
            ]
            let result = try StaffingImport.run(
                csv: Self.header + (isReversed ? after.reversed() : after).joined(), on: &connection)
            #expect(result.applied && result.errors.isEmpty)
            let names = try connection.transaction(.registryRead) {
                try Unit.list(kind: "division", house: "01", &$0).map(\.name)
            }
            #expect(names == ["Phòng B", "Phòng C", "Phòng A"])
        }
    }

    @Test func `Two tables stored side by side cannot both create the same unit`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            var options = StaffingImport.Options()
            options.storesOnly = true
            let tables = try ["31,Hải Phòng", "33,Hưng Yên"].map { house in
                try StaffingImport.run(csv: Self.header + "\(house),XY,Phòng M,area_office,20\n", options, on: &connection).table
                    ?? 0
            }
            _ = try StaffingImport.apply(tables[0], on: &connection)
            let refused = #expect(throws: Error.self) { try StaffingImport.apply(tables[1], on: &connection) }
            #expect(refused.map { Refusal($0).constraint } == "unit_stays_in_its_house")
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }
}
