import Glibc

/// A program to run to completion.
package struct Command {
    private let arguments: [String]

    /// - Parameter arguments: The program, looked up in `PATH` unless it contains a slash, and its arguments.
    package init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// Runs it without input, and without the environment variables that PostgreSQL's programs obey.
    ///
    /// - Returns: Its output, including standard error.
    /// - Throws: ``LocalPostgresError/commandFailed(command:output:log:)`` if it cannot be run or its exit status is not 0.
    @discardableResult
    package func run() throws -> String {
        // To a file: the server would inherit a pipe and keep it open as long as it runs.
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
        // The server outlives this process: if it inherited a pipe, the pipe's reader would never see the end. Closing a
        // descriptor that is not open is not an error here; glibc's closefrom action is not imported into Swift.
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

    /// This process's environment without `PGPORT`, `PGDATA`, `PGOPTIONS` and the like, and with messages in English.
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
