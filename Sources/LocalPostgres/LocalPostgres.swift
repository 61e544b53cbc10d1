import Glibc

/// A private PostgreSQL server: for a demonstration, a single workstation, or tests.
///
///     let server = LocalPostgres()
///     try server.start()
///     var connection = try Connection(server.conninfo(database: "postgres"))
///
/// It lives in one directory (`data`, `server.log`, the socket) and listens only on a Unix socket. Anyone who can enter that
/// directory may connect as the superuser ``user``; other logins need their passwords. PostgreSQL refuses to run as root; if
/// root starts it, it runs as the user `postgres`.
public struct LocalPostgres: Sendable {
    /// Contains all files of this server.
    public let directory: String
    /// Whether data survives a crash of the machine. False is for tests: faster, but without any guarantee.
    public let isDurable: Bool
    /// PostgreSQL's `max_connections`.
    public let maximumConnections: Int

    /// The role that owns everything; a superuser.
    public static let user = "thidua"

    /// Describes a server; nothing on disk is touched before ``start()``.
    ///
    /// - Parameters:
    ///   - name: Distinguishes several servers of one user.
    ///   - directory: The server's directory, instead of `$XDG_DATA_HOME/thidua/NAME`. If that variable is not set, the
    ///     default is `~/.local/share/thidua/NAME`, or `/var/lib/thidua/NAME` for root.
    ///   - durable: False for tests only.
    ///   - maximumConnections: How many connections it accepts; takes effect at the next start.
    public init(
        name: String = "local", directory: String? = nil, durable: Bool = true, maximumConnections: Int = 100
    ) {
        let path = directory ?? Self.home + "/" + name
        self.directory = path.hasPrefix("/") ? path : Self.workingDirectory + "/" + path
        isDurable = durable
        self.maximumConnections = maximumConnections
    }

    private static var home: String {
        // The XDG Base Directory Specification says to ignore relative paths.
        if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/thidua" }
        // The server's user cannot enter root's home directory.
        if getuid() == 0 { return "/var/lib/thidua" }
        let home = environment("HOME") ?? getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) }
        return (home ?? "") + "/.local/share/thidua"
    }

    private static var workingDirectory: String {
        guard let path = getcwd(nil, 0) else { return "" }
        defer { free(path) }
        return String(cString: path)
    }

    private static func environment(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}

extension LocalPostgres {
    /// PostgreSQL's files.
    public var dataDirectory: String { directory + "/" + Self.dataName }

    /// The server's log.
    public var logFile: String { directory + "/" + Self.logName }

    static let dataName = "data"
    static let logName = "server.log"

    /// The directory of the socket.
    public var socketDirectory: String { SocketDirectory(of: directory).path }

    /// The connection string for connecting as the server's superuser.
    public func conninfo(database: String) -> String {
        func quoted(_ value: String) -> String {
            let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
            return "'\(String(escaped))'"
        }
        // hostaddr is set explicitly, so that PGHOSTADDR cannot redirect the connection.
        return "host=\(quoted(socketDirectory)) hostaddr='' port=\(SocketDirectory.port) "
            + "dbname=\(quoted(database)) user=\(Self.user)"
    }
}
