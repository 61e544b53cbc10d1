import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// A backup made with only the backup's login is complete.
@Suite(.limited, .keepsFailedDatabases) struct BackupTests {
    @Test func `A dump by the backup's login can be restored, to the last row and with its trail intact`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            _ = try Neighbour(&superuser, conninfo)
            try superuser.execute("DROP FUNCTION mine.test_explain")
            let seal = try AuditCheck.seal(on: &superuser)
            let file = NSTemporaryDirectory() + "thidua-\(UUID().uuidString).dump"
            defer { try? FileManager.default.removeItem(atPath: file) }
            try run(
                "pg_dump", "--enable-row-security", "--format=custom", "--exclude-table-data=staffing_intake*", "--file=" + file,
                RegistryDatabase.Login.backup.conninfo(conninfo))
            try TestServer.withDatabase { restored in
                try run("pg_restore", "--exit-on-error", "--dbname=" + restored, file)
                var connection = try Connection(restored)
                try connection.execute("SELECT database_close()")
                let check = try connection.transaction(.registryRead) { try AuditCheck.run(seal: seal, &$0) }
                #expect(check.faults == [] && check.gaps == [])
                expect(try counts(&connection), is: try counts(&superuser))
                expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
                // Logins and accounts match again.
                var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(restored))
                expect(try clerk.rows("SELECT DISTINCT unit FROM nomination"), is: ["(01)"])
                let own = try clerk.transaction(.registryRead) { try Nomination.list(campaign: "TEST", &$0) }
                _ = try Nomination.withdraw(#require(own.first).id, on: &clerk)
            }
        }
    }

    @Test func `What a restore does not bring along is given back by one command, for superusers`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            func faults() throws -> [String] { try superuser.rows("SELECT fault FROM access_fault ORDER BY 1") }
            let database = superuser.place.database
            try superuser.execute("SELECT database_close()")
            expect(try faults(), is: [])
            try superuser.execute(script: "GRANT CONNECT ON DATABASE \(database) TO PUBLIC; ALTER FUNCTION own_unit() COST 7")
            expect(try faults(), is: ["(database_lets_everyone_in)"])
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            #expect(refusal { _ = try Adoption.run(on: &administrator) } == .notPermitted)
            expect(try Adoption.run(on: &superuser), is: ["function own_unit()"])
            expect(try faults(), is: [])
            expect(try Adoption.run(on: &superuser), is: [])
            // What is gone is not recorded as if that were right.
            try superuser.execute(script: "DROP TABLE claim CASCADE")
            #expect(refusal { _ = try Adoption.run(on: &superuser) } == .schemaDamaged)
            #expect(refusal { _ = try Migrator.migrate(on: &superuser) } == .schemaDamaged)
            #expect(refusal { _ = try Migrator.status(on: &administrator) } == .schemaDamaged)
            let found = try Doctor.examine(on: &administrator).filter { $0.check == .migrations }
            #expect(found.map(\.message.en) == ["The database has lost tables: claim."])
        }
    }

    private func counts(_ connection: inout Connection) throws -> [String] {
        let tables = try connection.query(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname"
        ) { try $0[0] as String }
        return try tables.map { "\($0) \(try connection.rows("SELECT count(*) FROM \($0)"))" }
    }

    private func run(_ command: String...) throws {
        let outcome = try Program.run(command)
        try #require(outcome.status == 0, "\(outcome.errors)")
    }

    /// pg_upgrade restores a dump, and stops at the first function that the new version lacks.
    @Test func `Before an upgrade the server's functions are given back, and closed again after it`() throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            try superuser.execute("SELECT database_close()")
            func named() throws -> Int {
                let dump = try Program.run(["pg_dump", "--schema-only", "--dbname", conninfo])
                expect(dump.status, is: 0)
                return dump.output.split(separator: "\n").count { $0.contains(" ON FUNCTION pg_catalog.") }
            }
            #expect(try named() > 50)
            let opening = try Program.run([Repository.root + "/deploy/open-server", "--dbname", conninfo])
            #expect(opening.status == 0, "\(opening.errors)")
            expect(try named(), is: 0)
            #expect(try superuser.rows("SELECT fault FROM access_fault") == ["(windows_are_for_everyone)"])
            _ = try Adoption.run(on: &superuser)
            expect(try superuser.rows("SELECT fault FROM access_fault"), is: [])
        }
    }
}
