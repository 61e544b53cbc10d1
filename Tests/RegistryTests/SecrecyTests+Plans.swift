import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// How a statement is planned, and what it has read, would tell of rows that it does not return.
extension SecrecyTests {
    /// What a function of the registry has read, in rows and pages, EXPLAIN would say. So it may not be explained; nor can a login run a statement
    /// that it has put together, in which the word is not to be seen.
    @Test func `No statement of a clerk's or the council's is explained`() throws {
        try withOpinion { superuser, clerk, nomination in
            for query in [
                "SELECT FROM nomination", "SELECT FROM mine.audit_trail()", "SELECT FROM nomination_status('TEST')",
                "SELECT own_unit()", "SELECT nomination_claim('TEST', NULL, 'X-1', NULL)",
                "UPDATE nomination SET position = 'x' WHERE id = \(nomination)", "SELECT FROM account_shown()",
                "SELECT nomination_attest(\(nomination), 'a1', 'x')", "SELECT person_rename('01', 'X-1', 'x')",
            ] {
                for explain in [
                    "EXPLAIN (ANALYZE, BUFFERS)", "explain\n(analyze, wal)",
                    "PREPARE p AS \(query); Explain Analyze EXECUTE p --",
                ] {
                    #expect(explained("\(explain) \(query)", by: &clerk) == Self.unexplained, "\(explain) \(query)")
                }
                _ = clerk.answer(to: "DEALLOCATE ALL")
            }
            for statement in [
                "DO $$ BEGIN EXECUTE 'exp' || 'lain analyze select from nomination'; END $$",
                "SELECT query_to_xml('exp' || 'lain select 1', true, true, '')", "SELECT ts_stat('exp' || 'lain select 1')",
                "SELECT ts_rewrite('a'::tsquery, 'exp' || 'lain select 1')",
            ] {
                #expect(clerk.answer(to: statement).hasPrefix("42501 "), "\(statement)")
            }
            for setting in ["force_parallel_mode", "debug_parallel_query"] {
                let query = "SET LOCAL parallel_setup_cost = 0; EXPLAIN (ANALYZE, BUFFERS) SELECT FROM nomination_status"
                guard (try? clerk.execute(script: "SET \(setting) = on")) != nil else { continue }
                #expect(explained(query, by: &clerk) == Self.unexplained, "\(setting)")
                try clerk.execute(script: "RESET \(setting)")
            }
            // An administrator may see everything anyway.
            try superuser.execute(script: "EXPLAIN ANALYZE SELECT FROM nomination_status('TEST')")
        }
    }

