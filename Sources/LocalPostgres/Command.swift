import Glibc

/// A program to be run to its end.
package struct Command {
    private let arguments: [String]

    /// - Parameter arguments: The program, searched in the path unless it has a slash, and what it is told.
    package init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// Runs it without input, and without the environment variables that PostgreSQL's programs obey.
    ///
    /// - Returns: What it wrote.
    /// - Throws: ``LocalPostgresError/commandFailed(command:output:log:)`` where it cannot be run or does not return 0.
    @discardableResult
    package func run() throws -> String {
        // To a file: a pipe would stay open as long as the server, which inherits it.
        let output = try OutputFile()
        let status = try wait(for: spawn(writingTo: output.descriptor))
        guard status == 0 else { throw failure(output.text) }
        return output.text
    }

    private func spawn(writingTo descriptor: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
        posix_spawn_file_actions_adddup2(&actions, descriptor, 2)
        // The server outlives us: a pipe of ours that it inherited would never end for whoever reads it. Closing what is not
        // open is no error here; glibc's own closefrom action is not imported.
        for inherited in 3..<Int32(256) { posix_spawn_file_actions_addclose(&actions, inherited) }

        let argv: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let environment: [UnsafeMutablePointer<CChar>?] = Self.environment().map { strdup($0) } + [nil]
        defer { for copy in argv + environment { free(copy) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, arguments[0], &actions, nil, argv, environment)
        guard code == 0 else { throw failure(String(cString: strerror(code))) }
        return pid
    }

    private func wait(for pid: pid_t) throws -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, 0) < 0 {
            guard errno == EINTR else { throw failure(String(cString: strerror(errno))) }
        }
        return status
    }

    private func failure(_ output: String) -> LocalPostgresError {
        .commandFailed(command: arguments.joined(separator: " "), output: output, log: "")
    }

    /// Ours without `PGPORT`, `PGDATA`, `PGOPTIONS` and all their like; with messages in English.
    private static func environment() -> [String] {
        var inherited: [String] = []
        var next = environ
        while let entry = next.pointee {
            inherited.append(String(cString: entry))
            next += 1
        }
        return inherited.filter { !$0.hasPrefix("PG") && !$0.hasPrefix("LC_ALL=") } + ["LC_ALL=C"]
    }
}

/// A file without a name, for a program to write to.
private struct OutputFile: ~Copyable {
    let descriptor: Int32

    init() throws {
        let path = "/tmp/output-\(getpid())-\(UInt64.random(in: 0 ... .max))"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LocalPostgresError.file(path, errno: errno) }
        unlink(path)
    }

    deinit {
        close(descriptor)
    }

    var text: String {
        lseek(descriptor, 0, SEEK_SET)
        return String(decoding: SmallFile.bytes(descriptor), as: UTF8.self)
    }
}
