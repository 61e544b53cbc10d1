import Foundation
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Lists of nominees as offices lay them out (`shared/cases`).
@Suite(.limited, .keepsFailedDatabases) struct OfficeListTests {
    /// What was entered, or why not: unit, award and nominee of each row, or the errors' codes.
    static func outcome(_ name: String) throws -> String {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try StaffingImport.run(OfficeFileTests.file("02-total-in-STT-unmerged.xlsx"), .init(), on: &connection)
            var options = NominationImport.Options()
            options.unit = "04"
            do {
                let result = try NominationImport.run(OfficeFileTests.file(name), options, on: &connection)
                guard result.errors.isEmpty else {
                    return "refused: " + result.errors.list.map { "\($0.row ?? 0) \($0.name)" }.joined(separator: ", ")
                }
                return try connection.query(
                    """
                    SELECT concat_ws(' ', unit, left(award, 8), coalesce(collective, staff_no || ' ' || nominee_name || ' ' || workplace)) AS text
                    FROM nomination ORDER BY coalesce(collective, staff_no)
                    """
                ) { try $0["text"] as String }.joined(separator: ", ")
            } catch let error as CellError {
                return "refused: \(error.name)"
            }
        }
    }

    @Test(arguments: [
        ("70-nom-signatures.xlsx", "04 director 04-KV01, 04 director CC-00123 Nguyễn Văn Ả 04-KV02"),
        ("72-nom-sections.xlsx", "04 director 04-KV01, 04 director CC-00123 Nguyễn Văn Ả 04-KV02"),
        ("73-nom-two-row-header.xlsx", "04 director 04-KV01, 04 director CC-00123 Nguyễn Văn Ả 04-KV02"),
        ("75-nom-VnTime-names.xlsx", "refused: 2 garbled_text, 2 garbled_text"),
        ("76-nom-question-marks.csv", "refused: 2 garbled_text, 2 garbled_text"),
        ("79-nom-same-person-twice.xlsx", "refused: 3 duplicate_nomination"),
        ("80-nom-merged-unit.xlsx", "46 director 46-KV01, 46 director CC-9 Lê X 46-KV01"),
        ("81-nom-stt-formula.xlsx", "04 director 04-KV01, 04 director CC-00123 Nguyễn Văn Ả 04-KV02"),
        ("83-nom-merged-award.xlsx", "04 director 04-KV01, 04 director CC-00123 Nguyễn Văn Ả 04-KV02"),
        ("84-nom-award-full-name.xlsx", "04 minister 04-KV01"), ("86-nom-unit-name.xlsx", "04 director 04-KV01"),
    ])
    func `A list of nominees is read to what it proposes, or refused`(name: String, expected: String) throws {
        expect(try Self.outcome(name), is: expected)
    }

    /// What was attested of a person of 04, or why not.
    static func attested(_ name: String) throws -> String {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try StaffingImport.run(OfficeFileTests.file("02-total-in-STT-unmerged.xlsx"), .init(), on: &connection)
            let entry: Nomination.Entry =
                ["93", "90", "own/"].contains(where: name.hasPrefix)
                ? .person("CC-00123", of: "04") : .collective("04-KV01", of: "04")
            let nomination = try Nomination.add(entry, on: &connection).id
            var file = try OfficeFileTests.file(name)
            if name == "97-attest-own-csv.csv" {
                // It names the nomination of which it was written.
                let text = try String(contentsOf: OfficeFileTests.folder.appending(path: name), encoding: .utf8)
                file = try SourceFile(
                    name: name, ByteFile(bytes: Array(text.replacing("192041799671", with: "\(nomination)").utf8)))
            }
            let result = try AttestationImport.run(file, of: name == "97-attest-own-csv.csv" ? nil : nomination, on: &connection)
            guard result.errors.isEmpty else {
                return "refused: " + result.errors.list.map { "\($0.cell ?? "") \($0.name)" }.joined(separator: ", ")
            }
            return result.items.filter { $0.evidence != nil }.map { "\($0.item) \($0.completedOn ?? "") \($0.evidence ?? "")" }
                .joined(separator: "; ")
        }
    }

    @Test(arguments: [
        ("90-attest-space.xlsx", "259/CQLTHADS-CĐ&TKDL 2026-02-25 Báo cáo số 7"),
        ("93-attest-datetime.xlsx", "259/CQLTHADS-CĐ&TKDL 2026-02-25 Báo cáo số 7"),
        ("96-attest-unfilled.xlsx", "a1  KH 12"),
    ])
    func `A checklist is read as it was filled in`(name: String, expected: String) throws {
        expect(try Self.attested(name), is: expected)
    }

    @Test func `The tool's own list of what is attested is read back`() throws {
        let outcome = try Self.attested("97-attest-own-csv.csv")
        #expect(outcome.split(separator: ";").count == 10, "\(outcome)")
        #expect(!outcome.hasPrefix("refused"), "\(outcome)")
    }

    @Test(arguments: [
        ("trial,,,không,", "evidence"), ("trial,,,x,", "evidence"), ("259/CQLTHADS-CĐ&TKDL,25/2/2026,,,", "evidence"),
        (",,,,Báo cáo số 9\nb2,,,,KH 13", "item"),
    ])
    func `A row that attests something is never passed over`(line: String, missing: String) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let nomination = try Nomination.add(.person("X1"), on: &connection).id
            let text = "item,date,quality,applies,evidence\nb1,,,,KH 12\n\(line)\n"
            let file = try SourceFile(name: "x.csv", ByteFile(bytes: Array(text.utf8)))
            let result = try AttestationImport.run(file, of: nomination, on: &connection)
            expect(result.errors.list.map(\.name), is: ["missing_value"])
            #expect(result.errors.list.first?.column == missing)
        }
    }

    @Test func `A numbered row below the others that lacks its award is a nominee, and no signature`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let text = "STT,unit,award,collective\n1,01,Giấy khen,01-KV01\n2,01,,Phòng THADS khu vục 2\n,,,Người lập biểu\n"
            let file = try SourceFile(name: "x.csv", ByteFile(bytes: Array(text.utf8)))
            let result = try NominationImport.run(file, .init(), on: &connection)
            expect(Set(result.errors.list.map { "\($0.row ?? 0) \($0.name)" }), is: ["3 missing_value"])
        }
    }

    @Test(arguments: [
        ("d2-leading-newline.pdf", nil), ("d3-truncated.pdf", "file_is_whole"), ("d6-empty.pdf", "file_has_content"),
    ])
    func `A PDF is taken, or refused with its reason, for raw SQL too`(name: String, constraint: String?) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try ProvinceFixture().importStaffing(on: &connection)
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            let bytes = Array(try Data(contentsOf: OfficeFileTests.folder.appending(path: name)))
            let refused = try refusingConstraint {
                try clerk.execute(
                    "SELECT dossier_attach('01', 'TEST', 'proposal_letter', NULL, \(bytes), \(name), NULL, NULL, NULL)")
            }
            #expect(refused == constraint)
        }
    }

    @Test func `What the importers understand, nomination add and the others understand, too`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try StaffingImport.run(OfficeFileTests.file("02-total-in-STT-unmerged.xlsx"), .init(), on: &connection)
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            let nomination = try Nomination.add(
                .collective("Phòng Thi hành án dân sự khu vực 2, tỉnh Cao Bằng", of: "Cao Bằng", award: "Giấy khen"), on: &clerk)
            #expect(nomination.unit == "04" && nomination.award == "director_certificate")
            for (name, numbers) in [
                ("Bằng khen của Bộ trưởng Bộ Tư pháp", []), ("bằng khen", []), ("GIẤY KHEN", [nomination.id]),
            ] {
                let listed = try clerk.transaction(.registryRead) {
                    try Nomination.list(campaign: "TEST", award: name, &$0).map(\.id)
                }
                #expect(listed == numbers)
            }
            expect(try clerk.transaction(.registryRead) { try Unit.code("THADS tỉnh Cao Bằng", &$0) }, is: "04")
            for name in ["Cao Bằng", "4"] {
                let (unit, dossier) = try clerk.transaction(.registryRead) {
                    (try Unit.find(name, &$0).code, try Dossier.find(unit: name, campaign: "TEST", &$0).unit)
                }
                #expect(unit == "04" && dossier == "04")
            }
            // A clerk finds the units of their own house only.
            #expect(refusal { _ = try clerk.transaction(.registryRead) { try Unit.code("Huế", &$0) } } == .notFound)
            #expect(
                refusal { _ = try Nomination.add(.collective("04", of: "04", award: "Huân chương"), on: &clerk) } == .invalidInput
            )
        }
    }
}
