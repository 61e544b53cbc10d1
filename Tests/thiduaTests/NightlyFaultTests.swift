import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Whatever fails while a report is made: the earlier report stays intact, and the next run completes.
@Suite(.limited, .keepsFailedDatabases) struct NightlyFaultTests {
    /// Calls `body` with a registry whose campaign is older than all the nights that are reported here.
    private func withOldRegistry<T>(_ body: (Tool, String) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            for unit in ["01", "04", "08"] {
                try connection.execute(
                    "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES (\(unit), 'TEST', 'minister_certificate', 'collective', \(unit))"
                )
            }
            try RegistryDatabase.age(byDays: 60, on: &connection)
            return try TemporaryFolder.with { try body(Tool(dsn: conninfo), $0) }
        }
    }

    private func day(_ daysAgo: Int, _ tool: Tool) throws -> String {
        try #require(try Tool.query("SELECT (day_in_hanoi(clock_timestamp()) - \(daysAgo)::integer)::text", dsn: tool.dsn ?? ""))
    }

    @Test func `Killed at any moment, it leaves the earlier report intact and no partial file; the next run completes`() throws {
        try withOldRegistry { tool, folder in
            try #require(try tool("report", "nightly", "--out", folder, "--date", day(50, tool)).status == 0)
            let earlier = try ReportFiles(in: folder)
            var killed = 0
            let rounds = Rounds.of(5, long: 14)
            for round in 1...rounds {
                let date = try day(50 - round, tool)
                let run = try tool.start(["report", "nightly", "--out", folder, "--date", date])
                // Not for an event: any moment may be the wrong one.
                Thread.sleep(forTimeInterval: 0.63 * Double(round) / Double(rounds))
                run.signal(SIGKILL)
                if try run.wait().status == 128 + SIGKILL { killed += 1 }
                try earlier.expectUnchanged(in: folder)
                try ReportFiles(in: folder).expectComplete(in: folder)
            }
            // Some were killed, at unknown points: the moments range from the start to the end.
            #expect(killed > rounds / 4)
            let outcome = try tool("report", "nightly", "--out", folder, "--catch-up", "--date", day(34, tool), "-o", "json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            for round in 1...rounds {
                expect(try tool("report", "nightly", "--out", folder, "--date", day(50 - round, tool)).status, is: 0)
            }
            try earlier.expectUnchanged(in: folder)
            try ReportFiles(in: folder).expectComplete(in: folder)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix(".") })
        }
    }

    @Test func `Killed at any moment, it sends no letter twice; the next run sends what was not released`() throws {
        try withOldRegistry { tool, folder in
            var connection = try Connection(tool.dsn ?? "")
            try connection.execute("SELECT area_specialist_set('LAN', 'Nguyễn Thị Lan', 'lan@example.vn', '{01,04}')")
            let post = folder + "/post"
            try FileManager.default.createDirectory(atPath: post, withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                atPath: Repository.root + "/Tests/ReportTests/Mail/sendmail", toPath: post + "/sendmail")
            func arguments(_ date: String) -> [String] {
                [
                    "report", "nightly", "--out", folder, "--date", date, "--mail", "sendmail:\(post)/sendmail", "--mail-from",
                    "cuc@example.vn",
                ]
            }
            let rounds = Rounds.of(4, long: 10)
            for round in 1...rounds {
                let date = try day(50 - round, tool)
                let run = try tool.start(arguments(date))
                // Not for an event: any moment may be the wrong one.
                Thread.sleep(forTimeInterval: 0.3 + 0.5 * Double(round) / Double(rounds))
                run.signal(SIGKILL)
                try run.wait()
                expect(try tool.run(arguments(date)).status, is: 0)
                expect(try tool.run(arguments(date)).status, is: 0)
                try waitUntil("a sendmail that outlived its sender has ended") { run.hasLeftNothing }
            }
            let letters = try FileManager.default.contentsOfDirectory(atPath: post).filter { $0.hasSuffix(".eml") }
            let ids = try letters.map { name in
                try #require(String(contentsOfFile: "\(post)/\(name)", encoding: .utf8).firstMatch(of: /Message-ID:\s+(\S+)/)).1
            }
            #expect(Set(ids).count == ids.count, "\(ids)")
            // For each night there is a letter, or a record that it may have been sent.
            let unknown = try connection.execute("SELECT FROM report_letter WHERE sent_at IS NULL")
            #expect(ids.count + unknown >= rounds)
        }
    }

    @Test func `On a full disk it reports that, leaves the earlier report intact, and completes once there is space`() throws {
        try withOldRegistry { tool, folder in
            try #require(try tool("report", "nightly", "--out", folder, "--date", day(3, tool)).status == 0)
            let earlier = try ReportFiles(in: folder)
            // With a limit on the size of files, writing fails as on a full disk.
            let outcome = try tool.run(
                ["report", "nightly", "--out", folder, "--date", try day(2, tool), "-o", "json"],
                under: ["bash", "-c", "trap '' XFSZ; ulimit -f 8; exec \"$@\"", "bash"])
            #expect(outcome.status == 65, "\(outcome.errors)")
            #expect(outcome.error["code"] as? String == "invalid_input")
            try earlier.expectUnchanged(in: folder)
            #expect(try ReportFiles(in: folder) == earlier)
            expect(try tool("report", "nightly", "--out", folder, "--catch-up").status, is: 0)
            try earlier.expectUnchanged(in: folder)
        }
    }

    @Test func `A link in place of its unfinished folder is not followed`() throws {
        try withOldRegistry { tool, folder in
            let date = try day(3, tool)
            let (reports, other) = (folder + "/reports", folder + "/other")
            for path in [reports, other] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            }
            try "ours".write(toFile: other + "/file", atomically: false, encoding: .utf8)
            let link = "\(reports)/.quota-TEST-\(date).unfinished"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: other)
            expect(try tool("report", "nightly", "--out", reports, "--date", date).status, is: 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: other) == ["file"])
            try ReportFiles(in: reports).expectComplete(in: reports)
        }
    }

    @Test(.enabled(if: getuid() == 0, "only root mounts"))
    func `On a full or read-only file system, it reports that and leaves existing files alone`() throws {
        try withOldRegistry { tool, folder in
            let script = """
                mount -t tmpfs -o size=$1 none "$2" || exit 99
                mkdir "$2/reports" && echo old >"$2/reports/earlier.html"
                if [ "$1" = 16m ]; then mount -o remount,ro "$2"; fi
                "${@:3}"; status=$?
                [ "$(cat "$2/reports/earlier.html")" = old ] || exit 98
                [ -z "$(find "$2/reports" -name 'quota-*' -not -path '*unfinished*')" ] || exit 97
                exit $status
                """
            for size in ["64k", "16m"] {
                let outcome = try tool.run(
                    ["report", "nightly", "--out", folder + "/reports", "-o", "json"],
                    under: ["unshare", "--mount", "bash", "-c", script, "bash", size, folder])
                #expect(outcome.status == 65, "\(size): \(outcome.errors)")
            }
            expect(try tool("report", "nightly", "--out", folder).status, is: 0)
        }
    }

    @Test func `Restarting the server in the middle ends the run, and the next run completes`() throws {
        let parent = TestServer.folder + "/thidua-report-\(UUID().uuidString.prefix(8))"
        let server = LocalPostgres(directory: parent + "/server", durable: false, maximumConnections: 20)
        defer {
            _ = try? server.stop()
            try? FileManager.default.removeItem(atPath: parent)
        }
        try server.start()
        let tool = Tool(dsn: server.conninfo(database: "postgres"))
        try #require(try tool("db", "migrate").status == 0)
        let folder = parent + "/reports"
        try #require(try tool("report", "nightly", "--out", folder, "--date", day(30, tool)).status == 0)
        let earlier = try ReportFiles(in: folder)
        let rounds = Rounds.of(3, long: 6)
        for round in 1...rounds {
            let date = try day(30 - round, tool)
            let run = try tool.start(["report", "nightly", "--out", folder, "--date", date])
            // Not for an event: any moment may be the wrong one.
            Thread.sleep(forTimeInterval: 0.36 * Double(round) / Double(rounds))
            try server.stop()
            let outcome = try run.wait()
            // 76: the server was stopped as it committed.
            #expect([0, 69, 76].contains(outcome.status), "\(outcome)")
            try earlier.expectUnchanged(in: folder)
            try ReportFiles(in: folder).expectComplete(in: folder)
            try server.start()
            expect(try tool("report", "nightly", "--out", folder, "--date", date).status, is: 0)
        }
        try ReportFiles(in: folder).expectComplete(in: folder)
    }
}

