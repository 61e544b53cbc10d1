import Postgres
import RegistrySQL

/// What a database says was run in it, held against what this program was built with.
struct Ledger {
    struct Script {
        let name: String
        let text: [UInt8]
        let checksum: String
        /// A campaign's rows are run again when they are edited; a migration never is.
        let isRepeatable: Bool
    }

    private struct Entry {
        let checksum: String
        let appliedAt: String
    }

    private let scripts: [Script]
    private let entries: [String: Entry]

    init(
        _ migrations: [RegistrySQL.Migration], _ campaigns: [RegistrySQL.Campaign], _ transaction: inout Transaction
    ) throws {
        var scripts: [Script] = []
        for migration in migrations {
            scripts.append(try Script(migration.name, migration.script, isRepeatable: false, &transaction))
        }
        for campaign in campaigns {
            scripts.append(try Script(campaign.name, campaign.script, isRepeatable: true, &transaction))
        }
        self.scripts = scripts
        entries = try Self.entries(&transaction)
        try check()
    }

    /// Where every script stands, in the order in which they run.
    func steps() -> [Migrator.Step] {
        scripts.map { script in
            guard let entry = entries[script.name] else {
                return Migrator.Step(name: script.name, state: .pending, appliedAt: nil)
            }
            let state = entry.checksum == script.checksum ? Migrator.Step.State.applied : .edited
            return Migrator.Step(name: script.name, state: state, appliedAt: entry.appliedAt)
        }
    }

    /// The script to run next.
    func next() -> Script? {
        scripts.first { entries[$0.name]?.checksum != $0.checksum }
    }

    private func check() throws {
        let known = Set(scripts.map(\.name))
        if let name = entries.keys.sorted().first(where: { !known.contains($0) }) { throw MigrationError.missing(name) }

        let migrations = scripts.filter { !$0.isRepeatable }
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

extension Ledger.Script {
    fileprivate init(
        _ name: String, _ text: [UInt8], isRepeatable: Bool, _ transaction: inout Transaction
    ) throws {
        self.name = name
        self.text = text
        self.isRepeatable = isRepeatable
        checksum = try transaction.first("SELECT encode(sha256(\(text)), 'hex') AS sum") { try $0["sum"] } ?? ""
    }
}

/// Why a database cannot be brought to this program's schema.
public enum MigrationError: Error, Sendable, Equatable {
    /// A migration was edited after it had been run.
    case changed(String)
    /// The database has run a script that this program does not have: the program is older than the database.
    case missing(String)
    /// A migration is yet to run, although a later one has been.
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
                "Dùng bản thidua gốc; không sửa tệp đã phát hành.", "Use the original program; never edit a released file.")
        case .missing(let name):
            message = Phrase(
                "Cơ sở dữ liệu đã chạy \(name), chương trình này không có.",
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
