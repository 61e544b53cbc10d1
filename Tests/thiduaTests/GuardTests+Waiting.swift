import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Who keeps others waiting, and who does not.
extension GuardTests {
    /// One of its own may stand between: what waits for another session of the same login is not held up by anybody else.
    @Test(arguments: [false, true])
    func `A login that keeps another one waiting is ended, and once is counted once`(isChain: Bool) throws {
        try withClerk { connection, server, login, own in
            let hasWaited = Mailbox<Bool>()
            let output = try guarded(&connection, seconds: 2) { _ in
                try onThreads(2) { part in
                    guard part == 0 else {
                        var waiting = try Connection(server)
                        try waitUntil("both have written") {
                            try waiting.numberOfWriters(login) == 2
                        }
                        try waiting.execute("SELECT person_register('01', 'HELD', 'y')")
                        return hasWaited.append(true)
                    }
                    var holder = try Connection(own), other = try Connection(own)
                    try? other.transaction { other in
                        try other.execute("SELECT person_register('01', 'OTHER', 'x')")
                        try holder.transaction { holder in
                            try holder.execute("SELECT person_register('01', 'HELD', 'x')")
                            if isChain { _ = try? holder.execute("SELECT person_register('01', 'OTHER', 'x')") }
                            try waitUntil("the other one goes on") { !hasWaited.contents.isEmpty }
                        }
                    }
                }
            }
            let ended = output.split(separator: "\n").count { $0.hasPrefix("ended: ") && $0.contains(" \(login) ") }
            expect(ended, is: isChain ? 2 : 1)
        }
    }

    @Test func `The time in which a session waits itself is not held against it`() throws {
        try withClerk { connection, server, login, own in
            let output = try guarded(&connection, seconds: 3) { _ in
                let isHeld = Barrier(2)
                try onThreads(3) { part in
                    if part == 0 {
                        var attacker = try Connection(own)
                        try? attacker.transaction { attacker in
                            try attacker.execute("SELECT person_register('01', 'B', 'x')")
                            isHeld.meet()
                            try attacker.execute("SELECT pg_sleep(6)")
                        }
                    } else if part == 1 {
                        var victim = try Connection(RegistryDatabase.Login.clerk01.conninfo(server))
                        isHeld.meet()
                        try victim.execute(
                            script:
                                "BEGIN; SELECT person_register('01', 'A', 'y'); SELECT person_register('01', 'B', 'x'); SELECT pg_sleep(1); COMMIT"
                        )
                    } else {
                        var attacker = try Connection(own)
                        var superuser = try Connection(server)
                        try waitUntil("the victim waits") { try superuser.numberOfWaiting() == 1 }
                        _ = try? attacker.execute("SELECT person_register('01', 'A', 'x')")
                    }
                }
            }
            #expect(!output.contains(RegistryDatabase.Login.clerk01.name), "\(output)")
            expect(try connection.query("SELECT name FROM person WHERE staff_no = 'A'") { try $0[0] as String }, is: ["y"])
        }
    }

    /// Every VACUUM ends by a lock of which there is one, and by a change of the database's row, which any login may hold.
    @Test func `A login that keeps every VACUUM from ending is ended`() throws {
        try withClerk { connection, server, login, own in
            let isHeld = Barrier(2)
            let isDone = Mailbox<Bool>()
            _ = try guarded(&connection, seconds: 1) { _ in
                try onThreads(3) { part in
                    if part == 0 {
                        var holder = try Connection(own)
                        let database = try #require(
                            try holder.first("SELECT quote_ident(current_database())") { try $0[0] as String })
                        try? holder.transaction { transaction in
                            try transaction.execute(script: "GRANT CONNECT ON DATABASE \(database) TO \(login)")
                            isHeld.meet()
                            try waitUntil("the other VACUUM ends") { !isDone.contents.isEmpty }
                        }
                    } else if part == 1 {
                        var other = try Connection(own)
                        isHeld.meet()
                        _ = try? other.execute(script: "VACUUM")
                    } else {
                        var superuser = try Connection(server), observer = try Connection(server)
                        try waitUntil("the clerk's VACUUM waits") { try observer.numberOfWaiting() == 1 }
                        try superuser.execute("VACUUM")
                        isDone.append(true)
                    }
                }
            }
        }
    }

    /// A server that reports an error heeds no signal until its client has read it. One of the two is waited for.
    @Test func `Sessions that heed no signal, since their client does not read, are disconnected`() throws {
        try withClerk { connection, server, login, own in
            var gate = try Connection(server)
            let stuck = try gate.transaction { gate in
                try (1...2).map { number in
                    try gate.execute("SELECT person_register('01', \("GATE-\(number)"), 'x')")
                    let long = """
                        SELECT (repeat('x', 20000000) || count(*))::integer FROM (SELECT person_rename('01', 'GATE-\(number)', 'y')) g
                        """
                    let statements = ["BEGIN", "SELECT person_register('01', 'HELD-\(number)', 'x')", long]
                    let psql = try Program(["psql", "-qX", own] + statements.flatMap { ["-c", $0] })
                    try waitUntil("it waits") { try connection.numberOfWaiting() == number }
                    kill(-psql.processIdentifier, SIGSTOP)
                    return psql
                }
            }
            defer { for psql in stuck { kill(-psql.processIdentifier, SIGKILL) } }
            let output = try guarded(&connection) { connection in
                for number in 1...2 { try connection.execute("SELECT person_register('01', \("HELD-\(number)"), 'y')") }
            }
            #expect(
                output.split(separator: "\n").count { $0.hasPrefix("disconnected: ") && $0.contains(" \(login) ") } == 2,
                "\(output)")
        }
    }

    @Test func `The sessions of a login that is closed are ended`() throws {
        try withClerk { connection, _, login, own in
            var session = try Connection(own)
            _ = try guarded(&connection) { connection in
                try connection.execute("ALTER ROLE \(identifier: login) NOLOGIN")
                try waitUntil("it is ended") { (try? session.execute("SELECT 1")) == nil }
            }
        }
    }
}

extension Connection {
    /// How many of a login's sessions have written and not committed.
    mutating func numberOfWriters(_ login: String) throws -> Int? {
        try first("SELECT count(*) FROM pg_stat_activity WHERE usename = \(login) AND backend_xid IS NOT NULL") {
            try $0[0] as Int
        }
    }

    /// How many sessions of this database wait for a lock.
    mutating func numberOfWaiting() throws -> Int? {
        try first("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") {
            try $0[0] as Int
        }
    }
}
