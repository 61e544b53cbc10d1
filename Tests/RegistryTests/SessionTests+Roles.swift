import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Logins that resist: they start slowly, keep changing their own role or the database's, or hold the trail.
extension SessionTests {
    /// What a client asks for as it connects (`post_auth_delay`): whoever has given the old password is not listed for so long.
    /// Any signal ends the delay, such as another test's DROP DATABASE: who gets in before the password is changed may write, and tries again.
    @Test func `A session that starts as slowly as it can is ended, too`() throws {
        try withClerk { connection, server, login, own in
            let written = "SELECT staff_no FROM person WHERE staff_no LIKE 'LATE%' ORDER BY staff_no"
            let early = Mailbox<[String]>()
            try onThreads(2) { part in
                if part == 0 {
                    var turn = 0
                    while var session = try? Connection(own + " connect_timeout=60 options='-c post_auth_delay=20'") {
                        turn += 1
                        _ = try? session.execute("SELECT person_register('01', \("LATE-\(turn)"), 'x')")
                    }
                } else {
                    var administrator = try Connection(server)
                    try waitUntil("it is starting") {
                        try !administrator.rows(
                            "SELECT l.pid FROM pg_locks l WHERE l.locktype = 'virtualxid' EXCEPT SELECT a.pid FROM pg_stat_activity a"
                        ).isEmpty
                    }
                    _ = try Account.setPassword(Password("một câu khác dài hơn"), of: login, on: &administrator)
                    early.append(try administrator.rows(written))
                }
            }
            expect(try connection.rows(written), is: early.contents.first ?? ["no password was set"])
        }
    }

    @Test func `Whoever closes a login is in the trail`() throws {
        try withClerk { connection, server, login, own in
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(server))
            try administrator.execute("SELECT user_shut(\(login))")
            #expect(throws: ConnectionError.self) { _ = try Connection(own) }
            expect(
                try connection.rows(
                    "SELECT login FROM audit WHERE relation = 'account' AND after ->> 'login' = '\(login)' AND after ->> 'closed_by' = login"
                ),
                is: ["(test_administrator)"])
        }
    }

    /// Its own role, which everybody may change: the catalogue's row is "concurrently updated" then.
    /// Or its account, by the locks of sessions of which there is always one.
    @Test(
        arguments: ["remove", "password"],
        [
            "ALTER ROLE CURRENT_USER SET work_mem = '5MB'",
            "SELECT person_rename('01', 'Z' || pg_backend_pid(), md5(clock_timestamp()::text)); SET CONSTRAINTS ALL IMMEDIATE",
        ])
    func `A login that keeps changing its own role is removed, and given a new password, nevertheless`(
        act: String, change: String
    )
        throws
    {
        try withClerk { _, server, login, own in
            let stop = Mailbox<Bool>()
            let turns = Mailbox<Int>()
            try onThreads(6) { number in
                if number > 0 {
                    while stop.contents.isEmpty {
                        guard var session = try? Connection(own) else { continue }
                        while (try? session.execute(
                            script: "BEGIN; \(change); SELECT pg_sleep(0.15); ROLLBACK")) != nil
                        {
                            turns.append(number)
                        }
                    }
                    return
                }
                defer { stop.append(true) }
                var administrator = try Connection(server)
                try waitUntil("they are at work") { turns.contents.count > 3 }
                if act == "remove" {
                    _ = try Account.remove(login, on: &administrator)
                } else {
                    _ = try Account.setPassword(Password("một câu khác dài hơn"), of: login, on: &administrator)
                }
                #expect(throws: ConnectionError.self) { _ = try Connection(own) }
            }
        }
    }

    /// An administrator's session is not ended by itself, since it may be at work.
    @Test func `An administrator who holds the country's chain, and takes it again, is removed nevertheless`() throws {
        try RegistryDatabase.withOpenCampaign { connection, server in
            let login = "test_" + UUID().uuidString.prefix(8).lowercased()
            _ = try Account.add(
                login: login, role: "administrator", unit: nil, password: Password(Self.password), on: &connection)
            let own = server.replacing("user=\(LocalPostgres.user)", with: "user=\(login) password='\(Self.password)'")
            let (held, stop) = (Mailbox<Int>(), Mailbox<Bool>())
            try onThreads(4) { number in
                guard number == 0 else {
                    while stop.contents.isEmpty {
                        guard var session = try? Connection(own) else { continue }
                        try? session.transaction { transaction in
                            try transaction.execute(
                                script: "SELECT area_specialist_set('S\(number)', 'x', NULL, '{}'); SET CONSTRAINTS ALL IMMEDIATE"
                            )
                            held.append(number)
                            try transaction.execute("SELECT pg_sleep(30)")
                        }
                    }
                    return
                }
                defer { stop.append(true) }
                var administrator = try Connection(server)
                try waitUntil("one holds it") { !held.contents.isEmpty }
                _ = try Account.remove(login, on: &administrator)
                expect(try administrator.rows("SELECT FROM pg_stat_activity WHERE usename = '\(login)'"), is: [])
            }
        }
    }

    /// To grant what one has not is a warning, and a new version of the database's row.
    @Test func `A login that keeps granting what it has not holds up nobody's login`() throws {
        try withClerk { connection, server, login, own in
            let database = try #require(try connection.first("SELECT quote_ident(current_database())") { try $0[0] as String })
            let (turns, stop) = (Mailbox<Int>(), Mailbox<Bool>())
            try onThreads(2) { number in
                guard number == 0 else {
                    var session = try Connection(own)
                    while stop.contents.isEmpty {
                        _ = try? session.execute(script: "GRANT CONNECT ON DATABASE \(database) TO \(login)")
                        if turns.contents.count < 10 { turns.append(1) }
                    }
                    return
                }
                defer { stop.append(true) }
                var administrator = try Connection(server)
                try waitUntil("it is at work") { turns.contents.count == 10 }
                for _ in 1...5 {
                    let other = "test_" + UUID().uuidString.prefix(8).lowercased()
                    _ = try Account.add(
                        login: other, role: "clerk", unit: "01", password: Password(Self.password), on: &administrator)
                    _ = try Account.remove(other, on: &administrator)
                    expect(try administrator.rows("SELECT FROM pg_roles WHERE rolname = '\(other)'"), is: [])
                }
            }
        }
    }
}
