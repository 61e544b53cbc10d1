import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// What the catalogue says about the wall, and that openings in it are found.
@Suite(.limited, .keepsFailedDatabases) struct AccessTests {
    private func faults(_ connection: inout Connection) throws -> [String] {
        try connection.query("SELECT fault FROM access_fault ORDER BY fault") { try $0["fault"] }
    }

    @Test func `Nothing in the schema bypasses the wall`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            try connection.execute("SELECT database_close()")
            expect(try faults(&connection), is: [])
        }
    }

    /// What might be added or changed later, and the fault that is found.
    private static let openings = [
        ("CREATE TABLE x (n int); GRANT SELECT ON x TO thidua_clerk", "row_security_is_not_forced"),
        ("ALTER TABLE nomination NO FORCE ROW LEVEL SECURITY", "row_security_is_not_forced"),
        ("ALTER TABLE person DISABLE ROW LEVEL SECURITY", "row_security_is_not_forced"),
        ("GRANT SELECT ON staffing_intake TO thidua_clerk", "row_security_is_not_forced"),
        ("CREATE MATERIALIZED VIEW x AS SELECT * FROM nomination", "row_security_is_not_forced"),
        ("CREATE POLICY x ON nomination USING (true) WITH CHECK (true)", "policy_is_for_everyone"),
        ("CREATE POLICY x ON person FOR UPDATE TO thidua_clerk USING (true)", "policy_does_not_check_what_is_written"),
        ("CREATE VIEW x AS SELECT * FROM nomination", "view_shows_its_owners_rows"),
        ("GRANT SELECT ON campaign TO PUBLIC", "everyone_has_rights"),
        ("GRANT SELECT (name) ON person TO PUBLIC", "everyone_has_rights"),
        ("GRANT USAGE ON SCHEMA public TO thidua_user", "tables_can_be_named"),
        ("GRANT DELETE ON nomination TO thidua_clerk", "logins_may_lock"),
        ("GRANT UPDATE ON campaign TO thidua_user", "logins_may_lock"),
        ("GRANT INSERT ON person TO thidua_user", "logins_may_lock"),
        ("GRANT DELETE ON endorsement TO thidua_administrator", "logins_may_lock"),
        ("GRANT TRUNCATE ON seal TO thidua_auditor", "logins_may_lock"),
        ("CREATE FUNCTION x() RETURNS int LANGUAGE sql RETURN 1", "function_is_for_everyone"),
        ("SET LOCAL ROLE thidua_owner; CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'", "search_path_is_not_fixed"),
        ("ALTER FUNCTION own_unit RESET ALL", "search_path_is_not_fixed"),
        ("ALTER FUNCTION own_unit SET search_path = public", "search_path_is_not_fixed"),
        ("ALTER TABLE quota OWNER TO thidua", "owner_is_another"),
        ("ALTER FUNCTION own_unit OWNER TO thidua", "owner_is_another"),
        ("SET LOCAL ROLE thidua_owner; CREATE TABLE x (n int); SELECT protect('x')", "changes_leave_no_trail"),
        ("ALTER TABLE nomination DISABLE TRIGGER nomination_is_audited", "changes_leave_no_trail"),
        ("ALTER TABLE nomination ENABLE REPLICA TRIGGER nomination_is_judged", "trigger_is_off"),
        (
            "ALTER TABLE nomination ADD UNIQUE (id); ALTER TABLE endorsement ADD CONSTRAINT x FOREIGN KEY (nomination) REFERENCES nomination (id)",
            "key_crosses_units"
        ),
        ("GRANT SELECT ON past.nomination TO thidua_reporter", "past_is_in_sight"),
        ("GRANT EXECUTE ON FUNCTION past.campaign_code TO thidua_user", "past_is_in_sight"),
        ("GRANT USAGE ON SCHEMA past TO thidua_user", "past_is_in_sight"),
        ("CREATE VIEW past.x AS SELECT 1", "owner_is_another"),
        ("GRANT CONNECT ON DATABASE current TO PUBLIC", "database_lets_everyone_in"),
        ("GRANT TEMPORARY ON DATABASE current TO PUBLIC", "database_lets_everyone_in"),
        ("GRANT EXECUTE ON FUNCTION pg_stat_get_xact_numscans TO PUBLIC", "windows_are_for_everyone"),
        ("GRANT EXECUTE ON FUNCTION pg_lock_status TO PUBLIC", "windows_are_for_everyone"),
        ("GRANT SELECT ON pg_class TO PUBLIC", "windows_are_for_everyone"),
        ("GRANT USAGE ON LANGUAGE plpgsql TO PUBLIC", "windows_are_for_everyone"),
        ("GRANT CONNECT ON DATABASE postgres TO PUBLIC", "other_database_lets_everyone_in"),
        ("GRANT CONNECT ON DATABASE another TO PUBLIC", "neighbour_database_lets_everyone_in"),
        ("SELECT lo_create(0)", "large_object_stops_the_backup"),
        ("REVOKE pg_signal_backend FROM thidua_owner", "owner_lacks_leave_of_the_server"),
        ("ALTER EVENT TRIGGER thidua_schema_is_the_owners DISABLE", "schema_is_locked_by_everyone"),
        ("ALTER ROLE test_clerk_04 NOLOGIN", "login_is_closed"),
        ("ALTER ROLE test_clerk_04 CONNECTION LIMIT -1", "login_connects_without_limit"),
        ("ALTER ROLE test_clerk_04 RESET temp_file_limit", "login_spills_without_limit"),
        ("ALTER ROLE test_administrator RESET deadlock_timeout", "login_gives_way"),
        ("GRANT SELECT ON nomination TO thidua_clerk", "part_of_a_table_is_read"),
        ("ALTER FUNCTION own_unit RESET client_min_messages", "its_callers_settings_reach_it"),
        ("ALTER FUNCTION read_date RESET standard_conforming_strings", "its_callers_settings_reach_it"),
        ("ALTER FUNCTION nomination_judge RESET client_min_messages", "its_callers_settings_reach_it"),
        ("GRANT SELECT ON award TO thidua_user", "system_columns_are_read"),
        ("ALTER ROLE test_council BYPASSRLS", "login_has_other_rights"),
        ("GRANT thidua_administrator TO test_clerk_04", "login_has_other_rights"),
        ("INSERT INTO account (login, role) VALUES ('nobody', 'council')", "account_has_no_login"),
        ("UPDATE account SET removed_at = now(), removed_by = 'x' WHERE login = 'test_council'", "login_has_no_account"),
    ]

    @Test(arguments: openings)
    func `An opening is found`(script: String, fault: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            try connection.execute("SELECT database_close()")
            let database = try connection.first("SELECT quote_ident(current_database()) AS name") { try $0["name"] as String }
            struct Undone: Error {}
            let beside = script.contains("DATABASE another") ? TestServer.nameForDatabase() : nil
            if let beside { try TestServer.server.createDatabase(beside) }
            defer { if let beside { try? TestServer.server.dropDatabase(beside) } }
            // Rolled back in the end: roles belong to the whole server.
            #expect(throws: Undone.self) {
                try connection.transaction { transaction in
                    try transaction.execute(
                        script: script.replacing("DATABASE current", with: "DATABASE \(database ?? "")")
                            .replacing("DATABASE another", with: "DATABASE \(beside ?? "")"))
                    try transaction.execute("RESET ROLE")
                    let found = try transaction.query("SELECT fault FROM access_fault") { try $0["fault"] as String }
                    #expect(found.contains(fault))
                    throw Undone()
                }
            }
        }
    }

    @Test func `Every kind of opening has a message and a test`() throws {
        let kinds = try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            return Set(
                try connection.query(
                    """
                    SELECT DISTINCT found[1]
                    FROM regexp_matches(pg_get_viewdef('access_fault'::regclass), E'\\'([a-z]+(?:_[a-z]+)+)\\'::text', 'g') AS found
                    WHERE found[1] !~ '^(thidua|pg|max)_'
                    """
                ) { try $0[0] as String })
        }
        // Only a restart makes a server that can prepare transactions, or that has less room for locks.
        let tried = Set(Self.openings.map(\.1) + ["transactions_can_be_prepared", "locks_can_run_out"])
        #expect(kinds == tried)
        #expect(Set(Diagnosis.accessFaultKinds) == tried)
    }

    /// Changes that break no rule by themselves, but that no migration made.
    private static let changes = [
        ("GRANT thidua_administrator TO thidua_clerk", "role thidua_clerk"),
        ("ALTER ROLE thidua_clerk BYPASSRLS", "role thidua_clerk"),
        ("GRANT pg_execute_server_program TO thidua_user", "role thidua_user"),
        ("ALTER POLICY clerk_reads_its_own ON person USING (true)", "policy person.clerk_reads_its_own"),
        ("CREATE POLICY x ON person FOR SELECT TO thidua_clerk USING (true)", "policy person.x"),
        ("GRANT UPDATE (slot) ON nomination TO thidua_clerk", "column nomination.slot"),
        ("GRANT SELECT ON nomination TO test_clerk_01", "table nomination"),
        ("GRANT EXECUTE ON FUNCTION quota_apply TO thidua_clerk", "function quota_apply()"),
        ("GRANT CREATE ON SCHEMA public TO thidua_user", "schema public"), ("CREATE SCHEMA x", "schema x"),
        ("DROP TRIGGER audit_is_never_rewritten ON audit", "trigger audit.audit_is_never_rewritten"),
        ("CREATE RULE x AS ON UPDATE TO quota DO INSTEAD NOTHING", "rule quota.x"),
        ("CREATE OR REPLACE FUNCTION own_unit() RETURNS text LANGUAGE sql RETURN '04'", "function own_unit()"),
        ("ALTER TABLE nomination DROP CONSTRAINT nomination_slot_is_within_quota", "constraint nomination_slot_is_within_quota"),
        ("ALTER TABLE nomination ALTER unit SET STATISTICS 100", "column nomination.unit"),
        ("DROP INDEX unit_name_is_unique_in_its_house", "index unit_name_is_unique_in_its_house"),
    ]

    @Test(arguments: changes)
    func `An object that was changed by hand is reported`(script: String, object: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            struct Undone: Error {}
            #expect(throws: Undone.self) {
                try connection.transaction { transaction in
                    expect(try transaction.execute("SELECT FROM catalogue_difference()"), is: 0)
                    try transaction.execute(script: script)
                    let changed = try transaction.query("SELECT object FROM catalogue_difference()") {
                        try $0["object"] as String
                    }
                    #expect(changed.contains(object), "\(changed)")
                    throw Undone()
                }
            }
        }
    }

    // MARK: What each role sees

    /// Whether a role may run a statement, and how many rows it then gets.
    private static let sights: [(RegistryDatabase.Login, String, Int?)] = [
        (.administrator, "SELECT FROM nomination", 5), (.administrator, "SELECT FROM person", 3),
        (.council, "SELECT FROM nomination", nil), (.council, "SELECT FROM person", nil), (.council, "SELECT FROM audit", nil),
        (.council, "SELECT FROM nomination_status", nil), (.council, "SELECT FROM public.nomination_status('TEST')", nil),
        // The council reads what 04 submitted, not the open dossier of 01, and only for a campaign or unit that it names.
        (.council, "SELECT FROM nomination_status('TEST')", 3), (.council, "SELECT FROM nomination_status(unit => '01')", 0),
        (.council, "SELECT FROM nomination_status('TEST', '04')", 3),
        (.council, "SELECT FROM dossier", nil), (.council, "SELECT FROM dossier_status('TEST')", 1),
        (.council, "SELECT FROM dossier_fault('TEST')", 0),
        (.council, "SELECT FROM document", nil), (.council, "SELECT FROM file", nil),
        (.council, "SELECT FROM document_status('TEST')", 5), (.council, "SELECT FROM document_status('TEST', '01')", 0),
        (.council, "SELECT FROM certification", nil), (.council, "SELECT FROM attestation", nil),
        (.council, "SELECT FROM checklist('TEST', '04') WHERE kind = 'criterion'", 18),
        (.council, "SELECT FROM checklist('TEST', '04') WHERE kind = 'directive'", 9),
        (.council, "SELECT FROM checklist('TEST', '04') WHERE kind = 'bar'", 8),
        (.council, "SELECT FROM checklist('TEST', '01')", 0),
        (.council, "SELECT FROM candidate('TEST')", 3), (.council, "SELECT FROM council_list('TEST')", 3),
        (.council, "SELECT FROM endorsement_list('TEST') WHERE is_endorsed", 3), (.council, "SELECT FROM council_member", 1),
        (.council, "SELECT FROM decision_list('TEST')", 2), (.council, "SELECT nomination_attest(1, 'a1', 'x')", nil),
        (.council, "SELECT dossier_submit('01', 'TEST')", nil), (.council, "SELECT dossier_return('04', 'TEST', 'x')", nil),
        (.council, "SELECT decision_record('TEST', '2/QD', '2026-05-20', '{}', '{}')", nil),
        (.council, "UPDATE nomination SET position = 'x'", nil),
        (.council, "SELECT nomination_step(1, 'draft', 'withdrawn')", nil),
        (.reporter, "SELECT FROM nomination", nil), (.reporter, "SELECT FROM person", nil), (.reporter, "SELECT FROM audit", nil),
        (.reporter, "SELECT FROM quota_status WHERE used > 0", 6), (.reporter, "SELECT FROM audit_heads", 1),
        (.reporter, "SELECT FROM dossier_status", nil), (.reporter, "SELECT FROM checklist", nil),
        (.reporter, "SELECT FROM file", nil),
        (.reporter, "SELECT FROM council_member", nil), (.auditor, "SELECT FROM certification", nil),
        (.auditor, "SELECT FROM document", nil), (.auditor, "SELECT FROM council_member", nil),
        (.auditor, "SELECT FROM conduct", nil),
        (.administrator, "SELECT FROM dossier", 2), (.administrator, "SELECT FROM file", 8),
        (.backup, "SELECT FROM file", 8), (.backup, "SELECT FROM council_member", 1),
        (.clerk04, "SELECT FROM document", 5), (.clerk04, "SELECT FROM decision_list", 2), (.clerk04, "SELECT FROM ranking", nil),
        (.clerkOfHeadquarters, "SELECT FROM dossier", 0), (.clerkOfHeadquarters, "SELECT FROM document_status", 0),
        (.clerk04, "SELECT FROM file", nil),
        (.clerk04, "SELECT FROM public.nomination", nil), (.clerk04, "SELECT FROM public.nomination_status('TEST')", nil),
        (.clerk04, "SELECT FROM audit", nil), (.clerk04, "SELECT FROM audit_personal", nil),
        (.clerk04, "SELECT FROM account", nil),
        (.auditor, "SELECT FROM nomination", nil), (.auditor, "SELECT FROM person", nil),
        (.auditor, "SELECT FROM audit_personal", 0),
        (.auditor, "SELECT FROM audit_trail WHERE relation = 'person' AND is_masked", 3),
        (.auditor, "SELECT FROM audit_trail WHERE staff_no IS NOT NULL", 0),
        (.backup, "SELECT FROM nomination", 5), (.backup, "SELECT FROM audit_personal LIMIT 6", 6),
        (.backup, "DELETE FROM nomination", nil),
        (.clerk04, "SELECT FROM nomination", 3), (.clerk04, "SELECT FROM person", 2),
        (.clerkOfHeadquarters, "SELECT FROM nomination", 0),
    ]

    @Test func `Each role sees what it needs`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            _ = try Neighbour(&superuser, conninfo)
            for (login, statement, expected) in Self.sights {
                var session = try Connection(login.conninfo(conninfo))
                let answer = session.answer(to: statement)
                let rows = answer.hasPrefix("42501 ") ? nil : answer.split(separator: "\n").count
                #expect(rows == expected, "\(login.rawValue): \(statement): \(answer)")
            }
        }
    }

    @Test func `The council sees what it names, and never everything`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            _ = try Neighbour(&superuser, conninfo)
            var council = try Connection(RegistryDatabase.Login.council.conninfo(conninfo))
            for relation in ["nomination_status", "checklist", "document_status", "dossier_status", "candidate"] {
                #expect(council.answer(to: "SELECT FROM \(relation)()").hasPrefix("22023 "), "\(relation)")
            }
        }
    }
}
