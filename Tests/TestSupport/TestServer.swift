import Foundation
import LocalPostgres
import Postgres
import Synchronization
import Testing

/// The server that all tests share, each with its own database.
public enum TestServer {
    /// Started on first use.
    public static let server: LocalPostgres = {
        let server = LocalPostgres(name: "test", directory: directory, durable: false, maximumConnections: 400)
        do {
            if try !server.hasCurrentSettings() { try server.stop() }
            // The process that started the server stops it: one that a developer started stays up between runs.
            if try server.start() { atexit { TestServer.stopUnlessNeeded() } }
            try dropLeftovers(on: server)
        } catch {
            fatalError("no test server: \(error)")
        }
        return server
    }()

    /// The folder for servers: in memory, if there is room. A clone has about 600 files, which take 22 ms to create there, and
    /// 330 ms on a disk.
    public static let folder = memory ?? "/tmp"

    private static let memory: String? = {
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        var status = statvfs()
        guard mounts.contains(" /dev/shm tmpfs "), access("/dev/shm", W_OK) == 0, statvfs("/dev/shm", &status) == 0,
            status.f_bavail * status.f_frsize > 2 << 30
        else { return nil }
        return "/dev/shm"
    }()

    /// Each checkout and each user has a separate directory, so that several can be tested at the same time.
    private static let directory = folder + "/thidua-test-\(getuid())" + Repository.root.replacing("/", with: "-")

    /// Calls `body` with the connection string of a new database. A test that fails leaves its database behind for inspection.
    ///
    /// - Parameter template: The database to clone.
    public static func withDatabase<T>(template: String? = nil, _ body: (String) throws -> T) throws -> T {
        let name = nameForDatabase()
        try server.createDatabase(name, template: template)
        do {
            let value = try body(server.conninfo(database: name))
            if FailedTests.containsCurrent { keep(name) } else { try server.dropDatabase(name) }
            return value
        } catch {
            keep(name)
            throw error
        }
    }

    /// Calls `body` with a connection to a new database.
    public static func withConnection<T>(_ body: (inout Connection) throws -> T) throws -> T {
        try withDatabase { conninfo in
            var connection = try Connection(conninfo)
            return try body(&connection)
        }
    }

    /// A name that contains this run's process ID.
    package static func nameForDatabase() -> String { prefix + "\(getpid())_" + UUID().uuidString.prefix(8).lowercased() }

    private static let prefix = "test_"
    private static let hasKept = Atomic(false)

    private static func keep(_ name: String) {
        hasKept.store(true, ordering: .relaxed)
        print("kept: psql \"\(server.conninfo(database: name))\"")
    }

    private static func stopUnlessNeeded() {
        guard !hasKept.load(ordering: .relaxed) else { return }
        _ = try? server.stop()
        // Otherwise checkouts that no longer exist would keep occupying memory.
        if memory != nil { try? FileManager.default.removeItem(atPath: directory) }
    }

    /// Drops the databases of runs that have ended.
    private static func dropLeftovers(on server: LocalPostgres) throws {
        for name in try server.databases(prefix: prefix) {
            let pid = name.dropFirst(prefix.count).prefix { $0.isNumber }
            if kill(Int32(pid) ?? 0, 0) != 0 { try server.dropDatabase(name) }
        }
    }
}
