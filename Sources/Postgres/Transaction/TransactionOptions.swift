/// How a transaction runs. Everything here applies to that transaction only, and is sent with its `BEGIN`: a
/// transaction pooler cannot pass it on to another client.
public struct TransactionOptions: Sendable {
    /// What a transaction sees of others.
    public enum Isolation: String, Sendable, CaseIterable {
        case readCommitted = "READ COMMITTED"
        case repeatableRead = "REPEATABLE READ"
        case serializable = "SERIALIZABLE"
    }

    /// What it sees of others.
    public var isolation: Isolation
    /// Refuses to write. False leaves it to the server's `default_transaction_read_only`.
    public var readOnly: Bool
    /// How long one statement may take, in milliseconds; 0 is forever, `nil` the server's setting.
    public var statementTimeout: Int?
    /// How long one statement may wait for one lock, in milliseconds; likewise.
    public var lockTimeout: Int?
    /// How long the transaction may be idle, in milliseconds; likewise. The server then ends the connection.
    public var idleTimeout: Int?
    /// Whether the body is run again, and after which errors.
    public var retry: Retry
    /// Whether it is what the connection's owner wants done, and so is numbered: ``Connection/Settings/numbering``.
    public var isNumbered: Bool

    /// Options; by default READ COMMITTED, with the server's own settings, no retry and no number.
    public init(
        isolation: Isolation = .readCommitted, readOnly: Bool = false, statementTimeout: Int? = nil,
        lockTimeout: Int? = nil, idleTimeout: Int? = nil, retry: Retry = .init(), isNumbered: Bool = false
    ) {
        self.isolation = isolation
        self.readOnly = readOnly
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.idleTimeout = idleTimeout
        self.retry = retry
        self.isNumbered = isNumbered
    }
}

extension TransactionOptions {
    /// `BEGIN` and the settings, as one script.
    package var begin: String {
        var script = "BEGIN ISOLATION LEVEL \(isolation.rawValue)\(readOnly ? " READ ONLY" : "")"
        let timeouts = [
            ("statement_timeout", statementTimeout), ("lock_timeout", lockTimeout),
            ("idle_in_transaction_session_timeout", idleTimeout),
        ]
        for case (let setting, let milliseconds?) in timeouts {
            script += "; SET LOCAL \(setting) = \(milliseconds)"
        }
        return script
    }
}
