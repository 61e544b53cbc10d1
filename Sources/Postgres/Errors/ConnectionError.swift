/// There is no connection, or no longer one. Nothing here ever contains a password.
public enum ConnectionError: Error, Sendable {
    /// No connection could be made: no such host, refused, not authorised, no such database. The message is libpq's.
    case unreachable(message: String, Obstacle)
    /// The connection broke, or the server ended it (then `sqlState` says why, such as `57P01`). A transaction that was
    /// open is rolled back by the server.
    case lost(message: String, sqlState: SQLState?)
    /// The connection string is neither keywords nor a URI. libpq's message is not repeated: it quotes the string.
    case malformedConninfo
    /// Somebody was asked for login and password, and left one of them empty.
    case passwordMissing
    /// A password was given, and the server let the login in without asking for it: nothing says who it is.
    case passwordNotAsked
}

extension ConnectionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unreachable(let message, _): message
        case .lost(let message, let sqlState):
            "connection lost: \(message)\(sqlState.map { " (SQLSTATE \($0))" } ?? "")"
        case .passwordMissing: "no login or no password was given"
        case .passwordNotAsked: "the server did not ask for the password"
        case .malformedConninfo:
            "the connection string cannot be read; write \"host=… dbname=…\" or \"postgresql://user@host/database\""
        }
    }
}
