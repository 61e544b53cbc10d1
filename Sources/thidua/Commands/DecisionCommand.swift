import ArgumentParser
import Registry

struct DecisionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decision", abstract: say("Quyết định khen thưởng.", "Decisions."), subcommands: [Record.self, List.self])

    struct Record: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record",
            abstract: say(
                "Ghi một quyết định: số, ngày, các đề nghị được và không được khen thưởng.",
                "Record a decision: number, date, who was awarded and who was not."))

        @Option(help: help("Số, ký hiệu quyết định.", "The decision's number."))
        var number: String
        @Option(help: help("Ngày quyết định.", "The decision's date."))
        var date: String
        @Option(name: .customLong("award"), help: help("Số đề nghị được khen thưởng.", "A nomination that is awarded."))
        var awarded: [Int] = []
        @Option(
            name: .customLong("decline"), help: help("Số đề nghị không được khen thưởng.", "A nomination that is not awarded."))
        var declined: [Int] = []
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard awarded.isEmpty && declined.isEmpty else { return }
            throw ValidationError(say("Nêu --award hoặc --decline.", "Give --award or --decline."))
        }

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let list = try Decision.record(
                number, campaign: campaign.campaign, on: date, awarded: awarded, declined: declined, on: &connection)
            try global.print(all: list, as: .decisions, on: &connection)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: say("Danh sách khen thưởng của một đợt thi đua.", "The list of a campaign's awards."))
        @Option(
            help: help("Chỉ awarded hoặc declined.", "Only awarded, or only declined."),
            completion: .list(["awarded", "declined"]))
        var outcome: String?
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard let outcome, !["awarded", "declined"].contains(outcome) else { return }
            throw ValidationError(say("--outcome là awarded hoặc declined.", "--outcome must be awarded or declined."))
        }

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.code(campaign.campaign, &transaction)
                let list = try Decision.list(campaign: campaign, outcome: outcome, &transaction)
                try global.print(list, as: .decisions, &transaction)
            }
        }
    }
}

extension Listing<Decision> {
    static var decisions: Listing {
        Listing([
            Column("campaign") { .text($0.campaign) },
            Column("number", "Số, ký hiệu quyết định", "Decision") { .text($0.number) },
            Column("date", "Ngày quyết định", "Date") { .date($0.decidedOn) },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("outcome", "Kết quả", "Outcome") { .code($0.outcome) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .text($0.nominee) },
            Column("nomination", "Số đề nghị", "Nomination") { .number($0.nomination) },
        ])
    }
}
