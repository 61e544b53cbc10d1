import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// `--wait`: a server that is away for a while is waited for, and what surely has not happened is done again.
@Suite(.limited, .keepsFailedDatabases) struct WaitTests {
    private func seals(_ connection: inout Connection) throws -> Int {
        try connection.first("SELECT count(*) AS n FROM seal") { try $0["n"] } ?? 0
    }

    @Test func `A server that is not there yet is waited for`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let place = connection.place
            try TemporaryFolder.with { folder in
                let tool = Tool(dsn: "host='\(folder)' port=5432 dbname='\(place.database)' user=\(place.login)")
                expect(try tool("audit", "seal").status, is: 69)
                let run = try tool.start(["audit", "seal", "--wait", "60", "--lang", "en"])
                try waitUntil("it says that it waits") { run.errorsSoFar.contains("Trying again") }
                let proxy = CuttingProxy(in: folder, to: "\(place.host)/.s.PGSQL.\(place.port)")
                defer { proxy.end() }
                let outcome = try run.wait()
                #expect(outcome.status == 0 && outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
                expect(try seals(&connection), is: 1)
            }
        }
    }

    @Test func `A change that was cut off is made, once`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let place = connection.place
            try TemporaryFolder.with { folder in
                let proxy = CuttingProxy(in: folder, to: "\(place.host)/.s.PGSQL.\(place.port)")
                defer { proxy.end() }
                let tool = Tool(
                    dsn: "host='\(folder)' port=5432 dbname='\(place.database)' user=\(place.login)",
                    environment: ["THIDUA_WAIT": "60"])
                let cuts: [CuttingProxy.Cut] = [
                    .request(passed: 0), .request(passed: 7), .atOnce, .answer(passed: 0), .answer(passed: 15),
                ]
                for (number, cut) in cuts.enumerated() {
                    proxy.plan(cut, thenShut: number % 2 == 0)
                    let run = try tool.start(["audit", "seal"])
                    if number % 2 == 0 {
                        try waitUntil("it waits") { run.errorsSoFar.contains("Đang thử lại") }
                        proxy.letIn(true)
                    }
                    let outcome = try run.wait()
                    #expect(outcome.status == 0, "\(cut): \(outcome.errors)")
                    expect(try seals(&connection), is: number + 1)
                }
            }
        }
    }

    @Test func `A session that ends in the middle begins again; without waiting, it is said that nothing happened`() throws {
        try RegistryDatabase.with { conninfo in
            var holder = try Connection(conninfo), superuser = try Connection(conninfo)
            let tool = Tool(dsn: conninfo)
            for (wait, status) in [("0", Int32(69)), ("60", 0)] {
                let run = try holder.transaction { transaction in
                    try transaction.execute("SELECT FROM audit_head WHERE chain = '*' FOR UPDATE")
                    let run = try tool.start(["audit", "seal", "--wait", wait])
                    try Tool.waitForLock(in: conninfo)
                    try superuser.execute(
                        """
                        SELECT pg_terminate_backend(a.pid, 5000) FROM
                            (SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') a
                        """)
                    return run
                }
                expect(try run.wait().status, is: status)
            }
            expect(try seals(&superuser), is: 1)
        }
    }

    /// As a machine that is frozen: it takes the connection, and says nothing.
    @Test func `A server that does not answer is told of after two seconds, but not among JSON`() throws {
        try TemporaryFolder.with { folder in
            let script =
                "import socket, time; s = socket.socket(socket.AF_UNIX); s.bind('\(folder)/.s.PGSQL.5432'); s.listen(9); time.sleep(60)"
            let frozen = try Program(["python3", "-c", script])
            defer { frozen.signal(SIGKILL) }
            try waitUntil("it listens") { FileManager.default.fileExists(atPath: folder + "/.s.PGSQL.5432") }
            let tool = Tool(dsn: "host='\(folder)' port=5432 user=x dbname=x connect_timeout=4")
            for (format, isTold) in [("table", true), ("json", false)] {
                let outcome = try tool("unit", "list", "--lang", "en", "-o", format)
                expect(outcome.status, is: 69)
                #expect(outcome.errors.contains("has not answered yet") == isTold, "\(outcome.errors)")
            }
        }
    }
}
