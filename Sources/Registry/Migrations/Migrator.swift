import Postgres
import RegistrySQL

/// Brings a database to the schema that this program was built with.
public enum Migrator {
    /// One script, and where it stands in a database.
    public struct Step: Sendable {
        /// The script's name.
        public let name: String
        /// Where it stands.
        public let state: State
        /// When it was run, ISO 8601 by the clock in Hanoi; nil where it was not.
        public let appliedAt: String?

        /// Where a script stands.
        public enum State: String, Sendable {
            /// It was run, as it is.
            case applied
            /// It is yet to run.
            case pending
            /// A campaign's rows that have been edited since: they will be run again.
            case edited
        }
    }

    /// Something that a verify script found.
    public struct Fault: Sendable {
        /// The migration that it is about.
        public let migration: String
        /// What is wrong, for the operator.
        public let fault: String
    }

    /// Runs what is yet to run, each script in a transaction with its bookkeeping.
    ///
    /// - Parameter patience: How many seconds to wait for another migration that is under way.
    /// - Returns: The names of the scripts that were run.
    /// - Throws: ``MigrationError``; ``Refusal`` with code `busy` when patience ran out.
    public static func migrate(patience: Int = 60, on connection: inout Connection) throws -> [String] {
        try migrate(RegistrySQL.migrations, RegistrySQL.campaigns, patience: patience, on: &connection)
    }

    package static func migrate(
        _ migrations: [RegistrySQL.Migration], _ campaigns: [RegistrySQL.Campaign], patience: Int = 60,
        on connection: inout Connection
    ) throws -> [String] {
        var ran: [String] = []
        let deadline = ContinuousClock.now + .seconds(patience)
        while true {
            switch try runNext(migrations, campaigns, on: &connection) {
            case .ran(let name): ran.append(name)
            case .nothingToDo:
                try connection.transaction(TransactionOptions(lockTimeout: 10_000), recordCatalogue)
                return ran
            case .locked:
                guard ContinuousClock.now < deadline else { throw Refusal.migrationUnderWay }
                try Interruption.check(forMilliseconds: 100)
            }
        }
    }

    /// Where every script stands.
    ///
    /// - Throws: ``MigrationError``.
    public static func status(on connection: inout Connection) throws -> [Step] {
        try connection.transaction(.registryRead) { try status(&$0) }
    }

    static func status(_ transaction: inout Transaction) throws -> [Step] {
        try Ledger(RegistrySQL.migrations, RegistrySQL.campaigns, &transaction).steps()
    }

    /// Runs every migration's verify script.
    ///
    /// - Returns: The faults found; none where all is well.
    public static func verify(on connection: inout Connection) throws -> [Fault] {
        try connection.transaction(.registryRead) { transaction in
            let ledger = try Ledger(RegistrySQL.migrations, RegistrySQL.campaigns, &transaction)
            guard ledger.steps().allSatisfy({ $0.state == .applied }) else { throw Refusal.notMigrated }
            var faults: [Fault] = []
            for migration in RegistrySQL.migrations {
                let query = String(decoding: migration.verify, as: UTF8.self)
                try transaction.execute(script: "DECLARE fault CURSOR FOR \n\(query)")
                faults += try transaction.query("FETCH ALL FROM fault") { row in
                    Fault(migration: migration.name, fault: try row["fault"])
                }
                try transaction.execute("CLOSE fault")
            }
            return faults
        }
    }

    private enum Outcome {
        case ran(String)
        case nothingToDo
        case locked
    }

    /// What the migrations left behind is put on record, so that what is changed by hand later is found.
    private static func recordCatalogue(_ transaction: inout Transaction) throws {
        let canRecord: Bool? = try transaction.first("SELECT to_regprocedure('catalogue_record()') IS NOT NULL AS found") {
            try $0["found"]
        }
        guard canRecord == true else { return }
        // Asked, not remembered: whoever ran the last script may have been killed before this.
        let isRecorded = try transaction.execute(
            "SELECT FROM catalogue WHERE recorded_at > (SELECT max(applied_at) FROM migration) LIMIT 1")
        if isRecorded == 0 { try transaction.execute("SELECT catalogue_record()") }
    }

    private static func runNext(
        _ migrations: [RegistrySQL.Migration], _ campaigns: [RegistrySQL.Campaign], on connection: inout Connection
    ) throws -> Outcome {
        try connection.transaction(TransactionOptions(lockTimeout: 10_000)) { transaction in
            guard try takeTurn(&transaction) else { return .locked }
            let ledger = try Ledger(migrations, campaigns, &transaction)
            guard let script = ledger.next() else { return .nothingToDo }
            try transaction.execute(script: String(decoding: script.text, as: UTF8.self))
            try transaction.execute(
                """
                INSERT INTO migration (name, checksum) VALUES (\(script.name), sha256(\(script.text)))
                ON CONFLICT ON CONSTRAINT migration_is_run_once DO UPDATE
                    SET checksum = excluded.checksum, applied_at = clock_timestamp(), applied_by = session_user
                """)
            return .ran(script.name)
        }
    }
}

extension Migrator {
    /// Polled, not waited for: a wait would queue behind it whoever else comes.
    ///
    /// An advisory lock is anyone's to take, a table's is not; but before the first migration there is no table, and no clerk.
    private static func takeTurn(_ transaction: inout Transaction) throws -> Bool {
        if try !hasLedger(&transaction) {
            let isMine: Bool? = try transaction.first(
                "SELECT pg_try_advisory_xact_lock(hashtext('thidua migrate')) AS got"
            ) { try $0["got"] }
            guard isMine == true else { return false }
        }
        // Asked again: whoever had that lock before may have made the table.
        guard try hasLedger(&transaction) else { return true }
        do {
            try transaction.savepoint { try $0.execute("LOCK TABLE migration IN SHARE ROW EXCLUSIVE MODE NOWAIT") }
            return true
        } catch let error as ServerError where error.sqlState == .lockNotAvailable {
            return false
        }
    }

    private static func hasLedger(_ transaction: inout Transaction) throws -> Bool {
        try transaction.first("SELECT to_regclass('migration') IS NOT NULL AS found") { try $0["found"] } ?? false
    }
}

extension Refusal {
    static let notMigrated = Refusal(
        .schemaOutdated, Phrase("Cơ sở dữ liệu chưa được nâng cấp.", "The database is not migrated."),
        hint: Phrase("Chạy: thidua db migrate", "Run: thidua db migrate"))

    fileprivate static let migrationUnderWay = Refusal(
        .busy, Phrase("Một lần nâng cấp khác đang chạy.", "Another migration is running."),
        hint: Phrase("Thử lại sau ít phút.", "Try again in a few minutes."))
}
