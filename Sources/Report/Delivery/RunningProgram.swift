import Glibc
import Registry

/// A child program in its own process group: Ctrl-C reaches only us, since we know what the program is doing.
struct RunningProgram: ~Copyable {
    /// How it ended.
    enum Ending: Equatable {
        case exited(Int32)
        case killed
    }

    private let process: pid_t
    private let messages: Int32
    private var ending: Ending?

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: The program, searched for in the path unless it has a slash, and its arguments.
    ///   - input: Its standard input.
    ///   - held: A descriptor that it is to have open, as number 3.
    /// - Throws: ``Refusal`` where it cannot be run.
    init(_ arguments: [String], input: Int32, holding held: Int32? = nil) throws {
        // Memory rather than a pipe, which could fill, or break when we end before it does.
        let name = "/thidua-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        messages = shm_open(name, O_RDWR | O_CREAT | O_EXCL, 0o600)
        guard messages >= 0 else { throw Refusal.notRun(arguments[0], errno) }
        shm_unlink(name)
        do {
            process = try Self.spawn(arguments, input: input, errors: messages, held: held)
        } catch {
            close(messages)
            throw error
        }
    }

    deinit {
        close(messages)
    }

    /// Its error messages, on one line.
    var complaint: String {
        var buffer = [UInt8](repeating: 0, count: 2000)
        let count = pread(messages, &buffer, buffer.count, 0)
        // It may quote untrusted text, and is shown on terminals.
        let isControl = { (character: Character) in
            character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        let lines = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self).split(whereSeparator: isControl)
        return String(lines.joined(separator: "; ").prefix(400))
    }

    /// How it ended; nil while it runs.
    mutating func endingIfFinished() -> Ending? {
        var status: Int32 = 0
        if ending == nil, waitpid(process, &status, WNOHANG) == process {
            ending = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .killed
        }
        return ending
    }

    /// Kills it, with all processes that it started.
    mutating func kill() {
        guard endingIfFinished() == nil else { return }
        _ = Glibc.kill(-process, SIGKILL)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        ending = .killed
    }
}

extension RunningProgram {
    private static func spawn(_ arguments: [String], input: Int32, errors: Int32, held: Int32?) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, 1)
        posix_spawn_file_actions_adddup2(&actions, errors, 2)
        // Last, so that it does not overwrite another descriptor before that one is moved.
        if let held { posix_spawn_file_actions_adddup2(&actions, held, 3) }
        for inherited in (held == nil ? 3 : 4)..<Int32(256) { posix_spawn_file_actions_addclose(&actions, inherited) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals that we block, including those that end a program, are not blocked in the child.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))

        let argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let environment: [UnsafeMutablePointer<CChar>?] = Self.environment().map { strdup($0) } + [nil]
        defer { for copy in argv + environment { free(copy) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, argv, environment)
        guard code == 0 else { throw Refusal.notRun(arguments[0], code) }
        return process
    }

    /// Our environment, without the database's password and similar variables, and with messages in English.
    private static func environment() -> [String] {
        var inherited: [String] = []
        var next = environ
        while let entry = next.pointee {
            inherited.append(String(cString: entry))
            next += 1
        }
        return inherited.filter { !$0.hasPrefix("PG") && !$0.hasPrefix("THIDUA") && !$0.hasPrefix("LC_ALL=") } + ["LC_ALL=C"]
    }
}

extension Refusal {
    /// A program does not exist, or may not be run.
    static func notRun(_ program: String, _ code: Int32) -> Refusal {
        Refusal(
            .fileNotFound,
            Phrase("Không chạy được chương trình \(program).", "The program \(program) cannot be run."),
            hint: Phrase("Cài chương trình đó trên máy này.", "Install it on this machine."),
            cause: String(cString: strerror(code)))
    }
}
