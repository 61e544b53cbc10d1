import Postgres

extension Campaign {
    /// Closes a campaign whose deadline has passed: what has been committed by then counts.
    ///
    /// Sessions that wrote for it and do not end are ended.
    ///
    /// - Returns: Whether it was still to be closed, and the sessions that were ended.
    /// - Throws: ``Refusal``, also before the deadline.
    public static func close(_ code: String, on connection: inout Connection) throws -> (isNew: Bool, ended: [SessionHolder]) {
        try connection.transaction(.registryAside) { transaction in
            let campaign = try self.code(code, &transaction)
            let isNew: Bool? = try transaction.first("SELECT campaign_close(\(campaign)) AS closed") { try $0["closed"] }
            let ended = try transaction.query(
                """
                SELECT login, unit, in_hanoi(since) AS since, held FROM session_end
                WHERE ended_at >= transaction_timestamp() ORDER BY number
                """, SessionHolder.init)
            return (isNew ?? false, ended)
        }
    }

    /// The codes of the campaigns whose deadline has passed and that are not closed yet.
    public static func due(_ transaction: inout Transaction) throws -> [String] {
        try transaction.query(
            "SELECT code FROM campaign_status WHERE NOT is_open AND closed_at IS NULL ORDER BY deadline, code"
        ) { try $0["code"] }
    }
}
