import Postgres
import Registry
import Synchronization

/// What people call things, for the result of a change. They are read within the change's own transaction: what is stored must not seem to have failed
/// because they could not be had afterwards.
enum PrintedWords {
    private static let known = Mutex<Words?>(nil)

    /// Reads them within a change.
    static func read(_ transaction: inout Transaction) throws {
        guard known.withLock({ $0 == nil }) else { return }
        let words = try Words(&transaction)
        known.withLock { $0 = words }
    }

    /// Those that were read within the change; of a command that has changed nothing, those of now.
    static func find(on connection: inout Connection) throws -> Words {
        if let words = known.withLock({ $0 }) { return words }
        return try connection.transaction(.registryRead) { try Words(&$0) }
    }
}

extension OutputFormat {
    /// Whether it has the words of the user's language, not codes.
    var isForPeople: Bool { self == .table || self == .xlsx }
}
