/// A mistake of the program's: a statement given to the wrong method.
public enum Misuse: Error, Sendable, Equatable {
    /// `BEGIN`, `COMMIT`, `SAVEPOINT` and their like, which belong to ``Connection/transaction(_:_:)`` and
    /// ``Transaction/savepoint(_:)``. Nothing was sent.
    case transactionControl(word: String, statement: String)
    /// A script began or ended a transaction inside one, or left one open. What it had done before may be committed.
    case scriptEndedTransaction
    /// COPY, through another method than ``Session/copyIn(_:_:)`` and ``Session/copyOut(_:_:)``. It was abandoned.
    case unexpectedCopy(statement: String)
    /// ``Session/copyIn(_:_:)`` or ``Session/copyOut(_:_:)`` with another statement than COPY in that direction.
    case copyExpected(statement: String)
    /// libpq would not send the statement: more than 65,535 parameters, for one.
    case notSent(message: String, statement: String)
}

extension Misuse: CustomStringConvertible {
    public var description: String {
        switch self {
        case .transactionControl(let word, let statement):
            "\(word) is left to transaction and savepoint; in: \(statement)"
        case .scriptEndedTransaction: "a script began or ended a transaction that is not its own"
        case .unexpectedCopy(let statement): "COPY goes through copyIn and copyOut; in: \(statement)"
        case .copyExpected(let statement): "not a COPY in this direction; in: \(statement)"
        case .notSent(let message, let statement): "\(message); in: \(statement)"
        }
    }
}
