import Glibc

extension LocalPostgres {
    /// The state of the server.
    public enum Status: Sendable, Equatable {
        /// There is no data yet.
        case absent
        case stopped
        case running(pid: Int32)
    }

    /// - Throws: ``LocalPostgresError/file(_:errno:)`` if the directory cannot be read.
    public func status() throws -> Status {
        guard try SmallFile.read(dataDirectory + "/PG_VERSION") != nil else { return .absent }
        guard let postmaster = try Postmaster(dataDirectory: dataDirectory), postmaster.isAlive else { return .stopped }
        return .running(pid: postmaster.pid)
    }

    /// Whether the server was last started with the settings of this version of the program.
    ///
    /// - Throws: ``LocalPostgresError``.
    package func hasCurrentSettings() throws -> Bool {
        guard try status() != .absent else { return true }
        return try Cluster(self, ServerBinaries(forDataIn: dataDirectory), ServerAccount()).hasCurrentSettings
    }

    /// Makes sure that the server runs and accepts connections. The first call creates the data, which takes a few
    /// seconds. Several processes may call this at once: one starts the server, the others wait for it.
    ///
    /// - Returns: Whether it was started by this call.
    /// - Throws: ``LocalPostgresError``.
    @discardableResult
    public func start() throws -> Bool {
        let account = try ServerAccount()
        try account.createDirectory(directory)
        return try FileLock.hold(directory + "/lock") {
            if case .running = try status() {
                try waitUntilReady()
                return false
            }
            let binaries = try ServerBinaries(forDataIn: dataDirectory)
            let cluster = Cluster(self, binaries, account)
            try cluster.createIfAbsent()
            try cluster.start()
            try closeMaintenance()
            return true
        }
    }

    /// Stops the server, and ends the connections to it.
    ///
    /// - Returns: Whether it was running.
    /// - Throws: ``LocalPostgresError``.
    @discardableResult
    public func stop() throws -> Bool {
        guard try status() != .absent else { return false }
        return try FileLock.hold(directory + "/lock") {
            guard case .running = try status() else { return false }
            try Cluster(self, ServerBinaries(forDataIn: dataDirectory), ServerAccount()).stop()
            return true
        }
    }

    /// A server may still be recovering if the process that started it was killed.
    private func waitUntilReady() throws {
        for _ in 0..<(Cluster.patienceSeconds * 20) {
            guard let postmaster = try Postmaster(dataDirectory: dataDirectory) else { break }
            if postmaster.isReady { return }
            usleep(50_000)
        }
        throw LocalPostgresError.notReady(log: logFile)
    }
}
