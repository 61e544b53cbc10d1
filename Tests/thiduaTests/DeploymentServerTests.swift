import Foundation
import LocalPostgres
import Postgres
import Registry
import Testing
import TestSupport

/// docker-compose.yml's database on a real server.
@Suite(.limited) struct DeploymentServerTests {
    @Test func `The first start does not count as ready, and reveals no passwords`() throws {
        let watch = ArgumentWatch()
        defer { _ = watch.stop() }
        try DeployedServer.with { server in
            #expect(throws: LocalPostgresError.self) { try server.checkHealth() }
        } _: { server in
            try server.checkHealth()
            // Run again on the running server, as it is to change the password.
            try server.runInitScripts()
            try #expect(server.tool("migrate")("db", "migrate").status == 0)

            let (arguments, log) = (watch.stop().joined(separator: "\n"), try server.log)
            // Both saw what they should see, so an absence means something.
            #expect(arguments.contains("10-thidua.sh"))
            #expect(log.contains("CREATE DATABASE thidua"))
            for name in ["superuser_password", "migrator_password"] {
                let password = try server.secret(name)
                let (isArgument, isLogged) = (arguments.contains(password), log.contains(password))
                #expect(!isArgument && !isLogged, "\(name)")
            }
        }
    }

    @Test func `The migrator is not a superuser, but can create roles, give objects away, and migrate over TLS`() throws {
        try DeployedServer.with { server in
            var migrator = try Connection(server.conninfo(user: "thidua_migrator"))
            expect(migrator.isUsingTLS, is: true)
            let rights = try migrator.query(
                """
                SELECT concat_ws(' ', rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls) AS rights
                FROM pg_roles WHERE rolname = session_user
                """
            ) { try $0["rights"] as String }
            #expect(rights == ["f t f f f"])
            let publicRights = try migrator.query(
                """
                SELECT privilege_type FROM pg_database, aclexplode(coalesce(datacl, acldefault('d', datdba)))
                WHERE datname = current_database() AND grantee = 0
                """
            ) { try $0["privilege_type"] as String }
            #expect(publicRights == [])
            try migrator.execute(script: Self.whatMigrationsDo)

            try #expect(server.tool("migrate")("db", "migrate").status == 0)
            try #expect(server.tool("migrate")("db", "migrate").status == 0)
            try #expect(server.tool("thidua")("db", "verify").status == 0)
        }
    }

    /// Here the server's roles are not shared with other tests.
    @Test func `An administrator is added over TLS and adds a clerk, and the doctor finds the wall intact`() throws {
        try DeployedServer.with { server in
            try #expect(server.tool("migrate").run(["db", "migrate"]).status == 0)
            try server.closeServer()
            try server.closeServer()
            let password = try server.secret("superuser_password")
            try server.withPassword(password) { file in
                let made = try server.tool("thidua").run(
                    ["user", "add", "quantri", "--role", "administrator", "--password-file", file])
                #expect(made.status == 0, "\(made.errors)")

                var administrator = try Connection(server.conninfo(user: "quantri") + " passfile='' password=\(password)")
                expect(administrator.isUsingTLS, is: true)
                let clerk = try Account.add(
                    login: "canbo01", role: "clerk", unit: "01", password: Password(password), on: &administrator)
                #expect(clerk.addedBy == "quantri")
                _ = try Account.setPassword(Password(password + "!"), of: "canbo01", on: &administrator)
                var session = try Connection(server.conninfo(user: "canbo01") + " passfile='' password=\(password)!")
                expect(try session.first("SELECT own_unit() AS unit") { try $0["unit"] as String }, is: "01")

                let diagnoses = try Doctor.examine(on: &administrator)
                // The machine's PostgreSQL may be older than its last security update, and its disk may be full. The limit of the queue of
                // notifications, from PostgreSQL 17 on, takes effect when the server restarts.
                let others: [Diagnosis.Check] = [.version, .disk, .notifications]
                let found = diagnoses.filter { $0.state == .found && !others.contains($0.check) }
                #expect(found == [], "\(found)")
                #expect(diagnoses.contains { $0.check == .tls && $0.state == .ok && $0.message.en.contains("encrypted") })
                _ = try Account.remove("canbo01", on: &administrator)
                #expect(throws: (any Error).self) { try session.execute("SELECT FROM nomination") }
            }
            // Every statement of this server is logged; the hash that psql's \\password would send is, too.
            let log = try server.log
            #expect(log.contains("user_add") && !log.contains(password))
        }
    }

