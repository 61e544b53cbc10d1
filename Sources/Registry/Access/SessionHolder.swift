import Postgres

/// A session that holds what another one waits for, or held it and was ended.
public struct SessionHolder: Sendable, Hashable {
    /// The login's name.
    public let login: String
    /// Its unit; nil if it is tied to none.
    public let unit: String?
    /// Since when its transaction has been open, in ISO 8601 by the clock in Hanoi; nil if the server does not say.
    public let since: String?
    /// The table in which it holds something; nil if the server does not say.
    public let held: String?
}

extension SessionHolder {
    /// Who holds up a session of the same login: everybody for an administrator, colleagues for a clerk.
    ///
    /// - Parameter process: The waiting session's ``Connection/serverProcessID``.
    public static func blocking(_ process: Int32, on connection: inout Connection) throws -> [SessionHolder] {
        try connection.query(
            "SELECT login, unit, in_hanoi(since) AS since, held FROM session_blocking(\(process))", SessionHolder.init)
    }

    /// Ends the clerks' sessions that hold up an administrator's.
    ///
    /// - Parameter onEnded: Called when they have ended, and before that is on record, which may take a while.
    /// - Returns: Those that were ended.
    public static func endBlocking(
        _ process: Int32, on connection: inout Connection, onEnded: () -> Void = {}
    ) throws -> [SessionHolder] {
        var options = TransactionOptions.registryAside
        // Until whoever waited has done what it was waiting for.
        options.lockTimeout = 15_000
        return try connection.transaction(options) { transaction in
            let ended = try transaction.query(
                "SELECT login, unit, in_hanoi(since) AS since, held FROM session_end_blocking(\(process))", SessionHolder.init)
            onEnded()
            return ended
        }
    }

    init(_ row: borrowing Row) throws {
        login = try row["login"]
        unit = try row["unit"]
        since = try row["since"]
        held = try row["held"]
    }

    /// The login with its unit, and since when: `lan (04), 08:30 27/11/2026`.
    public var phrase: Phrase {
        let name = login + (unit.map { " (\($0))" } ?? "")
        guard let since else { return Phrase(name, name) }
        let moment = ReadableTime.of(since)
        return Phrase("\(name), từ \(moment)", "\(name), since \(moment)")
    }
}
