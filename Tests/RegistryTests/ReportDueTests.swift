import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Which reports are due, and as of when. The passing of time is simulated by moving recorded times back.
@Suite(.limited, .keepsFailedDatabases) struct ReportDueTests {
    /// `days` are counted from today in Hanoi; `at` is a time of that day.
    private func instant(_ days: Int, _ at: String = "00:00") -> String {
        "((day_in_hanoi(clock_timestamp()) + \(days))::timestamp + time '\(at)') AT TIME ZONE 'Asia/Ho_Chi_Minh'"
    }

    private func start(_ code: String, _ started: String, deadline: String, _ connection: inout Connection) throws {
        try connection.execute(
            script: """
                SELECT FROM campaign_copy('606/KH-CQLTHADS', '\(code)', \(deadline));
                UPDATE campaign SET created_at = \(started) WHERE code = '\(code)';
                """)
    }

    private func keep(_ code: String, daysAgo days: Int, _ connection: inout Connection) throws {
        try connection.execute(
            script: """
                SELECT report_keep(report_read('\(code)', day_in_hanoi(clock_timestamp()) - \(days)))
                """)
    }

    /// Campaign, date and `as_of` in days from today, time of `as_of`, and whether the report has been made.
    private func due(_ arguments: String, _ connection: inout Connection) throws -> [String] {
        try connection.rows(
            """
            SELECT campaign, date - day_in_hanoi(clock_timestamp()), day_in_hanoi(as_of) - day_in_hanoi(clock_timestamp()),
                   to_char(as_of AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24MI'), is_made
            FROM report_due(\(arguments))
            """)
    }

    private func withCampaign(
        started: String, deadline: String, _ body: (inout Connection) throws -> Void
    ) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            try connection.execute("UPDATE campaign SET created_at = '2026-02-11'")
            try start("A", started, deadline: deadline, &connection)
            try body(&connection)
        }
    }

    @Test func `A day's report is as of its midnight in Hanoi`() throws {
        try withCampaign(started: instant(-20), deadline: instant(20)) { connection in
            expect(try due("NULL, NULL, false", &connection), is: ["(A,0,0,0000,f)"])
            expect(try due("'a', day_in_hanoi(clock_timestamp()) - 3, false", &connection), is: ["(A,-3,-3,0000,f)"])
            try keep("A", daysAgo: 3, &connection)
            expect(try due("NULL, day_in_hanoi(clock_timestamp()) - 3, false", &connection), is: ["(A,-3,-3,0000,t)"])
        }
    }

    @Test func `Three missed nights yield three reports, after the last one made; before the first report no night is missed`()
        throws
    {
        try withCampaign(started: instant(-20), deadline: instant(20)) { connection in
            expect(try due("NULL, NULL, true", &connection), is: ["(A,0,0,0000,f)"])
            try keep("A", daysAgo: 3, &connection)
            expect(
                try due("NULL, NULL, true", &connection),
                is: ["(A,-3,-3,0000,t)", "(A,-2,-2,0000,f)", "(A,-1,-1,0000,f)", "(A,0,0,0000,f)"])
            for day in [2, 1] { try keep("A", daysAgo: day, &connection) }
            let late = try connection.rows("SELECT is_late FROM report_run ORDER BY date")
            #expect(late == ["(t)", "(t)", "(t)"])
        }
    }

    @Test(arguments: ["00:00", "17:30"])
    func `The deadline's report is as of the deadline, is the final one, and is the last while another campaign is open`(
        time: String
    ) throws {
        try withCampaign(started: instant(-20), deadline: instant(-2, time)) { connection in
            try start("B", instant(-20), deadline: instant(20), &connection)
            let final = time == "00:00" ? 2 : 1
            func campaigns(_ daysAgo: Int) throws -> [String] {
                try due("NULL, day_in_hanoi(clock_timestamp()) - \(daysAgo), false", &connection)
            }
            let moment = time.replacing(":", with: "")
            expect(
                try campaigns(final + 1),
                is: ["(A,-\(final + 1),-\(final + 1),0000,f)", "(B,-\(final + 1),-\(final + 1),0000,f)"])
            expect(try campaigns(final), is: ["(A,-\(final),-2,\(moment),f)", "(B,-\(final),-\(final),0000,f)"])
            expect(try campaigns(final - 1).count, is: 1)
            try keep("A", daysAgo: final, &connection)
            try keep("A", daysAgo: final + 1, &connection)
            expect(try connection.rows("SELECT is_final FROM report_run ORDER BY date"), is: ["(f)", "(t)"])
        }
    }

    @Test func `If no campaign is open, the last one to close is reported; one that was started today is reported as of now`()
        throws
    {
        try withCampaign(started: instant(-20), deadline: instant(-5)) { connection in
            expect(try due("NULL, NULL, false", &connection), is: ["(A,0,0,0000,f)"])
            try start("B", "clock_timestamp()", deadline: instant(20), &connection)
            let rows = try connection.rows(
                "SELECT campaign, abs(extract(epoch FROM clock_timestamp() - as_of)) < 5 FROM report_due(NULL, NULL, false)")
            #expect(rows == ["(B,t)"])
        }
    }

    @Test func `A report stays as it was made, whatever happens afterwards, and a second one is not kept`() throws {
        try withCampaign(started: instant(-20), deadline: instant(20)) { connection in
            try keep("A", daysAgo: 0, &connection)
            let before = try connection.rows("SELECT content, made_at FROM report_run")
            _ = try Nomination.add(.collective("04", of: "04", award: "minister_certificate", campaign: "A"), on: &connection)
            try keep("A", daysAgo: 0, &connection)
            expect(try connection.rows("SELECT content, made_at FROM report_run"), is: before)
            expect(try connection.rows("SELECT count(*) FROM seal"), is: ["(1)"])
        }
    }

    @Test func `While one session makes reports, another is refused as busy at once`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var other = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            try connection.transaction { transaction in
                try transaction.execute("SELECT report_claim()")
                let refused = try refusingConstraint { _ = try other.transaction { try $0.execute("SELECT report_claim()") } }
                #expect(refused == "report_is_made_by_one_at_a_time")
            }
            try other.transaction { try $0.execute("SELECT report_claim()") }
        }
    }
}
