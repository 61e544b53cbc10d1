import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Staffing tables of known lists, laid out at random: each is read to exactly that list, or asked about, or refused. None is read wrong.
@Suite(.limited(toSeconds: Rounds.of(300, long: 1_800)), .keepsFailedDatabases) struct OfficeLayoutTests {
    @Test func `A table is read to the list that it was made of, however it is laid out`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var chance = SeededGenerator(seed: Rounds.seed)
            var refused = 0
            for round in 1...Rounds.of(50, long: 2_000) {
                let layout = OfficeLayout(&chance)
                var options = StaffingImport.Options()
                options.isDryRun = true
                let file = try SourceFile(name: "layout.xlsx", ByteFile(bytes: try layout.book.bytes()))
                let result = try StaffingImport.run(file, options, on: &connection)
                let what = "round \(round) of seed \(Rounds.seed): \(layout.notes.joined(separator: "; "))"
                if let refusal = layout.refusal {
                    refused += 1
                    let outcome =
                        result.question == nil ? Set(result.errors.list.map(\.name)).sorted().joined(separator: " ") : "asked"
                    #expect(outcome.contains(refusal), "\(what): \(outcome)")
                    continue
                }
                #expect(
                    result.errors.isEmpty,
                    "\(what): \(result.errors.list.prefix(3).map { "\($0.cell ?? "") \($0.name) \($0.value ?? "")" })")
                guard result.errors.isEmpty else { continue }
                let read = Set(
                    result.units.map {
                        OfficeLayout.Unit(
                            house: $0.house, kind: $0.kind,
                            name: $0.kind == "province" ? "" : $0.name.replacing("Thi hành án dân sự", with: "THADS"),
                            count: $0.to ?? 0)
                    })
                #expect(read == Set(layout.units), "\(what): \(read.symmetricDifference(layout.units))")
                #expect(result.question == nil, "\(what)")
            }
            #expect(refused > 0)
        }
    }
}
