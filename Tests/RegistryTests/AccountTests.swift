import Foundation
import LocalPostgres
import Postgres
import Registry
import TestSupport
import Testing

/// Logins: how they are created, used, changed and removed.
@Suite(.limited, .keepsFailedDatabases) struct AccountTests {
    /// Calls `body` with a registry, and the name of a login that does not exist yet.
    private func withLogin<T>(_ body: (inout Connection, String, String) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let login = "test_" + UUID().uuidString.prefix(8).lowercased()
            defer {
                _ = try? connection.execute("DROP OWNED BY \(identifier: login)")
                _ = try? connection.execute("DROP ROLE \(identifier: login)")
            }
            return try body(&connection, conninfo, login)
        }
    }

    private func conninfo(_ conninfo: String, as login: String, password: String) -> String {
        conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(login) password='\(password)'")
    }

    @Test func `A login works with its password, but not with another, nor without one`() throws {
        try withLogin { connection, server, login in
            let password = "một câu dài dễ nhớ"
            _ = try Account.add(login: login, role: "clerk", unit: "Hà Nội", password: Password(password), on: &connection)
            var clerk = try Connection(conninfo(server, as: login, password: password))
            expect(try clerk.first("SELECT own_unit() AS unit") { try $0["unit"] as String }, is: "01")
            #expect(throws: ConnectionError.self) { _ = try Connection(conninfo(server, as: login, password: "khác")) }
            #expect(throws: ConnectionError.self) {
                _ = try Connection(server.replacing("user=\(LocalPostgres.user)", with: "user=\(login)"))
            }
        }
    }

    @Test func `The clear-text password appears nowhere: not in the catalogue, the trail, the log or an error`() throws {
        try withLogin { connection, _, login in
            let password = "bí mật " + login
            try connection.execute(
                script: "SET log_statement = 'all'; SET log_min_duration_statement = 0; SET log_error_verbosity = verbose")
            _ = try Account.add(login: login, role: "auditor", unit: nil, password: Password(password), on: &connection)
            // Also where it fails: the server already has a role of that name.
            let error = #expect(throws: ServerError.self) {
                try Account.add(login: "thidua", role: "auditor", unit: nil, password: Password(password), on: &connection)
            }
            #expect(error?.constraint == "account_login_is_free_on_the_server")
            let text = [error?.description, error?.context, error?.detail, error?.hint].compactMap { $0 }.joined()
            #expect(!text.contains("SCRAM-SHA-256$"))
            let stored: String? = try connection.first("SELECT rolpassword AS stored FROM pg_authid WHERE rolname = \(login)") {
                try $0["stored"]
            }
            #expect(stored?.hasPrefix("SCRAM-SHA-256$4096:") == true)
            let log = try String(contentsOfFile: TestServer.server.logFile, encoding: .utf8)
            #expect(log.contains(login) && !log.contains(password))
            // Last: this statement itself is in the log.
            let mentions = try connection.execute("SELECT FROM audit WHERE concat(before, after) ~ \("SCRAM|\(password)")")
            #expect(mentions == 0)
            let secret = try Password(password)
            #expect("\(secret)" == "…" && !String(reflecting: secret).contains("bí mật"))
        }
    }

    @Test func `A login is removed at once, together with its sessions, and its name stays reserved`() throws {
        try withLogin { connection, server, login in
            let password = "một câu dài dễ nhớ"
            _ = try Account.add(login: login, role: "clerk", unit: "01", password: Password(password), on: &connection)
            var session = try Connection(conninfo(server, as: login, password: password))
            try session.execute("SELECT person_register('01', 'X1', 'x')")
            let removed = try Account.remove(login, on: &connection)
            #expect(removed.removedAt != nil)
            expect(try connection.gaps(), is: [])
            #expect(throws: (any Error).self) { try session.execute("SELECT FROM nomination") }
            #expect(throws: ConnectionError.self) { _ = try Connection(conninfo(server, as: login, password: password)) }
            let trail = try connection.transaction(.registryRead) { transaction in
                var filter = AuditEntry.Filter()
                filter.login = login
                return try AuditEntry.list(filter, &transaction)
            }
            #expect(trail.map(\.relation) == ["person"])
            expect(
                refusal {
                    _ = try Account.add(login: login, role: "auditor", unit: nil, password: Password(password), on: &connection)
                },
                is: .invalidInput)
            expect(refusal { _ = try Account.remove(login, on: &connection) }, is: .notFound)
        }
    }

    @Test func `An administrator creates logins; a clerk can change their own password and no other`() throws {
        try withLogin { _, server, login in
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(server))
            let password = "một câu dài dễ nhớ"
            let made = try Account.add(login: login, role: "clerk", unit: "04", password: Password(password), on: &administrator)
            #expect((made.role, made.unit, made.addedBy) == ("clerk", "04", "test_administrator"))
            var clerk = try Connection(conninfo(server, as: login, password: password))
            _ = try Account.setPassword(Password("một câu khác dài hơn"), of: login, on: &clerk)
            var again = try Connection(conninfo(server, as: login, password: "một câu khác dài hơn"))
            // The trail says who set it: a user who sets another's password could act under that name.
            _ = try Account.setPassword(Password("một câu khác dài hơn"), of: login, on: &administrator)
            #expect(throws: ConnectionError.self) { try again.execute("SELECT 1") }
            again = try Connection(conninfo(server, as: login, password: "một câu khác dài hơn"))
            let setters = try administrator.transaction(.registryRead) { transaction in
                var filter = AuditEntry.Filter()
                filter.unit = "04"
                return try AuditEntry.list(filter, &transaction).filter { $0.relation == "account" && $0.operation == "update" }
            }
            // An administrator first closes the login.
            #expect(setters.map(\.login) == [login, "test_administrator", "test_administrator"])
            for other in ["test_clerk_01", "test_nobody"] {
                expect(refusal { _ = try Account.setPassword(Password(password), of: other, on: &again) }, is: .notFound)
            }
            expect(
                refusal {
                    _ = try Account.add(login: "x2", role: "auditor", unit: nil, password: Password(password), on: &again)
                },
                is: .notPermitted)
            expect(try again.transaction(.registryRead) { try Account.list(&$0).map(\.login) }, is: [login])
            _ = try Account.remove(login, on: &administrator)
        }
    }

    @Test(
        arguments: [("clerk", nil), ("clerk", "01-KV01"), ("clerk", "99"), ("auditor", "01"), ("king", nil)]
            as [(String, String?)])
    func `An invalid account is refused, and leaves no login`(role: String, unit: String?) throws {
        try withLogin { connection, _, login in
            expect(
                refusal {
                    _ = try Account.add(
                        login: login, role: role, unit: unit, password: Password("một câu dài dễ nhớ"), on: &connection)
                }, is: .invalidInput)
            let roles = try connection.execute("SELECT FROM pg_roles WHERE rolname = \(login)")
            #expect(roles == 0)
        }
    }

    @Test(arguments: ["A", "1a", "a b", "pg_x", "thidua_x", "public", "none", "trần", ""])
    func `A login's name is plain`(login: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            expect(
                refusal {
                    _ = try Account.add(
                        login: login, role: "auditor", unit: nil, password: Password("một câu dài dễ nhớ"), on: &connection)
                }, is: .invalidInput)
        }
    }

    @Test func `A short password is refused before anything is sent`() {
        #expect(refusal { _ = try Password("ngắn quá") } == .invalidInput)
    }

    /// Two bureaus share the headquarters' quota: each sees how much is used, and neither sees the other's nominations.
    @Test func `Bureaus share a quota, but not their nominations`() throws {
        try withLogin { connection, server, login in
            let bureaus = "CUC,Cục,Ban 1,bureau,9\r\nCUC,Cục,Ban 2,bureau,9\r\n"
            try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
            let password = "một câu dài dễ nhớ"
            _ = try Account.add(login: login, role: "clerk", unit: "CUC-BAN-1", password: Password(password), on: &connection)
            _ = try Nomination.add(.collective("CUC-BAN-2", of: "CUC-BAN-2"), on: &connection)
            var clerk = try Connection(conninfo(server, as: login, password: password))
            _ = try Nomination.add(.collective("CUC-BAN-1", of: "CUC-BAN-1"), on: &clerk)
            let (seen, quotas) = try clerk.transaction(.registryRead) { transaction in
                (
                    try Nomination.list(campaign: "TEST", &transaction),
                    try Quota.list(campaign: "TEST", unit: "CUC-BAN-1", &transaction)
                )
            }
            #expect(seen.map(\.unit) == ["CUC-BAN-1"])
            let quota = quotas.first { $0.award == "director_certificate" && $0.subject == "collective" }
            #expect(quota?.used == 2 && quota?.allowed == 2)
        }
    }
}
