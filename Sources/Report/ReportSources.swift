import Postgres
import Registry

/// Where a report is read, and where it is stored: two servers, if the connection string prefers a standby for reading.
public struct ReportSources: ~Copyable {
    private var reader: Connection
    /// Nil where the reader is the primary itself.
    private var primary: Connection?

    /// Connects.
    ///
    /// - Parameters:
    ///   - reader: A connection to the server that the connection string prefers.
    ///   - primary: Connects to the primary.
    public init(reader: consuming Connection, primary: () throws -> Connection) throws {
        let isStandby = reader.parameterStatus("in_hot_standby") == "on"
        self.reader = reader
        self.primary = isStandby ? try primary() : nil
    }

    /// Reads in one snapshot; on a standby, once it has caught up with the primary's current position.
    public mutating func read<T>(_ body: (inout Transaction) throws -> T) throws -> T {
        // The insert position, not the write position: with synchronous_commit off, a commit becomes visible a moment before it
        // is written.
        let position: String?? = try primary?.first("SELECT pg_current_wal_insert_lsn()::text AS lsn") { try $0["lsn"] }
        if let position, let position { try waitForStandby(to: position) }
        return try reader.transaction(.registryRead, body)
    }

    /// Writes on the primary. The body is never retried: what it stores was read before, and may have to be read again.
    public mutating func write<T>(_ body: (inout Transaction) throws -> T) throws -> T {
        try onPrimary { connection in
            try connection.transaction(.reportWrite) { transaction in
                try transaction.insistOnDurability()
                return try body(&transaction)
            }
        }
    }

    /// Calls `body` with the connection to the primary.
    public mutating func onPrimary<T>(_ body: (inout Connection) throws -> T) throws -> T {
        guard var lent = primary.take() else { return try body(&reader) }
        do {
            let value = try body(&lent)
            primary = consume lent
            return value
        } catch {
            primary = consume lent
            throw error
        }
    }

    private mutating func waitForStandby(to position: String) throws {
        for _ in 0..<Self.patience {
            // A standby that has been promoted in the meantime has no primary to wait for.
            let hasCome = try reader.first(
                "SELECT NOT pg_is_in_recovery() OR pg_last_wal_replay_lsn() >= \(position)::pg_lsn AS has_come"
            ) { try $0["has_come"] as Bool }
            if hasCome == true { return }
            try Interruption.check(forMilliseconds: 100)
        }
        throw Refusal(
            .busy, Phrase("Máy dự phòng chưa theo kịp máy chính.", "The standby has not caught up with the primary."),
            hint: Phrase("Thử lại sau ít phút.", "Try again in a few minutes."))
    }

    /// In tenths of a second.
    private static let patience = 300
}

extension Transaction {
    /// Makes the commit wait for the disk even if the server is configured not to (`synchronous_commit = off`): what files and
    /// letters then report must not be lost.
    mutating func insistOnDurability() throws {
        try execute(
            "SELECT set_config('synchronous_commit', 'local', true) WHERE current_setting('synchronous_commit') = 'off'")
    }
}

extension TransactionOptions {
    /// For what a report writes; without retries, since it was read before.
    static let reportWrite = TransactionOptions(statementTimeout: 300_000, lockTimeout: 10_000, idleTimeout: 60_000)

    /// For the transaction that keeps other processes out while a report is made; it stays open until files and letters are done.
    public static let reportClaim = TransactionOptions(statementTimeout: 60_000, idleTimeout: 0)
}