    @Test func `The report's login is added with its secret, and reads the quotas over TLS with its own passfile`() throws {
        try DeployedServer.with { server in
            try #expect(server.tool("migrate").run(["db", "migrate"]).status == 0)
            try server.execute(asSuperuser: "SELECT database_close()")
            let early = try server.tool("report").run(["quota", "list"])
            #expect(early.status == 69 || early.status == 77, "\(early.errors)")

            let password = server.path("deploy/secrets/report_password")
            let made = try server.tool("thidua")("user", "add", "report", "--role", "reporter", "--password-file", password)
            #expect(made.status == 0, "\(made.errors)")
            let read = try server.tool("report").run(["quota", "list", "-o", "json"])
            #expect(read.status == 0, "\(read.errors)")
            try #expect(
                server.tool("report")("user", "add", "other", "--role", "reporter", "--password-file", password).status == 77)
        }
    }

    /// Roles, an owner other than the migrator, a trusted extension, a login that may connect.
    private static let whatMigrationsDo = """
        CREATE ROLE trial_owner NOLOGIN;
        CREATE ROLE trial_accounts NOLOGIN CREATEROLE;
        CREATE ROLE trial_user NOLOGIN;
        GRANT trial_owner TO CURRENT_USER;
        CREATE SCHEMA trial;
        CREATE TABLE trial.thing (id bigint);
        ALTER SCHEMA trial OWNER TO trial_owner;
        ALTER TABLE trial.thing OWNER TO trial_owner;
        GRANT CONNECT ON DATABASE thidua TO trial_user;
        CREATE EXTENSION btree_gist SCHEMA public;
        DROP EXTENSION btree_gist;
        SET ROLE trial_owner;
        CREATE TABLE trial.other (id bigint);
        GRANT SELECT ON trial.other TO trial_user;
        RESET ROLE;
        """

    @Test func `Connections without encryption, to another server or without the password are refused`() throws {
        try DeployedServer.with { server in
            let status = ["db", "status", "--lang", "en", "--verbose"]
            try #expect(server.tool("migrate").run(["db", "migrate"]).status == 0)

            let inClear = try server.tool("migrate", dsn: "service=thidua sslmode=disable").run(status)
            #expect(inClear.status == 77)
            #expect(inClear.errors.contains("no encryption"), "\(inClear.errors)")

            let superuser = try server.tool("migrate", dsn: "service=thidua user=postgres").run(status)
            #expect(superuser.status != 0)
            #expect(superuser.errors.contains("pg_hba.conf rejects"), "\(superuser.errors)")

            let elsewhere = try server.tool("migrate", dsn: "service=thidua dbname=postgres").run(status)
            #expect(elsewhere.status != 0)
            #expect(elsewhere.errors.contains("no pg_hba.conf entry"), "\(elsewhere.errors)")

            let otherName = try server.tool("migrate", dsn: "service=thidua host=another").run(status)
            #expect(otherName.status == 69)
            #expect(otherName.errors.contains("does not match host name"), "\(otherName.errors)")

            try server.exchange("passfile", for: "database:*:thidua:thidua_migrator:\(String(repeating: "0", count: 64))\n")
            let wrongPassword = try server.tool("migrate").run(status)
            #expect(wrongPassword.status != 0)
            #expect(wrongPassword.errors.contains("password authentication failed"), "\(wrongPassword.errors)")

            try server.exchangeAuthority()
            let wrongAuthority = try server.tool("migrate").run(status)
            #expect(wrongAuthority.status == 69)
            #expect(wrongAuthority.errors.contains("certificate verify failed"), "\(wrongAuthority.errors)")
        }
    }
}

extension DeployedServer {
    /// The connection string of the tool's containers, for a connection that the test itself opens.
    fileprivate func conninfo(user: String) throws -> String {
        let lines = try String(contentsOfFile: path("deploy/pg_service.conf"), encoding: .utf8).split(separator: "\n")
        return
            (lines.filter { $0.contains("=") && !$0.hasPrefix("#") } + [
                "hostaddr=127.0.0.1", "port=\(port)", "user=\(user)", "passfile=\(path("deploy/secrets/passfile"))",
            ])
            .joined(separator: " ")
    }

    /// Calls `body` with a file that contains a password and is readable by its owner only.
    fileprivate func withPassword(_ password: String, _ body: (String) throws -> Void) throws {
        let file = path("password")
        try password.write(toFile: file, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try body(file)
    }

    /// Replaces the content of a secret.
    fileprivate func exchange(_ name: String, for text: String) throws {
        try FileManager.default.removeItem(atPath: path("deploy/secrets/\(name)"))
        try text.write(toFile: path("deploy/secrets/\(name)"), atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path("deploy/secrets/\(name)"))
    }

    /// Replaces the authority's certificate with that of an authority that did not sign the server's certificate.
    fileprivate func exchangeAuthority() throws {
        try Command([
            "timeout", "-s", "KILL", "60", path("deploy/make-secrets"), "--directory", path("other"),
            "--owners", "\(getuid()):\(getuid())",
        ]).run()
        try exchange("ca_certificate", for: String(contentsOfFile: path("other/ca_certificate"), encoding: .utf8))
    }
}
