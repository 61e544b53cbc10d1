import Postgres
import Registry
import TestSupport
import Testing

/// The record: what a report says, of which day and moment, is for the database to say. A wrong one is set aside, never changed.
@Suite(.limited, .keepsFailedDatabases) struct RecordTests {
    /// What a reporter makes of a reading, as an SQL expression over `r`.
    private static let forgeries = [
        "jsonb_set(r, '{content,quotas}', '[]')", "jsonb_set(r, '{content,as_of}', '\"2026-01-01\"')",
        "r || '{\"date\": \"2026-11-01\"}'",
        "r || jsonb_build_object('as_of', clock_timestamp() + interval '29 days')", "r || '{\"campaign\": \"606/KH-CQLTHADS\"}'",
        "r || '{\"since\": \"2026-01-01\"}'", "r - 'signature'", "r || '{\"signature\": null}'", "'{}'::jsonb",
        "jsonb_build_object('campaign', 'TEST', 'content', r -> 'content', 'signature', r -> 'signature')",
        "r || jsonb_build_object('signature', encode(sha256(convert_to((r - 'signature')::text, 'UTF8')), 'hex'))",
    ]

    @Test func `A reporter cannot say what is in a report, nor of which day, moment or campaign it is`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            for forgery in Self.forgeries {
                let refused = try refusingConstraint {
                    try reporter.execute(script: "SELECT report_keep(\(forgery)) FROM report_read('TEST', NULL) r")
                }
                #expect(refused == "report_is_read_by_the_database", "\(forgery)")
            }
            for statement in [
                "SELECT secret FROM audit_secret", "SELECT report_signature('{}')", "SELECT report_heads(now())",
                "INSERT INTO report_run SELECT * FROM report_run", "UPDATE report_run SET is_final = true",
                "DELETE FROM report_run",
                "SELECT report_set_aside('TEST', current_date, 'x')",
                "SET LOCAL thidua.moment = '2026-01-01'; SELECT FROM past.quota",
            ] {
                #expect(reporter.answer(to: statement).hasPrefix("42501 "), "\(statement)")
            }
            let early = try refusingConstraint {
                try reporter.execute(script: "SELECT report_read('TEST', day_in_hanoi(clock_timestamp()) + 1)")
            }
            #expect(early == "report_is_of_a_day_that_has_begun")
            expect(try connection.rows("SELECT FROM report_run"), is: [])
            try reporter.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
            expect(
                try connection.rows("SELECT is_final, is_late, revision, made_by FROM report_run"), is: ["(f,f,1,test_reporter)"])
        }
    }

    /// What the reporter's own session is set to does not change what is read.
    @Test(arguments: [
        "SET thidua.moment = '2020-01-01'", "SET thidua.campaign = 'X'",
        "SET search_path = past, mine, public, reporter, pg_temp",
        "SET timezone = 'Asia/Tokyo'",
        "SET DateStyle = 'SQL, DMY'", "SET IntervalStyle = 'sql_standard'", "SET bytea_output = 'escape'",
        "SET extra_float_digits = -15",
    ])
    func `A reporter's settings change nothing`(setting: String) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try Nomination.add(.collective("04", of: "04", award: "minister_certificate"), on: &connection)
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            try reporter.execute(script: setting)
            try reporter.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
            let same = try connection.rows(
                "SELECT r.content - 'trail' - 'minutes_left' = report_content('TEST', r.as_of, NULL) - 'trail' - 'minutes_left' FROM report_run r"
            )
            #expect(same == ["(t)"])
        }
    }

    @Test func `A wrong report is set aside by an administrator, with a reason; it is kept, and the next one is a revision`()
        throws
    {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            let read = "SELECT report_keep(report_read('TEST', NULL))"
            try administrator.execute(script: read)
            let first = try connection.rows("SELECT content, sha256, as_of FROM report_run")
            let refused = try refusingConstraint {
                try administrator.execute(script: "SELECT report_set_aside('TEST', day_in_hanoi(now()), ' ')")
            }
            #expect(refused == "report_setting_aside_says_who_and_why")
            for round in 1...2 {
                try administrator.execute(script: "SELECT report_set_aside('TEST', day_in_hanoi(now()), 'Thiếu một tỉnh')")
                // There is none that stands, so another one is due.
                expect(try connection.rows("SELECT is_made FROM report_due('TEST', NULL, false)"), is: ["(f)"])
                try administrator.execute(script: read)
                try administrator.execute(script: read)
                expect(try connection.rows("SELECT count(*), max(revision) FROM report_run"), is: ["(\(round + 1),\(round + 1))"])
            }
            expect(try connection.rows("SELECT content, sha256, as_of FROM report_run WHERE revision = 1"), is: first)
            for tampering in [
                "UPDATE report_run SET set_aside_at = NULL, set_aside_by = NULL, set_aside_because = NULL",
                "DELETE FROM report_run",
                "UPDATE report_run SET set_aside_because = 'y' WHERE revision = 1",
                "UPDATE report_run SET content = '{}' WHERE revision = 3",
            ] {
                let refused = try refusingConstraint { try connection.execute(script: tampering) }
                #expect(refused == "report_stays_as_it_was_made", "\(tampering)")
            }
            let trail = try connection.rows(
                "SELECT login, after ->> 'set_aside_because' FROM audit WHERE relation = 'report_run' AND before IS NOT NULL")
            #expect(trail == ["(test_administrator,\"Thiếu một tỉnh\")", "(test_administrator,\"Thiếu một tỉnh\")"])
        }
    }

    /// Not by an old snapshot, nor by a reading from before a report was set aside.
    @Test func `What was committed in time is in the report, whoever keeps it, and when it was read`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            for isolation in [TransactionOptions.Isolation.repeatableRead, .serializable] {
                let refused = try refusingConstraint {
                    try reporter.transaction(.init(isolation: isolation)) { transaction in
                        try transaction.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
                    }
                }
                #expect(refused == "report_is_kept_as_of_now")
            }
            let stale: String? = try reporter.first("SELECT report_read('TEST', NULL)::text AS r") { try $0["r"] }
            try reporter.execute("SELECT report_keep(\(stale)::jsonb)")
            try connection.execute(script: "SELECT report_set_aside('TEST', day_in_hanoi(clock_timestamp()), 'x')")
            let replayed = try refusingConstraint { try reporter.execute("SELECT report_keep(\(stale)::jsonb)") }
            #expect(replayed == "report_seals_what_it_shows")
            // It was set aside before it was ever kept again: the day has one revision.
            expect(try connection.rows("SELECT count(*) FROM report_run"), is: ["(1)"])
        }
    }

    @Test func `A report is not kept while somebody has written to the trail early, and not committed`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            try clerk.transaction { transaction in
                try transaction.execute(
                    script: """
                        INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('04', 'TEST', 'minister_certificate', 'collective', '04');
                        SET CONSTRAINTS ALL IMMEDIATE;
                        """)
                let refused = refusal {
                    try reporter.execute(script: "SET lock_timeout = '500ms'")
                    try reporter.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
                }
                #expect(refused == .busy)
            }
            try reporter.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
            expect(try connection.rows("SELECT jsonb_array_length(content -> 'nominations') FROM report_run"), is: ["(1)"])
        }
    }

    @Test func `The final report is made once the campaign is closed, by whoever keeps it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            try reporter.execute(script: "SELECT report_keep(report_read('TEST', day_in_hanoi(clock_timestamp())))")
            expect(try connection.rows("SELECT count(*) FROM campaign_closing WHERE campaign = 'TEST'"), is: ["(1)"])
        }
    }

    @Test func `A report is not read in a transaction whose changes may still be undone`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let id = try Nomination.add(.collective("04", of: "04", award: "minister_certificate"), on: &connection).id
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            for change in [
                "SELECT nomination_step(\(id), 'draft', 'withdrawn')", "SELECT person_register('11', 'GHOST', 'Người Ma')",
                "SAVEPOINT a; SELECT nomination_step(\(id), 'draft', 'withdrawn')",
                "SELECT FROM endorsement_remove(\(id)), report_claim()",
            ] {
                let refused = try refusingConstraint {
                    try administrator.transaction { transaction in
                        for part in change.split(separator: "; ") { try transaction.execute(script: String(part)) }
                        try transaction.execute("SELECT report_read('TEST', NULL)")
                    }
                }
                #expect(refused == "report_shows_what_is_committed", "\(change)")
            }
        }
    }

    /// By the name of a person, which a nomination takes over, and by an update of nothing.
    @Test func `Nothing is recorded as done before the transaction that did it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try Nomination.add(.person("R-1", of: "04", award: "minister_certificate", name: "Tên Cũ"), on: &connection)
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            let moment = try connection.rows("SELECT clock_timestamp()")[0].trimmingCharacters(in: ["(", ")", "\""])
            for turn in 1...3 {
                try clerk.transaction { transaction in
                    try transaction.execute("SELECT person_rename('04', 'R-1', \("Tên \(turn)"))")
                    try transaction.execute("UPDATE nomination SET award = award, position = position")
                }
            }
            expect(try connection.rows("SELECT nominee_name FROM nomination"), is: ["(\"Tên 3\")"])
            expect(try connection.rows("SELECT report_late_rows('\(moment)')"), is: ["(0)"])
            let then = try connection.rows("SELECT report_content('TEST', '\(moment)', NULL)::text LIKE '%Tên Cũ%'")
            #expect(then == ["(t)"])
            // An update of nothing leaves no trace.
            let before = try connection.rows("SELECT count(*), max(changed_at) FROM audit, nomination")
            try clerk.execute("UPDATE nomination SET award = award, position = position")
            expect(try connection.rows("SELECT count(*), max(changed_at) FROM audit, nomination"), is: before)
        }
    }

    @Test func `A report waits for a unit's first row in the trail, too`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("INSERT INTO unit (code, kind, name, parent) VALUES ('CUC-BAN-1', 'bureau', 'Ban 1', 'CUC')")
            expect(try connection.rows("SELECT FROM audit_head WHERE chain = 'CUC-BAN-1'"), is: [])
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            var reporter = try Connection(RegistryDatabase.Login.reporter.conninfo(conninfo))
            try administrator.transaction { transaction in
                try transaction.execute(script: "SELECT person_register('CUC-BAN-1', 'F-1', 'x'); SET CONSTRAINTS ALL IMMEDIATE")
                let refused = refusal {
                    try reporter.execute(script: "SET lock_timeout = '500ms'")
                    try reporter.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
                }
                #expect(refused == .busy)
            }
            try reporter.execute(script: "SELECT report_keep(report_read('TEST', NULL))")
        }
    }

    @Test func `The secret by which a report is signed is in no trail and in no dump`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            var backup = try Connection(RegistryDatabase.Login.backup.conninfo(conninfo))
            expect(try backup.rows("SELECT FROM audit_secret"), is: [])
            let found = try connection.rows(
                """
                SELECT 1 FROM audit_secret x WHERE EXISTS (SELECT FROM audit a WHERE a::text LIKE '%' || encode(x.secret, 'hex') || '%')
                    OR EXISTS (SELECT FROM audit_personal a WHERE a::text LIKE '%' || encode(x.secret, 'hex') || '%')
                    OR EXISTS (SELECT FROM seed a WHERE a::text LIKE '%' || encode(x.secret, 'hex') || '%')
                """)
            #expect(found == [])
        }
    }
}
