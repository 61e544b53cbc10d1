/// Creates the data directory, and starts and stops the server. The caller holds the lock.
struct Cluster {
    private let server: LocalPostgres
    private let binaries: ServerBinaries
    private let account: ServerAccount

    /// How long to wait for the server, in seconds: recovery after a crash may take a while.
    static let patienceSeconds = 60

    init(_ server: LocalPostgres, _ binaries: ServerBinaries, _ account: ServerAccount) {
        self.server = server
        self.binaries = binaries
        self.account = account
    }

    /// Creates the data directory under a temporary name and renames it: a directory with the final name is always complete.
    func createIfAbsent() throws {
        guard try server.status() == .absent else { return }
        let unfinished = LocalPostgres.dataName + ".unfinished"
        try run(["/bin/rm", "-rf", "--", unfinished])
        try run([
            binaries.path("initdb"), "--pgdata", unfinished, "--username", LocalPostgres.user, "--encoding", "UTF8",
            "--locale", ServerLocale.name, "--auth-local", "trust", "--auth-host", "reject",
            server.isDurable ? "--data-checksums" : "--no-sync",
        ])
        let created = server.directory + "/" + unfinished
        try SmallFile.append("\ninclude 'local.conf'\n", to: created + "/postgresql.conf")
        try SmallFile.move(created, to: server.dataDirectory)
    }

    func start() throws {
        try SocketDirectory(of: server.directory).create(for: account)
        try SmallFile.write(settings, to: server.dataDirectory + "/local.conf", ownedBy: account)
        try SmallFile.write(admission, to: server.dataDirectory + "/pg_hba.conf", ownedBy: account)
        try Postmaster(dataDirectory: server.dataDirectory)?.invalidateReusedPID()
        do {
            try control("start", "--log", LocalPostgres.logName)
        } catch LocalPostgresError.commandFailed(let command, let output, _) {
            let log = try SmallFile.read(server.logFile) ?? ""
            throw LocalPostgresError.commandFailed(command: command, output: output, log: log.lastLines(15))
        }
    }

    var hasCurrentSettings: Bool {
        get throws { try SmallFile.read(server.dataDirectory + "/local.conf") == settings }
    }

    func stop() throws {
        try control("stop", "--mode", "fast")
    }

    private func control(_ action: String, _ options: String...) throws {
        try run(
            [binaries.path("pg_ctl"), action, "--pgdata", LocalPostgres.dataName, "--wait"]
                + ["--timeout", String(Self.patienceSeconds)] + options)
    }

    /// Runs a command in the server's directory. Paths are relative, because pg_ctl puts them into a shell command
    /// without quoting everything that a path may contain.
    private func run(_ command: [String]) throws {
        try Command(["env", "--chdir=\(server.directory)"] + account.prefix + command).run()
    }

    /// Anyone who can enter the directory may connect as the owner; other logins authenticate, as they would remotely.
    private var admission: String {
        """
        # Written by the program at every start.
        local all \(LocalPostgres.user) trust
        local all all scram-sha-256

        """
    }

    /// Rewritten at every start, so that they stay in sync with the program.
    private var settings: String {
        let durability =
            server.isDurable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_wal_size = 256MB\n"
        // A list of double-quoted names within a single-quoted string that interprets backslashes.
        let directory = SocketDirectory(of: server.directory).path
            .doubling("\"").doubling("\\").doubling("'")
        return """
            # Written by the program at every start. Your own settings belong in postgresql.conf, below the include.
            listen_addresses = ''
            unix_socket_directories = '"\(directory)"'
            unix_socket_permissions = 0700
            port = \(SocketDirectory.port)
            max_connections = \(server.maximumConnections)
            # As deploy/close-server sets it.
            max_locks_per_transaction = 1024
            # No query here runs long enough for compilation to pay off.
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
            \(binaries.majorVersion >= 17 ? "max_notify_queue_pages = 8192" : "")
            \(durability)
            """
    }
}

extension String {
    fileprivate func doubling(_ mark: Character) -> String {
        String(flatMap { $0 == mark ? [$0, $0] : [$0] })
    }

    fileprivate func lastLines(_ count: Int) -> String {
        split(separator: "\n").suffix(count).joined(separator: "\n")
    }
}
