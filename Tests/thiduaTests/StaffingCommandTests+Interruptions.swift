import Foundation
import LocalPostgres
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Imports at once, and imports that are killed or have to wait.
extension StaffingCommandTests {
    @Test func `The same file imported by several at once is imported once`() throws {
        try Tool.withRegistry { tool in
            for round in 1...4 {
                try Tool.withFile(Self.province(100 + round).utf8) { file in
                    let mailbox = Mailbox<Program.Outcome>()
                    try onThreads(3) { _ in mailbox.append(try tool("staffing", "import", file, "-o", "json")) }
                    let outcomes = mailbox.contents
                    #expect(outcomes.allSatisfy { [0, 75].contains($0.status) })
                    let done = try outcomes.filter { $0.status == 0 }.map { try $0.object["unchanged"] as? Bool }
                    #expect(done.filter { $0 == false }.count == 1)
                }
                expect(try stored(tool).count, is: round)
            }
        }
    }

    @Test func `The tool killed at any moment leaves the earlier table intact, and the next import works`() throws {
        try Tool.withRegistry { tool in
            expect(try Tool.withFile(Self.province(120).utf8) { try tool("staffing", "import", $0).status }, is: 0)
            let rows = (1...20_000).map { "01;Hà Nội;Phòng \($0);Phòng chuyên môn;5\n" }
            try Tool.withFile((Self.province(130) + rows.joined()).utf8) { file in
                var before = try tool("quota", "list", "-o", "json").output
                let rounds = Rounds.of(4, long: 8)
                for round in 0..<rounds {
                    // Not for an event: any moment may be the wrong one.
                    let script =
                        "'\(Tool.binary)' staffing import \(file) & sleep 0.\(10 + round * 72 / rounds); kill -9 $!; wait"
                    _ = try shell(script, tool)
                    var connection = try Connection(try #require(tool.dsn))
                    expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
                    let after = try tool("quota", "list", "-o", "json").output
                    // The import may have been done already.
                    if try stored(tool).count > 1 { before = after }
                    #expect(after == before)
                }
                expect(try tool("staffing", "import", file).status, is: 0)
            }
        }
    }

    /// The killed postmaster's children live on for a moment, and hold the directory.
    private func restart(_ server: LocalPostgres) throws {
        try waitUntil("the server is running again") {
            (try? server.start()) != nil && (try? Connection(server.conninfo(database: "thidua"))) != nil
        }
    }

    @Test func `The server killed at any moment leaves the earlier table intact, and the next import works`() throws {
        let parent = TestServer.folder + "/staffing-test-\(UUID().uuidString.prefix(8))"
        let server = LocalPostgres(directory: "\(parent)/server", durable: true, maximumConnections: 20)
        defer {
            _ = try? server.stop()
            try? FileManager.default.removeItem(atPath: parent)
            try? FileManager.default.removeItem(atPath: server.socketDirectory)
        }
        _ = try server.start()
        try server.createDatabase("thidua")
        let tool = Tool(dsn: server.conninfo(database: "thidua"))
        expect(try tool("db", "migrate").status, is: 0)
        expect(try Tool.withFile(Self.province(120).utf8) { try tool("staffing", "import", $0).status }, is: 0)
        let rows = (1...20_000).map { "01;Hà Nội;Phòng \($0);Phòng chuyên môn;5\n" }
        try Tool.withFile((Self.province(130) + rows.joined()).utf8) { file in
            let rounds = Rounds.of(2, long: 4)
            for round in 0..<rounds {
                guard case .running(let pid) = try server.status() else { throw WaitTimedOut("the server runs") }
                // Not for an event: any moment may be the wrong one.
                let script =
                    "'\(Tool.binary)' staffing import \(file) & sleep 0.\(15 + round * 60 / rounds); kill -9 \(pid); wait $!"
                let killed = try shell(script, tool)
                #expect([0, 69, 75].contains(killed.status), "\(killed)")
                #expect(!killed.output.contains("server closed the connection"), "\(killed)")
                try restart(server)
                expect(try tool("db", "verify").status, is: 0)
                let tables = try stored(tool)
                #expect(tables.filter { $0["in_force"] as? Int == 1 }.count == 1)
            }
            expect(try tool("staffing", "import", file).status, is: 0)
        }
    }

    @Test func `A progress bar is drawn on a terminal, and only after a second`() throws {
        try Tool.withRegistry { tool in
            try Tool.withFile(Self.province(120).utf8) { file in
                let command = "'\(Tool.binary)' staffing import \(file) --dry-run"
                let onTerminal = "script -qec \"\(command)\" /dev/null"
                let began = ContinuousClock.now
                let quick = try shell(onTerminal, tool)
                let isQuick = ContinuousClock.now - began < .seconds(1)
                #expect(quick.status == 0 && !(isQuick && quick.output.contains("░")), "\(quick)")
                let slow = try heldUp(onTerminal, tool)
                #expect(slow.status == 0 && slow.output.contains("\rĐang đọc ") && slow.output.contains("░"), "\(slow)")
                let piped = try heldUp(command, tool)
                #expect(piped.status == 0 && !piped.output.contains("░") && !piped.output.contains("\u{1B}"), "\(piped)")
            }
        }
    }

    /// Runs an import that has to wait for another one.
    private func heldUp(_ script: String, _ tool: Tool) throws -> (status: Int32, output: String) {
        var connection = try Connection(tool.dsn ?? "")
        let run = try connection.transaction { transaction in
            try transaction.execute("SELECT staffing_lock()")
            let run = try start(script, tool)
            try waitUntil("the import waits") {
                try transaction.execute(
                    "SELECT FROM pg_locks WHERE relation = 'staffing_current'::regclass AND NOT granted") > 0
            }
            // Not for an event: the second after which a bar is drawn.
            Thread.sleep(forTimeInterval: 1.1)
            return run
        }
        let outcome = try run.wait()
        return (outcome.status, outcome.output)
    }
}
