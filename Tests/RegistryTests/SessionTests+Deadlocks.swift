import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// A clerk holds what the Department waits for, and then waits for what the Department holds: the server cancels a statement of one of the two.
extension SessionTests {
    @Test func `A clerk gives way to an administrator, again and again, until the administrator ends the session`() throws {
        try withClerk { connection, server, login, own in
            _ = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
            try connection.execute("SELECT database_close()")
            let (process, held, refused) = (Mailbox<Int32>(), Mailbox<Bool>(), Mailbox<String>())
            try onThreads(3) { part in
                switch part {
                case 0:
                    // Holds the dossier, and wants the unit's chain of the trail as it commits.
                    var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(server))
                    try waitUntil("the clerk holds the chain") { !held.contents.isEmpty }
                    try administrator.transaction { transaction in
                        process.append(
                            try #require(try transaction.first("SELECT pg_backend_pid() AS pid") { try $0["pid"] as Int32 }))
                        try transaction.execute("SELECT dossier_receive('01', 'TEST', clock_timestamp(), NULL)")
                    }
                case 1:
                    var clerk = try Connection(own)
                    try? clerk.transaction { transaction in
                        try transaction.execute("SET CONSTRAINTS ALL IMMEDIATE")
                        try transaction.execute("SELECT person_register('01', 'HELD', 'Nguyễn Văn An')")
                        held.append(true)
                        while true {
                            do {
                                try transaction.savepoint { try $0.execute("SELECT dossier_submit('01', 'TEST')") }
                            } catch let error as ServerError where error.sqlState.category != "57" {
                                refused.append("\(error.sqlState)")
                            }
                        }
                    }
                default:
                    var other = try Connection(RegistryDatabase.Login.administrator.conninfo(server))
                    try waitUntil("the clerk has given way") { refused.contents.contains { $0.contains("40P01") } }
                    let waiting = try #require(process.contents.first)
                    // Also while each of the two waits for the other.
                    var ended: [String] = []
                    try waitUntil("the clerk's session is ended") {
                        ended += try SessionHolder.endBlocking(waiting, on: &other).map(\.login)
                        return !ended.isEmpty
                    }
                    #expect(ended == [login])
                }
            }
            expect(try connection.rows("SELECT paper_at IS NOT NULL FROM dossier WHERE unit = '01'"), is: ["(t)"])
        }
    }

    /// Neither of the two is ever without somebody to wait for, and no deadlock is found, since each gives up before and tries again.
    @Test func `Two sessions that wait for each other, and hold up an administrator, are ended`() throws {
        try withClerk { connection, server, login, own in
            _ = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection)
            let (process, ready) = (Mailbox<Int32>(), Mailbox<Int>())
            try onThreads(4) { part in
                switch part {
                case 0:
                    var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(server))
                    try waitUntil("the two hold what they want") { ready.contents.count == 2 }
                    try administrator.transaction { transaction in
                        process.append(
                            try #require(try transaction.first("SELECT pg_backend_pid() AS pid") { try $0["pid"] as Int32 }))
                        try transaction.execute("SELECT dossier_receive('01', 'TEST', clock_timestamp(), NULL)")
                    }
                case 1, 2:
                    var clerk = try Connection(own)
                    try? clerk.transaction { transaction in
                        if part == 1 { try transaction.execute("SET CONSTRAINTS ALL IMMEDIATE") }
                        try transaction.execute("SELECT person_rename('01', \("RING\(part)"), 'Nguyễn Văn An')")
                        if part == 1 { try transaction.execute("SELECT person_rename('01', 'RING1', 'Nguyễn Văn Bình')") }
                        try transaction.execute("SET LOCAL lock_timeout = '800ms'")
                        ready.append(part)
                        try waitUntil("the other has begun, too") { ready.contents.count == 2 }
                        while true {
                            do {
                                try transaction.savepoint {
                                    try $0.execute("SELECT person_rename('01', \("RING\(3 - part)"), 'Trần Văn An')")
                                }
                            } catch let error as ServerError where error.sqlState.category != "57" {
                                continue
                            }
                        }
                    }
                default:
                    var other = try Connection(RegistryDatabase.Login.administrator.conninfo(server))
                    try waitUntil("the administrator waits") { !process.contents.isEmpty }
                    var superuser = try Connection(server)
                    var ended: [String] = []
                    try waitUntil("the ring is ended") {
                        try waitUntil("all three wait") {
                            try superuser.first(
                                """
                                SELECT count(*) AS n FROM pg_stat_activity
                                WHERE (usename = \(login) OR pid = \(process.contents[0])) AND cardinality(pg_blocking_pids(pid)) > 0
                                """
                            ) { try $0["n"] as Int } == 3
                        }
                        ended = try SessionHolder.endBlocking(process.contents[0], on: &other).map(\.login)
                        return true
                    }
                    #expect(Set(ended) == [login])
                }
            }
            expect(try connection.rows("SELECT paper_at IS NOT NULL FROM dossier WHERE unit = '01'"), is: ["(t)"])
        }
    }

    /// The server's table of locks is everybody's.
    @Test func `A clerk takes no lock for what does not exist`() throws {
        try withClerk { connection, _, _, own in
            var clerk = try Connection(own)
            try clerk.transaction { transaction in
                let process = try transaction.first("SELECT pg_backend_pid() AS pid") { try $0["pid"] as Int32 }
                try transaction.execute("SELECT nomination_claim('C' || n, '01', NULL, NULL) FROM generate_series(1, 500) AS n")
                try transaction.execute("SELECT nomination_claim('TEST', 'C' || n, NULL, NULL) FROM generate_series(1, 500) AS n")
                let locks = try connection.first("SELECT count(*) AS n FROM pg_locks WHERE pid = \(process)") {
                    try $0["n"] as Int
                }
                #expect(try #require(locks) < 100)
            }
        }
    }
}
