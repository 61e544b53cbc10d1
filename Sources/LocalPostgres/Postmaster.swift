import Glibc

/// The server process, as `postmaster.pid` tells of it: line 1 its number, line 8 whether it is ready.
struct Postmaster {
    let pid: Int32
    private let lines: [Substring]
    private let dataDirectory: String

    /// `nil` where there is no such file, or it is being written.
    init?(dataDirectory: String) throws {
        guard let text = try SmallFile.read(dataDirectory + "/postmaster.pid") else { return nil }
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let pid = Int32(first), pid > 0 else { return nil }
        self.pid = pid
        self.dataDirectory = dataDirectory
    }

    var isReady: Bool { lines.count >= 8 && lines[7].hasPrefix("ready") }

    /// Whether the process is there, and is this server: after a crash another may bear its number. A server's working
    /// directory is that of its data.
    var isAlive: Bool {
        guard processExists else { return false }
        guard let directory = Self.realPath("/proc/\(pid)/cwd") else { return true }
        return directory == Self.realPath(dataDirectory)
    }

    /// After a crash, lets PostgreSQL see that the number in the file is no server's.
    ///
    /// The number alone is made impossible (above Linux's largest): from the rest of the file PostgreSQL finds out
    /// whether processes of the crashed server still use its memory. So the file is not removed.
    func disownReusedNumber() throws {
        guard processExists, !isAlive else { return }
        let rest = lines.dropFirst().joined(separator: "\n")
        try SmallFile.write("\(1 << 30)\n\(rest)", to: dataDirectory + "/postmaster.pid", ownedBy: nil)
    }

    private var processExists: Bool { kill(pid, 0) == 0 || errno == EPERM }

    private static func realPath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
