import Postgres
import RegistrySQL

/// The scripts recorded as run in a database, compared with those that this program was built with.
struct Ledger {
    struct Batch {
        let name: String
        let kind: Kind
        /// In the order in which they run.
        let scripts: [RegistrySQL.Script]
        let checksum: String
    }

    enum Kind {
        /// Run once, and never edited.
        case migration
        /// All objects without rows, as one step: recreated when any of them has changed.
        case objects
        /// A campaign's rows, run again when edited.
        case campaign
    }

    private struct Entry {
        let checksum: String
        let appliedAt: String
    }

    /// In the order in which they run.
    private let steps: [Batch]
    private let entries: [String: Entry]

    init(_ scripts: Migrator.Scripts, _ transaction: inout Transaction) throws {
        var steps: [Batch] = []
        for migration in scripts.migrations {
            steps.append(try Batch(migration.name, .migration, [migration], &transaction))
        }
        if !scripts.objects.isEmpty { steps.append(try Batch("objects", .objects, scripts.objects, &transaction)) }
        for campaign in scripts.campaigns {
            steps.append(try Batch(campaign.name, .campaign, [campaign], &transaction))
        }
        self.steps = steps
        entries = try Self.entries(&transaction)
        try check()
    }

    /// The state of every step.
    func states() -> [Migrator.ScriptStatus] {
        steps.map { step in
            guard let entry = entries[step.name] else {
                return Migrator.ScriptStatus(name: step.name, state: .pending, appliedAt: nil)
            }
            let state = entry.checksum == step.checksum ? Migrator.ScriptStatus.State.applied : .edited
            return Migrator.ScriptStatus(name: step.name, state: state, appliedAt: entry.appliedAt)
        }
    }

    /// The steps that have to be run. The objects are also recreated after every migration.
    func pending() -> [Batch] {
        let changed = Set(steps.filter { entries[$0.name]?.checksum != $0.checksum }.map(\.name))
        let migrates = steps.contains { $0.kind == .migration && changed.contains($0.name) }
        return steps.filter { changed.contains($0.name) || migrates && $0.kind == .objects }
    }

    private func check() throws {
        let known = Set(steps.map(\.name))
        if let name = entries.keys.sorted().first(where: { !known.contains($0) }) { throw MigrationError.missing(name) }

        let migrations = steps.filter { $0.kind == .migration }
        for migration in migrations {
            guard let entry = entries[migration.name] else { continue }
            guard entry.checksum == migration.checksum else { throw MigrationError.changed(migration.name) }
        }
        let firstPending = migrations.first { entries[$0.name] == nil }
        let lastApplied = migrations.last { entries[$0.name] != nil }
        if let firstPending, let lastApplied, firstPending.name < lastApplied.name {
            throw MigrationError.outOfOrder(firstPending.name, after: lastApplied.name)
        }
    }

    private static func entries(_ transaction: inout Transaction) throws -> [String: Entry] {
        let exists: Bool? = try transaction.first("SELECT to_regclass('migration') IS NOT NULL AS found") { try $0["found"] }
        guard exists == true else { return [:] }
        let rows = try transaction.query(
            "SELECT name, encode(checksum, 'hex') AS checksum, in_hanoi(applied_at) AS applied_at FROM migration"
        ) { row in
            (try row["name"] as String, Entry(checksum: try row["checksum"], appliedAt: try row["applied_at"]))
        }
        return Dictionary(rows) { first, _ in first }
    }
}

extension Ledger.Batch {
    fileprivate init(
        _ name: String, _ kind: Ledger.Kind, _ scripts: [RegistrySQL.Script], _ transaction: inout Transaction
    ) throws {
        self.name = name
        self.kind = kind
        self.scripts = scripts
        let text = Array(scripts.map(\.text).joined())
        checksum = try transaction.first("SELECT encode(sha256(\(text)), 'hex') AS sum") { try $0["sum"] } ?? ""
    }
}

/// Why a database cannot be brought to this program's schema.
public enum MigrationError: Error, Sendable, Equatable {
    /// A migration was edited after it had been run.
    case changed(String)
    /// The database has run a script that this program does not have: the program is older than the database.
    case missing(String)
    /// A migration has not been run, although a later one has.
    case outOfOrder(String, after: String)
}

extension Refusal {
    init(_ error: MigrationError) {
        let message: Phrase
        let hint: Phrase
        switch error {
        case .changed(let name):
            message = Phrase(
                "Bước nâng cấp \(name) đã bị sửa sau khi chạy.", "Migration \(name) was edited after it had been run.")
            hint = Phrase(
                "Dùng bản thidua gốc; không sửa bước nâng cấp đã phát hành.",
                "Use the original program; never edit a released file.")
        case .missing(let name):
            message = Phrase(
                "Cơ sở dữ liệu đã chạy bước nâng cấp \(name) mà chương trình này không có.",
                "The database has run \(name), which this program does not have.")
            hint = Phrase("Cài bản thidua mới hơn.", "Install a newer thidua.")
        case .outOfOrder(let name, let later):
            message = Phrase(
                "Bước nâng cấp \(name) chưa chạy mà \(later) đã chạy.", "Migration \(name) was not run, although \(later) was.")
            hint = Phrase("Khôi phục đúng bản sao lưu hoặc bản thidua.", "Restore the right backup, or use the right program.")
        }
        self.init(.schemaOutdated, message, hint: hint, cause: "\(error)")
    }
}
