import Glibc

/// A child program.
package struct RunningProgram: ~Copyable {
    /// How it ended.
    package enum Ending: Equatable, Sendable {
        case exited(Int32)
        case killed
    }

    private let process: pid_t
    private let group: Launch.Group
    private let messages: OpenFile
    private var ending: Ending?

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: The program, looked up in `PATH` unless it contains a slash, and its arguments.
    ///   - input: Its standard input; nil for an empty one.
    ///   - held: A descriptor that it is to have open as number 3.
    ///   - secrets: Prefixes of the environment variables that it does not inherit.
    /// - Throws: ``SystemError`` if it cannot be run.
    package init(
        _ arguments: [String], input: Int32? = nil, holding held: Int32? = nil, group: Launch.Group, withholding secrets: [String]
    ) throws(SystemError) {
        // A file rather than a pipe, which could fill, would break if this program ended first, and would stay open as long as a
        // server that inherited it.
        let messages = try OpenFile.unnamed(isSmall: true)
        var launch = Launch(arguments, environment: Self.environment(without: secrets), group: group)
        launch.streams = [(input.map(Launch.Stream.descriptor) ?? .nothing, 0)]
        launch.streams += [(.descriptor(messages.descriptor), 1), (.descriptor(messages.descriptor), 2)]
        // Last, so that it does not overwrite another descriptor before that one is duplicated.
        if let held { launch.streams.append((.descriptor(held), 3)) }
        process = try launch.start()
        self.group = group
        self.messages = messages
    }

    /// What it has written so far to standard output and standard error; at most `limit` bytes.
    package func output(limit: Int = .max) throws(SystemError) -> [UInt8] {
        try messages.contents(limit: limit)
    }

    /// How it ended; nil while it runs.
    package mutating func endingIfFinished() -> Ending? {
        if ending == nil { reap(WNOHANG) }
        return ending
    }

    /// How it ended; nil if it has not within the time.
    package mutating func ending(withinMilliseconds patience: Int) -> Ending? {
        for _ in 0..<patience / 10 where endingIfFinished() == nil { usleep(10_000) }
        return endingIfFinished()
    }

    /// Waits until it ends.
    package mutating func wait() -> Ending {
        while ending == nil { reap(0) }
        return ending ?? .killed
    }

    /// Kills it; in its own group, with all processes that it started.
    package mutating func kill() {
        guard endingIfFinished() == nil else { return }
        _ = Glibc.kill(group == .own ? -process : process, SIGKILL)
        _ = wait()
    }

    private mutating func reap(_ options: Int32) {
        var status: Int32 = 0
        let waited = waitpid(process, &status, options)
        // SIGCHLD is ignored, or another thread has waited for it: how it ended is not known.
        if waited < 0, errno == ECHILD { ending = .killed }
        guard waited == process else { return }
        ending = status & 0x7f == 0 ? .exited(status >> 8 & 0xff) : .killed
    }
}

extension RunningProgram {
    /// This program's environment, with messages in English.
    private static func environment(without secrets: [String]) -> [String] {
        var inherited: [String] = []
        var next = environ
        while let entry = next.pointee {
            inherited.append(String(cString: entry))
            next += 1
        }
        return inherited.filter { entry in !(secrets + ["LC_ALL="]).contains { entry.hasPrefix($0) } } + ["LC_ALL=C"]
    }
}
