import Postgres

extension LocalPostgres {
    /// Creates a database, which only superusers may connect to; with `template`, as a copy of that database, to which no session may be connected
    /// meanwhile, and which lets the same logins in.
    ///
    /// - Throws: ``ServerError``, such as `42P04` if it exists; ``ConnectionError`` if the server is not running.
    public func createDatabase(_ name: String, template: String? = nil) throws {
        var connection = try connectToMaintenance()
        // Copying files beats writing them through the log, as long as the template is small or fsync is off.
        try connection.execute(
            """
            CREATE DATABASE \(identifier: name) TEMPLATE \(identifier: template ?? "template1") STRATEGY FILE_COPY
            ALLOW_CONNECTIONS false
            """)
        // What comes with a template does not include who may connect; and by default that is everybody.
        let grants = try connection.query(
            """
            SELECT format('GRANT CONNECT ON DATABASE %I TO %s%s', \(name)::text, a.grantee::regrole,
                          CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' END) AS statement
            FROM pg_database d CROSS JOIN LATERAL aclexplode(d.datacl) a
            WHERE d.datname = \(template) AND a.grantee NOT IN (0, d.datdba) AND a.privilege_type = 'CONNECT'
            """
        ) { try $0["statement"] as String }
        try connection.execute("REVOKE CONNECT, TEMPORARY ON DATABASE \(identifier: name) FROM PUBLIC")
        try connection.execute(script: grants.joined(separator: "; "))
        try connection.execute("ALTER DATABASE \(identifier: name) ALLOW_CONNECTIONS true")
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
