import Foundation
import LocalPostgres
import Registry
import TestSupport
import Testing

/// What deploy/ha writes and installs; script/ha runs it.
@Suite(.limited) struct ClusterTests {
    private static let folder = Repository.root + "/deploy/ha"

    /// Calls `body` with the folder of one node's configuration, for this Patroni, and what configuring said.
    private func configured(
        _ patroni: String, _ options: [String] = [], pooler: String = "", _ body: (String, Program.Outcome) throws -> Void
    ) throws {
        try withStandIn("patroni", printing: "patroni \(patroni)") { folder in
            let outcome = try Program.run(
                [
                    Self.folder + "/configure", "--name", "db1", "--nodes", "db1=10.0.0.1,db2=10.0.0.2,db3=10.0.0.3", "--out",
                    folder + "/out",
                    "--data", folder + "/data", "--secrets", folder + "/secrets", "--repository", folder,
                ] + options, environment: ["PATH": "\(folder):\(pooler):/usr/bin:/bin"])
            try body(folder + "/out", outcome)
        }
    }

    @Test(arguments: [("3.0.2", 64), ("4.1.5", 0)])
    func `A cluster is not configured for a Patroni that loses changes`(version: String, status: Int32) throws {
        try configured(version) { folder, outcome in
            expect(outcome.status, is: status)
            let oldest = Doctor.oldestPatroni.map(String.init).joined(separator: ".")
            #expect(outcome.errors.contains("has to be \(oldest) or later") == (status != 0), "\(outcome.errors)")
            #expect(FileManager.default.fileExists(atPath: folder + "/patroni.yml") == (status == 0))
        }
    }

    @Test(arguments: [[], ["--tls", "/etc/tls"]])
    func `Every template is filled in, and only its owner reads it`(options: [String]) throws {
        try configured("4.1.5", options) { folder, outcome in
            expect(outcome.status, is: 0)
            let templates = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter { $0.hasSuffix(".in") }
            #expect(templates.count >= 6)
            for template in templates {
                let path = "\(folder)/\(template.dropLast(3))"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(text.firstMatch(of: /@[A-Z_]+@/) == nil, "\(template)")
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                expect(mode, is: 0o600)
            }
            let rules = try String(contentsOfFile: folder + "/patroni.yml", encoding: .utf8)
            // Over TLS only, if there is any; and replication from the nodes only.
            #expect(rules.contains("- host all all") == options.isEmpty)
            #expect(rules.contains("- hostssl all all") != options.isEmpty)
            let from = rules.matches(of: #/host(?:ssl)? replication replicator ([0-9./]+) /#).map { String($0.1) }
            expect(from, is: (1...3).map { "10.0.0.\($0)/32" })
        }
    }

    @Test(arguments: [("1.18.0", false), ("1.24.1", true)])
    func `The database in which PgBouncer looks verifiers up is one that it knows`(version: String, isItsOwn: Bool) throws {
        try withStandIn("pgbouncer", printing: "PgBouncer \(version)") { pooler in
            try configured("4.1.5", pooler: pooler) { folder, _ in
                let text = try String(contentsOfFile: folder + "/pgbouncer.ini", encoding: .utf8)
                let named = text.firstMatch(of: /(?m)^auth_dbname = (\w+)$/)?.1
                #expect((named != nil) == isItsOwn)
                let databases = text.matches(of: /(?m)^(\w+) = host=/).map(\.1)
                #expect(databases.contains("thidua") && named.map(databases.contains) != false, "\(text)")
            }
        }
    }

    @Test func `systemd accepts the units, and backups are made at night in Hanoi`() throws {
        let analyze = [
            "timeout", "-s", "KILL", "60", "env", "SYSTEMD_COLORS=0", "SYSTEMD_PAGER=", "LC_ALL=C.UTF-8", "systemd-analyze",
        ]
        try TemporaryFolder.with { folder in
            let units = try FileManager.default.contentsOfDirectory(atPath: Self.folder).filter {
                $0.hasSuffix(".service") || $0.hasSuffix(".timer")
            }
            #expect(units.count == 4)
            for unit in units {
                // Programs that are not on this machine.
                try String(contentsOfFile: "\(Self.folder)/\(unit)", encoding: .utf8)
                    .replacing(/=\/(opt|usr)\/[a-z\/]+/, with: "=/bin/true")
                    .write(toFile: "\(folder)/\(unit.replacing("@.", with: "@full."))", atomically: false, encoding: .utf8)
            }
            let paths = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
            expect(try Command(analyze + ["verify", "--man=no", "--recursive-errors=no"] + paths).run(), is: "")
            for path in paths where path.hasSuffix(".timer") {
                let moment = try #require(
                    try String(contentsOfFile: path, encoding: .utf8).firstMatch(of: /OnCalendar=(.*)/)?.1)
                let next = try Command(
                    ["env", "TZ=UTC"] + analyze + ["calendar", "--base-time=2026-04-20 12:00:00 UTC", String(moment)]
                ).run()
                #expect(next.contains(" 19:00:00 UTC"), "\(next)")
            }
        }
    }
}
