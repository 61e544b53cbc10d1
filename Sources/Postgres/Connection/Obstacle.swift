import CLibPQ

extension ConnectionError {
    /// Why no connection could be made.
    public enum Obstacle: Sendable, Equatable {
        /// The server refused: 28P01 is a wrong password or an unknown login, 3D000 an unknown database, 53300 too many connections.
        case server(SQLState)
        /// The server asks for a password, and none is known.
        case passwordNeeded
        /// There is no socket where it should be.
        case noSocket
        /// The machine answers, and nothing listens there.
        case refused
        /// There is no machine of that name.
        case unknownHost
        /// The machine does not answer.
        case silence
        /// The server could not prove who it is, or does not encrypt.
        case untrusted
        /// None of the servers has the state that is asked for (`target_session_attrs`): none is the primary.
        case wrongState
        /// Something else; the message says what.
        case other
    }
}

extension ConnectionError.Obstacle {
    /// - Parameters:
    ///   - message: libpq's message about each host that it has tried, a line or two for each. Its own words are English, since the program never sets
    ///     a locale; the server's may be in any language.
    ///   - serverSays: Asks the server once more, for its SQLSTATE.
    init(_ message: String, serverSays: () -> SQLState?) {
        // libpq writes a severity and two spaces before what the server says, in every language.
        if message.contains(#/(?m)failed: \S+:  /#), let state = serverSays() {
            self = .server(state)
            return
        }
        let signs: [(Self, [String])] = [
            (.wrongState, ["session is ", "server is in hot standby", "server is not in hot standby"]),
            (.untrusted, ["SSL", "certificate", "root.crt"]),
            (.silence, ["timeout expired", "timed out", "No route to host", "Network is unreachable"]),
            (.unknownHost, ["could not translate host name", "could not look up"]),
            (.noSocket, ["No such file or directory"]),
            (.refused, ["Connection refused"]),
        ]
        self = signs.first { $0.1.contains { message.contains($0) } }?.0 ?? .other
    }
}

extension ConnectionParameters {
    /// The SQLSTATE with which the server refuses a connection. libpq shows it only if it is asked to before the server has answered, so this is
    /// another attempt.
    static func refusal(_ conninfo: String, adding additions: [String: String]) -> SQLState? {
        let connection = start(conninfo, adding: additions, PQconnectStartParams)
        defer { PQfinish(connection) }
        guard let connection, PQstatus(connection) != CONNECTION_BAD else { return nil }
        PQsetErrorVerbosity(connection, PQERRORS_SQLSTATE)
        PQreset(connection)
        guard PQstatus(connection) == CONNECTION_BAD, let message = PQerrorMessage(connection).map({ String(cString: $0) }) else {
            return nil
        }
        return message.matches(of: #/failed: \S+:  ([0-9A-Z]{5})/#).last.map { SQLState(rawValue: String($0.1)) }
    }
}