/// The files of a folder of reports, by their paths below it.
struct ReportFiles: Equatable {
    private let contents: [String: Data]

    init(in folder: String) throws {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter {
            $0.contains("quota-") && !$0.contains("unfinished")
        }
        contents = try files.reduce(into: [:]) { contents, file in
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(file)", isDirectory: &isFolder), !isFolder.boolValue else {
                return
            }
            contents[file] = try Data(contentsOf: URL(filePath: "\(folder)/\(file)"))
        }
    }

    /// Expects that each of these files is unchanged.
    func expectUnchanged(in folder: String) throws {
        for (file, content) in contents {
            #expect(try Data(contentsOf: URL(filePath: "\(folder)/\(file)")) == content, "\(file)")
        }
    }

    /// Expects that each of these files ends as a complete one does.
    func expectComplete(in folder: String) throws {
        for (file, content) in contents {
            let isComplete =
                switch file.split(separator: ".").last {
                case "html": String(decoding: content, as: UTF8.self).hasSuffix("</html>\n")
                case "json": (try? JSONSerialization.jsonObject(with: content)) != nil
                case "xlsx": (try? XLSXContents(path: "\(folder)/\(file)")) != nil
                default: content.last == UInt8(ascii: "\n")
                }
            #expect(isComplete, "\(file)")
        }
    }
}
