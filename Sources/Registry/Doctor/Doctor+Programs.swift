import Platform
import Postgres

/// What other programs on this machine say of the server.
extension Doctor {
    /// The oldest Patroni under which a machine that was frozen does not come back as a second primary, and changes are lost (its pull requests 2689
    /// and 2693). `deploy/ha/configure` refuses older ones.
    package static let oldestPatroni = [3, 0, 3]

    /// Patroni's version, where it runs on this machine.
    static func patroni(_ transaction: inout Transaction) throws -> [Diagnosis] {
        guard let (ending, output) = try run(["patroni", "--version"]), ending == .exited(0),
            let version = output.firstMatch(of: /^patroni ([0-9.]+)/)?.1
        else { return [.skipped(.patroni, Phrase("Máy này không có Patroni.", "There is no Patroni on this machine."))] }
        let isOld = version.split(separator: ".").compactMap { Int($0) }.lexicographicallyPrecedes(oldestPatroni)
        guard isOld else { return [.ok(.patroni, Phrase("Patroni \(version)", "Patroni \(version)"))] }
        return [
            .found(
                .patroni,
                Phrase(
                    "Patroni \(version) có thể làm mất dữ liệu khi một máy bị treo rồi chạy lại.",
                    "Patroni \(version) can lose changes when a machine freezes and comes back."),
                remedy: Phrase("Cập nhật Patroni trên mọi máy.", "Update Patroni on every machine."))
        ]
    }

    /// The last backup, as pgBackRest on this machine says.
    static func backup(_ transaction: inout Transaction) throws -> [Diagnosis] {
        guard let (ending, output) = try run(["pgbackrest", "--output=json", "--log-level-console=off", "info"])
        else { return [.skipped(.backup, Phrase("Máy này không có pgBackRest.", "There is no pgBackRest on this machine."))] }
        let backups =
            ending != .exited(0) || !output.hasPrefix("[")
            ? []
            : try transaction.query(
                """
                SELECT s ->> 'name' AS name, (SELECT max((b -> 'timestamp' ->> 'stop')::bigint) FROM jsonb_array_elements(s -> 'backup') b
                                              WHERE (b -> 'error')::text IS DISTINCT FROM 'true') AS stop,
                       extract(epoch FROM clock_timestamp())::bigint AS now
                FROM jsonb_array_elements(\(output)::jsonb) s
                """
            ) { row in (name: try row["name"] as String, stop: try row["stop"] as Int?, now: try row["now"] as Int) }
        guard !backups.isEmpty else {
            return [.skipped(.backup, Phrase("pgBackRest không có kho nào.", "pgBackRest has no repository."))]
        }
        return backups.map { name, stop, now in
            let remedy = Phrase("Chạy: pgbackrest --stanza=\(name) backup", "Run: pgbackrest --stanza=\(name) backup")
            guard let stop else {
                return .found(.backup, Phrase("\(name): chưa có bản sao lưu.", "\(name): there is no backup."), remedy: remedy)
            }
            let hours = (now - stop) / 3600
            let words = Phrase("\(name): sao lưu cách đây \(hours) giờ.", "\(name): backed up \(hours) h ago.")
            return hours > oldestBackupHours ? .found(.backup, words, remedy: remedy) : .ok(.backup, words)
        }
    }

    /// A day, and time for the backup itself.
    private static let oldestBackupHours = 26

    /// How a program ended within ten seconds, and what it wrote; nil if it is not installed.
    private static func run(_ command: [String]) throws -> (ending: RunningProgram.Ending?, output: String)? {
        guard var program = try? RunningProgram(command, group: .shared, withholding: ["PG", "THIDUA"]) else { return nil }
        let ending = program.ending(withinMilliseconds: 10_000)
        program.kill()
        return (ending, String(decoding: try program.output(limit: 1 << 24), as: UTF8.self))
    }
}
