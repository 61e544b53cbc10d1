import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Staffing files that version 0.1.0 read right (commit 19e65c4), and what it made of them: `Cases/before.tsv`.
@Suite(.limited, .keepsFailedDatabases) struct BeforeTests {
    /// A line of the table.
    struct Reading: Sendable, CustomTestStringConvertible {
        let file: String
        let rows: String
        let quotas: String

        var testDescription: String { file }
    }

    private static let readings: [Reading] = {
        let table = OfficeFileTests.folder.appending(path: "before.tsv")
        let text = (try? String(contentsOf: table, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return cells.count == 3 ? Reading(file: cells[0], rows: cells[1], quotas: cells[2]) : nil
        }
    }()

    @Test func `The table has the files that were read`() {
        #expect(Self.readings.count >= 79)
    }

    @Test(arguments: readings)
    func `What was read right in version 0.1.0 is read in the same way`(reading: Reading) throws {
        try SharedRegistry.with { connection in
            var options = StaffingImport.Options()
            options.isDryRun = true
            let result = try StaffingImport.run(OfficeFileTests.file(reading.file), options, on: &connection)
            #expect(result.errors.isEmpty && result.question == nil, "\(result.errors.list.map(\.name))")
            let rows = result.units.map { "\($0.unit)=\($0.to ?? 0)" }
            expect(rows.sorted(), is: reading.rows.split(separator: " ").map(String.init).sorted())
            let quotas = result.quotaChanges.filter { $0.campaign == "TEST" }.map {
                "\($0.unit) \($0.award.prefix(8)) \($0.subject.prefix(3)) \($0.to ?? 0)"
            }
            expect(quotas.sorted(), is: reading.quotas.split(separator: ", ").map(String.init).sorted())
        }
    }
}
