import Foundation
import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct RowTests {
    @Test func `Columns are found by name and by number`() throws {
        try TestServer.withConnection { connection in
            let row = try connection.first(#"SELECT 1 AS a, 'x' AS "name", 2.5::float8 AS long_name"#) { row in
                (
                    try row["a"] as Int, try row["name"] as String, try row["long_name"] as Double,
                    try row[1] as String, row.count
                )
            }
            #expect(row ?? (0, "", 0, "", 0) == (1, "x", 2.5, "x", 3))
        }
    }

    @Test func `A missing column is named, along with the existing ones`() throws {
        try TestServer.withConnection { connection in
            let error = #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT 1 AS a, 2 AS b") { try $0["c"] as Int }
            }
            #expect(
                error?.description == "column c: the result has no such column, only: a, b; in: SELECT 1 AS a, 2 AS b")
            #expect(throws: RowDecodingError.self) { try connection.query("SELECT 1 AS a") { try $0[1] as Int } }
            #expect(throws: RowDecodingError.self) { try connection.query("SELECT 1 AS a") { try $0[-1] as Int } }
        }
    }

    @Test func `The error for NULL in a non-optional type names column, types and statement`() throws {
        try TestServer.withConnection { connection in
            let error = #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT NULL::int4 AS staff") { try $0["staff"] as Int }
            }
            #expect(error?.column == "staff")
            #expect(error?.expected == "Int")
            #expect(error?.found == "int4")
            #expect(error?.statement == "SELECT NULL::int4 AS staff")
            #expect(error?.reason == "NULL, where the Swift type is not optional")
        }
    }

    @Test func `An unsupported type is refused with its name or number`() throws {
        try TestServer.withConnection { connection in
            let interval = #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT interval '1 day' AS i") { try $0["i"] as String }
            }
            #expect(interval?.found == "interval")
            try connection.execute("CREATE TYPE mood AS ENUM ('sad', 'ok')")
            let mood = #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT 'ok'::mood AS m") { try $0["m"] as String }
            }
            #expect(mood?.found.hasPrefix("OID ") == true)
            #expect(mood?.column == "m")
        }
    }

    @Test func `A type is not converted to another`() throws {
        try TestServer.withConnection { connection in
            #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT 1::int8 AS v") { try $0["v"] as Int32 }
            }
            #expect(throws: RowDecodingError.self) { try connection.query("SELECT '1' AS v") { try $0["v"] as Int } }
            #expect(throws: RowDecodingError.self) { try connection.query("SELECT 1 AS v") { try $0["v"] as String } }
            #expect(throws: RowDecodingError.self) { try connection.query("SELECT 1 AS v") { try $0["v"] as Bool } }
            #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT timestamptz 'infinity' AS v") { try $0["v"] as Date }
            }
        }
    }

    @Test func `Bytes that are not UTF-8 are refused, not repaired`() throws {
        try TestServer.withConnection { connection in
            // The only type whose byte the server does not check.
            let error = #expect(throws: InvalidText.self) {
                try connection.query(#"SELECT (-23)::"char" AS drink"#) { try $0["drink"] as String }
            }
            #expect(error == InvalidText(.notUTF8, in: #"column drink of SELECT (-23)::"char" AS drink"#))
        }
    }

    @Test(arguments: [[0xE9], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3]] as [[UInt8]])
    func `Overlong forms, surrogates and truncated characters are not text`(bytes: [UInt8]) {
        bytes.withUnsafeBytes { buffer in
            _ = #expect(throws: DecodingFailure.self) {
                try String.decode(Field(type: TypeOID(rawValue: 25), bytes: buffer))
            }
        }
    }

    @Test func `The server itself refuses to send invalid text from an SQL_ASCII database as UTF-8`() throws {
        let server = TestServer.server
        let name = "postgres_test_ascii"
        try server.dropDatabase(name)
        var maintenance = try Connection(server.conninfo(database: "postgres"))
        try maintenance.execute(
            "CREATE DATABASE \(identifier: name) TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C'")
        do {
            var connection = try Connection(server.conninfo(database: name))
            let error = #expect(throws: ServerError.self) {
                try connection.query(#"SELECT convert_from('\x636166e9', 'SQL_ASCII') AS drink"#) {
                    try $0["drink"] as String
                }
            }
            #expect(error?.sqlState == .characterNotInRepertoire)
        }
        try server.dropDatabase(name)
    }

    @Test func `A session whose client encoding was changed is refused`() throws {
        try TestServer.withConnection { connection in
            try connection.execute("SET client_encoding = 'LATIN1'")
            let error = #expect(throws: InvalidText.self) { try connection.execute("SELECT 1") }
            #expect(error?.reason == .clientEncoding)
        }
    }

    @Test func `A decoding error leaves the connection usable`() throws {
        try TestServer.withConnection { connection in
            #expect(throws: RowDecodingError.self) {
                try connection.query("SELECT g FROM generate_series(1, 1000) g") { try $0["g"] as String }
            }
            let one: Int? = try connection.first("SELECT 1") { try $0[0] }
            #expect(one == 1)
        }
    }
}
