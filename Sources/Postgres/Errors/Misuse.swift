/// A programming error: a statement passed to the wrong method.
public enum Misuse: Error, Sendable, Equatable {
    /// `BEGIN`, `COMMIT`, `SAVEPOINT` and the like, which are left to ``Connection/transaction(_:_:)`` and
    /// ``Transaction/savepoint(_:)``. Nothing was sent.
    case transactionControl(word: String, statement: String)
    /// A script began or ended a transaction inside one, or left one open. What it had done before may be committed.
    case scriptEndedTransaction
    /// COPY, by a method other than ``Session/copyIn(_:_:)``. It was abandoned.
    case unexpectedCopy(statement: String)
    /// ``Session/copyIn(_:_:)`` with a statement other than COPY to the server.
    case copyExpected(statement: String)
    /// libpq would not send the statement, for example because it has more than 65,535 parameters.
    case notSent(message: String, statement: String)
}

extension Misuse: CustomStringConvertible {
    public var description: String {
        switch self {
        case .transactionControl(let word, let statement):
            "\(word) is not allowed here, use transaction or savepoint; in: \(statement)"
        case .scriptEndedTransaction: "a script began or ended a transaction that is not its own"
        case .unexpectedCopy(let statement): "COPY requires copyIn, and COPY from the server is not supported; in: \(statement)"
        case .copyExpected(let statement): "not a COPY to the server; in: \(statement)"
        case .notSent(let message, let statement): "\(message); in: \(statement)"
        }
    }
}
