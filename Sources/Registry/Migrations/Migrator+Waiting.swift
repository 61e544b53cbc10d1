import Postgres

/// A migration is run by one at a time, and waits for every table.
extension Migrator {
    /// Polls instead of waiting: other sessions would queue behind a waiting lock request.
    ///
    /// Any login can take an advisory lock, but not the lock on a table. Before the first migration, there is neither a table nor
    /// a clerk.
    static func takeTurn(_ transaction: inout Transaction) throws -> Bool {
        if try !hasLedger(&transaction) {
            let isMine: Bool? = try transaction.first(
                "SELECT pg_try_advisory_xact_lock(hashtext('thidua migrate')) AS got"
            ) { try $0["got"] }
            guard isMine == true else { return false }
        }
        // Checked again: the previous holder of that lock may have created the table.
        guard try hasLedger(&transaction) else { return true }
        do {
            try transaction.savepoint { try $0.execute("LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE NOWAIT") }
            return true
        } catch let error as ServerError where error.sqlState == .lockNotAvailable {
            return false
        }
    }

    /// A statement of a login that is not even allowed may also hold the table, until its transaction ends.
    static func migrationUnderWay(on connection: inout Connection) throws -> Refusal {
        let holders = try connection.query(
            """
            SELECT DISTINCT s.usename::text AS login FROM pg_locks l JOIN pg_stat_activity s USING (pid)
            WHERE l.relation = to_regclass('migration') AND l.granted AND s.pid <> pg_backend_pid() AND s.datname = current_database()
            ORDER BY 1
            """
        ) { try $0["login"] as String }.joined(separator: ", ")
        return Refusal(
            .busy, Phrase("Một lần nâng cấp khác đang chạy.", "Another migration is running."),
            hint: holders.isEmpty
                ? Phrase("Thử lại sau ít phút.", "Try again in a few minutes.")
                : Phrase(
                    "Tài khoản đang giữ bảng migration: \(holders). Nếu không phải là lần nâng cấp khác thì kết thúc phiên: thidua user end-sessions",
                    "The table migration is held by \(holders). If that is no migration, end the session: thidua user end-sessions"
                ))
    }

    /// A migration waits for every table, and so for every transaction.
    static func heldUp(_ error: ServerError, on connection: inout Connection) throws -> Refusal {
        let holders = try connection.query(
            """
            SELECT DISTINCT usename::text AS login FROM pg_stat_activity
            WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start < clock_timestamp() - interval '1 s'
            ORDER BY 1
            """
        ) { try $0["login"] as String? ?? "?" }.joined(separator: ", ")
        var refusal = Refusal(error)
        if !holders.isEmpty {
            refusal.hint = Phrase(
                "Đang có giao dịch chưa xong: \(holders). Kết thúc phiên: thidua user end-sessions",
                "These logins have open transactions: \(holders). End a session: thidua user end-sessions")
        }
        return refusal
    }

    static func hasLedger(_ transaction: inout Transaction) throws -> Bool {
        try transaction.first("SELECT to_regclass('migration') IS NOT NULL AS found") { try $0["found"] } ?? false
    }
}
