import Postgres
import Registry
import TestSupport
import Testing

/// Who keeps a campaign from being closed, and who does not.
extension ClosingTests {
    /// By a foreign key, in a savepoint that has been released: nothing leads from the row's lock to the session.
    @Test(arguments: [
        "SAVEPOINT s; INSERT INTO mine.nomination (unit, campaign, award, subject, staff_no, position, workplace) VALUES ('01', 'TEST', 'minister_certificate', 'individual', 'OTHER', 'x', '01'); RELEASE s"
    ])
    func `Whoever holds the campaign by a refused claim is ended, too`(script: String) throws {
        try withOpenTransaction(script) { connection in
            _ = try Nomination.add(.person("OTHER", of: "04", award: "minister_certificate", name: "Ai đó"), on: &connection)
            try connection.execute("SELECT person_register('01', 'OTHER', 'Ai đó')")
        } _: { connection, _ in
            // Not the tool's way, which sees whom it waits for.
            expect(try connection.rows("SELECT campaign_close('TEST')"), is: ["(t)"])
        } afterwards: { connection, failure in
            #expect(failure != nil)
            let ended = try connection.rows("SELECT login FROM session_end")
            #expect(ended == ["(test_clerk_01)"])
        }
    }

    @Test func `Who was in time and is held up by another is not ended for it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try CompleteDossier.ready(on: &connection)
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            for seconds in [2, 10, 40] {
                try connection.execute(
                    "UPDATE campaign SET deadline = clock_timestamp() + \(seconds) * interval '1 s' WHERE code = 'TEST'")
                let refused = Mailbox<String?>()
                // Keeps a report, which locks the heads of all chains, and does not commit.
                let kept: Void? = try? reporter.transaction { transaction in
                    try transaction.execute("SELECT report_keep(report_read('TEST', NULL))")
                    do { try closing(conninfo, refused) } catch { Issue.record(error) }
                }
                if refused.contents == ["campaign_is_before_its_deadline"] { continue }
                #expect(kept == nil && refused.contents == [nil])
                let ended = try connection.rows("SELECT login FROM session_end")
                #expect(ended == ["(test_reporter)"])
                return expect(try submitted(&connection), is: ["(submitted)"])
            }
            throw TooSlow()
        }
    }

    /// The clerk of 01 submits, and has to wait as it commits; after the deadline, the campaign is closed.
    private func closing(_ conninfo: String, _ refused: Mailbox<String?>) throws {
        try onThreads(2) { part in
            if part == 0 {
                var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                refused.append(try refusingConstraint { try clerk.execute("SELECT dossier_submit('01', 'TEST')") })
                return
            }
            var administrator = try Connection(conninfo)
            try waitUntil("the clerk waits to commit, or was refused") {
                try !refused.contents.isEmpty
                    || !administrator.rows(
                        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pg_blocking_pids(pid) <> '{}'"
                    ).isEmpty
            }
            guard refused.contents.isEmpty else { return }
            try administrator.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
            expect(try administrator.rows("SELECT campaign_close('TEST')"), is: ["(t)"])
        }
    }

    /// By the key of a dossier that was to be begun, while it waited for somebody who had stored the same file.
    @Test func `Whoever is late is refused before anything of the campaign is locked`() throws {
        try withOpenTransaction(
            """
            SELECT dossier_attach('01', 'TEST', 'proposal_letter', NULL, convert_to('%PDF-1.4 x %%EOF', 'UTF8'), 'a.pdf', '1', '2026-04-01', 'Lê A')
            """
        ) { connection, conninfo in
            try connection.execute("SELECT campaign_copy('TEST', 'OVER', clock_timestamp() - interval '1 s')")
            var colleague = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            try colleague.execute(script: "SET lock_timeout = '5s'")
            let late = try refusingConstraint {
                try colleague.execute(
                    """
                    SELECT dossier_attach('01', 'OVER', 'proposal_letter', NULL, convert_to('%PDF-1.4 x %%EOF', 'UTF8'), 'a.pdf', '1', '2026-04-01', 'Lê A')
                    """)
            }
            expect(late, is: "campaign_is_before_its_deadline")
        } afterwards: { _, _ in
        }
    }

    @Test func `Whoever leaves a closing open is known to hold the campaign`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            let process = reporter.serverProcessID
            try reporter.transaction { transaction in
                try transaction.execute("SELECT campaign_close('TEST')")
                expect(try connection.rows("SELECT campaign_holding('TEST', false)"), is: ["(\(process))"])
            }
        }
    }
}
