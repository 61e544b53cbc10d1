import Foundation
import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct TypeTests {
    /// Sends each value, and expects it back, converted through PostgreSQL's type.
    private func roundTrip<T: PostgresEncodable & PostgresDecodable & Equatable>(_ values: [T], as type: SQL) throws {
        try TestServer.withConnection { connection in
            for value in values.map(Optional.some) + [nil] {
                let back = try connection.query("SELECT \(value)::\(type) AS v") { row -> T? in try row["v"] }
                #expect(back == [value])
            }
        }
    }

    @Test func `Booleans and integers are read back, at their bounds`() throws {
        try roundTrip([true, false], as: "bool")
        try roundTrip([Int16.min, -1, 0, .max], as: "int2")
        try roundTrip([Int32.min, -1, 0, .max], as: "int4")
        try roundTrip([Int64.min, -1, 0, .max], as: "int8")
        try roundTrip([Int.min, -1, 0, .max], as: "int8")
        try roundTrip([Int(Int32.min), 0, Int(Int32.max)], as: "int4")
    }

    @Test func `Doubles are read back, including infinity`() throws {
        try roundTrip(
            [0, -0.1, .pi, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .infinity, -.infinity], as: "float8")
        try roundTrip([0.5, -2, .infinity], as: "float4")
        try TestServer.withConnection { connection in
            let back: Double? = try connection.first("SELECT \(Double.nan) AS v") { try $0["v"] }
            #expect(back?.isNaN == true)
        }
    }

    @Test func `Text is read back through every text type`() throws {
        let texts = ["", " ", "Nguyễn Văn Đức", "e\u{301}", "🏅", String(repeating: "ắ", count: 100_000), "a\tb\r\n\\"]
        try roundTrip(texts, as: "text")
        try roundTrip(texts, as: "varchar")
        try roundTrip(["abc  "], as: "char(5)")
        try roundTrip(["pg_class"], as: "name")
        try roundTrip(["x"], as: #""char""#)
        try roundTrip([#"{"a" : 1}"#], as: "json")
        try roundTrip([#"{"a": [1, null]}"#], as: "jsonb")
    }

    @Test func `NFC and NFD are preserved`() throws {
        try TestServer.withConnection { connection in
            let back: String = try #require(try connection.first("SELECT \("e\u{301}") AS v") { try $0["v"] })
            #expect(Array(back.unicodeScalars).count == 2)
        }
    }

    @Test func `Bytes are read back`() throws {
        try roundTrip([[], [0], [0, 255, 0], Array(repeating: 0xC3, count: 70_000)] as [[UInt8]], as: "bytea")
    }

    @Test func `Instants are read back to the microsecond`() throws {
        let seconds: [Double] = [0, 0.000001, -0.000001, 798_000_000.123456, -62_135_596_800 - 978_307_200 + 1, 2e11]
        try roundTrip(
            seconds.map { Date(timeIntervalSinceReferenceDate: ($0 * 1e6).rounded() / 1e6) }, as: "timestamptz")
        try TestServer.withConnection { connection in
            let instant = Date(timeIntervalSince1970: 1_777_104_000)
            let text: String? = try connection.first("SELECT (\(instant) AT TIME ZONE 'UTC')::text AS t") {
                try $0["t"]
            }
            #expect(text == "2026-04-25 08:00:00")
        }
    }

    @Test func `Instants outside PostgreSQL's range are refused by the server`() throws {
        try TestServer.withConnection { connection in
            for instant in [Date(timeIntervalSinceReferenceDate: 1e16), Date(timeIntervalSinceReferenceDate: .nan)] {
                let error = #expect(throws: ServerError.self) { try connection.execute("SELECT \(instant)") }
                #expect(error?.sqlState == .datetimeFieldOverflow)
            }
        }
    }

    @Test func `Arrays are read back, including empty ones`() throws {
        try roundTrip([[], ["a"], ["", "NULL", "ắ\"{},\\"]], as: "text[]")
        try roundTrip([[], [1], [Int.min, 0, Int.max]], as: "int8[]")
        try roundTrip([[], [1, -2]], as: "int4[]")
        try TestServer.withConnection { connection in
            let codes = try connection.query(
                "SELECT c FROM unnest(\(["x", "y", "z"])) c WHERE c = ANY (\(["x", "z"]))"
            ) { try $0["c"] as String }
            #expect(codes == ["x", "z"])
        }
    }

    @Test(arguments: ["ARRAY[[1,2],[3,4]]", "ARRAY[1,NULL]"])
    func `Multidimensional arrays and arrays with NULLs are refused`(array: String) throws {
        try TestServer.withConnection { connection in
            try connection.execute(script: "CREATE VIEW v AS SELECT \(array) AS a")
            #expect(throws: RowDecodingError.self) { try connection.query("SELECT a FROM v") { try $0["a"] as [Int] } }
        }
    }

    private enum State: String, PostgresDecodable, PostgresEncodable {
        case draft, endorsed
    }

    @Test func `An enum with raw values is bound and read by its raw values`() throws {
        try roundTrip([State.draft, .endorsed], as: "text")
        try TestServer.withConnection { connection in
            let error = #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT 'secret' AS state") { try $0["state"] as State }
            }
            #expect(error?.column == "state")
            #expect(error?.description.contains("secret") == false || error?.statement.contains("secret") == true)
            #expect(error?.reason.contains("secret") == false)
        }
    }

    @Test func `A domain is read as its base type`() throws {
        try TestServer.withConnection { connection in
            try connection.execute("CREATE DOMAIN code AS text CHECK (VALUE <> '')")
            let code = "01"
            let back: String? = try connection.first("SELECT \(code)::code AS c") { try $0["c"] }
            #expect(back == "01")
        }
    }

    @Test func `A String can be passed as any type, like a quoted literal`() throws {
        try TestServer.withConnection { connection in
            try connection.execute("CREATE TABLE t (d date, n numeric(6,2), j jsonb, i int, r int4range)")
            try connection.execute(
                "INSERT INTO t VALUES (\("2026-04-25"), \("12.5"), \("[1]"), \("7"), \("[1,3)"))")
            let found = try connection.first("SELECT d::text, n::text, j, i FROM t WHERE d = \("2026-04-25")") { row in
                [try row["d"], try row["n"], try row["j"], String(try row["i"] as Int)]
            }
            #expect(found == ["2026-04-25", "12.50", "[1]", "7"])
        }
    }
}
