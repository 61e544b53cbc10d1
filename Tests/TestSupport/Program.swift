import Foundation
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
    private let output: NamelessFile
    private let errors: NamelessFile
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
        self.output = try NamelessFile()
        self.errors = try NamelessFile()
        processIdentifier = try Self.spawn(
            command, environment ?? ProcessInfo.processInfo.environment,
            [(input, 0), (output, self.output.descriptor), (errors, self.errors.descriptor)])
        hasEnded.enter()
        Thread.detachNewThread { [self] in
            reap()
            hasEnded.leave()
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
        return Outcome(status: status.withLock { $0 ?? -1 }, output: output.text, errors: errors.text)
    }

    /// Runs a program to its end.
    public static func run(
        _ command: [String], environment: [String: String]? = nil, input: Stream = .nowhere, limitSeconds: Int = 120
    ) throws -> Outcome {
        try Program(command, environment: environment, input: input).wait(limitSeconds: limitSeconds)
    }

    private static func spawn(
        _ command: [String], _ environment: [String: String], _ streams: [(Stream, Int32)]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, (stream, kept)) in streams.enumerated() {
            let number = Int32(number)
            switch stream {
            case .nowhere: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
            case .kept: posix_spawn_file_actions_adddup2(&actions, kept, number)
            case .file(let path):
                let mode = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_APPEND
                posix_spawn_file_actions_addopen(&actions, number, path, mode, 0o600)
            case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
            }
        }
        // A pipe that another test's program inherited would stay open after the program that it belongs to has ended.
        for inherited in 3..<Int32(256) { posix_spawn_file_actions_addclose(&actions, inherited) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))

        let argv: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for copy in argv + variables { free(copy) } }
        var pid: pid_t = 0
        var code = posix_spawnp(&pid, command[0], &actions, &attributes, argv, variables)
        // A script that a test has just written is "busy" while a program that another test is just starting holds it open.
        for _ in 0..<500 where code == ETXTBSY {
            // Not for an event: the other program closes it within moments, without notification.
            Thread.sleep(forTimeInterval: 0.01)
            code = posix_spawnp(&pid, command[0], &actions, &attributes, argv, variables)
        }
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        return pid
    }
}

/// An unlinked file for a program to write to.
private struct NamelessFile: ~Copyable {
    let descriptor: Int32

    init() throws {
        let path = NSTemporaryDirectory() + "thidua-\(UUID().uuidString)"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        unlink(path)
    }

    deinit {
        close(descriptor)
    }

    var text: String {
        lseek(descriptor, 0, SEEK_SET)
        return String(
            decoding: FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readDataToEndOfFile(), as: UTF8.self)
    }
}
