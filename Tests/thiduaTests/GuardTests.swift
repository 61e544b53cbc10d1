import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// What stops the whole server, and no privilege forbids: `deploy/guard` ends it.
/// One after the other: each has a guard of the whole server.
@Suite(.limited, .keepsFailedDatabases, .serialized) struct GuardTests {
    /// Its own server: a guard ends the sessions of a whole server, and other tests keep each other waiting on purpose.
    private static let server = LocalPostgres(
        name: "guard", directory: TestServer.folder + "/thidua-guard-\(getpid())", durable: false)

    private static let registry = Swift.Result {
        try server.start()
        atexit {
            _ = try? GuardTests.server.stop()
            try? FileManager.default.removeItem(atPath: GuardTests.server.directory)
        }
        try server.createDatabase("registry")
        let conninfo = server.conninfo(database: "registry")
        var connection = try Connection(conninfo)
        _ = try Migrator.migrate(on: &connection)
        // A row that everybody may lock; the backup reads it, too.
        try connection.execute(
            script: """
                CREATE SCHEMA locking; GRANT USAGE ON SCHEMA locking TO PUBLIC;
                CREATE TABLE locking.held (x int); GRANT SELECT, UPDATE ON locking.held TO PUBLIC; INSERT INTO locking.held VALUES (1)
                """)
        for login in [RegistryDatabase.Login.clerk01, .backup] {
            _ = try Account.add(
                login: login.name, role: login.role, unit: login.unit, password: Password(RegistryDatabase.password),
                on: &connection)
        }
        return conninfo
    }

