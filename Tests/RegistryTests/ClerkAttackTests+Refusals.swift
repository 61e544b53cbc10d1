import Postgres
import Registry
import TestSupport
import Testing

/// What is refused outright.
extension ClerkAttackTests {
    private static let refused = [
        // Another identity.
        "SET ROLE thidua_owner", "SET ROLE thidua_administrator", "SET ROLE thidua_accounts", "SET ROLE test_clerk_04",
        "SET ROLE thidua", "SET SESSION AUTHORIZATION test_clerk_04", "SET SESSION AUTHORIZATION thidua",
        "SET LOCAL row_security = off; SELECT FROM nomination", "SET session_replication_role = replica",
        "GRANT thidua_administrator TO test_clerk_01", "ALTER ROLE test_clerk_01 BYPASSRLS",
        "ALTER ROLE test_clerk_04 PASSWORD 'x'",
        "CREATE ROLE test_x", "DROP ROLE test_clerk_04",
        // The accounts.
        "INSERT INTO account (login, role, unit, house) VALUES ('x', 'clerk', '04', '04')",
        "UPDATE account SET unit = '04', house = '04'",
        "DELETE FROM account",
        "SELECT user_add('test_x', 'administrator', NULL, 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
        "SELECT user_remove('test_clerk_04')", "SELECT user_shut('test_clerk_04')",
        "SELECT server_role_add('test_x', 'administrator', 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
        "SELECT server_role_password('test_clerk_04', 'x')",
        "SELECT server_role_close('test_clerk_04')", "SELECT server_role_drop('test_clerk_04')",
        "SELECT server_role_end_sessions('test_clerk_04', 0)", "SELECT session_end(1, 'x')",
        "SELECT campaign_holding('TEST', true)",
        "SELECT user_drop('test_clerk_04')", "SELECT session_end_blocking(1)", "SELECT * FROM session_end",
        // What only the database may set.
        "UPDATE nomination SET slot = 1", "UPDATE nomination SET allowed = 99", "UPDATE nomination SET state = 'withdrawn'",
        "UPDATE nomination SET entered_at = '2000-01-01'", "UPDATE nomination SET changed_at = '2000-01-01'",
        "UPDATE nomination SET unit = '04'", "UPDATE nomination SET holder = '04'",
        "UPDATE nomination SET campaign = '606/KH-CQLTHADS'",
        "UPDATE nomination SET id = 1", "UPDATE nomination SET nominee_name = 'x'",
        "INSERT INTO nomination (unit, id, campaign, award, subject, collective) VALUES ('01', 1, 'TEST', 'minister_certificate', 'collective', '01')",
        "INSERT INTO nomination (unit, campaign, award, subject, collective, slot, allowed) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01', 1, 99)",
        "INSERT INTO nomination (unit, campaign, award, subject, collective, state) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01', 'draft')",
        "INSERT INTO nomination (unit, campaign, award, subject, collective, entered_at) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01', '2000-01-01')",
        "UPDATE quota SET allowed = 99",
        "INSERT INTO quota (holder, campaign, award, subject, stage, allowed, rule) VALUES ('01', 'TEST', 'x', 'x', 'x', 9, 'Q9')",
        "UPDATE campaign SET deadline = 'tomorrow'",
        "UPDATE quota_bracket SET allowed = 99", "UPDATE staffing_row SET civil_servants = 999", "UPDATE unit SET name = 'x'",
        "SELECT quota_apply()", "SELECT staffing_take_effect(1)", "SELECT FROM campaign_copy('TEST', 'X', '2099-01-01')",
        "SELECT staffing_lock()",
        // The trail.
        "INSERT INTO audit SELECT * FROM audit", "UPDATE audit SET login = 'x'", "DELETE FROM audit",
        "DELETE FROM audit_personal",
        "UPDATE audit_head SET number = 0", "SELECT FROM audit_head",
        "SELECT server_role_admit('test_clerk_01', 'administrator')",
        "SELECT audit_seal()", "SELECT audit_fault()", "ALTER TABLE nomination DISABLE TRIGGER ALL",
        // What the Department states, and who sat in its council.
        "SELECT nomination_disqualify(1, 'prosecution', 'x')", "SELECT dossier_return('01', 'TEST', 'x')",
        "SELECT dossier_return('04', 'TEST', 'x')",
        "SELECT dossier_receive('01', 'TEST', now(), NULL)", "SELECT directive_set_due('TEST', '259', '2026-03-31')",
        "SELECT council_record('TEST', '2026-05-05', '{A}', '{}', '{1}', '{1}', '{1}', '{}')",
        "SELECT decision_record('TEST', '2/QD', '2026-05-20', '{1}', '{}')",
        "SELECT dossier_begin('01', 'TEST')",
        "SELECT dossier_refuse_if_closed('01', 'TEST')", "SELECT dossier_refuse_if_late('01', 'TEST')",
        "SELECT nextval('council_session_id_seq')", "SELECT last_value FROM council_session_id_seq",
        "SELECT FROM council_session", "SELECT FROM council_member", "SELECT FROM council_opinion", "SELECT FROM ranking",
        "INSERT INTO attestation (unit, nomination, campaign, criterion, evidence) VALUES ('01', 1, 'TEST', 'a1', 'x')",
        "UPDATE attestation SET evidence = 'x'", "DELETE FROM completion", "UPDATE completion SET completed_on = '2026-02-20'",
        "UPDATE conduct SET applies = false", "UPDATE dossier SET paper_at = now()", "UPDATE dossier SET is_open = true",
        "INSERT INTO dossier (unit, campaign, house) VALUES ('01', 'TEST', '01')", "DELETE FROM document",
        "UPDATE document SET unit = '04'", "INSERT INTO file (unit, content) VALUES ('04', '%PDF-%%EOF')", "DELETE FROM file",
        "DELETE FROM certification", "UPDATE certification SET staff_no = 'X'", "DELETE FROM declaration",
        "UPDATE selection_vote SET votes_for = votes_total", "DELETE FROM decision_outcome", "DELETE FROM decision",
        "UPDATE directive SET due_on = NULL", "DELETE FROM criterion", "DELETE FROM bar", "DELETE FROM step",
        "UPDATE nomination SET came_from = 'draft'", "UPDATE nomination SET bar = NULL, reason = NULL",
        // Whole tables.
        "DELETE FROM nomination", "DELETE FROM person", "TRUNCATE nomination", "TRUNCATE audit", "DROP TABLE nomination",
        "SELECT FROM quota FOR UPDATE", "SELECT FROM unit FOR KEY SHARE", "SELECT FROM campaign FOR SHARE",
        "COPY nomination TO '/tmp/x'", "COPY (SELECT 1) TO PROGRAM 'cat'", "COPY person (unit) FROM '/etc/passwd'",
        "SELECT pg_read_file('/etc/passwd')", "SELECT lo_import('/etc/passwd')", "SELECT FROM pg_authid",
        "SELECT FROM pg_statistic",
        "SELECT FROM endorsement", "SELECT FROM staffing_table", "SELECT FROM quota_derived",
        "SELECT nextval('staffing_table_id_seq')",
        "SELECT last_value FROM staffing_table_id_seq",
        // Objects of the clerk's own that come first in a function's search path.
        "CREATE SCHEMA test_clerk_01", "CREATE TEMPORARY TABLE account (login text)", "CREATE TABLE public.x (n integer)",
        "CREATE FUNCTION public.own_unit() RETURNS text LANGUAGE sql RETURN '04'",
        "CREATE OR REPLACE VIEW nomination_status AS SELECT 1 AS id",
        "CREATE FUNCTION pg_temp.own_unit() RETURNS text LANGUAGE sql RETURN '04'",
        "ALTER DATABASE postgres SET search_path = pg_temp", "CREATE POLICY x ON nomination USING (true)",
        "ALTER TABLE nomination DISABLE ROW LEVEL SECURITY",
    ]

