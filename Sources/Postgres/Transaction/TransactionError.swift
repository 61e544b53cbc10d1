/// A transaction that did not end as requested.
public enum TransactionError: Error, Sendable {
    /// COMMIT returned ROLLBACK, and nothing was stored: the body had ignored a server error.
    case commitRolledBack
    /// The body failed, and rolling back did, too. `body` is what matters; the server rolls back by itself when the
    /// connection ends.
    case rollbackFailed(body: any Error, rollback: any Error)
    /// The connection broke (``ConnectionError``), or a signal arrived (``Interrupted``), while COMMIT was under way: whether the
    /// server stored the transaction is not known.
    case commitOutcomeUnknown(any Error)
}

extension TransactionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .commitRolledBack: "COMMIT returned ROLLBACK: a statement had failed, and its error was ignored"
        case .rollbackFailed(let body, let rollback): "\(body); and rolling back failed: \(rollback)"
        case .commitOutcomeUnknown(let error): "it is not known whether the transaction was committed: \(error)"
        }
    }
}
