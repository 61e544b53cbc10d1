import Postgres

extension LocalPostgres {
    /// Creates a database; with `template`, as a copy of that database, to which no session may be connected meanwhile.
    ///
    /// - Throws: ``ServerError``, such as `42P04` if it exists; ``ConnectionError`` if the server is not running.
    public func createDatabase(_ name: String, template: String? = nil) throws {
        var connection = try connectToMaintenance()
        // Copying files beats writing them through the log, as long as the template is small or fsync is off.
        try connection.execute(
            "CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template ?? "template1") STRATEGY FILE_COPY")
    }

    /// Drops a database, if it exists, and ends the connections to it.
    ///
    /// - Throws: ``ServerError``, ``ConnectionError``.
    public func dropDatabase(_ name: String) throws {
        var connection = try connectToMaintenance()
        try connection.execute("DROP DATABASE IF EXISTS \(identifier: name) WITH (FORCE)")
    }

    /// - Throws: ``ConnectionError`` if the server is not running.
    public func databaseExists(_ name: String) throws -> Bool {
        try databases(prefix: name).contains(name)
    }

    /// The names of the databases that begin with `prefix`, in order.
    ///
    /// - Throws: ``ConnectionError`` if the server is not running.
    public func databases(prefix: String = "") throws -> [String] {
        var connection = try connectToMaintenance()
        return try connection.query(
            "SELECT datname FROM pg_database WHERE starts_with(datname, \(prefix)) ORDER BY datname"
        ) { try $0["datname"] }
    }

    /// Lets logins into no database that was not made for them. A standby has that from its primary.
    ///
    /// - Throws: ``ServerError``, ``ConnectionError``.
    func closeMaintenance() throws {
        var connection = try connectToMaintenance()
        guard connection.parameterStatus("in_hot_standby") != "on" else { return }
        try connection.execute("REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC")
    }

    private func connectToMaintenance() throws -> Connection {
        try Connection(conninfo(database: "postgres"), .init(applicationName: "local postgres"))
    }
}
