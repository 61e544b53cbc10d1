extension ConstraintTests {
    /// Constraints on roles, logins and their sessions.
    static let ofAccounts: [String: String] = [
        "access_role_insists_for_a_time": "UPDATE access_role SET insists = 0",
        "access_role_is_listed_once": "INSERT INTO access_role VALUES ('clerk', 'x', 'x', 1)",
        "access_role_may_connect": "UPDATE access_role SET sessions = 0",
        "access_role_may_sort": "UPDATE access_role SET spill = 0",
        "account_is_in_use":
            "INSERT INTO account (login, role, removed_at, removed_by) VALUES (session_user, 'auditor', clock_timestamp(), 'x')",
        "account_house_is_its_units": insertAccount("'x1', 'clerk', '01', NULL"),
        "account_is_removed_by_another": "SELECT user_remove(session_user)",
        "account_login_is_free_on_the_server":
            "SELECT user_add(session_user, 'auditor', NULL, 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
        "account_login_is_never_reused": insertAccount("'test_auditor', 'auditor', NULL, NULL"),
        "account_login_is_plain": insertAccount("'pg_x', 'auditor', NULL, NULL"),
        "account_of_a_clerk_has_a_unit": insertAccount("'x1', 'auditor', '01', '01'"),
        "account_password_is_sent_hashed": "SELECT user_add('x1', 'auditor', NULL, 'in clear')",
        "account_closing_says_who": "UPDATE account SET closed_at = 'today'",
        "account_removal_says_who": "UPDATE account SET removed_at = 'today'",
        "account_role_is_known": insertAccount("'x1', 'x', NULL, NULL"),
        "account_unit_sends_dossiers":
            "SELECT user_add('x1', 'clerk', '01-KV01', 'SCRAM-SHA-256$4096:c2FsdHNhbHRzYWx0$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=')",
        "session_end_ended_some": "INSERT INTO session_end (login, sessions) VALUES ('x', 0)",
        "session_end_names_a_table": "INSERT INTO session_end (login, sessions, held) VALUES ('x', 1, 'A b')",
        "session_end_number_is_unique":
            "INSERT INTO session_end (number, login, sessions) OVERRIDING SYSTEM VALUE SELECT 1, 'x', 1 FROM generate_series(1, 2)",
    ]

    private static func insertAccount(_ values: String) -> String {
        "INSERT INTO account (login, role, unit, house) VALUES (\(values))"
    }
}
