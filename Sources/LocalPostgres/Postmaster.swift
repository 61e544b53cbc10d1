import Glibc

/// The server process as described by `postmaster.pid`: line 1 is its process ID, line 8 says whether it is ready.
struct Postmaster {
    let pid: Int32
    private let lines: [Substring]
    private let dataDirectory: String

    /// `nil` if the file does not exist or is still being written.
    init?(dataDirectory: String) throws {
        guard let text = try SmallFile.read(dataDirectory + "/postmaster.pid") else { return nil }
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, let pid = Int32(first), pid > 0 else { return nil }
        self.pid = pid
        self.dataDirectory = dataDirectory
    }

    var isReady: Bool { lines.count >= 8 && lines[7].hasPrefix("ready") }

    /// Whether the process exists and is this server: after a crash, another process may have its ID. A server's working
    /// directory is its data directory.
    var isAlive: Bool {
        guard processExists else { return false }
        guard let directory = Self.realPath("/proc/\(pid)/cwd") else { return true }
        return directory == Self.realPath(dataDirectory)
    }

    /// After a crash, lets PostgreSQL see that the process ID in the file is not a server's.
    ///
    /// Only the ID is replaced, with an impossible one (above Linux's maximum). The file is not removed, because PostgreSQL
    /// uses the rest of it to detect whether processes of the crashed server still use its shared memory.
    func invalidateReusedPID() throws {
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
