import Glibc
import Platform

/// Why the private server cannot be used. Most descriptions say what to do.
public enum LocalPostgresError: Error, Sendable {
    /// No server is installed, or only older ones (their major versions).
    case notInstalled(found: [Int])
    /// No installed server has the major version of the data.
    case otherVersion(data: String, installed: Int)
    /// Root runs the server as the user `postgres`, which does not exist.
    case noAccount
    /// One of the server's directories belongs to another user, or others may enter it.
    case unsafeDirectory(String)
    /// Root runs the server as the user `postgres`, which cannot enter one of this directory's parents.
    case outOfReach(String)
    /// A file could not be read or written.
    case file(String, errno: Int32)
    /// `initdb` or `pg_ctl` failed: its output, and the last lines of the server's log.
    case commandFailed(command: String, output: String, log: String)
    /// The server is running, but does not become ready.
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
            "the data belongs to PostgreSQL \(data), but PostgreSQL \(installed) is installed; "
                + "apt-get install postgresql-\(data), or move the data with pg_dump"
        case .noAccount: "root runs the server as the user postgres, which does not exist; apt-get install postgresql"
        case .unsafeDirectory(let path):
            "\(path) must be a directory that belongs to the server's user, with mode 0700; correct or remove it"
        case .outOfReach(let path):
            "the user postgres, which runs the server for root, cannot enter \(path); set XDG_DATA_HOME to another directory"
        case .file(let path, let errno): "\(path): \(SystemError(number: errno).words)"
        case .commandFailed(let command, let output, let log):
            [command + " failed", output, log].filter { !$0.isEmpty }.joined(separator: "\n")
        case .notReady(let log): "the server is running, but not ready; see \(log)"
        }
    }

    private static func list(_ versions: [Int]) -> String {
        versions.map(String.init).joined(separator: ", ")
    }
}
