import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// A real primary and a real standby: the report is read on the server that the connection string prefers, locked and stored on
/// the primary, and made again after the standby was promoted in the middle.
@Suite(.limited) struct NightlyStandbyTests {
    private func withPair(_ body: (LocalPostgres, LocalPostgres, String) throws -> Void) throws {
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
    private func replicate(_ primary: LocalPostgres, to standby: LocalPostgres) throws {
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

    private func both(_ primary: LocalPostgres, _ standby: LocalPostgres) -> String {
        "host='\(primary.socketDirectory),\(standby.socketDirectory)' port=5432,5432 dbname=postgres user=\(LocalPostgres.user) target_session_attrs=prefer-standby"
    }

    /// How many seconds after the start of a report its primary is stopped: from before it has connected to after it is done.
    private static let moments = Rounds.areMany ? Array(stride(from: 0.03, to: 0.67, by: 0.04)) : [0.15]

    @Test(arguments: moments)
    func `It reads on the standby, and locks, stores and seals on the primary; after a promotion it uses the new primary`(
        moment: TimeInterval
    ) throws {
        try withPair { primary, standby, parent in
            try #require(try Tool(dsn: primary.conninfo(database: "postgres"))("db", "migrate").status == 0)
            var connection = try Connection(primary.conninfo(database: "postgres"))
            try connection.execute("CHECKPOINT")
            let tool = Tool(dsn: both(primary, standby))
            let folder = parent + "/reports"
            let first = try tool("report", "nightly", "--out", folder, "--date", "2026-11-01")
            #expect(first.status == 0, "\(first.errors)")
            let earlier = try ReportFiles(in: folder)
            let log = try String(contentsOfFile: standby.logFile, encoding: .utf8)
            #expect(log.contains("report_read("))
            #expect(!log.contains("report_keep("))

            try connection.transaction { transaction in
                try transaction.execute("SELECT report_claim()")
                expect(try tool("report", "nightly", "--out", folder, "--date", "2026-11-02").status, is: 75)
            }

            let run = try tool.start(["report", "nightly", "--out", folder, "--date", "2026-11-02"])
            // Not for an event: somewhere in the middle.
            Thread.sleep(forTimeInterval: moment)
            _ = consume connection
            try primary.stop()
            var promoted = try Connection(standby.conninfo(database: "postgres"))
            try promoted.execute("SELECT pg_promote()")
            let outcome = try run.wait()
            // Either it was made, or its servers were gone, or none was the primary. Busy otherwise would mean that it stored the report and could not find it.
            #expect(
                [0, 69, 76].contains(outcome.status) || outcome.status == 75 && outcome.errors.contains("máy chính"), "\(outcome)"
            )
            try earlier.expectUnchanged(in: folder)
            try ReportFiles(in: folder).expectComplete(in: folder)
            let next = try tool("report", "nightly", "--out", folder, "--date", "2026-11-02")
            #expect(next.status == 0, "\(next.errors)")
            try earlier.expectUnchanged(in: folder)
            try ReportFiles(in: folder).expectComplete(in: folder)
        }
    }
}
