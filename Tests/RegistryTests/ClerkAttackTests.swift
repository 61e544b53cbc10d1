import Postgres
import Registry
import TestSupport
import Testing

/// What the clerk of 01 can learn about 04, and do to it, with raw SQL and their own login: nothing. Each probe requests what
/// belongs to 04 and what does not exist (99), and the two answers are identical.
@Suite(.limited, .keepsFailedDatabases) struct ClerkAttackTests {
    /// Calls `body` with the clerk's session. 04 has nominated its offices and a person, `B1`; one is endorsed, the others
    /// awarded.
    private func asClerk<T>(_ body: (inout Connection, Neighbour) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let neighbour = try Neighbour(&superuser, conninfo)
            // Dead rows would be counted once, by the first reader, so they are vacuumed. Commits that are not flushed yet cannot
            // be vacuumed, and this server does not wait for flushes.
            try superuser.execute("SET synchronous_commit = on")
            try superuser.execute("SELECT pg_logical_emit_message(true, 'test', 'written out')")
            // Only the registry's tables: vacuuming those that all databases share would wait for the other tests.
            let tables: String? = try superuser.first(
                "SELECT string_agg(oid::regclass::text, ', ') AS tables FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            ) { try $0["tables"] }
            try superuser.execute(script: "VACUUM (TRUNCATE false) \(tables ?? "")")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            return try body(&clerk, neighbour)
        }
    }

    // MARK: Reading and counting

    @Test func `No table or view, whatever its name, shows the clerk a row of another unit`() throws {
        try asClerk { clerk, _ in
            let readable = try clerk.query(
                """
                SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'mine', 'council', 'past'))
                  AND c.relkind IN ('r', 'v', 'm', 'p', 'f') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
                  AND has_schema_privilege(c.relnamespace, 'USAGE')
                GROUP BY c.oid
                """
            ) { (try $0["name"] as String, try $0["columns"] as String) }
            let names = Set(readable.map(\.0))
            #expect(names.isSuperset(of: ["nomination", "quota_status", "checklist", "document_status", "decision_list"]))
            for (relation, columns) in readable {
                let rows = try clerk.rows("SELECT \(columns) FROM \(relation)")
                for row in rows {
                    let foreign = Neighbour.marks.filter { row.contains($0) }
                    #expect(foreign.isEmpty, "\(relation): \(row)")
                }
            }
        }
    }

    @Test func `Counts include only the clerk's own rows, and functions count nothing of other units`() throws {
        try asClerk { clerk, _ in
            for question in [
                "SELECT count(*) FROM nomination WHERE unit = '04'", "SELECT count(*) FROM nomination WHERE unit <> '01'",
                "SELECT count(*) FROM person WHERE unit <> '01'", "SELECT count(*) FROM audit_trail WHERE chain = '04'",
                "SELECT count(*) FROM unit WHERE code ~ '^04'", "SELECT count(*) FROM quota WHERE holder <> '01'",
                "SELECT count(*) FROM account_shown() WHERE login <> session_user",
                "SELECT count(*) FROM staffing_row WHERE house = '04'",
                "SELECT count(*) FROM attestation WHERE unit <> '01'", "SELECT count(*) FROM completion WHERE unit <> '01'",
                "SELECT count(*) FROM conduct WHERE unit <> '01'", "SELECT count(*) FROM dossier WHERE unit <> '01'",
                "SELECT count(*) FROM document WHERE unit <> '01'", "SELECT count(*) FROM document_status WHERE unit <> '01'",
                "SELECT count(*) FROM certification", "SELECT count(*) FROM declaration",
                "SELECT count(*) FROM selection_vote", "SELECT count(*) FROM decision_outcome",
                "SELECT count(*) FROM decision_list", "SELECT count(*) FROM checklist WHERE unit <> '01'",
                "SELECT count(*) FROM dossier_status WHERE unit <> '01'", "SELECT count(*) FROM dossier_fault WHERE unit <> '01'",
                "SELECT count(quota_slots_in_use('04', 'TEST', 'director_certificate', 'collective', 'proposal'))",
                "SELECT count(quota_slots_in_use('*', 'TEST', 'minister_certificate', 'collective', 'endorsement'))",
                "SELECT count(*) FROM pg_stats WHERE tablename IN ('nomination', 'person', 'audit', 'unit')",
                "SELECT count(*) FROM pg_stat_activity WHERE usename <> session_user AND query <> '<insufficient privilege>'",
            ] {
                #expect(try clerk.rows(question) == ["(0)"], "\(question)")
            }
            // The clerk's own rows are counted, so that the zeros above are not an accident.
            expect(try clerk.rows("SELECT count(*) > 20 FROM unit"), is: ["(f)"])
            expect(try clerk.rows("SELECT count(*) FROM unit WHERE code = '01'"), is: ["(1)"])
            expect(try clerk.rows("SELECT count(*) FROM document"), is: ["(3)"])
        }
    }

