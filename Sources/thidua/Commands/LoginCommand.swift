import ArgumentParser
import Postgres
import Registry

/// Keeps a connection and its password, so that later commands need neither.
struct LoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: say(
            "Đăng nhập: giữ chuỗi kết nối và mật khẩu cho các lệnh sau.",
            "Log in: keep connection and password for later commands."))

    @Option(help: help("Tên tài khoản.", "The login's name."))
    var user: String?
    @OptionGroup var password: PasswordOption
    @OptionGroup var global: GlobalOptions

    func run() throws {
        let name = global.profile ?? environment("THIDUA_PROFILE") ?? Profile.usual
        let earlier = try Profile.find(name)
        let base = try global.dsn ?? earlier?.dsn ?? environment("THIDUA_DSN") ?? Self.askedServer()
        let login = try user ?? ConnectionParameters.value(of: "user", in: base) ?? Self.asked("Tên tài khoản", "Login", "--user")
        let dsn = try ConnectionParameters.rewritten(base, with: ["user": login])
        let password = try password.known(for: login)
        // Nothing is kept that does not work; and not by another password than this one.
        var settings = Connection.Settings(applicationName: GlobalOptions.applicationName)
        settings.credentials = try .init(login: login, password: password)
        _ = try Connection(dsn, settings)
        try Passfile(for: dsn).remember(password)
        let profile = Profile(name: name, dsn: dsn, wait: global.wait ?? earlier?.wait)
        try profile.save()
        speak(say("Đã lưu vào \(Profile.path), mục \(name).", "Kept in \(Profile.path), under \(name)."))
        if environment("THIDUA_DSN") != nil {
            speak(
                say(
                    "Biến THIDUA_DSN đang đặt được dùng trước hồ sơ kết nối này.",
                    "THIDUA_DSN is set, and takes precedence over this profile."))
        }
        var connection = try Connection(dsn, .init(applicationName: GlobalOptions.applicationName))
        let who = try Who(profile: name, on: &connection)
        Listing.who.tell(who, as: global.output)
    }

    private static func askedServer() throws -> String {
        let host = try asked("Máy chủ", "Server", "--dsn")
        let database = try asked("Cơ sở dữ liệu", "Database", "--dsn")
        return try ConnectionParameters.rewritten("", with: ["host": host, "dbname": database])
    }

    private static func asked(_ vi: String, _ en: String, _ option: String) throws -> String {
        guard Terminal.isThere else {
            throw ValidationError(say("Thiếu \(option).", "Give \(option)."))
        }
        let answer = Terminal.line(say(vi, en) + ": ")
        guard !answer.isEmpty else { throw ConnectionError.passwordMissing }
        return answer
    }
}

/// Forgets a connection and its password.
struct LogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: say("Xóa hồ sơ kết nối và mật khẩu đã giữ.", "Forget a kept connection and its password."))

    @OptionGroup var global: GlobalOptions

    func run() throws {
        let profile = try Profile.named(global.profile ?? environment("THIDUA_PROFILE") ?? Profile.usual)
        try Passfile(for: profile.dsn).forget()
        try Profile.remove(profile.name)
        speak(say("Đã xóa mục \(profile.name) và mật khẩu.", "\(profile.name) and its password are forgotten."))
    }
}

/// Says as whom, and where, commands run.
struct WhoamiCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: say("Cho biết tài khoản, đơn vị, vai trò và máy chủ.", "Show the login, its unit and role, and the server."))

    @OptionGroup var global: GlobalOptions

    func run() throws {
        var connection = try global.connect()
        let who = try Who(profile: global.target().profile, on: &connection)
        Listing.who.tell(who, as: global.output)
    }
}

/// Somebody at a server.
struct Who {
    let profile: String?
    let login: String
    /// `superuser` for one.
    let roles: [String]
    let unit: String?
    let unitName: String?
    let place: Connection.Place
    let version: String
    let isPrimary: Bool
    let isEncrypted: Bool

    init(profile: String?, on connection: inout Connection) throws {
        self.profile = profile
        place = connection.place
        isEncrypted = connection.isUsingTLS
        let row = try connection.first(
            """
            SELECT session_user::text AS login, own_unit() AS unit, (SELECT u.name::text FROM unit u WHERE u.code = own_unit()) AS unit_name,
                   split_part(current_setting('server_version'), ' ', 1) AS version, NOT pg_is_in_recovery() AS is_primary,
                   CASE WHEN (SELECT l.rolsuper FROM pg_roles l WHERE l.rolname = session_user) THEN '{superuser}'
                        ELSE ARRAY(SELECT r FROM unnest(\(Account.roles)::text[]) r WHERE pg_has_role(session_user, 'thidua_' || r, 'MEMBER')) END AS roles
            """
        ) { row in
            (
                try row["login"] as String, try row["unit"] as String?, try row["unit_name"] as String?,
                try row["version"] as String,
                try row["is_primary"] as Bool, try row["roles"] as [String]
            )
        }
        guard let row else { throw Refusal(.internalError, Phrase("Máy chủ không trả lời.", "The server did not answer.")) }
        (login, unit, unitName, version, isPrimary, roles) = row
    }
}

extension Listing<Who> {
    static var who: Listing {
        Listing([
            Column("login", "Tài khoản", "Login") { .text($0.login) },
            Column("roles", "Vai trò", "Roles") { .texts($0.roles) },
            Column("unit", "Mã đơn vị", "Unit") { .optional($0.unit) },
            Column("unit_name", "Đơn vị", "Unit's name") { .optional($0.unitName) },
            Column("host", "Máy chủ", "Server") { .text($0.place.host) },
            Column("port") { .text($0.place.port) },
            Column("database", "Cơ sở dữ liệu", "Database") { .text($0.place.database) },
            Column("version", "PostgreSQL", "PostgreSQL") { .text($0.version) },
            Column("is_primary", "Máy chính", "Primary") { .flag($0.isPrimary) },
            Column("is_encrypted", "Mã hóa", "Encrypted") { .flag($0.isEncrypted) },
            Column("profile", "Hồ sơ kết nối", "Profile") { .optional($0.profile) },
        ])
    }
}