    @Test func `A clerk has no other privileges`() throws {
        try asClerk { clerk, neighbour in
            // Even if they could name what is there.
            var superuser = try Connection(neighbour.conninfo)
            try superuser.execute("GRANT USAGE ON SCHEMA public TO thidua_clerk")
            for statement in Self.refused + Self.readable.map({ "SELECT \($0.column) FROM \($0.table)" }) {
                let answer = clerk.answer(
                    to: statement.hasPrefix("SET ") ? statement : "SET LOCAL search_path = public; " + statement)
                #expect(answer.hasPrefix("42501 "), "\(statement): \(answer)")
            }
            // Nor by the names of schema mine, where some of it is refused for another reason than a privilege.
            for statement in Self.refused {
                let answer = clerk.answer(to: statement)
                #expect(
                    ["42501 ", "55000 ", "42809 ", "42P01 ", "42883 "].contains { answer.hasPrefix($0) },
                    "\(statement): \(answer)")
            }
        }
    }

    /// What a clerk may read in schema mine, and nowhere else: keys by which an index would lead to another unit's rows.
    private static let readable: [(table: String, column: String)] = [
        ("nomination", "holder"), ("nomination", "nominee"), ("unit", "house"), ("person", "name"), ("quota", "allowed"),
        ("audit", "hash"), ("document", "id"), ("attestation", "evidence"), ("nomination_status", "id"),
    ]

    @Test func `COPY cannot bypass the policies when it writes, and reads only the clerk's own rows`() throws {
        try asClerk { clerk, _ in
            let error = #expect(throws: ServerError.self) {
                try clerk.copyIn("COPY public.person (unit, staff_no, name) FROM STDIN") { try $0.writeRow(["04", "Z1", "x"]) }
            }
            #expect(error?.sqlState.rawValue == "42501")
            let name: String = try #require(try clerk.first("SELECT current_database() AS name") { try $0["name"] })
            let conninfo = RegistryDatabase.Login.clerk01.conninfo(TestServer.server.conninfo(database: name))
            let text = try Program.run(["psql", "-X", conninfo, "-c", "COPY (SELECT * FROM nomination_status) TO STDOUT"]).output
            #expect(text.contains("01-KV01") && Neighbour.marks.allSatisfy { !text.contains($0) })
        }
    }

    @Test func `A clerk cannot lock any table against other users`() throws {
        try asClerk { clerk, _ in
            let tables = try clerk.query(
                "SELECT format('%s.%I', relnamespace::regnamespace, relname) FROM pg_class WHERE relnamespace IN ('public'::regnamespace, 'mine'::regnamespace) AND relkind IN ('r', 'v')"
            ) { try $0[0] as String }
            #expect(tables.count > 20)
            for table in tables {
                for mode in ["ROW SHARE", "ROW EXCLUSIVE", "SHARE", "EXCLUSIVE", "ACCESS EXCLUSIVE"] {
                    let answer = clerk.answer(to: "LOCK TABLE \(table) IN \(mode) MODE NOWAIT")
                    #expect(answer.hasPrefix("42501 "), "\(table), \(mode): \(answer)")
                }
            }
        }
    }

    /// PostgreSQL has no privilege for LISTEN that could be revoked; but no notifications are sent.
    @Test func `A session that listens receives nothing`() throws {
        try asClerk { clerk, neighbour in
            try clerk.execute("LISTEN nomination")
            var other = try Connection(RegistryDatabase.Login.clerk04.conninfo(neighbour.conninfo))
            try other.execute("SELECT person_rename('04', 'B2', 'y')")
            let speakers = try clerk.rows(
                "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosrc ~* '\\mnotify\\M'")
            #expect(speakers == [])
        }
    }

    @Test func `Temporary tables ahead in a definer function's search path change nothing, even if they are allowed`() throws {
        try asClerk { clerk, neighbour in
            var superuser = try Connection(neighbour.conninfo)
            try superuser.execute(
                script:
                    "DO $$ BEGIN EXECUTE format('GRANT TEMPORARY ON DATABASE %I TO test_clerk_01', current_database()); END $$")
            try superuser.execute("ALTER EVENT TRIGGER thidua_schema_is_the_owners DISABLE")
            try clerk.execute(
                script: """
                    SET search_path = pg_temp, mine;
                    CREATE TEMPORARY TABLE account (login text, role text, unit text, house text, removed_at timestamptz);
                    INSERT INTO pg_temp.account VALUES (session_user, 'clerk', '04', '04', NULL);
                    CREATE TEMPORARY TABLE unit AS SELECT '04'::text AS code, '04'::text AS house, '04'::text AS proposes_under, 'x'::text AS name;
                    CREATE TEMPORARY TABLE audit_head (chain text, number bigint, hash bytea);
                    CREATE TEMPORARY TABLE campaign (code text, deadline timestamptz);
                    CREATE FUNCTION pg_temp.own_unit() RETURNS text LANGUAGE sql RETURN '04';
                    CREATE FUNCTION pg_temp.clock_timestamp() RETURNS timestamptz LANGUAGE sql RETURN '2000-01-01'::timestamptz;
                    """)
            expect(try clerk.rows("SELECT mine.own_unit()"), is: ["(01)"])
            expect(try clerk.rows("SELECT count(*) FROM mine.nomination WHERE unit = '04'"), is: ["(0)"])
            let answer = clerk.answer(
                to: neighbour.query(Self.proposal).replacing("INTO nomination", with: "INTO mine.nomination"))
            #expect(answer.contains("nomination_unit_sends_dossiers"))
        }
    }

    @Test func `Settings do not change who a user is`() throws {
        try asClerk { clerk, _ in
            for setting in ["thidua.unit", "app.unit", "role.unit", "request.jwt.claims"] {
                _ = try clerk.rows("SELECT set_config('\(setting)', '04', false)")
            }
            try clerk.execute("SET application_name = 'test_clerk_04'")
            expect(try clerk.rows("SELECT DISTINCT unit FROM nomination"), is: ["(01)"])
        }
    }

    @Test func `A removed login no longer sees anything in a session that is still open`() throws {
        try asClerk { clerk, neighbour in
            var superuser = try Connection(neighbour.conninfo)
            try superuser.execute(
                "UPDATE account SET removed_at = clock_timestamp(), removed_by = 'x' WHERE login = 'test_clerk_01'")
            expect(try clerk.rows("SELECT count(*) FROM nomination"), is: ["(0)"])
            expect(try clerk.rows("SELECT count(*) FROM quota"), is: ["(0)"])
            expect(try clerk.rows("SELECT may_write_for('01')"), is: ["(f)"])
        }
    }
}
