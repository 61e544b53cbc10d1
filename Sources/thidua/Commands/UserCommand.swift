import ArgumentParser
import Postgres
import Registry

struct UserCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: say("Tài khoản: mỗi người một tài khoản.", "Logins: one for each person."),
        subcommands: [Add.self, List.self, Remove.self, SetPassword.self, EndSessions.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: say("Tạo tài khoản.", "Create a login."))

        @Argument(help: help("Tên tài khoản.", "The login's name."))
        var login: String
        @Option(
            help: help(
                "Vai trò: \(Account.roles.joined(separator: ", ")).", "Its role: \(Account.roles.joined(separator: ", "))."),
            completion: .list(Account.roles))
        var role: String
        @Option(help: help("Mã đơn vị, đối với cán bộ nhập liệu (clerk).", "The unit, for a clerk."))
        var unit: String?
        @OptionGroup var password: PasswordOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let password = try password.read(for: login)
            var connection = try global.connect(for: change, endsHolders: true)
            let account = try Account.add(login: login, role: role, unit: unit, password: password, on: &connection)
            try global.print(account, as: .accounts, on: &connection)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: say("Liệt kê tài khoản.", "List logins."))

        @Flag(help: help("Cả tài khoản đã xóa.", "Include removed logins."))
        var all = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { try global.print(Account.list(withRemoved: all, &$0), as: .accounts, &$0) }
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove",
            abstract: say("Xóa tài khoản; nhật ký vẫn giữ tên tài khoản.", "Remove a login; the trail keeps its name."))

        @Argument(help: help("Tên tài khoản.", "The login's name."))
        var login: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let account = try Account.remove(login, on: &connection)
            try global.print(account, as: .accounts, on: &connection)
        }
    }

    struct SetPassword: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "password",
            abstract: say(
                "Đổi mật khẩu của mình, hoặc của người khác nếu là quản trị viên.",
                "Change your own password or, as an administrator, another user's."))

        @Argument(help: help("Tên tài khoản.", "The login's name."))
        var login: String
        @OptionGroup var password: PasswordOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let password = try password.read(for: login, isChange: true)
            var connection = try global.connect(for: change, endsHolders: true)
            let account = try Account.setPassword(password, of: login, on: &connection)
            try global.print(account, as: .accounts, on: &connection)
        }
    }
}

extension UserCommand {
    struct EndSessions: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "end-sessions",
            abstract: say(
                "Kết thúc các phiên đang mở của một tài khoản: của mình, hoặc của người khác nếu là quản trị viên.",
                "End a login's sessions: your own or, as an administrator, another user's."))

        @Argument(help: help("Tên tài khoản.", "The login's name."))
        var login: String
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect()
            let ended = try Account.endSessions(of: login, on: &connection)
            let listing = Listing<Int>([
                .init("login", "Tài khoản", "Login") { _ in .text(login) },
                .init("sessions", "Số phiên đã kết thúc", "Sessions ended") { .number($0) },
            ])
            try global.print(ended, as: listing, on: &connection)
        }
    }
}

extension Listing<Account> {
    static var accounts: Listing {
        Listing([
            Column("login", "Tài khoản", "Login") { .text($0.login) },
            Column("role", "Vai trò", "Role") { .code($0.role) },
            Column("unit", "Mã đơn vị", "Unit") { .optional($0.unit) },
            Column("added_at", "Tạo lúc", "Added") { .moment($0.addedAt) },
            Column("added_by", "Người tạo", "Added by") { .text($0.addedBy) },
            Column("removed_at", "Xóa lúc", "Removed") { $0.removedAt.map(ListingCell.moment) ?? .none },
            Column("removed_by") { .optional($0.removedBy) },
        ])
    }
}
