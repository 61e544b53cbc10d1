import Foundation
import Postgres
import TestSupport

/// The tool itself, run as a separate process, as people and programs run it.
struct Tool {
    /// Where the tool connects to; nil leaves the variable out.
    var dsn: String?
    /// Further environment variables.
    var environment: [String: String] = [:]

    /// Runs it to its end.
    func callAsFunction(_ arguments: String...) throws -> Program.Outcome {
        try run(arguments)
    }

    /// Runs it to its end, by itself or as the last arguments of another command.
    func run(_ arguments: [String], under command: [String] = []) throws -> Program.Outcome {
        try Program.run(command + [Self.binary] + arguments, environment: fullEnvironment)
    }

    /// Starts it, and does not wait.
    func start(_ arguments: [String]) throws -> Program {
        try Program([Self.binary] + arguments, environment: fullEnvironment)
    }

    private var fullEnvironment: [String: String] {
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("PG") && !$0.key.hasPrefix("THIDUA") }
        variables["THIDUA_DSN"] = dsn
        return variables.merging(environment) { _, own in own }
    }

    /// Next to the tests' own executable.
    static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "thidua").path()

    /// Calls `body` with the tool on a registry with an open campaign `TEST`.
    static func withRegistry<T>(_ body: (Tool) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { _, conninfo in try body(Tool(dsn: conninfo)) }
    }

    /// Calls `body` with the path of a file that contains these bytes.
    static func withFile<T>(_ bytes: some Sequence<UInt8>, _ body: (String) throws -> T) throws -> T {
        let path = NSTemporaryDirectory() + "thidua-\(UUID().uuidString).csv"
        try Data(bytes).write(to: URL(filePath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }
}

extension Program.Outcome {
    /// Standard output, as JSON.
    var json: Any { get throws { try JSONSerialization.jsonObject(with: Data(output.utf8)) } }

    /// The rows of standard output.
    var rows: [[String: Any]] { get throws { try json as? [[String: Any]] ?? [] } }

    /// The one object of standard output.
    var object: [String: Any] { get throws { try json as? [String: Any] ?? [:] } }

    /// The error object on standard error.
    var error: [String: Any] {
        let object = try? JSONSerialization.jsonObject(with: Data(errors.utf8)) as? [String: Any]
        return object?["error"] as? [String: Any] ?? [:]
    }
}

extension Tool {
    /// Returns once a session of this database waits for a lock.
    static func waitForLock(in conninfo: String) throws {
        var connection = try Connection(conninfo)
        try waitUntil("a session waits for a lock") {
            try connection.execute(
                "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0
        }
    }
}
