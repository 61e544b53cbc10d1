import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Lists of known nominees, laid out at random: each is read to exactly that list, or asked about, or refused. None is read wrong.
@Suite(.limited(toSeconds: Rounds.of(300, long: 1_800)), .keepsFailedDatabases) struct NomineeLayoutTests {
    @Test func `A list is read to what it was made of, however it is laid out`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            // Enough for quotas that no list uses up.
            let csv =
                ProvinceFixture(code: "04", name: "Cao Bằng", civilServants: 6_000, areaOffices: 99).csv
                + ProvinceFixture(code: "46", name: "Huế", civilServants: 300, areaOffices: 8).csv
            try StaffingImport.run(csv: ProvinceFixture.header + csv, on: &connection)
            try connection.execute("UPDATE quota SET allowed = 99")
            var chance = SeededGenerator(seed: Rounds.seed)
            var refused = 0
            for round in 1...Rounds.of(50, long: 2_000) {
                let layout = NomineeLayout(&chance)
                var options = NominationImport.Options()
                options.unit = "04"
                options.isDryRun = true
                let file = try SourceFile(name: "list.xlsx", ByteFile(bytes: try layout.book.bytes()))
                let result = try NominationImport.run(file, options, on: &connection)
                let what = "round \(round) of seed \(Rounds.seed): \(layout.notes.joined(separator: "; "))"
                let errors = result.errors.list.map { "\($0.cell ?? "\($0.row ?? 0)") \($0.name) \($0.value ?? "")" }
                if !layout.refusals.isEmpty {
                    refused += 1
                    #expect(result.errors.list.contains { layout.refusals.contains($0.name) }, "\(what): \(errors)")
                    continue
                }
                #expect(errors.isEmpty, "\(what): \(errors.prefix(4))")
                guard errors.isEmpty else { continue }
                let read = result.nominations.map { nomination in
                    NomineeLayout.Entry(
                        award: nomination.award,
                        nominee: nomination.collective
                            ?? "\(nomination.staffNo ?? "") \(nomination.nominee), \(nomination.position ?? ""), \(nomination.workplace ?? "")"
                    )
                }
                #expect(
                    Set(read) == Set(layout.entries) && read.count == layout.entries.count,
                    "\(what): \(Set(read).symmetricDifference(layout.entries))")
            }
            #expect(refused > 0)
        }
    }
}
