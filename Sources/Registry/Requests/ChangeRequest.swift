import Postgres

/// A change that a client asks for, under an id of the client's own choice. The id is stored along with the change: what became of it can
/// be found out afterwards, and asking again with the same id does not make the change twice.
public struct ChangeRequest: Sendable {
    /// 8 to 64 letters, digits, dots, dashes and underscores.
    public let id: String
    /// The command by which it was asked for, such as `nomination add`.
    public let command: String
    /// All that was asked for, as bytes; the database keeps their SHA-256. Called when the change begins.
    public let content: @Sendable () throws -> [UInt8]

    /// A change.
    public init(id: String, command: String, content: @escaping @Sendable () throws -> [UInt8]) {
        (self.id, self.command, self.content) = (id, command, content)
    }

    /// For the connection by which the change is made. A change that is stored already throws ``StoredChange``.
    public var numbering: Connection.Numbering {
        .init(
            begin: { transaction in
                let earlier: StoredChange? =
                    try transaction.first(
                        "SELECT in_hanoi(request_begin(\(id), sha256(\(content())), \(command))) AS stored_at"
                    ) { row in
                        try (row["stored_at"] as String?).map { StoredChange(id: id, command: command, storedAt: $0) }
                    } ?? nil
                if let earlier { throw earlier }
            },
            isStored: { try StoredChange.find(id, on: &$0) != nil })
    }
}

/// A change that is stored, with the id that its client gave it.
public struct StoredChange: Error, Sendable {
    /// The client's id.
    public let id: String
    /// The command by which it was made.
    public let command: String
    /// In ISO 8601, by the clock in Hanoi.
    public let storedAt: String
}

extension StoredChange {
    /// The login's change with this id; nil if none is stored.
    ///
    /// - Throws: ``ServerError`` (`lockNotAvailable`) as long as that is not decided: it may be being stored.
    public static func find(_ id: String, on connection: inout Connection) throws -> StoredChange? {
        try connection.first("SELECT id, command, in_hanoi(stored_at) AS stored_at FROM request_find(\(id))", StoredChange.init)
    }

    /// The login's changes of the last thirty days, the latest first.
    public static func list(_ transaction: inout Transaction) throws -> [StoredChange] {
        try transaction.query("SELECT id, command, in_hanoi(stored_at) AS stored_at FROM request_list()", StoredChange.init)
    }

    init(_ row: borrowing Row) throws {
        id = try row["id"]
        command = try row["command"]
        storedAt = try row["stored_at"]
    }
}
