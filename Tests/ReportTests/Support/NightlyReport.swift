import Foundation
import Postgres
import Registry
import TestSupport

@testable import Report

/// A registry with a stored report, and area specialists to send it to.
struct NightlyReport {
    let report: QuotaReport
    /// The connection string of the login that sends it.
    let conninfo: String

    /// Calls `body` with one. CQ1 has Hà Nội and Cao Bằng, CQ2 one province; CQ3 has no address, CQ4 no province.
    static func with<T>(secondAddress: String = "cq2@example.vn", _ body: (NightlyReport, inout Connection) throws -> T) throws
        -> T
    {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("SELECT area_specialist_set('CQ1', 'Nguyễn Thị Hạnh', 'cq1@example.vn', '{01,04}')")
            try connection.execute("SELECT area_specialist_set('CQ2', 'Trần Văn Bình', \(secondAddress), '{08}')")
            try connection.execute("SELECT area_specialist_set('CQ3', 'Lê Văn Cường', NULL, '{11}')")
            try connection.execute("SELECT area_specialist_set('CQ4', 'Phạm Văn Dũng', 'cq4@example.vn', '{}')")
            let report = try connection.transaction { transaction in
                let due = try ReportRun.due(campaign: "TEST", date: nil, catchingUp: false, &transaction)
                guard let run = due.first(where: { $0.campaign == "TEST" }) else { throw CocoaError(.fileNoSuchFile) }
                try run.keep(run.read(&transaction), &transaction)
                return try run.kept(&transaction)
            }
            guard let report else { throw CocoaError(.fileNoSuchFile) }
            return try body(
                NightlyReport(report: report, conninfo: RegistryDatabase.Login.reporter.conninfo(conninfo)), &connection)
        }
    }

    /// Sends its letters, as the nightly job does.
    func send(to room: Mailroom, in language: Language = .vi) throws -> [String: ReportLetters.Outcome] {
        var connection = try Connection(conninfo)
        var letters = ReportLetters(by: room.route, from: try MailAddress("Thi đua <thidua@example.vn>"), in: language)
        letters.pauses = [1, 1]
        letters.limitSeconds = 5
        let deliveries = try letters.send(report, on: &connection)
        return Dictionary(uniqueKeysWithValues: deliveries.map { ($0.specialist, $0.outcome) })
    }

    /// The letters that the database has recorded, and whether each was accepted.
    func records(_ connection: inout Connection) throws -> [String: Bool] {
        let rows = try connection.query("SELECT specialist, sent_at IS NOT NULL AS is_sent FROM report_letter") { row in
            (try row["specialist"] as String, try row["is_sent"] as Bool)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }
}
