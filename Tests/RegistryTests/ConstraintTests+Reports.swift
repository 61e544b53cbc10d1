extension ConstraintTests {
    /// Constraints on area specialists and reports. There is one report, for today, and one letter with it.
    static let ofReports: [String: String] = [
        "area_specialist_code_names_its_folder":
            "INSERT INTO area_specialist (code, name) VALUES ('A-B', 'x'), ('A/B', 'x')",
        "area_specialist_code_is_unique": "INSERT INTO area_specialist SELECT * FROM area_specialist",
        "area_specialist_email_is_an_address": "UPDATE area_specialist SET email = E'lan@example.vn\\nBcc: x@example.vn'",
        "report_checksum_is_of_its_content": insertReport(campaign: "campaign", sha256: "sha256('x')", seal: "seal"),
        "report_is_of_a_day_that_has_begun": "SELECT report_due(NULL, '2999-01-01', false)",
        "report_letter_is_of_a_report": "SELECT report_letter_begin('TEST', '2000-01-01', 1, 'LAN', 'lan@example.vn')",
        "report_letter_is_sent_once": "INSERT INTO report_letter SELECT * FROM report_letter",
        "report_run_campaign_is_known": insertReport(campaign: "'X'", sha256: "sha256", seal: "seal"),
        "report_run_is_the_only_one": insertReport(
            campaign: "campaign", date: "date", sha256: "sha256", seal: "seal", revision: 2),
        "report_run_is_numbered": "INSERT INTO report_run SELECT * FROM report_run",
        "report_revision_counts_from_one": insertReport(campaign: "campaign", sha256: "sha256", seal: "seal", revision: 0),
        "report_setting_aside_says_who_and_why": "SELECT report_set_aside(campaign, date, ' ') FROM report_run",
        "report_is_read_by_the_database": "SELECT report_keep(report_read('TEST', NULL) || '{\"date\": \"2026-11-01\"}')",
        "report_is_kept_as_of_now":
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT report_keep(report_read('TEST', NULL))",
        "seal_is_of_the_trail_as_it_is": "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT audit_seal()",
        "audit_is_written_as_of_now":
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SET LOCAL SESSION AUTHORIZATION test_clerk_04; SELECT mine.person_register('04', 'RR', 'Ai'); SET CONSTRAINTS ALL IMMEDIATE",
        "request_is_found_as_of_now": "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT request_find('x')",
        "audit_secret_is_the_only_one": "INSERT INTO audit_secret DEFAULT VALUES",
        "audit_secret_is_one": "INSERT INTO audit_secret (is_only) VALUES (false)",
        "report_run_seals_the_trail": insertReport(campaign: "campaign", sha256: "sha256", seal: "99"),
        "report_seals_what_it_shows": """
        SELECT set_config('test.reading', report_read('TEST', NULL)::text, true);
        SELECT report_set_aside(campaign, date, 'x') FROM report_run;
        SELECT report_keep(r || jsonb_build_object('signature', report_signature(r)))
        FROM (SELECT jsonb_set(current_setting('test.reading')::jsonb, '{content,trail,hash}', '""') AS r) read
        """,
        "report_shows_what_is_committed":
            "INSERT INTO session_end (login, sessions) VALUES ('x', 1); SELECT report_read('TEST', NULL)",
        "report_stays_as_it_was_made": "UPDATE report_run SET is_late = true",
        "request_content_is_sha256": "SELECT request_begin('an-id-1234', '\\x01', 'x')",
        "request_id_is_plain": "SELECT request_begin('short', sha256(''), 'x')",
        "request_is_stored_once": """
        INSERT INTO audit_request (id, content, command) VALUES ('an-id-1234', sha256(''), 'x'), ('an-id-1234', sha256(''), 'x')
        """,
        "request_keeps_its_content": """
        SELECT request_begin('an-id-1234', sha256('a'), 'x');
        SELECT request_begin('an-id-1234', sha256('b'), 'x')
        """,
        "request_names_a_command": "SELECT request_begin('an-id-1234', sha256(''), '; DROP')",
        "specialist_area_has_a_specialist": "UPDATE specialist_area SET specialist = 'X'",
        "specialist_area_is_a_province": "UPDATE specialist_area SET province = '01-KV01'",
        "specialist_area_is_of_one":
            "INSERT INTO specialist_area (province, specialist) SELECT province, specialist FROM specialist_area",
    ]

    private static func insertReport(
        campaign: String, date: String = "date - 1", sha256: String, seal: String, revision: Int = 1
    ) -> String {
        """
        INSERT INTO report_run (campaign, date, as_of, is_late, is_final, content, sha256, seal, revision)
        SELECT \(campaign), \(date), as_of, is_late, is_final, content, \(sha256), \(seal), \(revision) FROM report_run
        """
    }
}
