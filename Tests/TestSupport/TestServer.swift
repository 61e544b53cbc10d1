import Foundation
import LocalPostgres
import Postgres
import Synchronization
import Testing

/// The server that all tests share, each with a database of its own.
public enum TestServer {
    /// Started by whoever asks first.
    public static let server: LocalPostgres = {
        let server = LocalPostgres(name: "test", directory: directory, durable: false, maximumConnections: 400)
        do {
            // Whoever started the server stops it: a developer's own stays up from run to run.
            if try server.start() { atexit { TestServer.stopUnlessNeeded() } }
            try dropLeftovers(on: server)
        } catch {
            fatalError("no test server: \(error)")
        }
        return server
    }()

    /// Where servers are put: where there is room, in memory. A clone is some 600 files, which take 22 ms to make there, and on a disk 330.
    public static let folder = memory ?? "/tmp"

    private static let memory: String? = {
        let mounts = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
        var status = statvfs()
        guard mounts.contains(" /dev/shm tmpfs "), access("/dev/shm", W_OK) == 0, statvfs("/dev/shm", &status) == 0,
            status.f_bavail * status.f_frsize > 2 << 30
        else { return nil }
        return "/dev/shm"
    }()

    /// Each checkout and each user has one, so that several may be tested at the same time.
    private static let directory = folder + "/thidua-test-\(getuid())" + Repository.root.replacing("/", with: "-")

    /// Lends a fresh database's connection string. A test that fails leaves its database behind, to be looked at.
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

    /// Lends a connection to a fresh database.
    public static func withConnection<T>(_ body: (inout Connection) throws -> T) throws -> T {
        try withDatabase { conninfo in
            var connection = try Connection(conninfo)
            return try body(&connection)
        }
    }

    /// A name that tells whose run it is of.
    static func nameForDatabase() -> String { prefix + "\(getpid())_" + UUID().uuidString.prefix(8).lowercased() }

    private static let prefix = "test_"
    private static let hasKept = Atomic(false)

    private static func keep(_ name: String) {
        hasKept.store(true, ordering: .relaxed)
        print("kept: psql \"\(server.conninfo(database: name))\"")
    }

    private static func stopUnlessNeeded() {
        guard !hasKept.load(ordering: .relaxed) else { return }
        _ = try? server.stop()
        // Memory is not to be filled by checkouts that are gone.
        if memory != nil { try? FileManager.default.removeItem(atPath: directory) }
    }

    /// Those of runs that are over.
    private static func dropLeftovers(on server: LocalPostgres) throws {
        for name in try server.databases(prefix: prefix) {
            let pid = name.dropFirst(prefix.count).prefix { $0.isNumber }
            if kill(Int32(pid) ?? 0, 0) != 0 { try server.dropDatabase(name) }
        }
    }
}
