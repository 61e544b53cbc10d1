/// The commands by which the data come to be and the server starts and stops; their caller holds the lock.
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

    /// Creates the data beside their place and moves them there: whatever is at that place is complete.
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
        try Postmaster(dataDirectory: server.dataDirectory)?.disownReusedNumber()
        do {
            try control("start", "--log", LocalPostgres.logName)
        } catch LocalPostgresError.commandFailed(let command, let output, _) {
            let log = try SmallFile.read(server.logFile) ?? ""
            throw LocalPostgresError.commandFailed(command: command, output: output, log: log.lastLines(15))
        }
    }

    func stop() throws {
        try control("stop", "--mode", "fast")
    }

    private func control(_ action: String, _ options: String...) throws {
        try run(
            [binaries.path("pg_ctl"), action, "--pgdata", LocalPostgres.dataName, "--wait"]
                + ["--timeout", String(Self.patienceSeconds)] + options)
    }

    /// Runs a command in the server's directory. Paths are relative: pg_ctl puts them into a shell command, and does
    /// not quote all that a path may contain.
    private func run(_ command: [String]) throws {
        try Command(["env", "--chdir=\(server.directory)"] + account.prefix + command).run()
    }

    /// Whoever may enter the directory is the owner; other logins prove who they are, as they would from afar.
    private var admission: String {
        """
        # Written by the program at every start.
        local all \(LocalPostgres.user) trust
        local all all scram-sha-256

        """
    }

    /// Written anew at every start, so that they follow the program.
    private var settings: String {
        let durability =
            server.isDurable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nmax_wal_size = 256MB\n"
        // A list of names in double quotes, within a string in single quotes that takes backslashes.
        let directory = SocketDirectory(of: server.directory).path
            .doubling("\"").doubling("\\").doubling("'")
        return """
            # Written by the program at every start. Own settings belong into postgresql.conf, below the include.
            listen_addresses = ''
            unix_socket_directories = '"\(directory)"'
            unix_socket_permissions = 0700
            port = \(SocketDirectory.port)
            max_connections = \(server.maximumConnections)
            # Nothing here runs for so long that compiling it first would pay.
            jit = off
            timezone = 'UTC'
            log_timezone = 'UTC'
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
