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
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let result = try StaffingImport.run(OfficeFileTests.file(reading.file), .init(), on: &connection)
            #expect(result.errors.isEmpty && result.question == nil, "\(result.errors.list.map(\.name))")
            let rows = try connection.query(
                "SELECT unit || '=' || civil_servants AS text FROM staffing_in_force ORDER BY unit"
            ) { try $0["text"] as String }
            expect(rows.joined(separator: " "), is: reading.rows)
            let quotas = try connection.query(
                """
                SELECT concat_ws(' ', holder, left(award, 8), left(subject, 3), allowed) AS text FROM quota
                WHERE measured IS NOT NULL AND campaign = 'TEST' ORDER BY holder, award, subject, stage
                """
            ) { try $0["text"] as String }
            expect(quotas.joined(separator: ", "), is: reading.quotas)
        }
    }
}