    /// Calls `body` with a registry and a clerk of 01 that no other test has: a connection, the server, the login, its connection string.
    func withClerk(_ body: (inout Connection, String, String, String) throws -> Void) throws {
        let conninfo = try Self.registry.get()
        var connection = try Connection(conninfo)
        let login = "test_" + UUID().uuidString.prefix(8).lowercased()
        _ = try Account.add(
            login: login, role: "clerk", unit: "01", password: Password("một câu dài dễ nhớ"), on: &connection)
        try connection.execute("DELETE FROM person")
        try body(
            &connection, conninfo, login,
            conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(login) password='một câu dài dễ nhớ'"))
    }

    /// Runs the server's guard until `body` returns; what it has printed.
    func guarded(_ connection: inout Connection, seconds: Int = 30, _ body: (inout Connection) throws -> Void) throws
        -> String
    {
        let directory = try #require(try connection.first("SHOW data_directory") { try $0[0] as String })
        let program = try Program(
            [Repository.root + "/deploy/guard", directory, String(seconds)],
            environment: ProcessInfo.processInfo.environment.merging(["PGUSER": LocalPostgres.user]) { $1 })
        defer { kill(-program.processIdentifier, SIGTERM) }
        try body(&connection)
        kill(-program.processIdentifier, SIGTERM)
        return try program.wait().output
    }

    @Test(arguments: ["DROP DATABASE", "ALTER DATABASE"])
    func `A statement about the database that makes every new connection wait is ended`(statement: String) throws {
        try withClerk { connection, _, login, own in
            let output = try guarded(&connection) { connection in
                let database = try #require(
                    try connection.first("SELECT quote_ident(current_database())") { try $0[0] as String })
                var holder = try Connection(own), other = try Connection(own)
                try holder.transaction { transaction in
                    try transaction.execute(script: "ALTER ROLE \(login) IN DATABASE \(database) SET work_mem = '5MB'")
                    let change = statement.hasPrefix("ALTER") ? " RENAME TO other" : ""
                    let refused = #expect(throws: (any Error).self) {
                        try other.execute(script: "\(statement) \(database)\(change)")
                    }
                    #expect("\(String(describing: refused))".contains("terminating connection"), "\(String(describing: refused))")
                    // Anybody can connect again, although the first session still holds the database.
                    _ = try Connection(own)
                }
            }
            #expect(
                output.contains("ended: ") && output.contains(" \(login) ") && output.contains(" DATABASE waiting"), "\(output)")
        }
    }

    /// They take no room in the table of locks, and stay under the number of a process that has ended.
    @Test func `What a serializable transaction has read is not counted among its locks`() throws {
        try withClerk { connection, _, _, own in
            let database = try #require(try connection.first("SELECT current_database()") { try $0[0] as String })
            try connection.execute(
                script: "CREATE SCHEMA many; GRANT USAGE ON SCHEMA many TO thidua_clerk;"
                    + (1...40).map { "CREATE TABLE many.t\($0) (); GRANT SELECT ON many.t\($0) TO thidua_clerk;" }.joined())
            var holder = try Connection(own), reader = try Connection(own)
            let output = try guarded(&connection) { connection in
                try holder.transaction(.init(isolation: .serializable)) { transaction in
                    try transaction.execute("SELECT FROM mine.nomination")
                    for _ in 1...40 {
                        try reader.transaction(.init(isolation: .serializable)) { reading in
                            for table in 1...40 { try reading.execute(script: "SELECT FROM many.t\(table)") }
                        }
                    }
                    let count = try connection.first(
                        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE l.mode = 'SIReadLock' AND d.datname = \(database)"
                    ) { try $0[0] as Int }
                    #expect(try #require(count) > 1000)
                    // Not for an event: the guard looks several times, and must do nothing.
                    Thread.sleep(forTimeInterval: 2)
                }
                // Still there.
                try reader.execute("SELECT 1")
            }
            #expect(!output.contains("ended: "), "\(output)")
            try connection.execute(script: "DROP SCHEMA many CASCADE")
        }
    }

    /// Then only the processes' titles tell it what goes on.
    @Test func `It ends what keeps itself from connecting`() throws {
        try withClerk { _, server, login, own in
            let ended = Mailbox<String>()
            var holder = try Connection(own)
            try holder.transaction { transaction in
                try transaction.execute(script: "ALTER ROLE \(login) IN DATABASE postgres SET work_mem = '5MB'")
                try onThreads(2) { part in
                    var other = try Connection(own)
                    if part == 0 {
                        try other.execute(script: "SET lock_timeout = '30s'")
                        let refused = #expect(throws: (any Error).self) { try other.execute(script: "DROP DATABASE postgres") }
                        ended.append("\(String(describing: refused))")
                    } else {
                        var superuser = try Connection(server)
                        try waitUntil("the database is waited for") {
                            try superuser.first("SELECT count(*) FROM pg_locks WHERE locktype = 'object' AND NOT granted") {
                                try $0[0] as Int
                            } == 1
                        }
                        _ = try guarded(&superuser) { _ in try waitUntil("it is ended") { !ended.contents.isEmpty } }
                    }
                }
            }
            #expect(ended.contents.allSatisfy { $0.contains("terminating connection") }, "\(ended.contents)")
        }
    }

    @Test func `Sessions that fill the table of locks are ended, and the third time the login is closed`() throws {
        try withClerk { connection, _, login, own in
            let output = try guarded(&connection) { _ in
                let savepoints = (1...1100).map { "SAVEPOINT s\($0); SELECT person_register('01', 'S-\($0)', 'x');" }.joined()
                for _ in 1...3 {
                    var clerk = try Connection(own)
                    #expect(throws: (any Error).self) {
                        try clerk.transaction { try $0.execute(script: savepoints + "SELECT pg_sleep(60)") }
                    }
                    let isLost = clerk.isLost
                    #expect(isLost)
                }
                try waitUntil("the login is closed") { (try? Connection(own)) == nil }
            }
            #expect(
                output.split(separator: "\n").count { $0.hasPrefix("ended: ") && $0.contains(" \(login) ") } >= 3, "\(output)")
            // The guard may have been ended before it has printed that.
            #expect(
                try connection.first("SELECT rolcanlogin FROM pg_roles WHERE rolname = \(login)") { try $0[0] as Bool } == false)
        }
    }

    @Test func `Sessions that hold hundreds of locks each are not ended, and neither is a backup beside them`() throws {
        try withClerk { connection, server, login, own in
            let output = try guarded(&connection) { _ in
                // Each has a transaction number, and so a lock, of its own.
                let savepoints = (1...300).map { "SAVEPOINT s\($0); SELECT person_register('01', 'S-\($0)', 'x');" }.joined()
                let room = Mailbox<String>()
                let (areHeld, isDone) = (Barrier(6), Barrier(6))
                try onThreads(6) { part in
                    guard part == 0 else {
                        var clerk = try Connection(own)
                        return try clerk.transaction { transaction in
                            try transaction.execute(script: savepoints.replacing("'S-", with: "'S\(part)-"))
                            areHeld.meet()
                            isDone.meet()
                            try transaction.execute("SELECT 1")
                        }
                    }
                    areHeld.meet()
                    defer { isDone.meet() }
                    for _ in 1...3 {
                        let backup = RegistryDatabase.Login.backup.conninfo(server)
                        let dumped = try Program.run(
                            [
                                "pg_dump", "--enable-row-security", "--exclude-table-data=staffing_intake*", "--schema-only",
                                "--dbname", backup,
                            ])
                        room.append(dumped.status == 0 ? "dumped" : dumped.errors)
                    }
                }
                expect(room.contents, is: ["dumped", "dumped", "dumped"])
            }
            #expect(!output.contains("ended: ") && !output.contains("closed"), "\(output)")
        }
    }

    /// Otherwise sessions that it leaves alone could fill the table.
    @Test func `Every server has room for more locks in each connection than the guard leaves to one`() throws {
        func numbers(_ path: String, _ pattern: Regex<(Substring, Substring)>) throws -> [Int] {
            try String(contentsOfFile: Repository.root + "/" + path, encoding: .utf8).matches(of: pattern).compactMap {
                Int($0.1)
            }
        }
        let room = /max_locks_per_transaction(?:'\)::integer)?\s*[=<:]\s*(\d+)/
        for path in [
            "deploy/close-server", "docker-compose.yml", "deploy/ha/patroni.yml.in", "sql/objects/access_fault.sql",
            "Sources/LocalPostgres/Cluster.swift",
        ] {
            let stated = try numbers(path, room)
            #expect(!stated.isEmpty && stated.allSatisfy { $0 == 1024 }, "\(path): \(stated)")
        }
        let left = try numbers("deploy/guard", /HAVING count\(\*\) > (\d+)/)
        #expect(left.count == 1 && left.allSatisfy { $0 < 1024 }, "\(left)")
    }

    @Test func `systemd accepts the unit, and finds little exposed`() throws {
        try TemporaryFolder.with { folder in
            let unit = folder + "/thidua-guard@17-main.service"
            try String(contentsOfFile: Repository.root + "/deploy/systemd/thidua-guard@.service", encoding: .utf8)
                .replacing("/usr/local/lib/thidua/guard", with: Repository.root + "/deploy/guard")
                .write(toFile: unit, atomically: false, encoding: .utf8)
            let analyze = [
                "timeout", "-s", "KILL", "60", "env", "SYSTEMD_COLORS=0", "SYSTEMD_PAGER=", "LC_ALL=C.UTF-8", "systemd-analyze",
            ]
            let words = try Command(analyze + ["verify", "--man=no", "--recursive-errors=no", unit]).run()
            #expect(words == "")
            // The exposure, times ten, is 13 on systemd 252; other releases may weigh differently.
            try Command(analyze + ["security", "--offline=true", "--threshold=17", unit]).run()
        }
    }
}
