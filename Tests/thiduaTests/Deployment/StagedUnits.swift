import Foundation
import LocalPostgres
import TestSupport

/// The nightly report's units, as deploy/install-report installs them under a temporary folder, with a stand-in for the tool.
struct StagedUnits {
    let root: String

    static let service = "thidua-report.service"
    static let timer = "thidua-report.timer"
    static let failed = "thidua-report-failed.service"

    static func with<T>(_ body: (StagedUnits) throws -> T) throws -> T {
        try TemporaryFolder.with { root in
            let units = StagedUnits(root: root)
            try units.install()
            try Command(["install", "-D", "-m", "0755", "/bin/true", root + "/usr/local/bin/thidua"]).run()
            return try body(units)
        }
    }

    func install() throws {
        try Command(["timeout", "-s", "KILL", "60", Repository.root + "/deploy/install-report", "--root", root]).run()
    }

    /// Where a unit is.
    func path(_ unit: String) -> String { root + "/etc/systemd/system/" + unit }

    /// All values of a key, in the file's order.
    func values(of key: String, in unit: String) throws -> [String] {
        try String(contentsOfFile: path(unit), encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix(key + "=") }
            .map { String($0.dropFirst(key.count + 1)) }
    }
}

extension StagedUnits {
    /// The exposure computed by systemd, times ten, is at most this. It was 11 on systemd 252; other releases may weigh
    /// differently.
    private static let exposureLimit = 13

    /// What is wrong with them: systemd's messages, and what it does not detect.
    func faults() throws -> [String] {
        var faults = try complaints("verify", "--man=no", "--recursive-errors=no", Self.service, Self.timer, Self.failed)
        faults += try complaints("security", "--offline=true", "--threshold=\(Self.exposureLimit)", Self.service)
            .filter { $0.contains("Overall exposure") }
        for unit in try values(of: "OnFailure", in: Self.service) where !FileManager.default.fileExists(atPath: path(unit)) {
            faults.append("\(unit) does not exist")
        }
        faults += try Set(retried).symmetricDifference(["69", "75"]).map { "wrong after status \($0)" }
        return faults
    }

    /// Statuses of the tool's contract after which systemd starts the report again.
    private var retried: [String] {
        get throws {
            guard try values(of: "Restart", in: Self.service) == ["on-failure"] else { return [] }
            let final = try values(of: "RestartPreventExitStatus", in: Self.service).flatMap { $0.split(separator: " ") }
            return ["1", "2", "64", "65", "66", "69", "70", "75", "77", "78"].filter { !final.map(String.init).contains($0) }
        }
    }

    /// What systemd-analyze complains about.
    private func complaints(_ verb: String, _ arguments: String...) throws -> [String] {
        // Independent of the machine's manager and its settings.
        let limits = ["timeout", "-s", "KILL", "60", "env", "SYSTEMD_COLORS=0", "SYSTEMD_PAGER=", "LC_ALL=C.UTF-8"]
        let analyze = limits + ["systemd-analyze", verb, "--root=" + root] + arguments
        do {
            let words = try Command(analyze).run()
            return verb == "verify" && !words.isEmpty ? [words] : []
        } catch LocalPostgresError.commandFailed(_, let output, _) {
            return output.split(separator: "\n").map(String.init)
        }
    }
}
