import Foundation
import TestSupport

/// Scripts in Mail/, run by the Python that script/python installs.
enum Python {
    private static let binary = Repository.root + "/.build/python/bin/python3"

    /// Passes a script this input, and returns the JSON that it prints.
    static func read(_ script: String, _ input: [UInt8]) throws -> Any {
        try TemporaryFolder.with { folder in
            try Data(input).write(to: URL(filePath: folder + "/input"))
            let outcome = try Program.run([binary, path(of: script)], input: .file(folder + "/input"))
            return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        }
    }

    /// Runs a server, and calls `body` with the port that it prints and the folder where it stores what it receives.
    static func withServer<T>(_ script: String, _ mode: String = "", _ body: (_ port: Int, _ folder: String) throws -> T) throws
        -> T
    {
        try TemporaryFolder.with { folder in
            let output = Pipe()
            let server = try Program(
                [binary, path(of: script), folder] + (mode.isEmpty ? [] : [mode]),
                output: .descriptor(output.fileHandleForWriting.fileDescriptor))
            defer { server.signal(SIGKILL) }
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw CocoaError(.fileReadUnknown) }
            return try body(port, folder)
        }
    }

    private static func path(of script: String) -> String { Repository.root + "/Tests/ReportTests/Mail/" + script }
}

/// Waits until a file exists that another program creates.
func waitForFile(_ path: String) throws {
    try waitUntil("\(path) exists") { FileManager.default.fileExists(atPath: path) }
}