    /// Queries about 04 (`$U` a unit, `$O` an office, `$P` a staff number, `$N` a nomination, `$D` a document, `$F` a file),
    /// answered as if it did not exist.
    private static let probes = [
        "SELECT * FROM nomination_status WHERE unit = '$U'",
        "SELECT * FROM nomination_status WHERE id = $N",
        "SELECT * FROM person WHERE staff_no = '$P'",
        "SELECT code, name FROM unit WHERE code = '$O'",
        "SELECT * FROM quota_status WHERE holder = '$U'",
        "SELECT * FROM audit_trail WHERE nomination = $N",
        "SELECT may_see_house('$U'), may_write_for('$U')",
        // Errors that a leaky expression would raise for a row that it should never see.
        "SELECT 1 / (CASE WHEN unit = '$U' THEN 0 ELSE 1 END) FROM nomination",
        "SELECT nominee_name::integer FROM nomination WHERE unit = '$U'",
        "SELECT * FROM unit_kind WHERE EXISTS (SELECT FROM nomination WHERE unit = '$U' AND 1 / (slot - 1) > 0)",
        // Writing.
        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('$U', 'TEST', 'director_certificate', 'collective', '$O')",
        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('$U', 'TEST', 'director_certificate', 'collective', '$O') ON CONFLICT DO NOTHING",
        "INSERT INTO person (unit, staff_no, name) VALUES ('$U', '$P', 'x')",
        "INSERT INTO person (unit, staff_no, name) VALUES ('$U', '$P', 'x') ON CONFLICT DO NOTHING",
        "INSERT INTO person (unit, staff_no, name) VALUES ('$U', '$P', 'x') ON CONFLICT (unit, staff_no) DO UPDATE SET name = 'x'",
        "SELECT person_register('$U', '$P', 'x')", "SELECT person_rename('$U', '$P', 'x')", "SELECT unit_of_nomination($N)",
        "UPDATE nomination SET position = 'x' WHERE unit = '$U'",
        "UPDATE nomination SET position = 'x' WHERE id = $N",
        "UPDATE person SET name = 'x' WHERE staff_no = '$P'",
        "SELECT nomination_step($N, 'draft', 'withdrawn')",
        "SELECT FROM nomination_status WHERE id = $N FOR UPDATE OF nomination_status",
        "SELECT user_set_password('test_clerk_$U', 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
        // What belongs to a nomination, and to a dossier.
        "SELECT * FROM checklist WHERE nomination = $N", "SELECT * FROM attestation WHERE nomination = $N",
        "SELECT * FROM dossier_status WHERE unit = '$U'", "SELECT * FROM dossier_fault WHERE unit = '$U'",
        "SELECT * FROM document WHERE id = $D", "SELECT * FROM document WHERE sha256 = sha256('\\x$F')",
        "SELECT document_content('$U', 'TEST', 'proposal_letter', NULL)",
        "SELECT document_content('$U', 'TEST', 'achievement_report', $N)", "SELECT * FROM certification WHERE document = $D",
        "SELECT * FROM decision_list WHERE nomination = $N",
        "SELECT nomination_attest($N, 'a1', 'x')", "SELECT nomination_attest($N, 'a1', ' ')",
        "SELECT nomination_attest($N, 'x', 'x')",
        "SELECT nomination_complete_directive($N, '259', '2026-03-01', true, 'x')",
        "SELECT nomination_complete_directive($N, '259', '2020-01-01', true, 'x')",
        "SELECT nomination_complete_directive($N, '259', '2099-01-01', true, 'x')",
        "SELECT nomination_attest_conduct($N, NULL, true, 'x')",
        "SELECT nomination_attest_conduct($N, 'serious_violation', true, NULL)",
        "SELECT dossier_submit('$U', 'TEST')", "SELECT dossier_submit('$U', 'X')",
        "SELECT dossier_attach('$U', 'TEST', 'proposal_letter', NULL, '%PDF-', 'x', NULL, NULL, NULL)",
        "SELECT dossier_attach('$U', 'TEST', 'x', NULL, 'x', '', NULL, NULL, NULL)",
        "SELECT dossier_attach('$U', 'TEST', 'achievement_report', $N, '%PDF-', 'x', NULL, NULL, NULL)",
        "SELECT dossier_attach('01', 'TEST', 'achievement_report', $N, '%PDF-', 'x', NULL, NULL, NULL)",
        "SELECT dossier_attach('01', 'TEST', 'proposal_letter', NULL, '\\x$F', 'x', NULL, NULL, NULL) IS NULL",
        "SELECT dossier_certify('$U', $D, NULL, 'x', 'Z9')", "SELECT dossier_certify('$U', $D, '$O', 'x', 'Z9')",
        "SELECT dossier_certify('01', $D, NULL, 'x', 'Z9')", "SELECT dossier_certify('01', $D, '$O', 'x', 'Z9')",
        "SELECT dossier_certify('01', id, '$O', 'x', 'Z9') FROM document WHERE kind = 'achievement_report'",
        "SELECT dossier_certify('01', id, '$U', 'x', 'Z9') FROM document WHERE kind = 'achievement_report'",
        "SELECT dossier_certify('01', id, NULL, 'x', '$P') FROM document WHERE kind = 'achievement_report'",
        "SELECT dossier_declare('$U', $D, NULL)", "SELECT dossier_declare('01', $D, NULL)",
        "SELECT dossier_declare('01', $D, '{$N}')",
        "SELECT dossier_declare('01', id, '{$N}') FROM document WHERE kind = 'proposal_letter'",
        "SELECT dossier_count_votes('$U', $D, '{$N}', '{1}', '{2}')",
        "SELECT dossier_count_votes('01', $D, '{$N}', '{2}', '{1}')",
        "SELECT dossier_count_votes('01', id, '{$N}', '{2}', '{1}') FROM document WHERE kind = 'selection_minutes'",
        // Foreign keys.
        "UPDATE nomination SET collective = '$O' WHERE collective IS NOT NULL",
        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '$O')",
        "INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace) VALUES ('01', 'TEST', 'minister_certificate', 'individual', 'A1', 'x', '$O')",
        // A person whom 04 has registered, but not nominated.
        "INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace) VALUES ('01', 'TEST', 'minister_certificate', 'individual', '$R', 'x', '01')",
    ]

    @Test func `Queries give the same answer for another unit's data as for nonexistent data`() throws {
        try asClerk { clerk, neighbour in
            for probe in Self.probes {
                let theirs = clerk.answer(to: neighbour.query(probe))
                let absent = clerk.answer(to: Neighbour.nonexistent.query(probe))
                #expect(theirs == absent, "\(probe)")
                #expect(Neighbour.marks.allSatisfy { !theirs.contains($0) }, "\(probe): \(theirs)")
            }
        }
    }

    /// Queries for the planner: `$U` a unit, `$O` an office, `$P` a staff number, `$N` a nomination.
    private static let planned = [
        "nomination WHERE unit = '$U'", "nomination WHERE unit IN ('$U', '98')", "nomination WHERE unit >= '$U' AND unit < '$UZ'",
        "nomination WHERE unit LIKE '$U%'", "nomination WHERE id = $N", "nomination WHERE (id | 0) = $N",
        "nomination WHERE campaign = 'TEST' AND unit = '$U'",
        "nomination WHERE collective = '$O'", "nomination WHERE staff_no = '$P'",
        "unit WHERE code = '$O'", "unit WHERE code IN ('$O', '98')", "unit WHERE code >= '$U' AND code < '$UZ'",
        "unit WHERE parent = '$U'", "quota WHERE holder = '$U'", "quota WHERE holder IN ('$U', '98')",
        "staffing_current WHERE house = '$U'", "staffing_row WHERE staffing_table = 1 AND house = '$U'",
        "person WHERE unit = '$U'",
        "attestation WHERE unit = '$U'", "attestation WHERE nomination = $N", "completion WHERE nomination = $N",
        "conduct WHERE unit = '$U' AND applies", "dossier WHERE unit = '$U'", "dossier WHERE campaign = 'TEST' AND NOT is_open",
        "document WHERE unit = '$U'", "document WHERE id = $D", "document WHERE unit = '$U' AND id = $D",
        "document WHERE nomination = $N", "document WHERE kind = 'achievement_report' AND nomination = $N",
        "document_status WHERE unit = '$U'", "document_status WHERE id = $D", "certification WHERE staff_no = '$P'",
        "certification WHERE document = $D", "declaration WHERE unit = '$U'", "declaration WHERE document = $D",
        "selection_vote WHERE nomination = $N", "decision_outcome WHERE unit = '$U'", "decision_outcome WHERE nomination = $N",
        "audit_trail WHERE chain = '$U'", "audit_trail WHERE nomination = $N", "account_shown() WHERE login = 'test_clerk_$U'",
        "nomination_status WHERE id = $N", "nomination_status(number => $N)", "checklist(number => $N)",
        "dossier_fault(unit => '$U')",
        "document_status('TEST', '$U')", "decision_list('TEST') WHERE nomination = $N",
    ]

    @Test func `EXPLAIN shows the same plans and counts for another unit's data as for nonexistent data`() throws {
        try asClerk { clerk, neighbour in
            for question in Self.planned {
                // Each setting disables one access method of the planner, so that it has to show the others.
                for setting in ["enable_seqscan", "enable_indexscan", "enable_bitmapscan", "enable_indexonlyscan"] {
                    for explain in ["EXPLAIN", "EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF)"] {
                        let script = "SET LOCAL \(setting) = off; \(explain) SELECT 1 FROM \(question)"
                        let theirs = neighbour.anonymous(clerk.answer(to: neighbour.query(script)))
                        let absent = Neighbour.nonexistent.anonymous(clerk.answer(to: Neighbour.nonexistent.query(script)))
                        #expect(theirs == absent, "\(script)")
                        #expect(theirs.contains("Scan") || theirs.contains("One-Time Filter"), "\(theirs)")
                    }
                }
            }
        }
    }

    /// A condition that matches a row of 04's, and one that matches no row. What is read meanwhile must be the same.
    private static let guesses = [
        ("nomination", "nominee_name = 'Hoàng Thị Lạ'", "nominee_name = 'Hoàng Thị Lẽ'"),
        ("nomination", "staff_no = 'B1'", "staff_no = 'B9'"),
        ("nomination", "unit IN ('04', '98')", "unit IN ('99', '98')"),
        ("person", "name = 'Hoàng Thị Lạ'", "name = 'Hoàng Thị Lẽ'"),
        ("person", "name >= 'H' AND name < 'I'", "name >= 'X' AND name < 'Y'"),
        // A condition that the planner considers free, with a sub-select that is run only if the condition is true.
        (
            "person", "('{\"Hoàng Thị Lạ\": 1}'::jsonb)[name] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"Hoàng Thị Lẽ\": 1}'::jsonb)[name] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "nomination", "('{\"B1\": 1}'::jsonb)[staff_no] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"B9\": 1}'::jsonb)[staff_no] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "nomination", "CASE WHEN ('{\"04\": 1}'::jsonb)[unit] IS NOT NULL THEN (SELECT random() >= 0) END",
            "CASE WHEN ('{\"99\": 1}'::jsonb)[unit] IS NOT NULL THEN (SELECT random() >= 0) END"
        ),
        (
            "unit", "('{\"04-KV01\": 1}'::jsonb)[code] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"04-KV99\": 1}'::jsonb)[code] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "quota", "('{\"04\": 1}'::jsonb)[holder] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[holder] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "staffing_row", "('{\"04\": 1}'::jsonb)[house] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[house] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "audit_trail", "('{\"04\": 1}'::jsonb)[chain] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[chain] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "attestation", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "completion", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "conduct", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "dossier", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "document", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "document_status", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "certification", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "declaration", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "selection_vote", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        (
            "decision_outcome", "('{\"04\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"99\": 1}'::jsonb)[unit] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        ("certification", "staff_no = 'HEAD-04'", "staff_no = 'HEAD-99'"),
        ("decision_outcome", "outcome = 'awarded'", "outcome = 'x'"),
        ("document", "unit > '03' AND kind = 'proposal_letter'", "unit > '98' AND kind = 'proposal_letter'"),
        ("document_status", "sha256 = sha256('%PDF-1.7 letter')", "sha256 = sha256('%PDF-1.7 lettre')"),
        ("dossier", "NOT is_open AND unit > '03'", "NOT is_open AND unit > '98'"),
        ("selection_vote", "votes_for = 9", "votes_for = 8"),
        ("conduct", "NOT applies AND unit > '03'", "NOT applies AND unit > '98'"),
        (
            "account_shown()", "('{\"test_clerk_04\": 1}'::jsonb)[login] IS NOT NULL AND (SELECT random() >= 0)",
            "('{\"nobody\": 1}'::jsonb)[login] IS NOT NULL AND (SELECT random() >= 0)"
        ),
        ("unit", "name = 'Phòng THADS khu vực 4'", "name = 'Phòng THADS khu vực 9'"), ("unit", "parent = '04'", "parent = '99'"),
        ("staffing_row", "civil_servants = 245", "civil_servants = 246"), ("quota", "measured = 250", "measured = 251"),
        ("audit_trail", "nomination IS NOT NULL AND chain > '03'", "nomination IS NOT NULL AND chain > '99'"),
        ("audit_trail", "chain = '04'", "chain = '99'"), ("staffing_current", "house > '03'", "house > '99'"),
    ]

    /// If a condition were evaluated on a row before the policy, what is read or run afterwards would reveal whether it was true.
    @Test func `What is read of other units' rows does not depend on their contents`() throws {
        try asClerk { clerk, _ in
            for (table, theirs, absent) in Self.guesses {
                for setting in ["enable_seqscan", "enable_indexscan", "cpu_operator_cost"] {
                    func plan(_ condition: String) -> [String] {
                        let off = setting == "cpu_operator_cost" ? "0" : "off"
                        let explain =
                            "EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF, SUMMARY OFF) SELECT 1 FROM \(table) WHERE \(condition)"
                        // Run once beforehand, so that nothing is read for the first time.
                        _ = clerk.answer(to: "SET LOCAL \(setting) = \(off); \(explain)")
                        return clerk.answer(to: "SET LOCAL \(setting) = \(off); \(explain)").split(separator: "\n").map(
                            String.init
                        )
                        .filter { !$0.contains("Cond:") && !$0.contains(" Filter: ") }
                    }
                    #expect(plan(theirs) == plan(absent), "\(table), \(setting) off: \(theirs)")
                }
            }
            for counter in ["pg_stat_get_xact_numscans('account'::regclass)", "pg_relation_size('nomination')"] {
                #expect(clerk.answer(to: "SELECT \(counter)").hasPrefix("42501 "), "\(counter)")
            }
        }
    }

    @Test func `A person nominated elsewhere is refused as N2 requires, without a name or a place`() throws {
        try asClerk { clerk, _ in
            expect(try clerk.rows("SELECT person_register('01', 'B1', 'x')"), is: ["(t)"])
            let answer = clerk.answer(
                to: """
                    INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                    VALUES ('01', 'TEST', 'minister_certificate', 'individual', 'B1', 'x', '01')
                    """)
            #expect(answer.contains("nomination_subject_is_nominated_once"))
            #expect(Neighbour.marks.allSatisfy { !answer.contains($0) } && !answer.contains("B1"), "\(answer)")
        }
    }

    // MARK: What is refused outright

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
        "SELECT user_remove('test_clerk_04')",
        "SELECT server_role_add('test_x', 'administrator', 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
        "SELECT server_role_password('test_clerk_04', 'x')",
        "SELECT server_role_remove('test_clerk_04')",
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
        "UPDATE document SET unit = '04'", "INSERT INTO file (unit, content) VALUES ('04', '%PDF-')", "DELETE FROM file",
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
        try asClerk { clerk, _ in
            for statement in Self.refused + Self.readable.map({ "SELECT \($0.column) FROM \($0.table)" }) {
                let answer = clerk.answer(
                    to: statement.hasPrefix("SET ") ? statement : "SET LOCAL search_path = public; " + statement)
                #expect(answer.hasPrefix("42501 "), "\(statement): \(answer)")
            }
            // Nor by the names of schema mine, where some of it is refused for another reason than a privilege.
            for statement in Self.refused {
                let answer = clerk.answer(to: statement)
                #expect(["42501 ", "55000 ", "42809 ", "42P01 "].contains { answer.hasPrefix($0) }, "\(statement): \(answer)")
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
            try clerk.execute(
                script: """
                    SET search_path = pg_temp, public;
                    CREATE TEMPORARY TABLE account (login text, role text, unit text, house text, removed_at timestamptz);
                    INSERT INTO pg_temp.account VALUES (session_user, 'clerk', '04', '04', NULL);
                    CREATE TEMPORARY TABLE unit AS SELECT '04'::text AS code, '04'::text AS house, '04'::text AS proposes_under, 'x'::text AS name;
                    CREATE TEMPORARY TABLE audit_head (chain text, number bigint, hash bytea);
                    CREATE TEMPORARY TABLE campaign (code text, deadline timestamptz);
                    CREATE FUNCTION pg_temp.own_unit() RETURNS text LANGUAGE sql RETURN '04';
                    CREATE FUNCTION pg_temp.clock_timestamp() RETURNS timestamptz LANGUAGE sql RETURN '2000-01-01'::timestamptz;
                    """)
            expect(try clerk.rows("SELECT public.own_unit()"), is: ["(01)"])
            expect(try clerk.rows("SELECT count(*) FROM mine.nomination WHERE unit = '04'"), is: ["(0)"])
            let answer = clerk.answer(
                to: neighbour.query(Self.probes[10]).replacing("INTO nomination", with: "INTO mine.nomination"))
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
