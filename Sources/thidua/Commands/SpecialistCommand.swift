import ArgumentParser
import Registry

struct SpecialistCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "specialist",
        abstract: say(
            "Chuyên quản địa bàn: ai theo dõi tỉnh, thành phố nào, nhận báo cáo ở hộp thư nào.",
            "Area specialists: who is responsible for which province, and where reports are sent."),
        subcommands: [List.self, Set.self, Remove.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Liệt kê chuyên quản địa bàn.", "List area specialists."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { try global.print(AreaSpecialist.list(&$0), as: .specialists, &$0) }
        }
    }

    struct Set: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set",
            abstract: say(
                "Ghi hoặc sửa một chuyên quản địa bàn, kèm tất cả tỉnh, thành phố được phân công.",
                "Enter or change a specialist, with all of their provinces."))

        @Argument(help: help("Mã chuyên quản địa bàn.", "The specialist's code."))
        var code: String
        @Option(help: help("Họ và tên.", "Full name."))
        var name: String
        @Option(
            help: help("Hộp thư điện tử nhận báo cáo; không nêu thì không gửi.", "Where reports are sent; if omitted, none are."))
        var email: String?
        @Option(help: help("Mã tỉnh, thành phố; có thể nêu nhiều lần.", "A province's code; may be given several times."))
        var province: [String] = []
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let set = try AreaSpecialist.set(code, name: name, email: email, provinces: province, on: &connection)
            try global.print(set, as: .specialists, on: &connection)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: say("Xóa một chuyên quản địa bàn.", "Remove a specialist."))

        @Argument(help: help("Mã chuyên quản địa bàn.", "The specialist's code."))
        var code: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let removed = try AreaSpecialist.remove(code, on: &connection)
            try global.print(removed, as: .specialists, on: &connection)
        }
    }
}

extension Listing<AreaSpecialist> {
    static var specialists: Listing {
        Listing([
            Column("code", "Mã chuyên quản", "Code") { .text($0.code) },
            Column("name", "Họ và tên", "Name") { .text($0.name) },
            Column("email", "Hộp thư điện tử", "E-mail") { .optional($0.email) },
            Column("provinces", "Tỉnh, thành phố", "Provinces") { .texts($0.provinces) },
        ])
    }
}
