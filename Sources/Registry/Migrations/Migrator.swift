import Postgres
import RegistrySQL

/// Brings a database to the schema that this program was built with.
///
/// Tables are migrated. The objects without rows (functions, views, triggers, policies, grants) are dropped and recreated
/// whenever any of them has changed. All of this is one transaction: other sessions see the registry as it was before it, or
/// as it is after it.
public enum Migrator {
    /// The scripts that make up a schema.
    package struct Scripts: Sendable {
        package var migrations: [RegistrySQL.Script]
        package var objects: [RegistrySQL.Script]
        package var campaigns: [RegistrySQL.Script]

        package init(
            migrations: [RegistrySQL.Script], objects: [RegistrySQL.Script] = [], campaigns: [RegistrySQL.Script] = []
        ) {
            self.migrations = migrations
            self.objects = objects
            self.campaigns = campaigns
        }

        /// The registry's own.
        package static let registry = Scripts(
            migrations: RegistrySQL.migrations, objects: RegistrySQL.objects, campaigns: RegistrySQL.campaigns)
    }

    /// A migration, a campaign or all objects, and its state in a database.
    public struct ScriptStatus: Sendable {
        /// The script's name; `objects` for the objects without rows.
        public let name: String
        /// Its state.
        public let state: State
        /// When it was run, ISO 8601 by the clock in Hanoi; nil if it was not.
        public let appliedAt: String?

        /// The state of a script.
        public enum State: String, Sendable {
            /// It was run in its present form.
            case applied
            /// It has not been run.
            case pending
            /// It has been edited since, and will be run again; never a migration.
            case edited
        }
    }

    /// Something that a check found.
    public struct Fault: Sendable {
        /// The check.
        public let check: String
        /// What is wrong, for the operator.
        public let fault: String
    }

    /// Runs the steps that have to be run.
    ///
    /// - Parameter patience: How many seconds to wait for another migration; for a lock on a table, at most ten.
    /// - Returns: The names of the steps that were run.
    /// - Throws: ``MigrationError``; ``Refusal`` with code `busy` if a wait timed out.
    public static func migrate(patience: Int = 60, on connection: inout Connection) throws -> [String] {
        try migrate(to: .registry, patience: patience, on: &connection)
    }

    package static func migrate(to scripts: Scripts, patience: Int = 60, on connection: inout Connection) throws -> [String] {
        let deadline = ContinuousClock.now + .seconds(patience)
        // Clerks queue behind this wait for their tables, so it must be short.
        let options = TransactionOptions(lockTimeout: min(max(patience, 1), 10) * 1000)
        while true {
            let taken: [String]?
            do {
                taken = try connection.transaction(options) { transaction in
                    guard try takeTurn(&transaction) else { return nil }
                    let missing = try missingTables(&transaction)
                    guard missing.isEmpty else { throw Refusal.damaged(missing) }
                    let steps = try Ledger(scripts, &transaction).pending()
                    if !steps.isEmpty { try take(steps, &transaction) }
                    return steps.map(\.name)
                }
            } catch let error as ServerError where error.sqlState == .lockNotAvailable {
                throw try heldUp(error, on: &connection)
            }
            if let taken { return taken }
            guard ContinuousClock.now < deadline else { throw try migrationUnderWay(on: &connection) }
            try Interruption.check(forMilliseconds: 100)
        }
    }

    /// The state of every step.
    ///
    /// - Throws: ``MigrationError``.
    public static func status(on connection: inout Connection) throws -> [ScriptStatus] {
        try connection.transaction(.registryRead) { transaction in
            let missing = try missingTables(&transaction)
            guard missing.isEmpty else { throw Refusal.damaged(missing) }
            return try status(&transaction)
        }
    }

    /// The tables that the migrations made, and an accident took.
    static func missingTables(_ transaction: inout Transaction) throws -> [String] {
        let isRecorded = try transaction.first("SELECT to_regprocedure('catalogue_missing()') IS NOT NULL AS there") {
            try $0["there"] as Bool
        }
        guard isRecorded == true else { return [] }
        return try transaction.query("SELECT catalogue_missing() AS name") { try $0["name"] }
    }

    static func status(_ transaction: inout Transaction) throws -> [ScriptStatus] {
        try Ledger(.registry, &transaction).states()
    }

