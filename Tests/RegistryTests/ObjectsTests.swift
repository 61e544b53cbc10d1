import Foundation
import Postgres
import Registry
import RegistrySQL
import TestSupport
import Testing

/// Objects that are only text are dropped and recreated; those that contain rows stay as they are.
@Suite(.limited, .keepsFailedDatabases) struct ObjectsTests {
    private func script(_ name: String, _ text: String) -> RegistrySQL.Script {
        RegistrySQL.Script(name: name, text: Array(text.utf8))
    }

    /// The registry's scripts, and more.
    private func registry(
        migrations: [RegistrySQL.Script] = [], objects: [RegistrySQL.Script] = []
    ) -> Migrator.Scripts {
        var scripts = Migrator.Scripts.registry
        scripts.migrations += migrations
        scripts.objects += objects
        return scripts
    }

    private func catalogue(_ connection: inout Connection) throws -> [String] {
        try connection.query("SELECT object || ' ' || digest AS line FROM catalogue_now ORDER BY 1") { try $0["line"] }
    }

    /// Each table with a digest of its rows.
    private func rows(_ connection: inout Connection) throws -> [String] {
        try connection.query(
            """
            SELECT format('%s %s', c.oid::regclass, (xpath('/row/n/text()', query_to_xml(
                format('SELECT md5(string_agg(r::text, E''\\n'' ORDER BY r::text)) AS n FROM %s r', c.oid::regclass), false, true, '')))[1]) AS line
            FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname !~ '^(audit|catalogue|migration)'
            ORDER BY 1
            """
        ) { try $0["line"] }
    }

