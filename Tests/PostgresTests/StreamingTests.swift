import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct StreamingTests {
    private struct Enough: Error, Equatable {}

    @Test func `A million rows are streamed in little memory`() throws {
        try TestServer.withConnection { connection in
            let growth = try leastGrowth {
                var sum = 0
                try connection.forEachRow("SELECT g AS n, repeat('x', 50) AS t FROM generate_series(1, 1000000) g") { row in
                    sum += try row["n"]
                }
                #expect(sum == 500_000_500_000)
            }
            #expect(growth < 50_000)
        }
    }

    @Test func `A body that throws stops the stream, and leaves the connection usable`() throws {
        try TestServer.withConnection { connection in
            var rows = 0
            #expect(throws: Enough()) {
                try connection.forEachRow("SELECT generate_series(1, 1000000000) AS g") { _ in
                    rows += 1
                    if rows == 1000 { throw Enough() }
                }
            }
            #expect(rows == 1000)
            expect(try connection.query("SELECT 7") { try $0[0] as Int }, is: [7])
        }
    }

    @Test func `Stopping within a transaction fails only the transaction`() throws {
        try TestServer.withConnection { connection in
            try connection.execute("CREATE TABLE t (n int)")
            #expect(throws: Enough()) {
                try connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    try transaction.forEachRow("SELECT generate_series(1, 1000000000) AS g") { _ in throw Enough() }
                }
            }
            expect(try connection.query("SELECT n FROM t") { try $0[0] as Int }, is: [])
        }
    }

    @Test func `An error after some rows is passed on`() throws {
        try TestServer.withConnection { connection in
            var rows = 0
            let error = #expect(throws: ServerError.self) {
                try connection.forEachRow("SELECT 10 / (500 - g) AS n FROM generate_series(1, 1000) g") { _ in rows += 1
                }
            }
            #expect(error?.sqlState.rawValue == "22012")
            #expect(rows == 499)
        }
    }

    @Test func `A statement without rows passes none to the body`() throws {
        try TestServer.withConnection { connection in
            try connection.forEachRow("SELECT 1 WHERE false") { _ in Issue.record("a row") }
            try connection.forEachRow("CREATE TABLE t (n int)") { _ in Issue.record("a row") }
            expect(try connection.query("SELECT n FROM t") { try $0[0] as Int }, is: [])
            expect(try connection.first("SELECT n FROM t") { try $0[0] as Int }, is: nil)
        }
    }
}
