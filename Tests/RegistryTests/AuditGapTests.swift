import Foundation
import Postgres
import Registry
import RegistrySQL
import TestSupport
import Testing

/// The tables agree with the trail, whatever was done through it; and what was done past it is named.
@Suite(.limited, .keepsFailedDatabases) struct AuditGapTests {
    @Test func `A new registry agrees with its trail, which has what the migrations left behind`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            expect(try connection.gaps(), is: [])
            let provinces = try connection.rows(
                """
                SELECT count(*) FROM seed s CROSS JOIN LATERAL jsonb_array_elements(s.added) u JOIN audit a ON a.after ->> 'relation' = 'unit'
                WHERE s.relation = 'unit' AND u ->> 'kind' = 'province' AND a.relation = 'seed'
                """)
            #expect(provinces == ["(34)"])
        }
    }

    @Test func `Migrating again, and recreating all objects, leaves everything as it was`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            var scripts = Migrator.Scripts.registry
            scripts.objects.append(RegistrySQL.Script(name: "nothing", text: Array("-- Nothing.".utf8)))
            let seeds = try connection.rows("SELECT count(*), max(number) FROM seed")
            _ = try Migrator.migrate(to: scripts, on: &connection)
            _ = try Migrator.migrate(on: &connection)
            expect(try connection.gaps(), is: [])
            #expect(try connection.rows("SELECT count(*), max(number) FROM seed") == seeds)
        }
    }

    @Test func `What a migration does without the trail is recorded; what someone else did before it is still named`() throws {
        let script = """
            ALTER TABLE quota ADD COLUMN added integer NOT NULL DEFAULT 7;
            CREATE TABLE added (code text PRIMARY KEY);
            INSERT INTO added VALUES ('a'), ('b');
            COMMENT ON TABLE added IS 'Added.';
            UPDATE award SET name_en = name_en || '!';
            """
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            _ = try Nomination.add(.person("A1"), on: &connection)
            try connection.tamper("person", "UPDATE person SET name = 'Trần Văn Tráo'")
            var scripts = Migrator.Scripts.registry
            scripts.migrations.append(RegistrySQL.Script(name: "1000_later", text: Array(script.utf8)))
            _ = try Migrator.migrate(to: scripts, on: &connection)
            expect(try connection.gaps(), is: ["person {\"unit\": \"01\", \"staff_no\": \"A1\"}: name"])
            let seeds = try connection.rows(
                "SELECT relation, jsonb_array_length(added) > 0, jsonb_array_length(removed) > 0 FROM seed WHERE added::text LIKE '%added%' OR relation = 'added'"
            )
            #expect(Set(seeds) == ["(quota,t,t)", "(added,t,f)"])
            try connection.tamper("added", "DELETE FROM added WHERE code = 'a'")
            #expect(try connection.gaps().contains("added {\"code\": \"a\"}: missing"))
        }
    }

    @Test func `Whatever the registry's own commands do, the tables agree with the trail`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try StaffingImport.run(
                csv: ProvinceFixture.header + "CUC,Cục,Ban 1,bureau,9\r\nCUC,Cục,Ban 2,bureau,9\r\n", on: &connection)
            // Moved to another unit, and withdrawn.
            let id = try Nomination.add(.collective("CUC-BAN-1", of: "CUC"), on: &connection).id
            var change = Nomination.Change()
            change.unit = "CUC-BAN-1"
            _ = try Nomination.edit(id, change, on: &connection)
            _ = try Nomination.withdraw(id, on: &connection)
            expect(try connection.gaps(), is: [])
            // Submitted, returned and submitted again.
            _ = try CompleteDossier.submitted(2, on: &connection)
            _ = try CompleteDossier().sendBack(on: &connection)
            _ = try CompleteDossier().submit(on: &connection)
            expect(try connection.gaps(), is: [])
            // Units that exchange names, or give them up, and take them back.
            for bureaus in [["Ban 2", "Ban 1"], ["Ban 1", "Ban 3"]] {
                let rows = zip(["CUC-BAN-1", "CUC-BAN-2"], bureaus).map { "CUC,Cục,\($0),\($1),bureau,9\n" }.joined()
                let run = try StaffingImport.run(
                    csv: "province_code,province,unit_code,unit,kind,civil_servants\n" + rows, on: &connection)
                #expect(run.errors.isEmpty)
                expect(try connection.gaps(), is: [])
            }
            try connection.execute("SELECT FROM staffing_take_back((SELECT max(staffing_table) FROM staffing_current))")
            expect(try connection.gaps(), is: [])
            try connection.execute("UPDATE unit SET name = 'Phòng Mới' WHERE code = 'CUC-BAN-1'")
            try connection.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'X1', 'x')")
            try connection.execute("UPDATE person SET staff_no = 'X2' WHERE staff_no = 'X1'")
            try connection.execute("DELETE FROM person WHERE staff_no = 'X2'")
            try connection.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'X1', 'x')")
            try connection.execute("DELETE FROM unit_alias")
            try connection.execute("UPDATE staffing_row SET civil_servants = 8 WHERE unit = 'CUC-BAN-1'")
            expect(try connection.gaps(), is: [])
        }
    }

    @Test func `After a random walk, the tables agree with the trail`() throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            let walk = try RandomWalk(conninfo, seed: Rounds.seed)
            try walk.begin("R1")
            for _ in 1...Rounds.of(120, long: 600) { _ = try walk.step() }
            expect(try superuser.gaps(), is: [])
        }
    }
}

extension Connection {
    /// Runs a script whose changes no trigger of this table sees, and turns the triggers on again.
    mutating func tamper(_ relation: String, _ script: String) throws {
        try execute(
            script: "ALTER TABLE \(relation) DISABLE TRIGGER ALL; \(script); ALTER TABLE \(relation) ENABLE TRIGGER ALL")
    }

    /// What differs from the trail: the table, the key, and the columns or what is wrong.
    mutating func gaps() throws -> [String] {
        let check = try transaction(.registryRead) { try AuditCheck.run(&$0) }
        #expect(check.faults == [])
        return check.gaps.map {
            "\($0.relation) \($0.key): \($0.kind == .changed ? $0.columns.joined(separator: ", ") : $0.kind.rawValue)"
        }
    }
}
