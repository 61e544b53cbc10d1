import Foundation
import Platform
import Synchronization

/// A program that a test runs: in a separate process group, with every signal at its default.
///
/// Foundation's `Process` is not used. It waits for a socket that all descendants of the program inherit, and so never returns if
/// one of them is left behind. Its programs also inherit this thread's signal mask, and a test's thread blocks all signals.
/// Besides, Swift Testing's exit tests spin until an ended child is reaped: here a thread waits for each child from the start.
public final class Program: Sendable {
    /// The result of a run.
    public struct Outcome: Sendable {
        /// The exit status; 128 plus the signal's number if a signal ended the program.
        public let status: Int32
        public let output: String
        public let errors: String
    }

    /// The destination or the source of a standard stream.
    public enum Stream: Sendable {
        case nowhere
        /// Kept for ``Outcome``, in a file: a pipe would stay open as long as any process that the program left behind.
        case kept
        case file(String)
        /// An open file of this process, which stays the caller's.
        case descriptor(Int32)
    }

    /// The program did not end in time, and was killed.
    public struct Overdue: Error, CustomStringConvertible {
        let command: [String]
        let seconds: Int

        public var description: String { "did not end within \(seconds) seconds: \(command.joined(separator: " "))" }
    }

    public let processIdentifier: pid_t
    private let command: [String]
    private let output: OpenFile
    private let errors: OpenFile
    private let status = Mutex<Int32?>(nil)
    private let hasEnded = DispatchGroup()

    /// Starts a program.
    ///
    /// - Parameters:
    ///   - command: The program, looked up in `PATH` unless it contains a slash, and its arguments.
    ///   - environment: All environment variables; nil for those of this process.
    public init(
        _ command: [String], environment: [String: String]? = nil, input: Stream = .nowhere, output: Stream = .kept,
        errors: Stream = .kept
    ) throws {
        self.command = command
        self.output = try OpenFile.unnamed()
        self.errors = try OpenFile.unnamed()
        var launch = Launch(
            command, environment: (environment ?? ProcessInfo.processInfo.environment).map { "\($0)=\($1)" }, group: .own)
        launch.resetsSignals = true
        launch.streams = [
            (Self.stream(input), 0), (Self.stream(output, kept: self.output.descriptor), 1),
            (Self.stream(errors, kept: self.errors.descriptor), 2),
        ]
        processIdentifier = try launch.start()
        hasEnded.enter()
        Thread.detachNewThread { [self] in
            reap()
            hasEnded.leave()
        }
    }

    private static func stream(_ stream: Stream, kept: Int32? = nil) -> Launch.Stream {
        switch stream {
        case .nowhere: .nothing
        case .kept: kept.map(Launch.Stream.descriptor) ?? .nothing
        case .file(let path): .file(path)
        case .descriptor(let descriptor): .descriptor(descriptor)
        }
    }

    private func reap() {
        // The end is observed first, and the child reaped under the lock: until then its ID is not reused, and may be signalled.
        var seen = siginfo_t()
        while waitid(P_PID, id_t(processIdentifier), &seen, WEXITED | WNOWAIT) != 0 && errno == EINTR {}
        status.withLock { status in
            var word: Int32 = 0
            while waitpid(processIdentifier, &word, 0) < 0 && errno == EINTR {}
            let signal = word & 0x7f
            status = signal == 0 ? (word >> 8) & 0xff : 128 + signal
        }
    }

    /// Sends the program a signal, unless it has ended.
    public func signal(_ signal: Int32) {
        status.withLock { if $0 == nil { kill(processIdentifier, signal) } }
    }

    /// Whether no process of the program's group is left.
    public var hasLeftNothing: Bool { kill(-processIdentifier, 0) != 0 }

    /// Waits for the program to end.
    ///
    /// - Throws: ``Overdue``, after the program and its process group have been killed.
    @discardableResult
    public func wait(limitSeconds: Int = 120) throws -> Outcome {
        if hasEnded.wait(timeout: .now() + .seconds(limitSeconds)) == .timedOut {
            status.withLock { if $0 == nil { kill(-processIdentifier, SIGKILL) } }
            throw Overdue(command: command, seconds: limitSeconds)
        }
        return try Outcome(status: status.withLock { $0 ?? -1 }, output: Self.text(output), errors: Self.text(errors))
    }

    /// Runs a program to its end.
    public static func run(
        _ command: [String], environment: [String: String]? = nil, input: Stream = .nowhere, limitSeconds: Int = 120
    ) throws -> Outcome {
        try Program(command, environment: environment, input: input).wait(limitSeconds: limitSeconds)
    }

    /// What it has written to standard error so far.
    public var errorsSoFar: String { (try? Self.text(errors)) ?? "" }

    private static func text(_ file: borrowing OpenFile) throws -> String {
        String(decoding: try file.contents(), as: UTF8.self)
    }
}
