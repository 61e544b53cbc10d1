import Foundation
import Postgres
import Registry
import Synchronization
import TestSupport
import Testing

/// What a report says, compared with what a test can count itself.
@Suite(.limited, .keepsFailedDatabases) struct ReportContentTests {
    @Test(
        arguments: [
            (194, 2, nil, nil), (195, 2, 200, nil), (199, 2, 200, nil), (200, 2, 200, nil), (205, 2, 200, nil),
            (206, 2, nil, nil),
            (494, 2, nil, nil), (495, 2, 500, nil), (500, 2, 500, nil), (501, 2, 500, nil), (505, 2, 500, nil),
            (506, 2, nil, nil),
            (100, 13, nil, nil), (100, 14, nil, 15), (100, 15, nil, 15), (100, 16, nil, nil),
        ] as [(Int, Int, Int?, Int?)])
    func `Within five of 200 and 500 civil servants, and with 14 and 15 offices, a province is near a threshold`(
        civilServants: Int, areaOffices: Int, nearServants: Int?, nearOffices: Int?
    ) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: civilServants, areaOffices: areaOffices).importStaffing(on: &connection)
            let rows = try connection.query(
                """
                SELECT q ->> 'rule' AS rule, (q ->> 'near')::integer AS near
                FROM jsonb_array_elements(report_content('TEST', NULL, NULL) -> 'quotas') q WHERE q ->> 'unit' = '01'
                """
            ) { (rule: try $0["rule"] as String, near: try $0["near"] as Int?) }
            #expect(rows.first { $0.rule == "Q8" }?.near == nearServants)
            #expect(rows.first { $0.rule == "Q7" }?.near == nearOffices)
            #expect(rows.filter { $0.near != nil }.count == [nearServants, nearOffices].compactMap { $0 }.count)
        }
    }

    @Test func `Missing items are listed by nominee and by name, until they are there`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let nominations = try CompleteDossier.nominate(2, of: "01", on: &connection)
            func missing() throws -> [String] {
                try connection.rows(
                    """
                    SELECT m ->> 'nomination', count(*) FROM report_content('TEST', NULL, NULL) c, jsonb_array_elements(c -> 'units') u,
                           jsonb_array_elements(u -> 'missing') m, jsonb_array_elements(m -> 'items')
                    WHERE u ->> 'code' = '01' GROUP BY 1 ORDER BY 1
                    """)
            }
            let faults = try connection.rows(
                "SELECT nomination::text, count(*) FROM dossier_fault WHERE unit = '01' GROUP BY 1 ORDER BY 1")
            expect(try missing(), is: faults)
            #expect(faults.count == 3)
            try CompleteDossier().complete(nominations, on: &connection)
            expect(try missing(), is: [])
        }
    }

    @Test func `Claims and alike numbers are listed as of the moment, while a nomination is in their way`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            func award(_ number: String, _ unit: String, _ name: String) -> Nomination.Entry {
                .person(number, of: unit, award: "minister_certificate", name: name)
            }
            func findings(at moment: String?) throws -> [String] {
                try connection.rows(
                    """
                    SELECT f ->> 'finding', f ->> 'unit', f ->> 'staff_no', f ->> 'other_unit', f ->> 'other_nominee'
                    FROM jsonb_array_elements(report_content('TEST', \(moment.map { "'\($0)'" } ?? "NULL"), NULL) -> 'findings') f
                    """)
            }
            var moments: [String] = []
            func pass() throws {
                moments.append(try #require(try connection.first("SELECT clock_timestamp()::text AS now") { try $0["now"] }))
            }
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            let first = try Nomination.add(award("A1", "01", "Trần Thị Hòa"), on: &connection)
            try pass()
            #expect(refusal { _ = try Nomination.add(award("A-1", "04", "Trần Thị Hoà"), on: &clerk) } == .alreadyNominated)
            _ = try Nomination.add(award("A.1", "04", "Ai đó"), on: &clerk)
            try pass()
            _ = try Nomination.withdraw(first.id, on: &connection)
            let both = ["(claim,04,A-1,01,\"Trần Thị Hòa\")", "(alike_number,04,A.1,01,\"Trần Thị Hòa\")"]
            expect(try findings(at: moments[0]), is: [])
            expect(try findings(at: moments[1]), is: both)
            expect(try findings(at: nil), is: [])
        }
    }

    @Test func `Changes since the previous report are listed, with the login that made them`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            _ = try Nomination.add(.collective("04", of: "04", award: "minister_certificate"), on: &clerk)
            let since: String? = try connection.first("SELECT clock_timestamp()::text AS since") { try $0["since"] }
            let second = try Nomination.add(.person("A2", of: "04", award: "minister_certificate"), on: &clerk)
            _ = try Nomination.withdraw(second.id, on: &clerk)
            try ProvinceFixture(code: "04", name: "Cao Bằng").importStaffing(on: &connection)
            let changes = try connection.rows(
                """
                SELECT x ->> 'unit', x ->> 'relation', x ->> 'operation', x ->> 'state', x ->> 'login', x ->> 'count'
                FROM jsonb_array_elements(report_content('TEST', NULL, '\(since ?? "")') -> 'changes') x ORDER BY 2, 3
                """)
            #expect(
                changes == [
                    "(04,nomination,insert,,test_clerk_04,1)", "(04,nomination,update,withdrawn,test_clerk_04,1)",
                    "(04,staffing_current,insert,,thidua,1)",
                ])
            let quotas = try connection.rows(
                """
                SELECT x ->> 'award', x ->> 'subject', x ->> 'from', x ->> 'to'
                FROM jsonb_array_elements(report_content('TEST', NULL, '\(since ?? "")') -> 'quota_changes') x ORDER BY 2
                """)
            #expect(quotas == ["(director_certificate,collective,,1)", "(director_certificate,individual,,1)"])
        }
    }

    @Test func `The seal of a report is found in the trail, and protects it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try Nomination.add(.collective("04", of: "04", award: "minister_certificate"), on: &connection)
            try connection.execute("SELECT report_keep(report_read('TEST', NULL))")
            _ = try Nomination.add(.collective("08", of: "08", award: "minister_certificate"), on: &connection)
            let hash: String? = try connection.first("SELECT content -> 'trail' ->> 'hash' AS hash FROM report_run") {
                try $0["hash"]
            }
            let check = try connection.transaction(.registryRead) { try AuditCheck.run(seal: hash, &$0) }
            #expect(check.faults == [])
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
            // The seal reveals that the whole chain was rewritten.
            try connection.execute(
                script: """
                    SET session_replication_role = replica;
                    ALTER TABLE audit DISABLE TRIGGER audit_is_never_rewritten;
                    UPDATE audit a SET login = 'x', hash = audit_hash(a.previous, a.chain, a.number, a.at, a.done_at, 'x', a.tool, a.relation, a.nomination, a.before, a.after, a.personal)
                    WHERE (chain, number) = (SELECT chain, max(number) FROM audit WHERE chain = '04' GROUP BY chain);
                    ALTER TABLE audit_head DISABLE TRIGGER audit_head_is_never_rewritten;
                    UPDATE audit_head h SET hash = a.hash FROM audit a WHERE (a.chain, a.number) = (h.chain, h.number) AND h.chain = '04';
                    """)
            let altered = try connection.transaction(.registryRead) { try AuditCheck.run(seal: hash, &$0) }
            #expect(altered.faults.map(\.kind) == [.rewritten])
        }
    }

    @Test func `Once a week, a report says whether the tables agree with the trail`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'a'), ('01', 'A2', 'a')")
            func keep(_ daysAgo: Int) throws -> String? {
                try connection.execute(
                    "SELECT report_keep(report_read('TEST', day_in_hanoi(clock_timestamp()) - \(daysAgo)::integer))")
                return try connection.first(
                    """
                    SELECT content -> 'trail' ->> 'gaps' AS gaps FROM report_run
                    WHERE date = day_in_hanoi(clock_timestamp()) - \(daysAgo)::integer
                    """
                ) { try $0["gaps"] as String? } ?? nil
            }
            #expect(try keep(13) == "[]")
            try connection.tamper("person", "UPDATE person SET name = 'b'")
            #expect(try keep(12) == nil)
            #expect(try keep(7) == nil)
            #expect(try keep(6) == #"[{"rows": 2, "table": "person"}]"#)
            #expect(try keep(0) == nil)
            // Not in what is only shown.
            expect(try connection.rows("SELECT report_content('TEST', NULL, NULL) -> 'trail' ? 'gaps'"), is: ["(f)"])
        }
    }

    @Test func `The report of a campaign that began today is as of before whatever is not committed yet`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            let keep = "SELECT report_keep(m.reading) FROM moment m"
            try connection.execute("CREATE TABLE moment (reading jsonb)")
            let began = try clerk.transaction { transaction in
                try transaction.execute(
                    "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('04', 'TEST', 'minister_certificate', 'collective', '04')"
                )
                try connection.execute("INSERT INTO moment SELECT report_read('TEST', NULL)")
                return try transaction.first("SELECT now()::text AS began") { try $0["began"] as String } ?? ""
            }
            try connection.execute(script: keep)
            expect(
                try connection.rows(
                    "SELECT content -> 'nominations', as_of < '\(began)'::timestamptz, as_of >= c.created_at FROM report_run r JOIN campaign c ON c.code = r.campaign"
                ), is: ["([],t,t)"])
        }
    }

    @Test func `Nobody holds a report back before all of its campaign, nor for long`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            try clerk.transaction { transaction in
                try transaction.execute("SELECT 1")
                try connection.execute("SELECT FROM campaign_copy('TEST', 'T/1', clock_timestamp() + interval '9 days')")
                let quotas = "SELECT count(*) FROM quota WHERE campaign = 'T/1'"
                let read = "SELECT jsonb_array_length(report_read('T/1', NULL) -> 'content' -> 'quotas')"
                expect(try connection.rows(read), is: try connection.rows(quotas))
            }
        }
    }

    /// Each transaction begins before the moment of a report, and ends while that is being made; none keeps anybody waiting.
    @Test func `A unit that never stops writing keeps no report from being made`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let codes = (1...5).map { "T/\($0)" }
            for code in codes {
                try connection.execute("SELECT FROM campaign_copy('TEST', \(code), clock_timestamp() + interval '9 days')")
            }
            let hasEnded = Atomic(false)
            let started = Barrier(5)
            try onThreads(5) { number in
                if number == 0 {
                    defer { hasEnded.store(true, ordering: .relaxed) }
                    started.meet()
                    var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
                    for code in codes {
                        let reading: String? = try reporter.first("SELECT report_read(\(code), NULL)::text AS reading") {
                            try $0["reading"]
                        }
                        // Not for an event: some transactions end while a report is made.
                        Thread.sleep(forTimeInterval: 0.3)
                        try reporter.execute("SELECT report_keep(\(reading)::jsonb)")
                    }
                } else {
                    var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                    started.meet()
                    while !hasEnded.load(ordering: .relaxed) {
                        try clerk.transaction(.init(retry: .init(maximumAttempts: 50))) { transaction in
                            try transaction.execute(
                                "SELECT person_rename('01', \("H-\(number)"), 'Tên ' || md5(clock_timestamp()::text))")
                            // Not for an event: a transaction that takes a moment.
                            Thread.sleep(forTimeInterval: 0.2)
                        }
                    }
                }
            }
            expect(try connection.rows("SELECT count(*) FROM report_run"), is: ["(5)"])
        }
    }

    @Test(arguments: RegistryDatabase.Login.allCases)
    func `Reports are for the Department's administrators and for the reporter`(login: RegistryDatabase.Login) throws {
        try RegistryDatabase.withOpenCampaign { _, conninfo in
            var connection = try Connection(login.conninfo(conninfo))
            let may = login == .administrator || login == .reporter
            for statement in [
                "SELECT report_content('TEST', NULL, NULL)", "SELECT report_due(NULL, NULL, false)", "SELECT report_claim()",
                "SELECT report_read('TEST', NULL)", "SELECT report_keep(report_read('TEST', NULL))",
                "SELECT report_letter_begin('TEST', current_date, 1, 'X', 'x')",
            ] as [SQL] {
                let refused = refusal { try connection.execute(statement) }
                #expect((refused == .notPermitted) == !may, "\(statement): \(String(describing: refused))")
            }
            // The past can be read only through these functions.
            #expect(refusal { try connection.execute("SELECT FROM past.nomination") } == .notPermitted)
            #expect(refusal { try connection.execute("INSERT INTO report_run SELECT * FROM report_run") } == .notPermitted)
            if !may { #expect(refusal { try connection.execute("SELECT FROM report_run") } == .notPermitted || login == .backup) }
        }
    }
}
