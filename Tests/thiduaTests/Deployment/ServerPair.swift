import Foundation
import LocalPostgres
import Postgres
import TestSupport

/// A real primary and a real standby.
enum ServerPair {
    /// Calls `body` with a primary and its standby, both running, and the folder in which they are.
    static func with(_ body: (_ primary: LocalPostgres, _ standby: LocalPostgres, _ parent: String) throws -> Void) throws {
        let parent = TestServer.folder + "/thidua-pair-\(UUID().uuidString.prefix(8))"
        let primary = LocalPostgres(directory: parent + "/a", durable: false, maximumConnections: 20)
        let standby = LocalPostgres(directory: parent + "/b", durable: false, maximumConnections: 20)
        defer {
            for server in [primary, standby] {
                _ = try? server.stop()
                try? FileManager.default.removeItem(atPath: server.socketDirectory)
            }
            try? FileManager.default.removeItem(atPath: parent)
        }
        try primary.start()
        try replicate(primary, to: standby)
        try standby.start()
        try body(primary, standby, parent)
    }

    /// Makes the standby from a base backup of its primary. If the tests run as root, both servers run as postgres.
    private static func replicate(_ primary: LocalPostgres, to standby: LocalPostgres) throws {
        let hba = primary.dataDirectory + "/pg_hba.conf"
        try (String(contentsOfFile: hba, encoding: .utf8) + "local replication \(LocalPostgres.user) trust\n").write(
            toFile: hba, atomically: false, encoding: .utf8)
        var connection = try Connection(primary.conninfo(database: "postgres"))
        // Asynchronous commits are flushed late, and reach the standby even later: late enough for the test to notice.
        try connection.execute("ALTER SYSTEM SET wal_writer_delay = '10s'")
        try connection.execute("SELECT pg_reload_conf()")
        let binaries: String? = try connection.first(
            "SELECT setting AS folder FROM pg_config WHERE name = 'BINDIR'"
        ) { try $0["folder"] }
        let account = getuid() == 0 ? ["runuser", "-u", "postgres", "--"] : []
        try FileManager.default.createDirectory(
            atPath: standby.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        if getuid() == 0 {
            try FileManager.default.setAttributes([.ownerAccountName: "postgres"], ofItemAtPath: standby.directory)
        }
        try Command(
            ["env", "--chdir=/"] + account + [
                "\(binaries ?? "")/pg_basebackup", "--pgdata", standby.dataDirectory, "--write-recovery-conf",
                "--checkpoint=fast",
                "--no-sync", "--wal-method=stream", "--dbname",
                primary.conninfo(database: "postgres").replacing("dbname='postgres' ", with: ""),
            ]
        ).run()
        // So that its log shows which statements it has run.
        try
            (String(contentsOfFile: standby.dataDirectory + "/postgresql.conf", encoding: .utf8)
            + "log_min_duration_statement = 0\n").write(
                toFile: standby.dataDirectory + "/postgresql.conf", atomically: false, encoding: .utf8)
    }

    /// The string that names both, and prefers the standby.
    static func conninfo(_ primary: LocalPostgres, _ standby: LocalPostgres) -> String {
        "host='\(primary.socketDirectory),\(standby.socketDirectory)' port=5432,5432 dbname=postgres user=\(LocalPostgres.user) target_session_attrs=prefer-standby"
    }
}
