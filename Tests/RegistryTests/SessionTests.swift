import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Sessions: how many a login may have, who holds whom up, and how they are ended.
@Suite(.limited, .keepsFailedDatabases) struct SessionTests {
    static let password = "một câu dài dễ nhớ"

    /// Calls `body` with a registry and a clerk of 01 that no other test has: a connection, the server, the login, its connection string.
    func withClerk(_ body: (inout Connection, String, String, String) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let login = "test_" + UUID().uuidString.prefix(8).lowercased()
            _ = try Account.add(login: login, role: "clerk", unit: "01", password: Password(Self.password), on: &connection)
            defer {
                _ = try? connection.execute("SELECT server_role_drop(\(login))")
            }
            let own = conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(login) password='\(Self.password)'")
            try body(&connection, conninfo, login, own)
        }
    }

    /// Connects, writes and commits again and again, until the login lets nobody in any more; three at a time.
    private func reconnecting(_ conninfo: String, until stop: Mailbox<Bool>, _ number: Int) {
        var turn = 0
        while stop.contents.isEmpty {
            turn += 1
            guard var session = try? Connection(conninfo) else { continue }
            _ = try? session.execute("SELECT person_register('01', \("R\(number)-\(turn)"), 'x')")
        }
    }

    @Test(arguments: ["remove", "password"])
    func `Those that connect at that very moment are ended, too`(act: String) throws {
        for _ in 1...Rounds.of(3, long: 100) {
            try withClerk { connection, server, login, own in
                let stop = Mailbox<Bool>()
                try onThreads(4) { number in
                    guard number == 0 else { return reconnecting(own, until: stop, number) }
                    defer { stop.append(true) }
                    var administrator = try Connection(server)
                    try waitUntil("they are at work") {
                        try administrator.rows("SELECT FROM person WHERE staff_no LIKE 'R%'").count > 3
                    }
                    if act == "remove" {
                        _ = try Account.remove(login, on: &administrator)
                    } else {
                        _ = try Account.setPassword(Password("một câu khác dài hơn"), of: login, on: &administrator)
                    }
                    let left = try administrator.rows("SELECT pid FROM pg_stat_activity WHERE usename = '\(login)'")
                    #expect(left.isEmpty)
                    // Nothing has been committed since.
                    let before = try administrator.rows("SELECT count(*) FROM person")
                    try administrator.execute("SELECT pg_sleep(0.05)")
                    expect(try administrator.rows("SELECT count(*) FROM person"), is: before)
                }
                if act == "remove" {
                    let late = try connection.rows(
                        """
                        SELECT t.number FROM audit t
                        WHERE t.login = '\(login)' AND t.number > (
                            SELECT max(a.number) FROM audit a WHERE a.chain = '01' AND a.relation = 'account' AND a.after ->> 'login' = '\(login)')
                        """)
                    #expect(late.isEmpty)
                }
            }
        }
    }

    @Test func `A removed login's open transaction cannot be committed, even if nobody ended its session`() throws {
        try withClerk { connection, _, login, own in
            var session = try Connection(own)
            let refused = try refusingConstraint {
                try session.transaction { transaction in
                    try transaction.execute("SELECT person_register('01', 'X1', 'x')")
                    // Only the first of the three steps of `user remove`.
                    try connection.execute("SELECT user_remove(\(login))")
                }
            }
            #expect(refused == "account_is_in_use")
            expect(try connection.rows("SELECT FROM person WHERE staff_no = 'X1'"), is: [])
        }
    }

    @Test func `A login has five sessions at most, and others may still connect`() throws {
        try withClerk { _, server, _, own in
            let first = try Connection(own), second = try Connection(own), third = try Connection(own)
            let fourth = try Connection(own), fifth = try Connection(own)
            #expect(throws: ConnectionError.self) { _ = try Connection(own) }
            _ = try Connection(RegistryDatabase.Login.clerk01.conninfo(server))
            _ = (first.isLost, second.isLost, third.isLost, fourth.isLost, fifth.isLost)
        }
    }

    @Test func `A sort that spills to disk is stopped`() throws {
        try withClerk { _, _, _, own in
            var session = try Connection(own)
            let refused = #expect(throws: ServerError.self) {
                try session.execute(
                    "SELECT count(*) FROM (SELECT repeat(n::text, 60) AS t FROM generate_series(1, 2000000) n ORDER BY t OFFSET 0) s"
                )
            }
            #expect(refused?.sqlState.rawValue == "53400")
            #expect(session.answer(to: "SET LOCAL temp_file_limit = -1; SELECT 1").hasPrefix("42501 "))
        }
    }

    /// Lets a session of a login wait for a nomination that another one holds, and calls `body` meanwhile, with its process and another
    /// session of the same login.
    private func waiting(
        as login: RegistryDatabase.Login, for nomination: Int, _ server: String,
        _ body: @escaping @Sendable (Int32, inout Connection) throws -> Void
    ) throws {
        let conninfo = login.conninfo(server)
        try onThreads(2) { part in
            if part == 0 {
                var session = try Connection(conninfo + " application_name=waits-\(login.name)")
                let relation = login.role == "clerk" ? "mine.nomination" : "nomination"
                try session.execute(script: "UPDATE \(relation) SET position = NULL WHERE id = \(nomination)")
                return
            }
            var superuser = try Connection(server)
            var process: Int32?
            try waitUntil("\(login.name) waits") {
                process = try superuser.first(
                    """
                    SELECT pid FROM pg_stat_activity
                    WHERE application_name = \("waits-" + login.name) AND cardinality(pg_blocking_pids(pid)) > 0
                    """
                ) { try $0["pid"] as Int32 }
                return process != nil
            }
            var other = try Connection(conninfo)
            try body(try #require(process), &other)
        }
    }

    @Test func `An administrator is told who holds it up, a clerk only of colleagues, and others of nobody`() throws {
        try withClerk { connection, server, login, own in
            let nomination = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection).id
            let seen = Mailbox<[String]>()
            var holder = try Connection(own)
            let committed: Void? = try? holder.transaction { transaction in
                try transaction.execute("UPDATE mine.nomination SET position = NULL WHERE id = \(nomination)")
                let waiters: [RegistryDatabase.Login] = [.administrator, .clerk01]
                do {
                    try onThreads(2) { number in
                        try waiting(as: waiters[number], for: nomination, server) { process, other in
                            let told = try SessionHolder.blocking(process, on: &other)
                            var stranger = try Connection(RegistryDatabase.Login.clerk04.conninfo(server))
                            expect(try SessionHolder.blocking(process, on: &stranger), is: [])
                            #expect(stranger.answer(to: "SELECT session_end_blocking(\(process))").hasPrefix("42501 "))
                            seen.append(told.map { "\($0.login) \($0.unit ?? "–") \($0.since != nil)" })
                            // The administrator ends it; both go on.
                            if number == 0 {
                                try waitUntil("the clerk has looked") { seen.contents.count == 2 }
                                expect(try SessionHolder.endBlocking(process, on: &other).map(\.login), is: [login])
                            }
                        }
                    }
                } catch {
                    Issue.record(error)
                }
            }
            #expect(committed == nil)
            #expect(seen.contents == [["\(login) 01 true"], ["\(login) 01 true"]])
            let trail = try connection.rows("SELECT after ->> 'held' FROM audit WHERE relation = 'session_end'")
            #expect(trail == ["(nomination)"])
        }
    }

    @Test func `A login's sessions can be ended by itself and by an administrator, and by nobody else`() throws {
        try withClerk { _, server, login, own in
            // Its own session comes last: the server takes a moment to notice that it has been closed.
            for ender in [RegistryDatabase.Login.administrator.conninfo(server), own] {
                var first = try Connection(own)
                var session = try Connection(ender)
                expect(try Account.endSessions(of: login, on: &session), is: 1)
                #expect(throws: (any Error).self) { try first.execute("SELECT 1") }
            }
            for other in RegistryDatabase.Login.allCases where other != .administrator && other != .backup {
                var session = try Connection(other.conninfo(server))
                expect(refusal { _ = try Account.endSessions(of: login, on: &session) }, is: .notFound)
            }
        }
    }
}
