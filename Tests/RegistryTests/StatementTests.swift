import Foundation
import Postgres
import TestSupport
import Testing

/// Every statement in the sources is prepared against the migrated schema, and the columns that are read from it are compared
/// with those that it has, by name and by type. This scans the sources, so a statement is checked even if no test runs it; one
/// that it cannot read is an error.
@Suite(.limited, .keepsFailedDatabases) struct StatementTests {
    /// Folders whose statements use the registry. `LocalPostgres` uses only the server.
    private static let folders = ["Sources/Registry", "Sources/Report", "Sources/thidua"]

    /// Calls that look like a session's with a statement, but have none that can be prepared.
    private static let notStatements = [
        // psql's input in deploy/close-server: `BackupTests`.
        #"Sources/Registry/Migrations/Adoption.swift: script: "CLOSE made""#,
        #"Sources/Registry/Migrations/Adoption.swift: script: "DECLARE made CURSOR WITH HOLD FOR SELECT made.statement FROM (\(pending)) AS made (statement)""#,
        "Sources/Registry/Migrations/Adoption.swift: script: pending",
        "Sources/Registry/Migrations/Adoption.swift: script: statement",
        // Text of sql/verify, which `MigratorTests` runs.
        #"Sources/Registry/Migrations/Migrator.swift: script: "DECLARE fault CURSOR FOR \n\(query)""#,
        // Text of sql/, from which every test's database is created.
        "Sources/Registry/Migrations/Migrator.swift: script: String(decoding: script.text, as: UTF8.self)",
        // A file's rows.
        "Sources/Registry/Sheets/SheetHeader.swift: body",
    ]

    /// Statements on what the preceding lines create, a cursor with a query of sql/verify and a function: `MigratorTests` runs
    /// them.
    private static let onTheSpot = [
        "FETCH ALL FROM made", "FETCH ALL FROM fault", "CLOSE fault", "SELECT pg_temp.drop_objects(keeps_trail => $1)",
    ]

    @Test func `Every statement is valid for the migrated schema, and every column for its Swift type`() throws {
        let sources = try Self.folders.flatMap { try SwiftSource.all(under: $0) }
        let found = SourceStatements(in: sources)
        #expect(found.unread.sorted() == Self.notStatements.sorted())
        let calls = sources.flatMap { $0.text.split(separator: "\n") }.filter { !$0.contains(/^\s*\/\//) }.map {
            $0.matches(of: /\.(query|first|execute|forEachRow|copyIn)\((?!where:)/).count
        }
        #expect(calls.reduce(0, +) == found.statements.count + Self.notStatements.count)

        let (onTheSpot, statements) = found.statements.reduce(into: ([SourceStatement](), [SourceStatement]())) {
            if Self.onTheSpot.contains($1.forms[0].text) { $0.0.append($1) } else { $0.1.append($1) }
        }
        #expect(onTheSpot.map(\.forms[0].text) == Self.onTheSpot)
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var check = StatementCheck()
            for statement in statements { check.check(statement, on: &connection) }
            #expect(check.faults == [])
            #expect(statements.count >= 120 && check.columns >= 400, "\(statements.count), \(check.columns)")
        }
    }

    @Test func `No other method of a session takes a statement`() throws {
        let takers = try SwiftSource.all(under: "Sources/Postgres").flatMap { source in
            source.matches(#"\bpublic .*func (\w+)[^(]*\(_ sql: SQL\b"#).map { $0.groups[0] }
        }
        #expect(Set(takers) == Set(SourceStatements.methods.split(separator: "|").map(String.init)))
    }

    @Test func `A wrong table, column or type is found, and so is a statement that cannot be read`() throws {
        let source = SwiftSource(
            path: "Faulty.swift",
            text: #"""
                struct Thing {
                    struct Inner { let state: Bool }
                    private let (unit, state): (String, String)
                    let slot: String?
                    let state: String
                    private static let select: SQL = "SELECT unit, slot, state FROM nomination"
                    init(_ row: borrowing Row) throws {
                        slot = try row["slot"]
                        state = try row["state"]
                    }
                }
                func run(_ id: Int, unit: String, day: Bool) throws {
                    let other: SQL = id == 1 ? "id = \(id)" : "no_column = \(id)"
                    // try session.query("not a statement")
                    try session.execute("DELETE FROM no_table WHERE text = '.execute('")
                    let all = try session.query("\(Self.select) WHERE unit = \(unit) AND id = \(id)", Thing.init)
                    let n: Int? = try session.first("SELECT sum(id) AS n FROM nomination WHERE unit = \(unit)") { try $0["n"] }
                    let n: Int? = try session.first("SELECT count(*) AS n FROM unit") { try $0["m"] }
                    try session.forEachRow("SELECT code FROM unit") { row in use("\(try row["code"] as Bool)") }
                    try session.forEachRow("SELECT code FROM unit") { row in use(try row["code"]) }
                    try session.forEachRow("SELECT code FROM unit") { row in pass(row) }
                    try session.execute("SELECT FROM nomination WHERE unit = \(unit) AND \(other)")
                    try session.execute("UPDATE campaign SET deadline = \(day)")
                    try session.copyIn("COPY unit (code, no_column) FROM STDIN") { _ in }
                    try session.copyIn("COPY unit (code) FROM STDIN") { _ in }
                    try session.query(text, Thing.init)
                }
                func two(_ other: SQL) {}
                """#)
        let found = SourceStatements(in: [source])
        #expect(
            found.unread == [
                "Faulty.swift: SQL that is not a fragment", "Faulty.swift:21: row is passed on", "Faulty.swift: text, Thing.init",
            ])
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var check = StatementCheck()
            for statement in found.statements { check.check(statement, on: &connection) }
            #expect(
                check.faults
                    == [
                        #"15: relation "no_table" does not exist"#,
                        "8: column slot is int4, and read as String?",
                        "17: column n is numeric, and read as Int?",
                        "18: no column m",
                        "19: column code is text, and read as Bool",
                        "20: column code is read as an unknown type: write `as T`",
                        #"22: column "no_column" does not exist"#,
                        #"23: column "deadline" is of type instant but expression is of type boolean"#,
                        #"24: column "no_column" of relation "unit" does not exist"#,
                    ].map { "Faulty.swift:" + $0 })
            expect(try connection.execute("SELECT FROM nomination"), is: 0)
        }
    }
}