    @Test func `Every function that reads for a clerk or the council finds out first whether it is explained`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let unaware = try connection.rows(
                #"""
                SELECT p.proname FROM pg_proc p
                WHERE p.prosecdef AND p.prorettype <> 'trigger'::regtype
                  AND p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace)
                  AND (has_function_privilege('thidua_clerk', p.oid, 'EXECUTE') OR has_function_privilege('thidua_council', p.oid, 'EXECUTE'))
                  AND p.prosrc !~ '\y(may_be_explained|own_unit|own_house|may_write_for|unit_of_nomination|units_named)\('
                ORDER BY 1
                """#)
            // These read the login's own account, or what everybody may read.
            #expect(
                unaware == [
                    "(catalogue_difference)", "(catalogue_missing)", "(directive_find)", "(read_award)", "(read_date)",
                    "(read_moment)",
                    "(sheet_header_nearest)",
                    "(sheet_header_read)", "(user_end_sessions)", "(user_set_password)",
                ])
        }
    }

    /// By the protocol, which lets a statement be prepared and begun under a name, and executed or fetched from by another one.
    @Test(arguments: ["FETCH ALL FROM a", "MOVE ALL IN a", "EXECUTE s"])
    func `A statement that is explained is refused, whoever executes it`(later: String) throws {
        try RegistryDatabase.withOpenCampaign { superuser, _ in
            let script = Repository.root + "/Tests/RegistryTests/Protocol/later.py"
            let (socket, database) = try #require(
                try superuser.first("SELECT current_setting('unix_socket_directories'), current_database()::text") {
                    (try $0[0] as String, try $0[1] as String)
                })
            for (login, query) in [
                (RegistryDatabase.Login.clerk01, "SELECT * FROM mine.nomination_status('TEST')"),
                (.council, "SELECT * FROM council.nomination_status('TEST', NULL, NULL)"),
            ] {
                let run = ["python3", script, socket.trimmingCharacters(in: ["\""]), database, LocalPostgres.user, login.name]
                let explained = try Program.run(run + ["EXPLAIN (ANALYZE, BUFFERS) \(query)", later])
                #expect(explained.output == "42501\n", "\(explained.output) \(explained.errors)")
                let plain = try Program.run(run + [query, later])
                #expect(plain.output == "done\n", "\(plain.output) \(plain.errors)")
            }
        }
    }

    /// A statement is planned before its privileges are checked, and what is planned can be had as a notice: from statistics about all rows.
    @Test(arguments: [RegistryDatabase.Login.clerk01, .council, .auditor, .reporter])
    func `No table of which not every row may be read can be planned for`(login: RegistryDatabase.Login) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            _ = try CompleteDossier.submitted(of: "04", on: &superuser)
            try superuser.execute(script: "ANALYZE")
            let tables = try superuser.query(
                "SELECT relname::text FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')"
            ) { try $0[0] as String }
            #expect(tables.count > 60)
            let notices = Mailbox<Notice>()
            var session = try Connection(login.conninfo(conninfo), .init(onNotice: { notices.append($0) }))
            try session.execute(script: "SET debug_print_plan = on; SET client_min_messages = log")
            for table in tables {
                let before = notices.contents.count
                let answer = session.answer(to: "SELECT 1 FROM public.\(table)")
                #expect(answer.hasPrefix("42501 "), "\(table): \(answer)")
                let plans = notices.contents.dropFirst(before).filter { "\($0)".contains("RELATION") || "\($0)".contains("SCAN") }
                #expect(plans.isEmpty, "\(table)")
            }
        }
    }

    /// A deferred foreign key is checked as the transaction ends, and not by a function with settings of its own.
    @Test(arguments: ["COMMIT", "SET CONSTRAINTS ALL IMMEDIATE"])
    func `What is checked as a transaction ends prints no plan`(end: String) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try ProvinceFixture().importStaffing(on: &superuser)
            let notices = Mailbox<Notice>()
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo), .init(onNotice: { notices.append($0) }))
            var before = 0
            try clerk.transaction { transaction in
                try transaction.execute("SELECT person_register('01', 'Q-1', 'Nguyễn Văn An')")
                try transaction.execute(
                    """
                    INSERT INTO mine.nomination (unit, campaign, award, subject, staff_no, position, workplace)
                    VALUES ('01', 'TEST', 'director_certificate', 'individual', 'Q-1', 'x', '01')
                    """)
                try transaction.execute("SELECT nomination_attest(id, 'b1', 'x x') FROM mine.nomination")
                try transaction.execute("SET debug_print_plan = on")
                try transaction.execute("SET client_min_messages = log")
                before = notices.contents.count
                if end != "COMMIT" { try transaction.execute("SET CONSTRAINTS ALL IMMEDIATE") }
            }
            let plans = notices.contents.dropFirst(before).filter { "\($0)".contains("SCAN") }
            #expect(plans.isEmpty, "\(plans)")
            // The setting would print them.
            try clerk.execute("SELECT FROM mine.award")
            #expect(notices.contents.contains { "\($0)".contains("SCAN") })
        }
    }

    private static let unexplained = "42501 statements of logins are not explained"

    private func explained(_ script: String, by connection: inout Connection) -> String {
        do {
            try connection.execute(script: script)
            return "explained"
        } catch let error as ServerError {
            return "\(error.sqlState.rawValue) \(error.message)"
        } catch {
            return "\(error)"
        }
    }

    @Test func `The council's statements are not explained either`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try superuser.execute(script: "SELECT database_close()")
            var council = try Connection(RegistryDatabase.Login.council.conninfo(conninfo))
            // Read with backslashes as escapes, the condition would be another.
            var escaping = try Connection(
                RegistryDatabase.Login.clerk01.conninfo(conninfo) + " options='-c standard_conforming_strings=off'")
            #expect(explained("EXPLAIN ANALYZE SELECT FROM nomination_status", by: &escaping) == Self.unexplained)
            let functions = try council.query(
                "SELECT proname::text FROM pg_proc WHERE pronamespace = 'council'::regnamespace AND prosecdef AND has_function_privilege(oid, 'EXECUTE')"
            ) { try $0[0] as String }
            #expect(functions.count > 5)
            for function in functions {
                let explain = "EXPLAIN (ANALYZE, BUFFERS) SELECT * FROM council.\(function)('TEST', '01', NULL)"
                #expect(explained(explain, by: &council) == Self.unexplained, "\(function)")
            }
            let explain =
                "EXPLAIN ANALYZE SELECT quota_slots_in_use('01', 'TEST', 'director_certificate', 'individual', 'proposal')"
            #expect(explained(explain, by: &council) == Self.unexplained)
        }
    }
}
