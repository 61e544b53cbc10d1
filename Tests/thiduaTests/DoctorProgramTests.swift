import Foundation
import Registry
import TestSupport
import Testing

/// What `doctor` asks of other programs on its machine, which stand-ins answer; and the configuration of a cluster, which asks the same.
@Suite(.limited, .keepsFailedDatabases) struct DoctorProgramTests {
    /// A folder with a program that prints this.
    private func withStandIn<T>(_ name: String, printing text: String, _ body: (String) throws -> T) throws -> T {
        try TemporaryFolder.with { folder in
            try Data("#!/bin/sh\ncat <<'END'\n\(text)\nEND\n".utf8).write(to: URL(filePath: "\(folder)/\(name)"))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(name)")
            return try body(folder)
        }
    }

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

    @Test(arguments: [("3.0.2", 64), ("4.1.5", 0)])
    func `A cluster is not configured for a Patroni that loses changes`(version: String, status: Int32) throws {
        try withStandIn("patroni", printing: "patroni \(version)") { folder in
            let outcome = try Program.run(
                [
                    Repository.root + "/deploy/ha/configure", "--name", "db1", "--nodes",
                    "db1=10.0.0.1,db2=10.0.0.2,db3=10.0.0.3",
                    "--out", folder + "/out", "--data", folder + "/data", "--secrets", folder + "/secrets", "--repository",
                    folder,
                ], environment: ["PATH": folder + ":/usr/bin:/bin"])
            expect(outcome.status, is: status)
            let oldest = Doctor.oldestPatroni.map(String.init).joined(separator: ".")
            #expect(outcome.errors.contains("has to be \(oldest) or later") == (status != 0), "\(outcome.errors)")
            #expect(FileManager.default.fileExists(atPath: folder + "/out/patroni.yml") == (status == 0))
        }
    }
}
