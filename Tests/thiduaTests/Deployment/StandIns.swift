import Foundation
import Testing
import TestSupport

/// Programs that stand for others in the path of a script, and a folder where they leave what they have to tell.
struct StandIns {
    let folder: String

    /// - Parameter programs: Their names, and what they do; `$TOLD` is the folder.
    static func with<T>(_ programs: [String: String], _ body: (StandIns) throws -> T) throws -> T {
        try TemporaryFolder.with { folder in
            try FileManager.default.createDirectory(atPath: folder + "/bin", withIntermediateDirectories: true)
            for (name, text) in programs {
                try ("#!/bin/bash\n" + text + "\n").write(toFile: "\(folder)/\(name).text", atomically: false, encoding: .utf8)
                // By another process: a program that another test starts meanwhile inherits what is open here for a moment, and what
                // is open for writing cannot be run ("Text file busy").
                let install = ["install", "-m", "755", "\(folder)/\(name).text", "\(folder)/bin/\(name)"]
                guard try Program.run(install).status == 0 else { throw CocoaError(.fileWriteUnknown) }
            }
            return try body(StandIns(folder: folder))
        }
    }

    /// What a stand-in wrote into a file; empty where there is none.
    func told(_ name: String) -> String { (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? "" }

    func tell(_ name: String, _ text: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }

    /// Starts a script among them; what it says on standard error is in the file `errors`, on standard output in `output`.
    func start(_ command: [String], environment: [String: String] = [:]) throws -> Program {
        for name in ["output", "errors"] { try tell(name, "") }
        return try Program(
            command,
            environment: ["PATH": folder + "/bin:/usr/bin:/bin", "TOLD": folder].merging(environment) { _, own in own },
            output: .file(folder + "/output"), errors: .file(folder + "/errors"))
    }

    /// Runs a script to its end.
    ///
    /// - Returns: Its exit status.
    func run(_ command: [String], environment: [String: String] = [:]) throws -> Int32 {
        try start(command, environment: environment).wait().status
    }

    /// Returns once a file says this.
    func wait(for text: String, in name: String) throws {
        try waitUntil("\(name) says \(text)") { told(name).contains(text) }
    }
}

/// Nights that pass while deploy/report/nightly looks at a clock that stands still, and sleeps by setting it.
struct Nights {
    /// When the container starts.
    var start: String
    /// The exit statuses of one run after the other; in the run after the last one it is told to end.
    var statuses: [Int]

    /// What the script did, by the clock in Hanoi.
    struct Outcome {
        let runs: [String]
        let arguments: Set<String>
        let lines: [String]
        let status: Int32
    }

    private static let programs = [
        "date": #"[ "$*" = +%s ] || exec /bin/date "$@"; read -r now <"$TOLD/clock"; echo "$now""#,
        "sleep": #"read -r now <"$TOLD/clock"; echo $((now + $1)) >"$TOLD/clock""#,
        "thidua": #"""
        echo "$(TZ='<+07>-7' /bin/date --date="@$(<"$TOLD/clock")" '+%d %H:%M:%S') $*" >>"$TOLD/runs"
        mapfile -t runs <"$TOLD/runs"; mapfile -t statuses <"$TOLD/statuses"
        [ ${#runs[@]} -le ${#statuses[@]} ] && exit "${statuses[${#runs[@]} - 1]}"
        kill -TERM "$PPID"
        exec /bin/sleep 60
        """#,
    ]

    /// - Parameter script: The script's text; that of the repository, or a broken one.
    func pass(script: String) throws -> Outcome {
        try StandIns.with(Self.programs.merging(["nightly": script]) { own, _ in own }) { folder in
            let clock = try #require(ISO8601DateFormatter().date(from: start)).timeIntervalSince1970
            try folder.tell("clock", "\(Int(clock))\n")
            try folder.tell("statuses", statuses.map { "\($0)\n" }.joined())
            let status = try folder.run([folder.folder + "/bin/nightly"])
            let runs = folder.told("runs").split(separator: "\n").map(String.init)
            return Outcome(
                runs: runs.map { String($0.prefix(11)) }, arguments: Set(runs.map { String($0.dropFirst(12)) }),
                lines: folder.told("errors").split(separator: "\n").map(String.init), status: status)
        }
    }
}
