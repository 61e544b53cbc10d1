import Postgres
import Registry
import TestSupport
import Testing

/// What the clerk of 01 can learn about 04, and do to it, with raw SQL and their own login: nothing. Each probe requests what
/// belongs to 04 and what does not exist (99), and the two answers are identical.
@Suite(.limited, .keepsFailedDatabases) struct ClerkAttackTests {
    /// Calls `body` with the clerk's session. 04 has nominated its offices and a person, `B1`; one is endorsed, the others
    /// awarded.
    func asClerk<T>(_ body: (inout Connection, Neighbour) throws -> T) throws -> T {
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

    @Test func `No table or view, whatever its name, shows the clerk a row of another unit`() throws {
        try asClerk { clerk, _ in
            let readable = try clerk.query(
                """
                SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'mine', 'council', 'auditor', 'reporter', 'past'))
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
                "SELECT count(*) FROM pg_stats WHERE tablename IN ('nomination', 'person', 'audit', 'unit')",
            ] {
                #expect(try clerk.rows(question) == ["(0)"], "\(question)")
            }
            for call in [
                "'04', 'TEST', 'director_certificate', 'collective', 'proposal'",
                "'*', 'TEST', 'minister_certificate', 'collective', 'endorsement'",
            ] {
                #expect(clerk.answer(to: "SELECT quota_slots_in_use(\(call))").hasPrefix("42501 "))
            }
            // The clerk's own rows are counted, so that the zeros above are not an accident.
            expect(try clerk.rows("SELECT count(*) > 20 FROM unit"), is: ["(f)"])
            expect(try clerk.rows("SELECT count(*) FROM unit WHERE code = '01'"), is: ["(1)"])
            expect(try clerk.rows("SELECT count(*) FROM document"), is: ["(3)"])
        }
    }

    /// Proposes an office of 04.
    static let proposal =
        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('$U', 'TEST', 'director_certificate', 'collective', '$O')"

    /// Queries about 04 (`$U` a unit, `$O` an office, `$P` a staff number, `$N` a nomination, `$D` a document, `$F` a file),
    /// answered as if it did not exist.
    private static let probes = [
        "SELECT * FROM nomination_status WHERE unit = '$U'",
        "SELECT * FROM nomination_status WHERE id = $N",
        "SELECT * FROM person WHERE staff_no = '$P'",
        "SELECT code, name FROM unit WHERE code = '$O'",
        "SELECT * FROM quota_status WHERE holder = '$U'",
        "SELECT * FROM audit_trail WHERE nomination = $N",
        "SELECT may_write_for('$U')",
        // Errors that a leaky expression would raise for a row that it should never see.
        "SELECT 1 / (CASE WHEN unit = '$U' THEN 0 ELSE 1 END) FROM nomination",
        "SELECT nominee_name::integer FROM nomination WHERE unit = '$U'",
        "SELECT * FROM unit_kind WHERE EXISTS (SELECT FROM nomination WHERE unit = '$U' AND 1 / (slot - 1) > 0)",
        // Writing.
        proposal,
        proposal + " ON CONFLICT DO NOTHING",
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
        "SELECT dossier_attach('$U', 'TEST', 'proposal_letter', NULL, '%PDF-%%EOF', 'x', NULL, NULL, NULL)",
        "SELECT dossier_attach('$U', 'TEST', 'x', NULL, 'x', '', NULL, NULL, NULL)",
        "SELECT dossier_attach('$U', 'TEST', 'achievement_report', $N, '%PDF-%%EOF', 'x', NULL, NULL, NULL)",
        "SELECT dossier_attach('01', 'TEST', 'achievement_report', $N, '%PDF-%%EOF', 'x', NULL, NULL, NULL)",
        "SELECT dossier_attach('01', 'TEST', 'proposal_letter', NULL, '\\x$F', 'x', NULL, NULL, NULL) IS NULL",
        "SELECT dossier_certify('$U', $D, NULL, 'x', 'Z9')", "SELECT dossier_certify('$U', $D, '$O', 'x', 'Z9')",
        "SELECT dossier_certify('01', $D, NULL, 'x', 'Z9')", "SELECT dossier_certify('01', $D, '$O', 'x', 'Z9')",
        "SELECT dossier_certify('01', id, '$O', 'x', 'Z9') FROM document WHERE kind = 'achievement_report'",
        "SELECT dossier_certify('01', id, '$U', 'x', 'Z9') FROM document WHERE kind = 'achievement_report'",
        "SELECT dossier_certify('01', id, NULL, 'x', '$P') FROM document WHERE kind = 'achievement_report'",
        "SELECT dossier_declare('$U', $D, NULL)", "SELECT dossier_declare('01', $D, NULL)",
        "SELECT dossier_declare('01', $D, '{$N}')",
        "SELECT dossier_declare('01', id, '{$N}') FROM document WHERE kind = 'proposal_letter'",
        "SELECT dossier_record_votes('$U', $D, '{$N}', '{1}', '{2}')",
        "SELECT dossier_record_votes('01', $D, '{$N}', '{2}', '{1}')",
        "SELECT dossier_record_votes('01', id, '{$N}', '{2}', '{1}') FROM document WHERE kind = 'selection_minutes'",
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

    @Test func `A person nominated elsewhere is refused as N2 requires, without a name or a place`() throws {
        try asClerk { _, neighbour in
            let notices = Mailbox<Notice>()
            let conninfo = RegistryDatabase.Login.clerk01.conninfo(neighbour.conninfo)
            var clerk = try Connection(conninfo, .init(onNotice: { notices.append($0) }))
            try clerk.execute("SELECT person_register('01', 'B1', 'x')")
            let entered = try clerk.execute(
                """
                INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                VALUES ('01', 'TEST', 'minister_certificate', 'individual', 'B1', 'x', '01')
                """)
            #expect(entered == 0)
            expect(notices.contents.map(\.constraint), is: ["nomination_subject_is_nominated_once"])
            let answer = notices.contents.map { "\($0.message) \($0.detail ?? "") \($0.hint ?? "")" }.joined()
            #expect(Neighbour.marks.allSatisfy { !answer.contains($0) } && !answer.contains("B1"), "\(answer)")
        }
    }
}
