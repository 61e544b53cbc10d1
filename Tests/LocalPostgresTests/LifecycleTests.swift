import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// Each test has its own server, in a temporary directory.
@Suite(.limited) struct LifecycleTests {
    private func withServer(
        _ name: String = "server", maximumConnections: Int = 20, _ body: (LocalPostgres) throws -> Void
    ) throws {
        let parent = TestServer.folder + "/local-postgres-test-\(UUID().uuidString.prefix(8))"
        let server = LocalPostgres(
            directory: "\(parent)/\(name)", durable: false, maximumConnections: maximumConnections)
        defer {
            _ = try? server.stop()
            try? FileManager.default.removeItem(atPath: parent)
            // Outside that directory if the path would be too long for a socket.
            try? FileManager.default.removeItem(atPath: server.socketDirectory)
        }
        try body(server)
    }

    private func setting(_ name: String, of server: LocalPostgres) throws -> String? {
        var connection = try Connection(server.conninfo(database: "postgres"))
        return try connection.first("SELECT current_setting(\(name)) AS value") { try $0["value"] }
    }

    @Test func `A server goes from absent to running to stopped, and back`() throws {
        try withServer { server in
            try #expect(server.status() == .absent)
            try #expect(server.stop() == false)
            try #expect(server.start() == true)
            guard case .running(let pid) = try server.status() else { return #expect(Bool(false)) }
            #expect(kill(pid, 0) == 0)
            try #expect(server.start() == false)
            try #expect(server.stop() == true)
            try #expect(server.status() == .stopped)
            try #expect(server.stop() == false)
            try #expect(server.start() == true)
        }
    }

    @Test func `It listens only on a socket, in UTF-8, under its own user`() throws {
        try withServer(maximumConnections: 17) { server in
            try server.start()
            try #expect(setting("listen_addresses", of: server) == "")
            try #expect(setting("server_encoding", of: server) == "UTF8")
            try #expect(setting("max_connections", of: server) == "17")
            try #expect(setting("TimeZone", of: server) == "UTC")
            try #expect(setting("fsync", of: server) == "off")
            try #expect(setting("is_superuser", of: server) == "on")
            try #expect(String(contentsOfFile: server.logFile, encoding: .utf8).contains("ready to accept connections"))
        }
    }

    @Test(arguments: [("/srv/data", "/srv/data/thidua/local"), ("relative", nil), ("", nil)] as [(String, String?)])
    func `XDG_DATA_HOME determines its directory, for root as for other users`(_ home: String, _ place: String?) async {
        await #expect(processExitsWith: .success) { [home = home as String, place = place as String?] in
            unsetenv("XDG_DATA_HOME")
            let usual = LocalPostgres().directory
            setenv("XDG_DATA_HOME", home, 1)
            #expect(LocalPostgres().directory == place ?? usual)
        }
    }

    @Test(.enabled(if: getuid() == 0, "only root runs it as another user"))
    func `A directory that the server's user may not enter is reported, with a remedy`() throws {
        try TemporaryFolder.with { folder in
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
            let error = #expect(throws: LocalPostgresError.self) { try LocalPostgres(directory: folder + "/server").start() }
            #expect("\(error!)".contains("XDG_DATA_HOME"))
        }
    }

    @Test func `ICU collations are available`() throws {
        try withServer { server in
            try server.start()
            var connection = try Connection(server.conninfo(database: "postgres"))
            let names = try connection.query(
                #"SELECT n FROM unnest(\#(["z", "đ", "d"])) n ORDER BY n COLLATE "vi-x-icu""#
            ) { try $0["n"] as String }
            #expect(names == ["d", "đ", "z"])
        }
    }

    @Test func `A durable server has fsync and checksums`() throws {
        try withServer { server in
            let durable = LocalPostgres(directory: server.directory)
            try durable.start()
            try #expect(setting("fsync", of: durable) == "on")
            try #expect(setting("data_checksums", of: durable) == "on")
        }
    }

    @Test func `Several concurrent starts start one server`() throws {
        try withServer { server in
            let starts = Starts()
            DispatchQueue.concurrentPerform(iterations: 4) { _ in
                do { starts.add(try server.start()) } catch { Issue.record(error) }
            }
            #expect(starts.outcomes.filter { $0 }.count == 1)
            #expect(starts.outcomes.count == 4)
        }
    }

