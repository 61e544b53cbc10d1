import Glibc

/// How a child program is started.
package struct Launch {
    /// What one of its descriptors is.
    package enum Stream: Sendable {
        /// Empty to read, and discarded when written.
        case nothing
        /// A descriptor of this process.
        case descriptor(Int32)
        /// A file: for standard input to read; otherwise to append to, created if it does not exist.
        case file(String)
    }

    /// Which process group it belongs to.
    package enum Group: Sendable {
        /// This program's: Ctrl-C interrupts both.
        case shared
        /// Its own: Ctrl-C reaches this program alone, which knows what the child is doing.
        case own
    }

    /// The program, looked up in `PATH` unless it contains a slash, and its arguments.
    package let arguments: [String]
    /// `NAME=VALUE`.
    package let environment: [String]
    package let group: Group
    /// What its descriptors are, by number; they are set in this order. It has no others.
    package var streams: [(Stream, Int32)] = []
    /// Whether every signal has its default action again. Otherwise a signal that is ignored stays so (`nohup`).
    package var resetsSignals = false

    package init(_ arguments: [String], environment: [String], group: Group) {
        (self.arguments, self.environment, self.group) = (arguments, environment, group)
    }

    /// - Throws: ``SystemError`` if it cannot be run.
    package func start() throws(SystemError) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (stream, number) in streams {
            switch stream {
            case .nothing: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
            case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, number)
            case .file(let path):
                let mode = number == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_APPEND
                posix_spawn_file_actions_addopen(&actions, number, path, mode, 0o600)
            }
        }
        // A server outlives this program: if it inherited a pipe, the pipe's reader would never see the end. Closing a
        // descriptor that is not open is not an error here; glibc's closefrom action is not imported into Swift.
        let last = streams.map(\.1).max() ?? -1
        for inherited in last + 1..<Int32(256) { posix_spawn_file_actions_addclose(&actions, inherited) }

        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // The child receives the signals that this program blocks, those that terminate a program among them.
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let flags =
            POSIX_SPAWN_SETSIGMASK | (resetsSignals ? POSIX_SPAWN_SETSIGDEF : 0) | (group == .own ? POSIX_SPAWN_SETPGROUP : 0)
        posix_spawnattr_setflags(&attributes, Int16(flags))

        let argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
        defer { for copy in argv + envp { free(copy) } }
        var process: pid_t = 0
        let code = posix_spawnp(&process, arguments[0], &actions, &attributes, argv, envp)
        guard code == 0 else { throw SystemError(number: code) }
        return process
    }
}
