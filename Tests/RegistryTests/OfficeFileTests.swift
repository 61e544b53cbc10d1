import Foundation
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Files as Vietnamese offices lay them out, which once were refused or, worse, read wrong (`shared/cases`): each gives its right value.
@Suite(.limited, .keepsFailedDatabases) struct OfficeFileTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static func file(_ name: String, sheet: String? = nil) throws -> SourceFile {
        var options = ReadingOptions()
        options.sheet = sheet
        return try SourceFile(name: name, ByteFile(path: folder.appending(path: name).path), options)
    }

    /// What was read, or why not: the provinces with their civil servants and area offices, or the errors' codes.
    static func outcome(
        _ name: String, sheet: String? = nil, columns: [String: String] = [:], provinceRows: StaffingImport.ProvinceRows? = nil
    ) throws -> String {
        try SharedRegistry.with { connection in
            var options = StaffingImport.Options()
            options.columns = columns
            options.provinceRows = provinceRows
            options.isDryRun = true
            do {
                let result = try StaffingImport.run(Self.file(name, sheet: sheet), options, on: &connection)
                guard result.errors.isEmpty else {
                    return "refused: " + Set(result.errors.list.map(\.name)).sorted().joined(separator: " ")
                }
                if let question = result.question { return "asked: " + question.answers.map(\.option).joined(separator: ", ") }
                let houses = Dictionary(grouping: result.units, by: \.house).sorted { $0.key < $1.key }
                return houses.map { house, units in
                    "\(house) \(units.reduce(0) { $0 + ($1.to ?? 0) })/\(units.count { $0.kind == "area_office" })"
                }
                .joined(separator: ", ")
            } catch let error as CellError {
                return "refused: \(error.name)"
            }
        }
    }

    private static let both = "04 199/2, 46 501/1"

    @Test(arguments: [
        "02-total-in-STT-unmerged.xlsx", "04-total-and-signatures.xlsx", "05-two-tables-with-totals.xlsx",
        "09-two-row-header.xlsx",
        "12-merged-province.xlsx", "14-province-heading-rows.xlsx", "16-signatures-no-total.xlsx", "18-prefilled-STT.xlsx",
        "20-DIV0-in-left-out-column.xlsx", "22-total-formula-uncached.xlsx", "23-column-numbers-AB12.xlsx",
        "24-column-numbers-minus.xlsx",
        "27-header-nguoi.xlsx", "30-kind-in-full.xlsx", "32-cover-sheet-first.xlsx", "36-hidden-row.xlsx",
        "50-dangling-styles.xlsx",
        "52-header-repeated.xlsx", "53-numbered-names.xlsx", "55-subtotal-Tong-tinh.xlsx", "57-ctrl-z.csv",
    ])
    func `A staffing table is read to what it lists`(name: String) throws {
        expect(try Self.outcome(name), is: Self.both)
    }

    @Test(arguments: [
        ("11-roman-no-codes.xlsx", "missing_column"), ("26-bienche-beside-comat.xlsx", "duplicate_column"),
        ("35-sheet-per-province.xlsx", "several_sheets"), ("47-excel.xlsb", "other_spreadsheet"),
        ("60-dash-for-none.xlsx", "implausible_headcount"),
        ("38-VnTime-unit-names.xlsx", "garbled_text"), ("40-question-marks.csv", "garbled_text"),
    ])
    func `A table that can be read in two ways, or in none, is refused`(name: String, code: String) throws {
        expect(try Self.outcome(name), is: "refused: \(code)")
    }

    @Test func `Of two columns that may be the number meant, the one that is named is taken`() throws {
        for column in ["Có mặt", "có mặt", "F"] {
            expect(try Self.outcome("26-bienche-beside-comat.xlsx", columns: ["civil_servants": column]), is: Self.both)
        }
        expect(
            try Self.outcome("26-bienche-beside-comat.xlsx", columns: ["civil_servants": "Biên chế"]), is: "04 219/2, 46 511/1")
        expect(
            try Self.outcome("26-bienche-beside-comat.xlsx", columns: ["civil_servants": "Vắng mặt"]),
            is: "refused: missing_column no_such_column")
    }

    @Test func `Of several sheets with such a table, the one that is named is read`() throws {
        expect(try Self.outcome("35-sheet-per-province.xlsx", sheet: "Huế"), is: "46 501/1")
    }

    @Test func `What a reader might not know of is told: hidden rows, names without their numbers, rows that list no unit`()
        throws
    {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let hidden = try StaffingImport.run(Self.file("36-hidden-row.xlsx"), .init(), on: &connection)
            #expect(hidden.hidden.numbers == [7] && hidden.hidden.count == 1)
            let numbered = try StaffingImport.run(Self.file("53-numbered-names.xlsx"), .init(), on: &connection)
            #expect(numbered.errors.isEmpty)
            expect(
                try connection.rows("SELECT code, name FROM unit WHERE house = '04' AND code <> '04' ORDER BY code"),
                is: [
                    "(04-KV01,\"Phòng THADS khu vực 1\")", "(04-KV02,\"Phòng THADS khu vực 2\")", "(04-VAN-PHONG,\"Văn phòng\")",
                ])
            let signed = try StaffingImport.run(Self.file("04-total-and-signatures.xlsx"), .init(), on: &connection)
            #expect(
                signed.aside.map(\.number) == [12, 14, 15, 16, 19] && signed.aside.first?.total == 700
                    && signed.aside.first?.sum == nil)
            let wrong = try StaffingImport.run(Self.file("22-total-formula-uncached.xlsx"), .init(), on: &connection)
            #expect(wrong.aside.map(\.number) == [12] && wrong.aside.first?.total == nil)
        }
    }

    @Test(arguments: ["06-province-row-is-sum.xlsx", "08-province-row-is-sum-total-says-so.xlsx"])
    func `Whether a province's own row is the sum of its units is asked, with the quotas of either reading`(name: String) throws {
        expect(try Self.outcome(name), is: "asked: --province-rows own, --province-rows total")
        expect(try Self.outcome(name, provinceRows: .own), is: "04 398/2")
        expect(try Self.outcome(name, provinceRows: .total), is: "04 199/2")
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let question = try #require(try StaffingImport.run(Self.file(name), .init(), on: &connection).question)
            #expect(
                question.text(in: .vi).contains(
                    "dòng của tỉnh ghi 199, các đơn vị cộng lại 199. Nếu là số riêng thì cả tỉnh có 398 công chức (Giấy khen của Cục trưởng, cá nhân: 2); nếu là tổng thì có 199 (Giấy khen của Cục trưởng, cá nhân: 1)"
                ),
                "\(question.text(in: .vi))")
            expect(try connection.rows("SELECT count(*) FROM staffing_table"), is: ["(0)"])
        }
    }

    @Test func `Rows that were mended are merged into what is in force, and are not taken for all of a province`() throws {
        expect(try Self.outcome("62-errors-file-mended.xlsx"), is: "refused: only_mended_rows")
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            _ = try StaffingImport.run(Self.file("02-total-in-STT-unmerged.xlsx"), .init(), on: &connection)
            let mended = try StaffingImport.run(Self.file("62-errors-file-mended.xlsx"), .init(), on: &connection)
            #expect(mended.errors.isEmpty && mended.question == nil && mended.mode == .merge && mended.missing == 0)
            expect(
                try connection.rows("SELECT house, civil_servants, area_offices FROM house_staff ORDER BY house"),
                is: ["(04,201,2)", "(46,501,1)"])
        }
    }

    @Test func `The same file, read in another way than it was stored, is another table`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            func civilServants(_ name: String, _ provinceRows: StaffingImport.ProvinceRows? = nil, column: String? = nil) throws
                -> [String]
            {
                var options = StaffingImport.Options.agreed
                options.provinceRows = provinceRows
                options.columns = column.map { ["civil_servants": $0] } ?? [:]
                _ = try StaffingImport.run(Self.file(name), options, on: &connection)
                return try connection.rows("SELECT civil_servants FROM house_staff WHERE house = '04'")
            }
            let sum = "06-province-row-is-sum.xlsx"
            expect(try civilServants(sum, .own), is: ["(398)"])
            expect(try civilServants(sum, .total), is: ["(199)"])
            // Nothing is decided anew.
            expect(try civilServants(sum), is: ["(199)"])
            let columns = "26-bienche-beside-comat.xlsx"
            expect(try civilServants(columns, column: "Biên chế"), is: ["(219)"])
            expect(try civilServants(columns, column: "Có mặt"), is: ["(199)"])
        }
    }

    @Test func `Units do not vanish before somebody has agreed`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try StaffingImport.run(Self.file("02-total-in-STT-unmerged.xlsx"), .init(), on: &connection)
            let nomination = try Nomination.add(.collective("46-KV01", of: "46"), on: &connection).id
            let csv = "Mã tỉnh,Tỉnh,Đơn vị,Loại đơn vị,Số công chức\n46,Huế,THADS thành phố Huế,THADS thành phố,501\n"
            let file = try SourceFile(name: "x.csv", ByteFile(bytes: Array(csv.utf8)))
            let asked = try StaffingImport.run(file, .init(), on: &connection)
            #expect(asked.table == nil && asked.question?.answers.map(\.option) == ["--yes"])
            #expect(
                asked.question?.consequences.map(\.vi) == ["46-KV01 Phòng THADS khu vực 1, có trong đề nghị số \(nomination)"])
            expect(try connection.rows("SELECT count(*) FROM staffing_in_force WHERE unit = '46-KV01'"), is: ["(1)"])
            var options = StaffingImport.Options()
            options.storesOnly = true
            let stored = try #require(try StaffingImport.run(file, options, on: &connection).table)
            #expect(refusal { _ = try StaffingImport.apply(stored, on: &connection) } == .needsAnswer)
        }
    }
}
