import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// A real primary and a real standby: the report is read on the server that the connection string prefers, locked and stored on
/// the primary, and made again after the standby was promoted in the middle.
@Suite(.limited) struct NightlyStandbyTests {
    /// How many seconds after the start of a report its primary is stopped: from before it has connected to after it is done.
    private static let moments = Rounds.areMany ? Array(stride(from: 0.03, to: 0.67, by: 0.04)) : [0.15]

    @Test(arguments: moments)
    func `It reads on the standby, and locks, stores and seals on the primary; after a promotion it uses the new primary`(
        moment: TimeInterval
    ) throws {
        try ServerPair.with { primary, standby, parent in
            try #require(try Tool(dsn: primary.conninfo(database: "postgres"))("db", "migrate").status == 0)
            var connection = try Connection(primary.conninfo(database: "postgres"))
            try connection.execute("CHECKPOINT")
            let tool = Tool(dsn: ServerPair.conninfo(primary, standby))
            let folder = parent + "/reports"
            let first = try tool("report", "nightly", "--out", folder, "--date", "2026-11-01")
            #expect(first.status == 0, "\(first.errors)")
            let earlier = try ReportFiles(in: folder)
            let log = try String(contentsOfFile: standby.logFile, encoding: .utf8)
            #expect(log.contains("report_read("))
            #expect(!log.contains("report_keep("))

            try connection.transaction { transaction in
                try transaction.execute("SELECT report_claim()")
                expect(try tool("report", "nightly", "--out", folder, "--date", "2026-11-02").status, is: 75)
            }

            let run = try tool.start(["report", "nightly", "--out", folder, "--date", "2026-11-02"])
            // Not for an event: somewhere in the middle.
            Thread.sleep(forTimeInterval: moment)
            _ = consume connection
            try primary.stop()
            var promoted = try Connection(standby.conninfo(database: "postgres"))
            try promoted.execute("SELECT pg_promote()")
            let outcome = try run.wait()
            // Either it was made, or its servers were gone, or none was the primary. Busy otherwise would mean that it stored the report and could not find it.
            #expect(
                [0, 69, 76].contains(outcome.status) || outcome.status == 75 && outcome.errors.contains("máy chính"), "\(outcome)"
            )
            try earlier.expectUnchanged(in: folder)
            try ReportFiles(in: folder).expectComplete(in: folder)
            let next = try tool("report", "nightly", "--out", folder, "--date", "2026-11-02")
            #expect(next.status == 0, "\(next.errors)")
            try earlier.expectUnchanged(in: folder)
            try ReportFiles(in: folder).expectComplete(in: folder)
        }
    }

    /// A transaction that has begun holds the first day's report back. What the server does by itself is none that could still write.
    @Test func `Autovacuum does not hold a new campaign's report back`() throws {
        try ServerPair.with { primary, _, _ in
            let conninfo = primary.conninfo(database: "postgres")
            try #require(try Tool(dsn: conninfo)("db", "migrate").status == 0)
            var connection = try Connection(conninfo)
            for setting in ["naptime = 1", "vacuum_cost_delay = 100", "vacuum_cost_limit = 1", "vacuum_threshold = 1"] {
                try connection.execute(script: "ALTER SYSTEM SET autovacuum_\(setting)")
            }
            try connection.execute(
                script: "SELECT pg_reload_conf(); CREATE TABLE much AS SELECT FROM generate_series(1, 100000); DELETE FROM much")
            let isNewer: SQL = """
                SELECT (SELECT as_of FROM report_due(NULL, NULL, false)) > min(xact_start) FROM pg_stat_activity
                WHERE backend_type = 'autovacuum worker' AND wait_event = 'VacuumDelay'
                """
            let answers = Mailbox<Bool>()
            try waitUntil("a table is vacuumed") {
                if let answer = try connection.first(isNewer, { try $0[0] as Bool? }) ?? nil { answers.append(answer) }
                return !answers.contents.isEmpty
            }
            expect(answers.contents, is: [true])
        }
    }
}
