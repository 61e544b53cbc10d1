import Foundation
import Registry
import TestSupport
import Testing

/// What `doctor` asks of other programs on its machine, which stand-ins answer.
@Suite(.limited, .keepsFailedDatabases) struct DoctorProgramTests {
    /// The state and the words of one of the doctor's checks.
    private func examine(_ check: String, in folder: String) throws -> [[String]] {
        try Tool.withRegistry { tool in
            var tool = tool
            tool.environment["PATH"] = folder + ":/usr/bin:/bin"
            return try tool("doctor", "--lang", "en", "-o", "csv").output.split(whereSeparator: \.isNewline)
                .map { $0.split(separator: ",", maxSplits: 2).map(String.init) }.filter { $0[0] == check }.map {
                    Array($0.dropFirst())
                }
        }
    }

    @Test(arguments: [("3.0.2", "found"), ("2.10.9", "found"), ("3.0.3", "ok"), ("3.0.10", "ok"), ("4.1.5", "ok")])
    func `A Patroni that loses changes is found`(version: String, state: String) throws {
        let found = try withStandIn("patroni", printing: "patroni \(version)") { try examine("patroni", in: $0) }
        #expect(found.map(\.first) == [state] && found[0][1].contains("Patroni \(version)"), "\(found)")
    }

    @Test func `Where there is no Patroni, that is no fault`() throws {
        expect(try TemporaryFolder.with { try examine("patroni", in: $0).map(\.first) }, is: ["skipped"])
    }

    @Test(arguments: [(1, "ok", "1 h ago"), (30, "found", "30 h ago"), (nil, "found", "no backup")])
    func `The age of the last backup is told`(hours: Int?, state: String, words: String) throws {
        let backups =
            hours.map { "{\"timestamp\": {\"stop\": \(Int(Date().timeIntervalSince1970) - $0 * 3600 - 60)}, \"error\": false}" }
            ?? ""
        let answer = "[{\"name\": \"thidua\", \"backup\": [\(backups)]}]"
        let found = try withStandIn("pgbackrest", printing: answer) { try examine("backup", in: $0) }
        #expect(found.map(\.first) == [state] && found[0][1].contains(words), "\(found)")
    }
}