    /// Runs every check.
    ///
    /// - Returns: The faults found; empty if there are none.
    public static func verify(on connection: inout Connection) throws -> [Fault] {
        try connection.transaction(.registryRead) { transaction in
            guard try status(&transaction).allSatisfy({ $0.state == .applied }) else { throw Refusal.notMigrated }
            var faults: [Fault] = []
            let isStandby = try transaction.first("SELECT pg_is_in_recovery() AS is") { try $0["is"] as Bool } == true
            for check in RegistrySQL.verifications where !(isStandby && check.name == "intake") {
                let query = String(decoding: check.text, as: UTF8.self)
                try transaction.execute(script: "DECLARE fault CURSOR FOR \n\(query)")
                faults += try transaction.query("FETCH ALL FROM fault") { row in
                    Fault(check: check.name, fault: try row["fault"])
                }
                try transaction.execute("CLOSE fault")
            }
            return faults
        }
    }
}

extension Migrator {
    private static func take(_ steps: [Ledger.Batch], _ transaction: inout Transaction) throws {
        let migrates = steps.contains { $0.kind == .migration }
        let makesObjects = steps.contains { $0.kind == .objects }
        // In a new database there is nothing to drop, and the first migration creates the owner and continues as that role.
        let isNew = try !hasLedger(&transaction)
        var differences = "[]"
        if !isNew {
            if migrates {
                try actAsOwner(&transaction)
                differences = try unrecordedDifferences(&transaction)
            }
            // Rows that a migration changes are recorded in the trail, like any change.
            if makesObjects { try dropObjects(keepsTrail: migrates, &transaction) }
            try actAsOwner(&transaction)
        }
        for step in steps {
            if step.kind == .objects, migrates, !isNew {
                try transaction.execute("SET CONSTRAINTS ALL IMMEDIATE")
                try dropObjects(keepsTrail: false, &transaction)
                try transaction.execute("SET CONSTRAINTS ALL DEFERRED")
            }
            for script in step.scripts { try run(script, &transaction) }
        }
        for step in steps { try record(step, &transaction) }
        if migrates { try recordSeed(except: differences, &transaction) }
        if makesObjects { try recordCatalogue(&transaction) }
    }

    private static func run(_ script: RegistrySQL.Script, _ transaction: inout Transaction) throws {
        try transaction.execute(script: String(decoding: script.text, as: UTF8.self))
    }

    private static func actAsOwner(_ transaction: inout Transaction) throws {
        try transaction.execute("SET LOCAL ROLE thidua_owner")
    }

    private static func dropObjects(keepsTrail: Bool, _ transaction: inout Transaction) throws {
        // Not as the owner: some objects belong to the role that creates logins.
        try transaction.execute("RESET ROLE")
        try run(RegistrySQL.dropObjects, &transaction)
        try transaction.execute("SELECT pg_temp.drop_objects(keeps_trail => \(keepsTrail))")
        try actAsOwner(&transaction)
    }

    private static func record(_ step: Ledger.Batch, _ transaction: inout Transaction) throws {
        let text = Array(step.scripts.map(\.text).joined())
        try transaction.execute(
            """
            INSERT INTO migration (name, checksum) VALUES (\(step.name), sha256(\(text)))
            ON CONFLICT ON CONSTRAINT migration_is_run_once DO UPDATE
                SET checksum = excluded.checksum, applied_at = clock_timestamp(), applied_by = session_user
            """)
    }

    /// Records the catalogue as migrated, so that later changes by hand are detected.
    private static func recordCatalogue(_ transaction: inout Transaction) throws {
        guard try hasFunction("catalogue_record()", &transaction) else { return }
        try transaction.execute("SELECT catalogue_record()")
    }

    /// What the tables and the trail disagree about already, as JSON: no migration accounts for it.
    private static func unrecordedDifferences(_ transaction: inout Transaction) throws -> String {
        guard try hasFunction("seed_due()", &transaction) else { return "[]" }
        return try transaction.first("SELECT seed_due()::text AS due") { try $0["due"] } ?? "[]"
    }

    /// Records the rows that the migrations added or changed without the trail, so that the tables agree with it.
    private static func recordSeed(except differences: String, _ transaction: inout Transaction) throws {
        guard try hasFunction("seed_record(jsonb)", &transaction) else { return }
        try transaction.execute("SET CONSTRAINTS ALL IMMEDIATE")
        try transaction.execute("SELECT seed_record(\(differences)::jsonb)")
        try transaction.execute("SET CONSTRAINTS ALL DEFERRED")
    }

    private static func hasFunction(_ signature: String, _ transaction: inout Transaction) throws -> Bool {
        try transaction.first("SELECT to_regprocedure(\(signature)) IS NOT NULL AS found") { try $0["found"] } ?? false
    }
}

extension Refusal {
    static let notMigrated = Refusal(
        .schemaOutdated, Phrase("Cơ sở dữ liệu chưa được nâng cấp.", "The database is not migrated."),
        hint: Phrase("Chạy: thidua db migrate", "Run: thidua db migrate"))
}
