import Foundation
import TestSupport

/// Scripts of Mail/, run by the Python that script/test-mail prepares.
enum Python {
    private static let binary = Repository.root + "/.build/mail/bin/python3"

    /// Gives a script this input, and returns the JSON that it answers with.
    static func read(_ script: String, _ input: [UInt8]) throws -> Any {
        let process = self.process(script, [])
        let (give, take) = (Pipe(), Pipe())
        process.standardInput = give
        process.standardOutput = take
        try process.run()
        try give.fileHandleForWriting.write(contentsOf: Data(input))
        try give.fileHandleForWriting.close()
        let output = take.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return try JSONSerialization.jsonObject(with: output)
    }

    /// Lends a server on the port that it says it listens on, and the folder where it writes down what it gets.
    static func withServer<T>(_ script: String, _ mode: String = "", _ body: (_ port: Int, _ folder: String) throws -> T) throws
        -> T
    {
        try TemporaryFolder.with { folder in
            let process = self.process(script, mode.isEmpty ? [folder] : [folder, mode])
            let output = Pipe()
            process.standardOutput = output
            try process.run()
            defer { kill(process.processIdentifier, SIGKILL) }
            let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else { throw CocoaError(.fileReadUnknown) }
            return try body(port, folder)
        }
    }

    private static func process(_ script: String, _ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: binary)
        process.arguments = [Repository.root + "/Tests/ReportTests/Mail/" + script] + arguments
        return process
    }
}

/// Waits until a file is there, which another program makes.
func waitForFile(_ path: String) throws {
    let deadline = Date(timeIntervalSinceNow: 20)
    while !FileManager.default.fileExists(atPath: path) {
        guard deadline > Date() else { throw CocoaError(.fileReadNoSuchFile) }
        Thread.sleep(forTimeInterval: 0.01)
    }
}