    @Test func `Objects that are recreated are the same, and so is every row`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let before = (try catalogue(&connection), try rows(&connection))
            let edited = registry(objects: [script("nothing", "-- Nothing.")])
            expect(try Migrator.migrate(to: edited, on: &connection), is: ["objects"])
            let after = (try catalogue(&connection), try rows(&connection))
            #expect(after.0 == before.0)
            #expect(after.1 == before.1)
            expect(try connection.query("SELECT object FROM catalogue_difference()") { try $0["object"] as String }, is: [])
        }
    }

    /// What every login sees in each table, view and function that it may read: a digest, or the error.
    private func sights(_ conninfo: String, campaign: String) throws -> [String: String] {
        var sights: [String: String] = [:]
        for login in RegistryDatabase.Login.allCases {
            var connection = try Connection(login.conninfo(conninfo))
            let readable = try connection.query(
                """
                SELECT format('%I.%I', relnamespace::regnamespace, relname) AS source FROM pg_class
                WHERE relkind IN ('r', 'v') AND relnamespace::regnamespace::text IN ('public', 'mine')
                    AND has_table_privilege(oid, 'SELECT') AND relname !~ '^(audit|catalogue|migration)'
                UNION ALL
                SELECT format('%s.%I(%L)', pronamespace::regnamespace, proname, \(campaign)::text) FROM pg_proc
                WHERE proargnames[1:3] = '{campaign,unit,number}' AND has_schema_privilege(pronamespace, 'USAGE')
                    AND has_function_privilege(oid, 'EXECUTE')
                """
            ) { try $0["source"] as String }
            for source in readable {
                sights["\(login) \(source)"] = connection.answer(
                    to: "SELECT count(*), md5(string_agg(t::text, ' ' ORDER BY t::text)) FROM \(source) t")
            }
        }
        return sights
    }

    @Test func `Whatever all roles have done, recreating the objects changes no rule, row, trail, past or query result`() throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            func recreateObjects() throws {
                let edited = registry(objects: [script("nothing", "-- Nothing.")])
                expect(try Migrator.migrate(to: edited, on: &superuser), is: ["objects"])
                expect(try Migrator.migrate(on: &superuser), is: ["objects"])
            }
            // Objects that only the tests have added are removed first.
            try recreateObjects()
            let walk = try RandomWalk(conninfo, seed: Rounds.seed)
            var photographs: [Photograph] = []
            let (campaigns, steps) = (Rounds.of(1, long: 40), Rounds.of(100, long: 250))
            for campaign in 1...campaigns {
                try walk.begin("R\(campaign)")
                for step in 1...steps {
                    _ = try walk.step()
                    _ = try walk.violations()
                    if campaign == campaigns, step.isMultiple(of: 50) {
                        photographs.append(try Photograph(of: walk.campaign, on: &superuser))
                    }
                }
            }
            let trail =
                "SELECT count(*), md5(string_agg(a::text, ' ' ORDER BY chain, number)) FROM audit a WHERE relation !~ '^(catalogue|migration)$'"
            func state() throws -> [[String]] {
                [try catalogue(&superuser), try rows(&superuser), try superuser.rows(trail)]
            }
            let (before, shown) = (try state(), try sights(conninfo, campaign: walk.campaign))
            try recreateObjects()
            for (now, before) in zip(try state(), before) { #expect(Set(now).symmetricDifference(before).sorted() == []) }
            let shownNow = try sights(conninfo, campaign: walk.campaign)
            #expect(Set(shown.keys) == Set(shownNow.keys) && shown.count > 200)
            #expect(shown.filter { shownNow[$0.key] != $0.value }.keys.sorted() == [])
            for photograph in photographs {
                expect(try photograph.differences(on: &superuser), is: [])
            }
            expect(try walk.trailViolations(), is: [])
            expect(try Migrator.verify(on: &superuser).map(\.fault), is: [])
            // And the walk can continue.
            for _ in 1...50 {
                _ = try walk.step()
                expect(try walk.violations(), is: [])
            }
        }
    }

    @Test func `An object whose file was removed is dropped, with its grants`() throws {
        let extra = script(
            "extra",
            """
            CREATE FUNCTION extra() RETURNS integer LANGUAGE sql RETURN 1;
            CREATE VIEW extra_view WITH (security_invoker = true) AS SELECT extra() AS one;
            CREATE POLICY extra_policy ON quota FOR SELECT TO thidua_auditor USING (extra() = 1);
            GRANT UPDATE (allowed) ON quota TO thidua_auditor;
            GRANT EXECUTE ON FUNCTION fold TO thidua_backup;
            """)
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let before = try catalogue(&connection)
            _ = try Migrator.migrate(to: registry(objects: [extra]), on: &connection)
            #expect(try catalogue(&connection).count > before.count)
            _ = try Migrator.migrate(on: &connection)
            #expect(try catalogue(&connection) == before)
        }
    }

    @Test func `What a migration changes is in the trail, under the login that ran it`() throws {
        let renaming = script("1000_renaming", "UPDATE unit_alias SET alias = 'Thủ đô' WHERE (unit, alias) = ('01', 'Hà Nội')")
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            _ = try Migrator.migrate(to: registry(migrations: [renaming]), on: &connection)
            let changes = try connection.query(
                """
                SELECT concat_ws(' ', before ->> 'alias', after ->> 'alias', login = session_user) AS change FROM audit
                WHERE relation = 'unit_alias'
                """
            ) { try $0["change"] as String }
            #expect(changes == ["Hà Nội Thủ đô t"])
            expect(try connection.query("SELECT fault FROM audit_fault()") { try $0["fault"] as String }, is: [])
        }
    }

    @Test func `Added tables, columns, indexes and views are automatically covered by wall, trail, past and backup`() throws {
        let adding = script(
            "1000_adding",
            """
            CREATE TABLE added (unit code NOT NULL, number integer NOT NULL, note text, PRIMARY KEY (unit, number));
            ALTER TABLE quota ADD COLUMN added integer NOT NULL DEFAULT 0;
            CREATE INDEX added_by_note ON added (lower(note));
            COMMENT ON TABLE added IS 'Added.';
            """)
        let view = script(
            "added",
            """
            CREATE FUNCTION added_count(unit text) RETURNS bigint LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp
                AS 'SELECT count(*) FROM added a WHERE a.unit = added_count.unit';
            CREATE VIEW added_sum WITH (security_invoker = true) AS SELECT u.code, added_count(u.code) AS count FROM added a JOIN unit u ON u.code = a.unit;
            """)
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            var scripts = registry(migrations: [adding])
            // The place of an ordinary file of objects: before the one that handles all of them.
            let rest = try #require(scripts.objects.firstIndex { $0.name == "rest" })
            scripts.objects.insert(view, at: rest)
            _ = try Migrator.migrate(to: scripts, on: &connection)
            expect(try connection.query("SELECT object FROM access_fault") { try $0["object"] as String }, is: [])
            let covered = try connection.query(
                """
                SELECT what FROM (VALUES
                    ('closed', (SELECT relforcerowsecurity FROM pg_class WHERE oid = 'added'::regclass)),
                    ('backed up', has_table_privilege('thidua_backup', 'added', 'SELECT')),
                    ('not for clerks', NOT has_table_privilege('thidua_clerk', 'added', 'SELECT')),
                    ('in the trail', EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'added'::regclass AND tgfoid = 'audit_change'::regproc)),
                    ('column in the trail', EXISTS (
                        SELECT FROM pg_trigger WHERE tgname = 'quota_is_audited' AND encode(tgargs, 'escape') LIKE '%,added%')),
                    ('statistics on the index', (
                        SELECT coalesce(attstattarget, -1) <> 0 FROM pg_attribute WHERE attrelid = 'added_by_note'::regclass)),
                    ('table in the past', to_regclass('past.added') IS NOT NULL),
                    ('column in the past', EXISTS (
                        SELECT FROM pg_attribute WHERE attrelid = 'past.quota'::regclass AND attname = 'added')),
                    ('view in the past', pg_get_viewdef('past.added_sum'::regclass) LIKE '%past.added_count(%past.added %'),
                    ('view not for clerks', NOT has_table_privilege('thidua_clerk', 'added_sum', 'SELECT'))) AS asked (what, is_so)
                WHERE is_so IS NOT TRUE
                """
            ) { try $0["what"] as String }
            #expect(covered == [])
        }
    }

    @Test func `A migration that waits too long for a lock on a table is refused as busy, and changes nothing`() throws {
        try RegistryDatabase.with { conninfo in
            var holder = try Connection(conninfo)
            var connection = try Connection(conninfo)
            let before = try catalogue(&connection)
            try holder.transaction { transaction in
                try transaction.execute("SELECT FROM quota LIMIT 1")
                let edited = registry(objects: [script("nothing", "-- Nothing.")])
                #expect(refusal { _ = try Migrator.migrate(to: edited, patience: 0, on: &connection) } == .busy)
            }
            #expect(try catalogue(&connection) == before)
        }
    }
}
