import Foundation
import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct CopyTests {
    private struct Failure: Error, Equatable {}

    private func withTable(_ body: (inout Connection) throws -> Void) throws {
        try TestServer.withConnection { connection in
            try connection.execute("CREATE TABLE t (n int CONSTRAINT n_is_positive CHECK (n > 0), name text)")
            try body(&connection)
            // Whatever happened, the connection remains usable.
            expect(try connection.query("SELECT 1") { try $0[0] as Int }, is: [1])
        }
    }

    private func count(_ connection: inout Connection) throws -> Int {
        try #require(try connection.first("SELECT count(*) FROM t") { try $0[0] })
    }

    @Test func `A hundred thousand rows are copied in`() throws {
        try withTable { connection in
            let stored = try connection.copyIn("COPY t FROM STDIN") { writer in
                for n in 1...100_000 { try writer.writeRow([String(n), "Đơn vị \(n)"]) }
            }
            #expect(stored == 100_000)
            let bytes = try connection.first("SELECT sum(octet_length(n || name)) AS bytes FROM t") { try $0["bytes"] as Int }
            expect(try count(&connection), is: 100_000)
            #expect(bytes == (1...100_000).reduce(0) { $0 + "\($1)Đơn vị \($1)".utf8.count })
        }
    }

    @Test func `Memory does not grow with what is copied`() throws {
        try withTable { connection in
            let row = Array("1\t\(String(repeating: "x", count: 1000))\n".utf8)
            let growth = try leastGrowth {
                try connection.copyIn("COPY t FROM STDIN") { writer in
                    for _ in 0..<100_000 { try writer.write(row) }
                }
            }
            #expect(growth < 50_000, "100 MB were written")
        }
    }

    @Test func `Every character is read back from a row`() throws {
        try withTable { connection in
            let texts = ["a\tb", "a\nb\r\nc", #"\N"#, #"\."#, #"a\tb\\"#, "", "ắ🏅"]
            try connection.copyIn("COPY t FROM STDIN") { writer in
                for text in texts + [nil] { try writer.writeRow(["1", text]) }
            }
            expect(try connection.query("SELECT name FROM t") { row -> String? in try row["name"] }, is: texts + [nil])
        }
    }

    @Test func `Bytes may be split anywhere, and may be CSV`() throws {
        try withTable { connection in
            let csv = Array("1,ắ\n2,\"a,\nb\"\n".utf8)
            try connection.copyIn("COPY t FROM STDIN (FORMAT csv)") { writer in
                for byte in csv { try writer.write(CollectionOfOne(byte)) }
                try writer.write(csv.span)
                try writer.write("3,c\n")
            }
            expect(try count(&connection), is: 5)
        }
    }

    @Test func `A body that throws stores nothing, and its error is kept`() throws {
        try withTable { connection in
            #expect(throws: Failure()) {
                try connection.copyIn("COPY t FROM STDIN") { writer in
                    for n in 1...50_000 { try writer.writeRow([String(n), "x"]) }
                    throw Failure()
                }
            }
            expect(try count(&connection), is: 0)
        }
    }

    @Test func `With a bad row nothing is stored, and the error names line and constraint`() throws {
        try withTable { connection in
            let error = #expect(throws: ServerError.self) {
                try connection.copyIn("COPY t FROM STDIN") { writer in
                    for n in [1, 2, -3] + Array(4...100_000) { try writer.writeRow([String(n), "secret"]) }
                }
            }
            #expect(error?.constraint == "n_is_positive")
            #expect(error?.context?.contains("line 3") == true)
            #expect(error?.description.contains("secret") == false)
            expect(try count(&connection), is: 0)

            let malformed = #expect(throws: ServerError.self) {
                try connection.copyIn("COPY t FROM STDIN") { try $0.write("1\ta\tb\n") }
            }
            #expect(malformed?.sqlState == .badCopyFileFormat)
        }
    }

    @Test func `A NUL or bytes that are not UTF-8 are refused by the server`() throws {
        try withTable { connection in
            for bytes in [[0x31, 0x09, 0x00, 0x0A], [0x31, 0x09, 0xE9, 0x0A]] as [[UInt8]] {
                let error = #expect(throws: ServerError.self) {
                    try connection.copyIn("COPY t FROM STDIN") { try $0.write(bytes) }
                }
                #expect(error?.sqlState == .characterNotInRepertoire)
            }
        }
    }

    @Test func `A failed COPY within a transaction rolls it back`() throws {
        try withTable { connection in
            #expect(throws: ServerError.self) {
                try connection.transaction { transaction in
                    try transaction.copyIn("COPY t FROM STDIN") { try $0.writeRow(["1", "a"]) }
                    try transaction.copyIn("COPY t FROM STDIN") { try $0.writeRow(["0", "a"]) }
                }
            }
            expect(try count(&connection), is: 0)
        }
    }

    @Test func `COPY and other statements are not confused`() throws {
        try withTable { connection in
            try connection.execute("INSERT INTO t SELECT g FROM generate_series(1, 1000) g")
            #expect(throws: Misuse.unexpectedCopy(statement: "COPY t TO STDOUT")) {
                try connection.query("COPY t TO STDOUT") { try $0[0] as Int }
            }
            #expect(throws: Misuse.self) { try connection.execute("COPY t FROM STDIN") }
            #expect(throws: Misuse.self) { try connection.forEachRow("COPY t FROM STDIN") { _ in } }
            #expect(throws: Misuse.self) { try connection.execute(script: "SELECT 1; COPY t TO STDOUT") }
            #expect(throws: Misuse.copyExpected(statement: "SELECT 1")) { try connection.copyIn("SELECT 1") { _ in } }
            #expect(throws: Misuse.self) { try connection.copyIn("COPY t TO STDOUT") { _ in } }
            #expect(throws: ServerError.self) { try connection.copyIn("COPY nothing FROM STDIN") { _ in } }
            expect(try count(&connection), is: 1000)
        }
    }
}

/// The least growth of this process, in kilobytes, over several runs of `body`: concurrent tests sometimes allocate memory, too.
func leastGrowth(_ body: () throws -> Void) throws -> Int {
    var least = Int.max
    for _ in 0..<5 where least >= 50_000 {
        let before = try residentKilobytes()
        try body()
        least = min(least, try residentKilobytes() - before)
    }
    return least
}

/// This process's memory, as the kernel counts it.
private func residentKilobytes() throws -> Int {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    return try #require(Int(line.filter(\.isNumber)))
}
