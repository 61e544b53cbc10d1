import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

@Suite(.limited) struct DatabaseTests {
    private static let server: LocalPostgres = {
        let server = LocalPostgres(name: "test-databases", durable: false)
        do {
            if try server.start() { atexit { _ = try? DatabaseTests.server.stop() } }
        } catch {
            fatalError("no test server: \(error)")
        }
        return server
    }()

    private var server: LocalPostgres { Self.server }

    private func fresh(_ suffix: String = "") -> String {
        "x\(UUID().uuidString.prefix(8)) \"it's\"\(suffix)"
    }

    @Test func `A database is created, found and dropped, whatever its name`() throws {
        let name = fresh()
        #expect(try server.databaseExists(name) == false)
        try server.createDatabase(name)
        #expect(try server.databaseExists(name))
        #expect(try server.databases(prefix: name) == [name])
        #expect(try server.databaseExists(String(name.dropLast())) == false)
        try server.dropDatabase(name)
        #expect(try server.databaseExists(name) == false)
        try server.dropDatabase(name)
    }

    @Test func `A copy has what its template has`() throws {
        let (template, copy) = (fresh(), fresh(" copy"))
        try server.createDatabase(template)
        do {
            var connection = try Connection(server.conninfo(database: template))
            try connection.execute("CREATE TABLE t AS SELECT 42 AS n")
        }
        try server.createDatabase(copy, template: template)
        do {
            var connection = try Connection(server.conninfo(database: copy))
            let n: Int? = try connection.first("SELECT n FROM t") { try $0["n"] }
            #expect(n == 42)
        }
        try server.dropDatabase(copy)
        try server.dropDatabase(template)
    }

    @Test func `A database that exists is not created again`() throws {
        let error = #expect(throws: ServerError.self) { try server.createDatabase("postgres") }
        #expect(error?.sqlState == .duplicateDatabase)
    }

    @Test func `A database is dropped despite its connections`() throws {
        let name = fresh()
        try server.createDatabase(name)
        var connection = try Connection(server.conninfo(database: name))
        try server.dropDatabase(name)
        #expect(throws: ConnectionError.self) { try connection.execute("SELECT 1") }
    }
}
