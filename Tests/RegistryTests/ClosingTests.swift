import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// At the deadline a campaign is closed: what has been committed by then counts, and nothing else.
@Suite(.limited, .keepsFailedDatabases) struct ClosingTests {
    /// The deadline passed before the clerk had begun: the machine is slow, and the deadline has to be later.
    struct TooSlow: Error {}

    /// A campaign with 01's dossier, complete and not submitted. The clerk of 01 begins in time, with `script`; when the deadline has
    /// passed, `body` goes on; and then the clerk commits.
    ///
    /// - Returns: What refused the commit; nil if it succeeded.
    func withOpenTransaction(
        _ script: String = "SELECT dossier_submit('01', 'TEST')",
        prepare: (inout Connection) throws -> Void = { _ in }, _ body: (inout Connection, String) throws -> Void,
        afterwards: (inout Connection, (any Error)?) throws -> Void
    ) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try CompleteDossier.ready(on: &connection)
            try prepare(&connection)
            for seconds in [1, 5, 25] {
                try connection.execute(
                    "UPDATE campaign SET deadline = clock_timestamp() + \(seconds) * interval '1 s' WHERE code = 'TEST'")
                var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                do {
                    try clerk.transaction { transaction in
                        do {
                            for statement in script.split(separator: "; ") { try transaction.execute(script: String(statement)) }
                        } catch let error as ServerError where error.constraint == "campaign_is_before_its_deadline" {
                            throw TooSlow()
                        }
                        try connection.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
                        // What it throws must not pass for the refusal of the commit.
                        do { try body(&connection, conninfo) } catch { Issue.record(error) }
                    }
                    return try afterwards(&connection, nil)
                } catch is TooSlow {
                    continue
                } catch {
                    return try afterwards(&connection, error)
                }
            }
            throw TooSlow()
        }
    }

    func submitted(_ connection: inout Connection) throws -> [String] {
        try connection.rows(
            """
            SELECT u ->> 'state' FROM campaign c, report_content('TEST', c.deadline, NULL) r, jsonb_array_elements(r -> 'units') u
            WHERE c.code = 'TEST' AND u ->> 'code' = '01'
            """)
    }

    /// What the clerk does before the deadline, without committing it.
    private static let openings = [
        "SELECT dossier_submit('01', 'TEST'); SET CONSTRAINTS ALL IMMEDIATE",
        "SELECT dossier_submit('01', 'TEST')",
        "SAVEPOINT a; SELECT dossier_submit('01', 'TEST'); RELEASE a",
        // In a block that catches errors, which is a subtransaction.
        "INSERT INTO mine.nomination (unit, campaign, award, subject, collective) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01')",
        "SAVEPOINT a; SELECT dossier_submit('01', 'TEST'); SAVEPOINT b; SET CONSTRAINTS ALL IMMEDIATE",
    ]

    @Test(arguments: openings)
    func `What is not committed when the campaign is closed does not count, and the final report knows what does`(
        script: String
    ) throws {
        try withOpenTransaction(script) { connection, _ in
            let outcome = try Campaign.close("TEST", on: &connection)
            #expect(outcome.isNew)
            #expect(outcome.ended.map(\.login) == ["test_clerk_01"] && outcome.ended.map(\.unit) == ["01"])
            #expect(outcome.ended.first?.held == "campaign" && outcome.ended.first?.since != nil)
            expect(try submitted(&connection), is: ["(not_submitted)"])
        } afterwards: { connection, failure in
            #expect(failure != nil)
            expect(try submitted(&connection), is: ["(not_submitted)"])
            let trail = try connection.rows("SELECT after ->> 'login' FROM audit WHERE relation = 'session_end'")
            #expect(trail == ["(test_clerk_01)"])
        }
    }

    @Test func `What is committed while the closing waits counts, and the final report has it`() throws {
        let ended = Mailbox<[String]>()
        let thread = DispatchGroup()
        try withOpenTransaction { connection, conninfo in
            thread.enter()
            Thread.detachNewThread {
                defer { thread.leave() }
                do {
                    var administrator = try Connection(conninfo)
                    ended.append(try Campaign.close("TEST", on: &administrator).ended.map(\.login))
                } catch {
                    Issue.record(error)
                }
            }
            // The clerk's transaction is the only one that anybody can wait for.
            try waitUntil("the closing waits") {
                try connection.rows(
                    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pg_blocking_pids(pid) <> '{}'"
                ).count == 1
            }
        } afterwards: { connection, failure in
            thread.wait()
            #expect(failure == nil)
            #expect(ended.contents == [[]])
            expect(try submitted(&connection), is: ["(submitted)"])
        }
    }

    @Test(arguments: [
        "SELECT council_record('TEST', current_date, '{An}', '{x}', '{}', '{}', '{}', '{}')",
        "SELECT decision_record('TEST', '1/QĐ', current_date, '{1}', '{}')",
        "INSERT INTO endorsement (unit, nomination) SELECT unit, id FROM nomination WHERE unit = '04'",
        "SELECT nomination_disqualify(id, 'prosecution', 'x') FROM nomination WHERE unit = '04'",
    ])
    func `Whatever comes after the deadline closes the campaign first`(act: String) throws {
        try withOpenTransaction(prepare: { _ = try CompleteDossier.submitted(of: "04", on: &$0) }) { connection, _ in
            try connection.execute(script: act)
        } afterwards: { connection, failure in
            #expect(failure != nil)
            expect(try connection.rows("SELECT count(*) FROM campaign_closing WHERE campaign = 'TEST'"), is: ["(1)"])
            expect(try submitted(&connection), is: ["(not_submitted)"])
            expect(try Campaign.close("TEST", on: &connection).isNew, is: false)
        }
    }

    @Test func `What the Department has begun before the deadline is committed before the closing, or not at all`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try CompleteDossier.submitted(of: "04", on: &connection)
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            let committed: Void? = try? administrator.transaction { transaction in
                try transaction.execute(
                    script: "INSERT INTO endorsement (unit, nomination) SELECT unit, id FROM nomination WHERE unit = '04'")
                let holding = try connection.rows("SELECT campaign_holding('TEST', false)")
                #expect(holding.count == 1)
                let other = try connection.rows("SELECT campaign_holding('606/KH-CQLTHADS')")
                #expect(other == [])
                struct Undone: Error {}
                throw Undone()
            }
            #expect(committed == nil)
            expect(try connection.rows("SELECT campaign_holding('TEST', false)"), is: [])
        }
    }

    @Test func `What cannot be ended keeps the campaign open, and that is said`() throws {
        // A superuser's session: the registry's owner may not end it.
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            try connection.transaction { transaction in
                try transaction.execute("SELECT campaign_hold('TEST')")
                let refused = try refusingConstraint { _ = try Campaign.close("TEST", on: &reporter) }
                #expect(refused == "campaign_is_free_to_be_closed")
            }
            expect(try Campaign.close("TEST", on: &reporter).isNew, is: true)
        }
    }

    @Test func `A campaign is not closed before its deadline, nor by a clerk; a deadline that is moved is closed anew`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            expect(refusal { _ = try Campaign.close("TEST", on: &connection) }, is: .illegalStep)
            for login in [RegistryDatabase.Login.clerk01, .council, .auditor] {
                var session = try Connection(login.conninfo(conninfo))
                #expect(session.answer(to: "SELECT campaign_close('606/KH-CQLTHADS')").hasPrefix("42501 "))
            }
            for _ in 1...2 {
                try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
                var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
                expect(try Campaign.close("TEST", on: &reporter).isNew, is: true)
                expect(try Campaign.close("TEST", on: &reporter).isNew, is: false)
            }
            expect(try connection.rows("SELECT count(*) FROM campaign_closing WHERE campaign = 'TEST'"), is: ["(2)"])
        }
    }

    @Test func `Two that close at once: one does`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            let news = Mailbox<Bool>()
            try onThreads(4) { _ in
                var session = try Connection(conninfo)
                news.append(try Campaign.close("TEST", on: &session).isNew)
            }
            #expect(news.contents.filter(\.self).count == 1)
        }
    }
}
