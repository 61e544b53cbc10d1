import Postgres
import Registry
import TestSupport
import Testing

/// What the council said and how it voted, and what another unit has, a clerk does not learn of its own nominations either: not from the
/// trail, not beside what it does not see, not by computing, not from plans.
@Suite(.limited, .keepsFailedDatabases) struct SecrecyTests {
    /// Words that stand in the council's opinion on a nomination of 01, and votes that stand nowhere else.
    private static let (opinion, votes) = ("thận trọng", 7317)

    /// Calls `body` with the clerk of 01, of one of whose nominations the council has an opinion; with the nomination.
    func withOpinion(_ body: (inout Connection, inout Connection, Int) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let nomination = try CompleteDossier.submitted(on: &superuser)[0].id
            try superuser.execute(
                """
                SELECT council_record('TEST', current_date, ARRAY(SELECT 'Ủy viên ' || n FROM generate_series(1, 9000) n), NULL,
                                      ARRAY[\(nomination)::bigint], ARRAY[\(Self.votes)::integer], ARRAY[9000], ARRAY[\("Cần " + Self.opinion)])
                """)
            _ = try Endorsement.add(nomination, on: &superuser)
            try superuser.execute(script: "SELECT database_close()")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            try body(&superuser, &clerk, nomination)
        }
    }

    /// A lock that is waited for would tell which nominations the council gives an opinion on, and when.
    @Test func `What others do with a submitted nomination keeps no statement of a clerk's waiting`() throws {
        try withOpinion { superuser, clerk, nomination in
            try clerk.execute(script: "SET lock_timeout = '1s'")
            try superuser.transaction { transaction in
                try transaction.execute("SELECT FROM nomination WHERE id = \(nomination) FOR UPDATE")
                for statement in [
                    "UPDATE nomination SET position = 'x' WHERE id = \(nomination)", "UPDATE nomination SET award = award",
                    "SELECT nomination_step(\(nomination), 'submitted', 'withdrawn')",
                    "SELECT nomination_attest(\(nomination), 'a1', 'x')",
                    "SELECT dossier_attach('01', 'TEST', 'selection_minutes', \(nomination), convert_to('%PDF-1.4 x %%EOF', 'UTF8'), 'a.pdf', '1', '2026-04-01', 'x')",
                    "SELECT dossier_submit('01', 'TEST')", "SELECT count(*) FROM nomination_status",
                ] { #expect(!clerk.answer(to: statement).hasPrefix("55P03"), "\(statement)") }
            }
        }
    }

    @Test func `Nothing that a clerk may read has the council's words or votes, and nothing by which to guess them`() throws {
        try withOpinion { superuser, clerk, nomination in
            let readable = try clerk.query(
                """
                SELECT c.oid::regclass::text AS name, string_agg(a.attname, ' ' ORDER BY a.attnum) AS columns
                FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'mine', 'council', 'auditor', 'reporter', 'past'))
                  AND c.relkind IN ('r', 'v', 'm', 'p', 'f') AND has_column_privilege(c.oid, a.attnum, 'SELECT')
                  AND has_schema_privilege(c.relnamespace, 'USAGE')
                GROUP BY c.oid
                """
            ) { (name: try $0["name"] as String, columns: try $0["columns"] as String) }
            #expect(readable.count > 30)
            for relation in readable {
                let columns = relation.columns.split(separator: " ").map { "\"\($0)\"" }.joined(separator: ", ")
                for row in try clerk.rows("SELECT \(columns) FROM \(relation.name)") {
                    #expect(!row.contains(Self.opinion) && row.firstMatch(of: /\b7317\b/) == nil, "\(relation.name): \(row)")
                }
            }
            // Beside the trail's rows that a clerk sees there is no hash of those that it does not.
            let columns = Set(
                readable.filter { $0.name.contains("audit") }.flatMap { $0.columns.split(separator: " ").map(String.init) })
            #expect(columns.isDisjoint(with: ["hash", "previous", "personal", "salt"]))
            let relations = try clerk.rows("SELECT DISTINCT relation FROM mine.audit_trail")
            #expect(!relations.contains("(council_opinion)") && !relations.contains("(endorsement)"))
            expect(try superuser.rows("SELECT count(*) FROM audit WHERE relation = 'council_opinion'"), is: ["(1)"])
            expect(try clerk.rows("SELECT max(number) = count(*) AND min(number) = 1 FROM mine.audit_trail"), is: ["(t)"])
            let numbers = "SELECT number, at FROM mine.audit_trail WHERE nomination = \(nomination) ORDER BY number"
            let named = try clerk.rows(numbers)
            expect(try clerk.rows("SELECT number, at FROM mine.audit_trail(number => \(nomination)) ORDER BY number"), is: named)
            // The functions for it, and the tables below.
            for query in [
                "SELECT after FROM audit_personal", "SELECT hash, previous FROM public.audit",
                "SELECT salt FROM public.audit_personal",
                "SELECT * FROM public.council_opinion", "SELECT council.council_list(NULL, NULL, \(nomination))",
                "SELECT public.council_list(NULL, NULL, \(nomination))", "SELECT * FROM past.council_opinion",
                "SELECT heads FROM public.seal",
                "SELECT audit_fault()", "SELECT report_content('TEST', NULL, NULL)", "SELECT hash FROM public.audit_head",
            ] {
                let answer = clerk.answer(to: query)
                #expect(["42501 ", "42883 ", "42P01 "].contains { answer.hasPrefix($0) }, "\(query): \(answer)")
            }
        }
    }

    @Test func `The council finds no drafts, by rows, by plans or by what a plan says was read`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let draft = try CompleteDossier.ready(on: &superuser)[0].id
            _ = try CompleteDossier.submitted(of: "04", on: &superuser)
            try superuser.execute(script: "SELECT database_close()")
            var council = try Connection(RegistryDatabase.Login.council.conninfo(conninfo))
            let functions = try council.query(
                """
                SELECT p.proname::text AS name FROM pg_proc p
                WHERE p.pronamespace = 'council'::regnamespace AND p.prosecdef AND has_function_privilege(p.oid, 'EXECUTE')
                """
            ) { try $0["name"] as String }
            #expect(functions.count > 5)
            for function in functions {
                for arguments in ["'TEST', NULL, NULL", "NULL, '01', NULL", "NULL, NULL, \(draft)"] {
                    let rows = try council.rows("SELECT * FROM council.\(function)(\(arguments))")
                    #expect(
                        !rows.contains { $0.contains("\(draft)") || $0.contains("01-S1") }, "\(function)(\(arguments)): \(rows)")
                }
            }
            for query in [
                "SELECT 1 FROM nomination WHERE nominee = '25-2'", "SELECT count(*) FROM public.nomination",
                "SELECT * FROM public.person",
            ] {
                #expect(council.answer(to: query).hasPrefix("42501 "), "\(query)")
                let refused = refusal { try council.execute(script: "EXPLAIN \(query)") }
                #expect(refused == .notPermitted, "\(query)")
            }
            // Nor by numbers: a slot is the first that others have left.
            expect(try council.rows("SELECT DISTINCT slot FROM council.nomination_status('TEST')"), is: ["()"])
            // Nor by counting: 01 has drafts only, 04 has submitted.
            let used =
                "SELECT holder, sum(used) FROM quota_status WHERE holder IN ('01', '04') AND stage = 'proposal' GROUP BY holder ORDER BY 1"
            expect(try council.rows(used).map { $0.hasSuffix(",0)") }, is: [true, false])
            expect(try superuser.rows(used).map { $0.hasSuffix(",0)") }, is: [false, false])
            // The plan of a function over the drafts is that of a function over nothing.
            func plan(_ number: Int) throws -> [String] {
                try council.query("EXPLAIN (COSTS OFF) SELECT * FROM council.nomination_status(NULL, NULL, \(number))") {
                    try $0[0] as String
                }
            }
            expect(try plan(draft).count, is: try plan(1).count)
        }
    }

    @Test func `An opinion is of the nominee whom the council considered, and shows no other`() throws {
        try withOpinion { superuser, _, nomination in
            try superuser.execute(script: "SELECT endorsement_remove(\(nomination)); SELECT dossier_return('01', 'TEST', 'x')")
            let considered = try superuser.rows("SELECT nominee FROM council_list('TEST')")
            try superuser.execute("SELECT person_register('01', 'SECRET-9', 'Phạm Bí Mật')")
            try superuser.execute(
                "UPDATE nomination SET subject = 'individual', collective = NULL, staff_no = 'SECRET-9', position = 'x', workplace = '01' WHERE id = \(nomination)"
            )
            expect(try superuser.rows("SELECT nominee FROM council_list('TEST')"), is: considered)
            #expect(considered != ["(\"Phạm Bí Mật\")"] && considered.count == 1)
        }
    }
}
