import Foundation
import Testing
import TestSupport

/// Programs that replace others in the path of a script, and a folder for their output.
struct StandIns {
    let folder: String

    /// - Parameter programs: Their names, and what they do; `$FOLDER` is the folder.
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
    func text(_ name: String) -> String { (try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? "" }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
    }

    /// Starts a script among them. The file `errors` gets its standard error, and `output` its standard output.
    func start(_ command: [String], environment: [String: String] = [:]) throws -> Program {
        for name in ["output", "errors"] { try write("", to: name) }
        return try Program(
            command,
            environment: ["PATH": folder + "/bin:/usr/bin:/bin", "FOLDER": folder].merging(environment) { _, own in own },
            output: .file(folder + "/output"), errors: .file(folder + "/errors"))
    }

    /// Runs a script to its end.
    ///
    /// - Returns: Its exit status.
    func run(_ command: [String], environment: [String: String] = [:]) throws -> Int32 {
        try start(command, environment: environment).wait().status
    }

    /// Returns once a file contains a text.
    func wait(for text: String, in name: String) throws {
        try waitUntil("\(name) contains \(text)") { self.text(name).contains(text) }
    }
}

/// Simulated nights: deploy/report/nightly reads a clock that only its own sleeps set forward.
struct Nights {
    /// When the container starts.
    var start: String
    /// The exit statuses of one run after the other; in the run after the last one the script is terminated.
    var statuses: [Int]

    /// What the script did, by the clock in Hanoi.
    struct Outcome {
        let runs: [String]
        let arguments: Set<String>
        let lines: [String]
        let status: Int32
    }

    private static let programs = [
        "date": #"[ "$*" = +%s ] || exec /bin/date "$@"; read -r now <"$FOLDER/clock"; echo "$now""#,
        "sleep": #"read -r now <"$FOLDER/clock"; echo $((now + $1)) >"$FOLDER/clock""#,
        "thidua": #"""
        echo "$(TZ='<+07>-7' /bin/date --date="@$(<"$FOLDER/clock")" '+%d %H:%M:%S') $*" >>"$FOLDER/runs"
        mapfile -t runs <"$FOLDER/runs"; mapfile -t statuses <"$FOLDER/statuses"
        [ ${#runs[@]} -le ${#statuses[@]} ] && exit "${statuses[${#runs[@]} - 1]}"
        kill -TERM "$PPID"
        exec /bin/sleep 60
        """#,
    ]

    /// - Parameter script: The script's text: the repository's, or a broken one.
    func pass(script: String) throws -> Outcome {
        try StandIns.with(Self.programs.merging(["nightly": script]) { own, _ in own }) { folder in
            let clock = try #require(ISO8601DateFormatter().date(from: start)).timeIntervalSince1970
            try folder.write("\(Int(clock))\n", to: "clock")
            try folder.write(statuses.map { "\($0)\n" }.joined(), to: "statuses")
            let status = try folder.run([folder.folder + "/bin/nightly"])
            let runs = folder.text("runs").split(separator: "\n").map(String.init)
            return Outcome(
                runs: runs.map { String($0.prefix(11)) }, arguments: Set(runs.map { String($0.dropFirst(12)) }),
                lines: folder.text("errors").split(separator: "\n").map(String.init), status: status)
        }
    }
}
