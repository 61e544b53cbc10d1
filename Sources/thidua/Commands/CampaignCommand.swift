import ArgumentParser
import Postgres
import Registry

struct CampaignCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: say("Đợt thi đua và quy định của đợt.", "Campaigns and their rules."),
        subcommands: [List.self, Show.self, Copy.self, Close.self, Directives.self, Due.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Liệt kê đợt thi đua.", "List campaigns."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { try global.print(Campaign.list(&$0), as: .campaigns, &$0) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: say("Xem một đợt thi đua và chỉ tiêu của đợt.", "Show a campaign and its quota rules.")
        )

        @Argument(help: help("Mã đợt thi đua.", "The campaign's code."))
        var code: String
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.find(code, &transaction)
                let rules = try Campaign.rules(of: campaign.code, &transaction)
                guard global.output == .json else {
                    speak("\(campaign.code): \(campaign.title)")
                    speak(say("Thời hạn: ", "Deadline: ") + ReadableTime.before(campaign.deadline)[.current])
                    return try global.print(rules, as: .rules, &transaction)
                }
                guard case .object(var members) = Listing.campaigns.json(campaign) else { return }
                members["rules"] = .array(rules.map(Listing.rules.json))
                emit(JSON.object(members).text)
            }
        }
    }

    struct Copy: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "copy",
            abstract: say("Mở đợt thi đua mới theo quy định của một đợt trước.", "Start a campaign with the rules of another."))

        @Argument(help: help("Mã đợt trước.", "The original's code."))
        var code: String
        @Option(name: .customLong("as"), help: help("Mã đợt mới.", "The new campaign's code."))
        var newCode: String
        @Option(
            help: help(
                "Nhận đề nghị trước ngày này, như 25/4/2026 hoặc 2026-04-25.",
                "Nominations are accepted before this date, such as 25/4/2026 or 2026-04-25."))
        var deadline: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let campaign = try Campaign.copy(code, as: newCode, deadline: deadline, on: &connection)
            try global.print(campaign, as: .campaigns, on: &connection)
            if !campaign.isOpen {
                speak(say("Lưu ý: thời hạn này đã qua.", "Note: this deadline has passed."))
            }
        }
    }

    struct Directives: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "directives",
            abstract: say(
                "Các văn bản chỉ đạo phải hoàn thành và hạn hoàn thành.", "The directives to be completed, and their due dates."))
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.code(campaign.campaign, &transaction)
                try global.print(Directive.list(campaign: campaign, &transaction), as: .directives, &transaction)
            }
        }
    }

    struct Due: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "due",
            abstract: say(
                "Đặt hạn hoàn thành cập nhật dữ liệu theo một văn bản chỉ đạo.", "Set the due date of a directive."))

        @Argument(help: help("Số văn bản, ví dụ 259.", "The directive's number, such as 259."))
        var number: String
        @Option(
            name: .customLong("on"),
            help: help("Ngày cuối cùng còn được tính là đúng hạn.", "The last day that counts as on time."))
        var date: String
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let directive = try Directive.setDue(number, campaign: campaign.campaign, on: date, on: &connection)
            try global.print(directive, as: .directives, on: &connection)
        }
    }
}

extension Listing<Directive> {
    static var directives: Listing {
        Listing([
            Column("campaign") { .text($0.campaign) },
            Column("number", "Văn bản chỉ đạo", "Directive") { .text($0.number) },
            Column("issued_on", "Ngày ban hành", "Issued") { .date($0.issuedOn) },
            Column("due_on", "Hạn hoàn thành", "Due") { $0.dueOn.map(ListingCell.date) ?? .none },
        ])
    }
}

extension Listing<Campaign> {
    static var campaigns: Listing {
        Listing([
            Column("code", "Mã đợt", "Code") { .text($0.code) },
            Column("title", "Tên đợt thi đua", "Title") { .text($0.title) },
            Column("deadline", "Thời hạn", "Deadline") { .named($0.deadline, ReadableTime.before($0.deadline)) },
            Column("open", "Đang mở", "Open") { .flag($0.isOpen) },
            Column("closed_at", "Chốt lúc", "Closed") { $0.closedAt.map(ListingCell.moment) ?? .none },
            Column("pool") { .text($0.pool) },
        ])
    }
}

extension Listing<QuotaRule> {
    static var rules: Listing {
        Listing([
            Column("rule", "Quy định", "Rule") { .text($0.rule) },
            Column("clause", "Điểm, mục", "Clause") { .named($0.clause, Clause.cited($0.clause)) },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("holder_kind", "Đơn vị được giao chỉ tiêu", "Holder") { .code($0.holderKind) },
            Column("measure", "Căn cứ tính", "By") { .named($0.measure, $0.measurePhrase) },
            Column("at_least", "Từ", "From") { .optional($0.atLeast) },
            Column("at_most", "Đến", "To") { .optional($0.atMost) },
            Column("allowed", "Không quá", "At most") { .number($0.allowed) },
        ])
    }
}

extension QuotaRule {
    fileprivate var measurePhrase: Phrase {
        switch measure {
        case "civil_servants": Phrase("số công chức", "civil servants")
        case "area_offices": Phrase("số Phòng THADS khu vực", "area offices")
        default: Phrase("chỉ tiêu ấn định", "fixed number")
        }
    }
}
