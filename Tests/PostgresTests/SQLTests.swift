import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct SQLTests {
    @Test func `Interpolated values become numbered parameters`() throws {
        let statement = try Statement("SELECT \("a") WHERE n = \(1) AND m = \(nil as Int?)")
        #expect(statement.text == "SELECT $1 WHERE n = $2 AND m = $3")
        #expect(statement.parameters.map(\.bytes) == [Array("a".utf8), [0, 0, 0, 0, 0, 0, 0, 1], nil])
    }

    @Test func `A fragment includes its parameters`() throws {
        let condition: SQL = "unit = \("01") OR \(true)"
        let statement = try Statement("SELECT \(7) WHERE \(condition) LIMIT \(3)")
        #expect(statement.text == "SELECT $1 WHERE unit = $2 OR $3 LIMIT $4")
        #expect(statement.parameters.count == 4)
    }

    @Test(arguments: [
        ("plain", #""plain""#), (#"a"b"#, #""a""b""#), ("\"\u{301}", "\"\"\"\u{301}\""), ("", #""""#),
    ])
    func `Identifiers are quoted`(name: String, quoted: String) throws {
        #expect(try Statement("DROP TABLE \(identifier: name)").text == "DROP TABLE " + quoted)
    }

    @Test(arguments: [("it's", "'it''s'"), (#"a\'b"#, #" E'a\\''b'"#), ("'\u{301}", "'''\u{301}'")])
    func `Literals are quoted, and not shown`(value: String, quoted: String) throws {
        let statement = try Statement("ALTER ROLE r PASSWORD \(literal: value)")
        #expect(statement.text == "ALTER ROLE r PASSWORD " + quoted)
        #expect(statement.shown == "ALTER ROLE r PASSWORD '…'")
    }

    @Test func `NUL is refused in parameters, identifiers, literals and scripts`() {
        #expect(throws: InvalidText.self) { try Statement("SELECT \("a\0b")") }
        #expect(throws: InvalidText.self) { try Statement("SELECT \(identifier: "a\0b")") }
        #expect(throws: InvalidText.self) { try Statement("SELECT \(literal: "a\0b")") }
        #expect(throws: InvalidText.self) { try Statement(trusted: "SELECT 1\0; DROP TABLE t") }
    }

    @Test func `Quoted names and literals arrive unchanged`() throws {
        try TestServer.withConnection { connection in
            for value in [#"a"b'c\d"#, "\"\u{301}", "'\u{301}", "né đ 🏅", #"\'; DROP TABLE x; --"#] {
                try connection.execute("CREATE TABLE \(identifier: value) (n int)")
                try connection.execute("COMMENT ON TABLE \(identifier: value) IS \(literal: value)")
                let found: [[String]] = try connection.query(
                    "SELECT relname, obj_description(oid) AS note FROM pg_class WHERE relname = \(value)"
                ) { [try $0["relname"], try $0["note"]] }
                #expect(found == [[value, value]])
            }
        }
    }

    @Test(arguments: [
        ("BEGIN", "BEGIN"), ("  -- x\n/* a /* b */ c */ commit", "COMMIT"), (";rollback;", "ROLLBACK"),
        ("SELECT 1", nil), ("beginning", nil), ("", nil), ("/* open", nil), ("start transaction", "START"),
    ])
    func `Statements that control transactions are recognised`(text: String, word: String?) throws {
        #expect(try Statement(trusted: text).transactionControl == word)
    }
}
