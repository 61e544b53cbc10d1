import Foundation
import TestSupport

/// Scripts of Mail/, run by the Python that script/python prepares.
enum Python {
    private static let binary = Repository.root + "/.build/python/bin/python3"

    /// Gives a script this input, and returns the JSON that it answers with.
    static func read(_ script: String, _ input: [UInt8]) throws -> Any {
        try TemporaryFolder.with { folder in
            try Data(input).write(to: URL(filePath: folder + "/input"))
            let outcome = try Program.run([binary, path(of: script)], input: .file(folder + "/input"))
            return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
        }
    }

    /// Lends a server on the port that it says it listens on, and the folder where it writes down what it gets.
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

/// Waits until a file is there, which another program makes.
func waitForFile(_ path: String) throws {
    try waitUntil("there is \(path)") { FileManager.default.fileExists(atPath: path) }
}
