import Glibc

/// Why there is no private server. Each says what to do.
public enum LocalPostgresError: Error, Sendable {
    /// No server is installed, or only older ones (their major versions).
    case notInstalled(found: [Int])
    /// The data are of another major version than any server that is installed.
    case otherVersion(data: String, installed: Int)
    /// Root runs the server as the user `postgres`, and there is none.
    case noAccount
    /// A directory of the server's belongs to somebody else, or others may enter it.
    case unsafeDirectory(String)
    /// Root runs the server as the user `postgres`, who may not enter a directory above it.
    case outOfReach(String)
    /// A file could not be read or written.
    case file(String, errno: Int32)
    /// `initdb` or `pg_ctl` failed: what it wrote, and the last lines of the server's log.
    case commandFailed(command: String, output: String, log: String)
    /// The server runs, and does not get ready.
    case notReady(log: String)
}

extension LocalPostgresError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notInstalled(let found):
            found.isEmpty
                ? "no PostgreSQL server is installed; apt-get install postgresql"
                : "PostgreSQL \(Self.list(found)) is too old, 15 or newer is needed; apt-get install postgresql"
        case .otherVersion(let data, let installed):
            "the data are of PostgreSQL \(data), and PostgreSQL \(installed) is installed; "
                + "apt-get install postgresql-\(data), or move the data by pg_dump"
        case .noAccount: "root needs a user postgres to run the server as; apt-get install postgresql"
        case .unsafeDirectory(let path):
            "\(path) is not a directory of the server's user alone; remove it, or make it so: owner, mode 0700"
        case .outOfReach(let path):
            "the user postgres, as whom root runs the server, may not enter \(path); name another place by XDG_DATA_HOME"
        case .file(let path, let errno): "\(path): \(String(cString: strerror(errno)))"
        case .commandFailed(let command, let output, let log):
            [command + " failed", output, log].filter { !$0.isEmpty }.joined(separator: "\n")
        case .notReady(let log): "the server runs, but is not ready; see \(log)"
        }
    }

    private static func list(_ versions: [Int]) -> String {
        versions.map(String.init).joined(separator: ", ")
    }
}
