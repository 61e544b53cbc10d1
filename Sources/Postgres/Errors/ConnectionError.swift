/// There is no connection, or none any more. Nothing here ever carries a password.
public enum ConnectionError: Error, Sendable {
    /// No connection could be made: no such host, refused, not admitted, no such database. libpq's own words.
    case unreachable(message: String)
    /// The connection broke, or the server ended it (then `sqlState` says why, such as `57P01`). A transaction that was
    /// open is rolled back by the server.
    case lost(message: String, sqlState: SQLState?)
    /// The connection string is neither keywords nor a URI. libpq's words are not repeated: they quote the string.
    case malformedConninfo
}

extension ConnectionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let message): message
        case .lost(let message, let sqlState):
            "connection lost: \(message)\(sqlState.map { " (SQLSTATE \($0))" } ?? "")"
        case .malformedConninfo:
            "the connection string cannot be read; write \"host=… dbname=…\" or \"postgresql://user@host/database\""
        }
    }
}
