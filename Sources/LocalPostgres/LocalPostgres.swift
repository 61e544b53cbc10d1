import Glibc

/// A PostgreSQL server of one's own: for a demonstration, a single desk, or tests.
///
///     let server = LocalPostgres()
///     try server.start()
///     var connection = try Connection(server.conninfo(database: "postgres"))
///
/// It lives in one directory (`data`, `server.log`, the socket), listens on a Unix socket alone, and admits whoever may
/// enter that directory as the superuser ``user``; other logins need their passwords. PostgreSQL refuses to run as root; for root it runs as the user `postgres`.
public struct LocalPostgres: Sendable {
    /// Holds everything of this server.
    public let directory: String
    /// Whether data survives a crash of the machine. False is for tests: faster, and nothing is promised.
    public let isDurable: Bool
    /// PostgreSQL's `max_connections`.
    public let maximumConnections: Int

    /// The role that owns everything; a superuser.
    public static let user = "thidua"

    /// Names a server; nothing is touched before ``start()``.
    ///
    /// - Parameters:
    ///   - name: Tells several servers of one user apart.
    ///   - directory: Where it lives, instead of `$XDG_DATA_HOME/thidua/NAME`; where that variable is not set,
    ///     `~/.local/share/thidua/NAME`, and for root `/var/lib/thidua/NAME`.
    ///   - durable: False for tests only.
    ///   - maximumConnections: How many connections it accepts; taken over at its next start.
    public init(
        name: String = "local", directory: String? = nil, durable: Bool = true, maximumConnections: Int = 100
    ) {
        let path = directory ?? Self.home + "/" + name
        self.directory = path.hasPrefix("/") ? path : Self.workingDirectory + "/" + path
        isDurable = durable
        self.maximumConnections = maximumConnections
    }

    private static var home: String {
        // The base directory specification has relative values ignored.
        if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/thidua" }
        // The server's user may not enter root's home.
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

    /// What the server writes.
    public var logFile: String { directory + "/" + Self.logName }

    static let dataName = "data"
    static let logName = "server.log"

    /// Where the socket lies.
    public var socketDirectory: String { SocketDirectory(of: directory).path }

    /// What to connect with, as the server's superuser.
    public func conninfo(database: String) -> String {
        func quoted(_ value: String) -> String {
            let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
            return "'\(String(escaped))'"
        }
        // hostaddr is named lest PGHOSTADDR lead elsewhere.
        return "host=\(quoted(socketDirectory)) hostaddr='' port=\(SocketDirectory.port) "
            + "dbname=\(quoted(database)) user=\(Self.user)"
    }
}