    @Test func `A server that was killed starts again, and has its data`() throws {
        try withServer { server in
            try server.start()
            try server.createDatabase("kept")
            guard case .running(let pid) = try server.status() else { return #expect(Bool(false)) }
            kill(pid, SIGKILL)
            try waitUntil("the server is gone") { kill(pid, 0) != 0 }
            try #expect(server.status() == .stopped)
            try #expect(server.start() == true)
            try #expect(server.databaseExists("kept"))
        }
    }

    @Test func `A stale postmaster.pid with the PID of another process does not prevent the start`() throws {
        try withServer { server in
            try server.start()
            let file = server.dataDirectory + "/postmaster.pid"
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            try server.stop()
            let stale = (["\(getpid())"] + lines.dropFirst().map(String.init)).joined(separator: "\n")
            try SmallFile.write(stale, to: file, ownedBy: ServerAccount())
            try #expect(server.status() == .stopped)
            try #expect(server.start() == true)
        }
    }

    @Test func `The remains of a killed initdb are removed`() throws {
        try withServer { server in
            try ServerAccount().createDirectory(server.directory)
            try ServerAccount().createDirectory(server.dataDirectory + ".unfinished")
            try SmallFile.write("15\n", to: server.dataDirectory + ".unfinished/PG_VERSION", ownedBy: nil)
            try #expect(server.status() == .absent)
            try #expect(server.start() == true)
        }
    }

    @Test func `Data of another version is refused, naming both versions`() throws {
        try withServer { server in
            try ServerAccount().createDirectory(server.directory)
            try ServerAccount().createDirectory(server.dataDirectory)
            try SmallFile.write("9\n", to: server.dataDirectory + "/PG_VERSION", ownedBy: ServerAccount())
            let error = #expect(throws: LocalPostgresError.self) { try server.start() }
            guard case .otherVersion("9", _)? = error else { return #expect(Bool(false), "\(error!)") }
        }
    }

    @Test func `A failed start reports the log`() throws {
        try withServer { server in
            try server.start()
            try server.stop()
            try SmallFile.append("no_such_setting = 1\n", to: server.dataDirectory + "/postgresql.conf")
            let error = #expect(throws: LocalPostgresError.self) { try server.start() }
            #expect(error?.description.contains("no_such_setting") == true)
        }
    }

    @Test func `A directory that others may enter is refused`() throws {
        try withServer { server in
            try FileManager.default.createDirectory(
                atPath: server.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o777])
            let error = #expect(throws: LocalPostgresError.self) { try server.start() }
            guard case .unsafeDirectory? = error else { return #expect(Bool(false), "\(error!)") }
        }
    }

    @Test(.enabled(if: getuid() == 0, "only root can give directories away"))
    func `An empty directory that root has just created is accepted, and one that is not empty is refused`() throws {
        try withServer { server in
            let parent = URL(filePath: server.directory).deletingLastPathComponent().path()
            try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
            expect(mkdir(server.directory, 0o700), is: 0)
            try Data().write(to: URL(filePath: server.directory + "/something"))
            let error = #expect(throws: LocalPostgresError.self) { try server.start() }
            guard case .unsafeDirectory? = error else { return #expect(Bool(false), "\(error!)") }
            try FileManager.default.removeItem(atPath: server.directory + "/something")
            try #expect(server.start() == true)
        }
    }

    @Test(arguments: ["it's \"quoted\" \\ dir", String(repeating: "long", count: 30)])
    func `Awkward directories work`(name: String) throws {
        try withServer(name) { server in
            #expect(server.socketDirectory.utf8.count < 93)
            try #expect(server.start() == true)
            try #expect(server.databases(prefix: "postgres") == ["postgres"])
        }
    }

    @Test func `PGPORT and similar variables have no effect`() async {
        let directory = TestServer.folder + "/local-postgres-test-\(UUID().uuidString.prefix(8))"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        await #expect(processExitsWith: .success) { [directory = directory as String] in
            for (name, value) in [
                "PGPORT": "1", "PGHOST": "/x", "PGDATA": "/x", "PGUSER": "x", "PGHOSTADDR": "192.0.2.1",
            ] {
                setenv(name, value, 1)
            }
            let server = LocalPostgres(directory: directory, durable: false)
            try #expect(server.start() == true)
            try #expect(server.databaseExists("postgres"))
            try #expect(server.stop() == true)
        }
    }
}

/// Outcomes from several threads.
private final class Starts: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [Bool] = []

    func add(_ outcome: Bool) { lock.withLock { all.append(outcome) } }

    var outcomes: [Bool] { lock.withLock { all } }
}
