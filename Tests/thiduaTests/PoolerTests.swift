import Foundation
import Postgres
import Testing
import TestSupport

/// The tool behind a real PgBouncer that reassigns connections after every transaction.
@Suite(.limited, .keepsFailedDatabases) struct PoolerTests {
    @Test func `Many clerks share two connections of a transaction pooler, and none inherits another's settings`() throws {
        try RegistryDatabase.withOpenCampaign { _, conninfo in
            try withPooler(for: conninfo) { dsn in
                let tool = Tool(dsn: dsn)
                let statuses = Mailbox<Int32>()
                try onThreads(20) { number in
                    let outcome = try tool(
                        "nomination", "add", "--unit", "04", "--award", "minister_certificate", "--individual", "Nguyễn Văn An",
                        "--staff-no", "P\(number)", "--position", "Chấp hành viên", "--workplace", "04")
                    statuses.append(outcome.status)
                }
                #expect(statuses.contents.filter { $0 == 0 }.count == 15)
                #expect(statuses.contents.filter { $0 == 2 }.count == 5)
                let settings = try Tool.query(
                    "SELECT current_setting('statement_timeout') || current_setting('lock_timeout')", dsn: dsn)
                #expect(settings == "00")
                expect(try tool("db", "verify").status, is: 0)
                try TemporaryFolder.with { expect(try tool("report", "nightly", "--out", $0).status, is: 0) }
            }
        }
    }

    /// Runs PgBouncer in front of a database, on its own socket.
    private func withPooler<T>(for conninfo: String, _ body: (String) throws -> T) throws -> T {
        let directory = "/tmp/thidua-pooler-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        // PgBouncer refuses to run as root; it then runs as postgres, like the server.
        let isRoot = getuid() == 0
        if isRoot { try FileManager.default.setAttributes([.ownerAccountName: "postgres"], ofItemAtPath: directory) }
        let configuration = """
            [databases]
            registry = \(conninfo.replacing("hostaddr='' ", with: ""))
            [pgbouncer]
            listen_addr =
            unix_socket_dir = \(directory)
            auth_type = any
            pool_mode = transaction
            default_pool_size = 2
            logfile = \(directory)/log

            """
        try configuration.write(toFile: directory + "/pgbouncer.ini", atomically: true, encoding: .utf8)
        let pooler = try Program(
            ["/usr/sbin/pgbouncer"] + (isRoot ? ["-u", "postgres"] : []) + ["-q", directory + "/pgbouncer.ini"])
        defer { pooler.signal(SIGKILL) }
        try waitUntil("the pooler listens") { FileManager.default.fileExists(atPath: directory + "/.s.PGSQL.6432") }
        return try body("host=\(directory) port=6432 dbname=registry user=thidua")
    }
}

extension Tool {
    /// Queries one value directly.
    static func query(_ statement: SQL, dsn: String) throws -> String? {
        var connection = try Connection(dsn)
        return try connection.first(statement) { try $0[0] }
    }
}
