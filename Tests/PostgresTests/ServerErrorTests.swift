import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct ServerErrorTests {
    private static let schema = """
        CREATE DOMAIN short_code AS text CONSTRAINT code_is_short CHECK (length(VALUE) <= 3);
        CREATE TABLE unit (
            code short_code CONSTRAINT unit_code_is_unique UNIQUE,
            name text NOT NULL,
            staff int CONSTRAINT staff_is_positive CHECK (staff > 0),
            parent text CONSTRAINT parent_exists REFERENCES unit (code));
        CREATE FUNCTION refuse() RETURNS void LANGUAGE plpgsql AS $$ BEGIN
            RAISE EXCEPTION 'no' USING ERRCODE = 'check_violation', CONSTRAINT = 'quota_holds', TABLE = 'unit',
                HINT = 'ask', DETAIL = 'secret';
        END $$;
        INSERT INTO unit VALUES ('01', 'secret', 1);
        """

    private func failure(_ sql: SQL) throws -> ServerError {
        try TestServer.withConnection { connection in
            try connection.execute(script: Self.schema)
            return try #require(throws: ServerError.self) { try connection.execute(sql) }
        }
    }

    @Test func `UNIQUE reports constraint and table`() throws {
        let error = try failure("INSERT INTO unit VALUES (\("01"), 'x', 1)")
        #expect(error.sqlState == .uniqueViolation)
        #expect(error.constraint == "unit_code_is_unique")
        #expect(error.table == "unit")
        #expect(error.schema == "public")
        #expect(error.severity == "ERROR")
        #expect(error.statement == "INSERT INTO unit VALUES ($1, 'x', 1)")
    }

    @Test func `CHECK reports constraint and table`() throws {
        let error = try failure("INSERT INTO unit VALUES ('02', 'x', \(0))")
        #expect(error.sqlState == .checkViolation)
        #expect(error.constraint == "staff_is_positive")
        #expect(error.table == "unit")
    }

    @Test func `FOREIGN KEY reports constraint and table`() throws {
        let error = try failure("INSERT INTO unit VALUES ('02', 'x', 1, '99')")
        #expect(error.sqlState == .foreignKeyViolation)
        #expect(error.constraint == "parent_exists")
    }

    @Test func `NOT NULL reports table and column, and no constraint`() throws {
        let error = try failure("INSERT INTO unit VALUES ('02', \(nil as String?), 1)")
        #expect(error.sqlState == .notNullViolation)
        #expect(error.column == "name")
        #expect(error.table == "unit")
        #expect(error.constraint == nil)
    }

    @Test func `A domain reports constraint and type, and no table`() throws {
        let error = try failure("INSERT INTO unit VALUES (\("long code"), 'x', 1)")
        #expect(error.sqlState == .checkViolation)
        #expect(error.constraint == "code_is_short")
        #expect(error.dataType == "short_code")
        #expect(error.table == nil)
    }

    @Test func `RAISE passes everything on`() throws {
        let error = try failure("SELECT refuse()")
        #expect(error.sqlState == .checkViolation)
        #expect(error.constraint == "quota_holds")
        #expect(error.table == "unit")
        #expect(error.hint == "ask")
        #expect(error.detail == "secret")
        #expect(error.context?.contains("refuse()") == true)
    }

    @Test func `The description has message, state, constraint and statement, and no values`() throws {
        let error = try failure("INSERT INTO unit VALUES ('02', \("secret"), \(0))")
        #expect(error.detail?.contains("secret") == true)
        #expect(
            error.description == """
                new row for relation "unit" violates check constraint "staff_is_positive" \
                (SQLSTATE 23514, constraint staff_is_positive); in: INSERT INTO unit VALUES ('02', $1, $2)
                """)
    }

    @Test func `A syntax error reports its position`() throws {
        let error = try failure("SELECT FROM WHERE")
        #expect(error.sqlState == .syntaxError)
        #expect(error.position == 13)
    }

    @Test func `A password in a statement is not shown`() throws {
        let error = try failure("ALTER ROLE nobody_of_that_name PASSWORD \(literal: "s3cret")")
        #expect(error.sqlState == .undefinedObject)
        #expect(error.description.contains("s3cret") == false)
    }
}
