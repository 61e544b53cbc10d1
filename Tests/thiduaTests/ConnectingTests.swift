import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Why the tool is not let in, each time in its own words: what is wrong, and what to do.
@Suite(.limited, .keepsFailedDatabases) struct ConnectingTests {
    /// - Returns: The exit status and the sentence; the hint must never name the local server.
    private func refused(_ dsn: String, environment: [String: String] = [:]) throws -> String {
        let outcome = try Tool(dsn: dsn, environment: environment)("quota", "list", "--lang", "en", "-o", "json")
        let hint = try #require(outcome.error["hint"] as? String)
        #expect(!hint.contains("local start"))
        return "\(outcome.status) \(outcome.error["code"] ?? "") \(outcome.error["message"] ?? "")"
    }

    @Test func `Each reason why there is no connection has its own words`() throws {
        try RegistryDatabase.with { conninfo in
            let clerk = RegistryDatabase.Login.clerk01
            func with(_ password: String?, _ login: String = clerk.name) -> String {
                conninfo.replacing(
                    "user=\(LocalPostgres.user)",
                    with: "user=\(login)\(password.map { " password='\($0)'" } ?? " passfile=/nonexistent")")
            }
            let wrong = "77 not_permitted The password is wrong, or there is no such login."
            for (dsn, expected) in [
                (with("x"), wrong), (with("x", "nobody_at_all"), wrong),
                (with(nil), "77 not_permitted The server asks for a password, and there is none."),
                (
                    conninfo.replacing("dbname='", with: "dbname='no_"),
                    "69 database_unreachable The server has no database of that name."
                ),
                ("host=/nonexistent", "69 database_unreachable There is no database server at that socket."),
                ("host=127.0.0.1 port=1", "69 database_unreachable The database server is not running, or uses another port."),
                ("host=no.such.host.invalid", "69 database_unreachable There is no machine of that name."),
                ("host x", "64 usage The connection string cannot be read."),
                (conninfo + " target_session_attrs=standby", "75 busy None of the servers is the primary."),
            ] { expect(try refused(dsn), is: expected) }
        }
    }

    @Test func `A login that is closed, that has too many connections, or that may not connect there is told so`() throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            let login = "test_connecting"
            _ = try? Account.remove(login, on: &superuser)
            try superuser.execute("DROP ROLE IF EXISTS \(identifier: login)")
            _ = try Account.add(login: login, role: "clerk", unit: "01", password: Password("một câu dài dễ nhớ"), on: &superuser)
            defer { _ = try? superuser.execute("SELECT server_role_drop(\(login))") }
            let own = conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(login) password='một câu dài dễ nhớ'")
            try superuser.execute("ALTER ROLE \(identifier: login) CONNECTION LIMIT 1")
            let held = try Connection(own)
            expect(try refused(own), is: "75 busy The server, or this login, has no connection left.")
            _ = consume held
            try superuser.execute(
                "REVOKE CONNECT ON DATABASE \(identifier: superuser.place.database) FROM PUBLIC, \(identifier: login), thidua_accounts CASCADE"
            )
            expect(try refused(own), is: "77 not_permitted This login may not connect to this database.")
            try superuser.execute("ALTER ROLE \(identifier: login) NOLOGIN")
            expect(try refused(own), is: "77 not_permitted The server does not let this login in from this machine.")
        }
    }

    @Test func `Where nobody has named a server, the local one is suggested`() throws {
        try TemporaryFolder.with { folder in
            let outcome = try Tool(environment: ["XDG_DATA_HOME": folder, "PGHOST": "", "HOME": folder])(
                "quota", "list", "--lang", "en")
            #expect(outcome.errors.contains("local start"), "\(outcome.errors)")
        }
    }

    @Test func `A server that can only be read is no fault of ours`() throws {
        try Tool.withRegistry { tool in
            var superuser = try Connection(try #require(tool.dsn))
            try superuser.execute("ALTER DATABASE \(identifier: superuser.place.database) SET default_transaction_read_only = on")
            let outcome = try tool(
                "nomination", "add", "--unit", "01", "--award", "minister_certificate", "--collective", "01", "-o", "json")
            #expect(outcome.status == 75 && outcome.error["code"] as? String == "busy", "\(outcome.errors)")
        }
    }
}
