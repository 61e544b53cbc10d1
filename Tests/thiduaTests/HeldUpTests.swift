import Postgres
import Registry
import TestSupport
import Testing

/// The Department is held up by a clerk who does not commit: the tool says by whom, ends that session, and goes on.
@Suite(.limited, .keepsFailedDatabases) struct HeldUpTests {
    private static let acts = [
        ["dossier", "receive", "--unit", "04", "--channel", "paper"],
        ["campaign", "copy", "TEST", "--as", "NEXT", "--deadline", "1/1/2099"],
    ]

    @Test(arguments: acts)
    func `Who holds the Department up is named and disconnected, and what was to be done is done`(arguments: [String]) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            let tool = Tool(dsn: RegistryDatabase.Login.administrator.conninfo(conninfo))
            let committed: Void? = try? clerk.transaction { transaction in
                // Locks the head of the unit's chain in the trail.
                try transaction.execute(script: "SELECT person_register('04', 'H-1', 'x'); SET CONSTRAINTS ALL IMMEDIATE")
                do {
                    let outcome = try tool.run(arguments + ["--lang", "en"])
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    #expect(outcome.errors.contains("Waiting for the session of test_clerk_04 (04), since "), "\(outcome.errors)")
                    #expect(outcome.errors.contains("Ended the session of test_clerk_04 (04), since "), "\(outcome.errors)")
                } catch {
                    Issue.record(error)
                }
            }
            #expect(committed == nil)
            expect(try connection.first("SELECT count(*) AS n FROM session_end") { try $0["n"] as Int }, is: 1)
        }
    }

    /// The report itself holds every chain of the trail until it is stored.
    @Test func `Who holds the nightly report up is disconnected, and that is in the trail`() throws {
        try TemporaryFolder.with { folder in
            try RegistryDatabase.withOpenCampaign { connection, conninfo in
                var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
                let tool = Tool(dsn: RegistryDatabase.Login.reporter.conninfo(conninfo))
                let committed: Void? = try? clerk.transaction { transaction in
                    try transaction.execute(script: "SELECT person_register('04', 'H-1', 'x'); SET CONSTRAINTS ALL IMMEDIATE")
                    do {
                        let outcome = try tool("report", "nightly", "--out", folder, "--lang", "en")
                        #expect(outcome.status == 0, "\(outcome.errors)")
                    } catch {
                        Issue.record(error)
                    }
                }
                #expect(committed == nil)
                let ended = try connection.query("SELECT after ->> 'login' AS login FROM audit WHERE relation = 'session_end'") {
                    try $0["login"] as String
                }
                expect(ended, is: ["test_clerk_04"])
            }
        }
    }

    @Test(arguments: [RegistryDatabase.Login.administrator, .reporter])
    func `An auditor who holds the country's chain is disconnected, too, for the report and for the closing`(
        login: RegistryDatabase.Login
    ) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            var auditor = try Connection(RegistryDatabase.Login.auditor.conninfo(conninfo))
            let tool = Tool(dsn: login.conninfo(conninfo))
            let committed: Void? = try? auditor.transaction { transaction in
                try transaction.execute(script: "SELECT audit_seal(); SET CONSTRAINTS ALL IMMEDIATE")
                do {
                    let outcome = try tool("campaign", "close", "TEST", "--lang", "en")
                    #expect(outcome.status == 0, "\(outcome.errors)")
                    #expect(outcome.errors.contains("Ended the session of test_auditor, since "), "\(outcome.errors)")
                } catch {
                    Issue.record(error)
                }
            }
            #expect(committed == nil)
        }
    }

    @Test func `A clerk who is held up by another unit is not told by whom, and ends nobody's session`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("INSERT INTO unit (code, kind, name, parent) VALUES ('CUC-BAN-1', 'bureau', 'Ban 1', 'CUC')")
            // The headquarters and its bureaus share a quota.
            let login = try Account.add(
                login: "test_bureau_\(connection.serverProcessID)", role: "clerk", unit: "CUC-BAN-1",
                password: Password("một câu dài dễ nhớ"),
                on: &connection
            ).login
            defer { _ = try? Account.remove(login, on: &connection) }
            var holder = try Connection(conninfo.replacing(/user=\S+/, with: "user=\(login) password='một câu dài dễ nhớ'"))
            let tool = Tool(dsn: RegistryDatabase.Login.clerkOfHeadquarters.conninfo(conninfo))
            try holder.transaction { transaction in
                try transaction.execute(
                    "INSERT INTO mine.nomination (unit, campaign, award, subject, collective) VALUES ('CUC-BAN-1', 'TEST', 'director_certificate', 'collective', 'CUC-BAN-1')"
                )
                let outcome = try tool(
                    "nomination", "add", "--unit", "CUC", "--award", "director_certificate", "--collective", "CUC-BAN-1",
                    "--lang", "en")
                #expect(outcome.status == 75, "\(outcome.errors)")
                #expect(!outcome.errors.contains(login), "\(outcome.errors)")
            }
        }
    }

    /// Each of them comes next in the queue when the one before it has been ended.
    @Test func `Many sessions of one login that hold the Department up are ended together, though they come again`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let stop = Mailbox<Bool>()
            let held = Mailbox<Int>()
            try onThreads(6) { number in
                guard number == 0 else {
                    while stop.contents.isEmpty {
                        guard var clerk = try? Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo)) else { continue }
                        try? clerk.transaction { transaction in
                            try transaction.execute(
                                script: "SELECT person_register('04', 'H-\(number)', 'x'); SET CONSTRAINTS ALL IMMEDIATE")
                            held.append(number)
                            try transaction.execute("SELECT pg_sleep(60)")
                        }
                    }
                    return
                }
                defer { stop.append(true) }
                try waitUntil("one holds the unit's chain") { !held.contents.isEmpty }
                let tool = Tool(dsn: RegistryDatabase.Login.administrator.conninfo(conninfo))
                let outcome = try tool("dossier", "receive", "--unit", "04", "--channel", "paper", "--lang", "en")
                #expect(outcome.status == 0, "\(outcome.errors)")
                stop.append(true)
                var last = try Connection(conninfo)
                try waitUntil("they are gone") {
                    try last.execute(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'test_clerk_04'"
                    ) == 0
                }
            }
        }
    }
}
