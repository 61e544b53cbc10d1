import Foundation
import Postgres
import TestSupport

/// Types a document's console examples, one after the other, in its own folder and database.
final class ConsoleSession {
    /// A command, and what the document says it prints.
    struct Step {
        let command: String
        let printed: [String]
    }

    /// The login that the documents call lan: logins belong to the server, which tests share.
    private static let alias = "lan_\(getpid())_\(UUID().uuidString.prefix(8).lowercased())"
    private let folder: String
    private var environment: [String: String]
    /// Numbers in the document, and the actual ones.
    private var numbers: [String: String] = [:]
    /// How many commands were run.
    private(set) var count = 0

    private init(_ folder: String, _ environment: [String: String]) {
        self.folder = folder
        self.environment = environment
    }

    /// Calls `body` with a session. The login that README adds belongs to the server, and is dropped at the end.
    static func with(_ body: (ConsoleSession) throws -> Void) throws {
        try TestServer.withDatabase { conninfo in
            try TemporaryFolder.with { folder in
                let parameters = Dictionary(
                    conninfo.matches(of: /(\w+)='?([^' ]*)'?/).map { (String($0.1), String($0.2)) }, uniquingKeysWith: { $1 })
                var environment = ProcessInfo.processInfo.environment.filter {
                    !$0.key.hasPrefix("PG") && !$0.key.hasPrefix("THIDUA")
                }
                environment["PGHOST"] = parameters["host"]
                environment["PGPORT"] = parameters["port"]
                environment["PGDATABASE"] = parameters["dbname"]
                environment["PGUSER"] = parameters["user"]
                environment["PGPASSFILE"] = folder + "/pgpass"
                let bin = URL(filePath: Tool.binary).deletingLastPathComponent().path()
                environment["PATH"] = bin + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
                for (name, text) in [
                    ("lan.password", "a long password of Lan's"), ("pgpass", "*:*:*:\(alias):a long password of Lan's"),
                ] {
                    try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
                    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/\(name)")
                }
                defer {
                    if var superuser = try? Connection(conninfo) {
                        _ = try? superuser.execute(script: "DROP OWNED BY \(alias); DROP ROLE \(alias)")
                    }
                }
                try body(ConsoleSession(folder, environment))
            }
        }
    }

    /// What follows `$ ` is typed; the rest is what is printed.
    static func steps(_ block: String) -> [Step] {
        block.split(separator: "$ ", omittingEmptySubsequences: true).map { part in
            let lines = part.split(separator: "\n").map(String.init)
            return Step(command: lines[0], printed: Array(lines.dropFirst()))
        }
    }

    /// Types a command.
    ///
    /// - Returns: The lines that are printed but not documented, or documented but not printed.
    func run(_ step: Step) throws -> [String] {
        count += 1
        if let export = step.command.wholeMatch(of: /export (\w+)=(\S*)/) {
            environment[String(export.1)] = export.2 == "lan" ? Self.alias : String(export.2)
            return []
        }
        if let file = step.command.wholeMatch(of: /cat (\S+)/) {
            // The file gets the content that the document shows.
            try (step.printed.joined(separator: "\n") + "\n").write(
                toFile: "\(folder)/\(file.1)", atomically: false, encoding: .utf8)
        }
        let command = numbers.reduce(step.command) { $0.replacing($1.key, with: $1.value) }.replacing(
            " lan ", with: " \(Self.alias) ")
        let outcome = try Program.run(["bash", "-c", "cd '\(folder)'; exec 2>&1; \(command)"], environment: environment)
        return compare(step.printed, outcome.output.replacing(Self.alias, with: "lan").split(separator: "\n").map(String.init))
    }

    /// In any order: messages and data come from two streams.
    private func compare(_ documented: [String], _ printed: [String]) -> [String] {
        var left = printed
        var differences: [String] = []
        for line in documented where line != "…" {
            let parts = Self.plain(line).split(separator: "…", omittingEmptySubsequences: false).map(String.init)
            if let index = left.firstIndex(where: { Self.matches(Self.plain($0), parts) }) {
                for (one, other) in zip(line.matches(of: /\d{9,}/), left[index].matches(of: /\d{9,}/)) {
                    numbers[String(one.0)] = String(other.0)
                }
                left.remove(at: index)
            } else {
                differences.append("documented: \(line)")
            }
        }
        return differences + (documented.contains("…") ? [] : left.map { "printed: \($0)" })
    }

    /// Whether a line begins with the first part, ends with the last, and has the others in between.
    private static func matches(_ line: String, _ parts: [String]) -> Bool {
        guard parts.count > 1 else { return line == parts[0] }
        guard line.hasPrefix(parts[0]), line.hasSuffix(parts[parts.count - 1]) else { return false }
        var rest = line[...]
        for part in parts {
            guard !part.isEmpty else { continue }
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return true
    }

    /// Without what differs each time: numbers of nominations, days and times, places, sizes, and the distance between columns.
    private static func plain(_ line: String) -> String {
        line.replacing(/\d{9,}/, with: "N")
            .replacing(/\d{4}-\d\d-\d\d(T[\d:+.]+)?/, with: "D")
            .replacing(/(\d\d:\d\d )?\d{1,2}\/\d{1,2}\/\d{4}/, with: "D")
            .replacing(/Database \S+ on \S+, port \d+/, with: "Database")
            .replacing(/PostgreSQL \d+\.\d+/, with: "PostgreSQL")
            .replacing(/\d+ \/ \d+ MiB/, with: "MiB")
            .replacing(/\d+ rows in \d+ chains/, with: "rows")
            .replacing(/[ ]+/, with: " ")
            .trimmingCharacters(in: .whitespaces)
    }
}
