import Glibc
import LocalPostgres
import Postgres
import Registry

/// The users of the demonstration: an administrator, an auditor, a reporter, and a clerk for each province, each with a login
/// and a password.
struct DemoLogins: Sendable {
    /// One of them.
    struct Login: Sendable {
        let name: String
        /// The connection string; it names the file that contains the password.
        let dsn: String

        /// Connects as the tool does.
        func connect() throws -> Connection {
            try Connection(dsn, .init(applicationName: GlobalOptions.applicationName))
        }
    }

    private let server: LocalPostgres

    init(on server: LocalPostgres) {
        self.server = server
    }

    var administrator: Login { login("demo_quantri") }
    var auditor: Login { login("demo_kiemtra") }
    var reporter: Login { login("demo_baocao") }

    func clerk(of unit: String) -> Login { login("demo_" + unit) }

    private var everyone: [Login] { [administrator, auditor, reporter] + DemoStaffing.codes.map(clerk) }

    private func login(_ name: String) -> Login {
        let dsn = server.conninfo(database: DemoCommand.database)
            .replacing("user=\(LocalPostgres.user)", with: "user=\(name) passfile='\(passwords)'")
        return Login(name: name, dsn: dsn)
    }

    /// A libpq password file with the passwords of all logins.
    private var passwords: String { server.directory + "/demo.pgpass" }
}

extension DemoLogins {
    /// Removes the logins of an earlier run: they belong to the server, not to its database, which is already dropped.
    func removeLeftovers() throws {
        var connection = try Connection(server.conninfo(database: "postgres"))
        for login in everyone { try connection.execute("DROP ROLE IF EXISTS \(identifier: login.name)") }
    }

    /// Generates a password for each login.
    func generatePasswords() throws {
        let lines = everyone.map { "*:*:*:\($0.name):\(Self.password())\n" }
        try OutputFile.writeSecret(lines.joined(), to: passwords)
    }

    /// Calls `body` with the path of a file that contains the password of a login, for `user add`.
    func withPassword<T>(of login: Login, _ body: (String) throws -> T) throws -> T {
        let file = server.directory + "/demo.password"
        try OutputFile.writeSecret(try password(of: login), to: file)
        defer { unlink(file) }
        return try body(file)
    }

    /// Creates a login for every province's clerk.
    func addClerks(on connection: inout Connection) throws {
        for unit in DemoStaffing.codes {
            let login = clerk(of: unit)
            _ = try Account.add(
                login: login.name, role: "clerk", unit: unit, password: Password(try password(of: login)), on: &connection)
        }
    }

    private func password(of login: Login) throws -> String {
        let lines = String(decoding: try InputFile.read(passwords), as: UTF8.self).split(separator: "\n")
        return String(lines.first { $0.contains(":\(login.name):") }?.split(separator: ":").last ?? "")
    }

    private static func password() -> String {
        (0..<4).map { _ in String(UInt32.random(in: 0 ... .max), radix: 36) }.joined(separator: "-")
    }
}
