import ArgumentParser
import Registry

struct CouncilCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "council",
        abstract: say("Hội đồng Thi đua - khen thưởng: phiên họp và ý kiến.", "The council: sessions and opinions."),
        subcommands: [Record.self, List.self])

    struct Record: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "record",
            abstract: say(
                "Ghi một phiên họp: thành viên, kết quả bỏ phiếu, ý kiến.", "Record a session: members, votes, opinions."))

        @Option(name: .customLong("date"), help: help("Ngày họp.", "The date of the session."))
        var heldOn: String
        @Option(
            name: .customLong("member"),
            help: help("Thành viên dự họp: HỌ TÊN hoặc HỌ TÊN=CHỨC VỤ.", "A member who attended: NAME or NAME=POSITION."))
        var members: [String]
        @Option(help: help("Kết quả bỏ phiếu: SỐ=ĐỒNG Ý/TỔNG, ví dụ 123=9/11.", "Votes: NUMBER=FOR/TOTAL, such as 123=9/11."))
        var votes: [Ballot]
        @Option(name: .customLong("opinion"), help: help("Ý kiến: SỐ=NỘI DUNG.", "An opinion: NUMBER=TEXT."))
        var opinions: [String] = []
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func validate() throws {
            guard try Set(opinionsByNumber.keys).isSubset(of: Set(votes.map(\.votes.nomination))) else {
                throw ValidationError(
                    say(
                        "Có ý kiến về đề nghị nào thì phải có kết quả bỏ phiếu đối với đề nghị đó.",
                        "An opinion on a nomination requires the votes on it."))
            }
        }

        func run() throws {
            let members = members.map { text in
                let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                return (name: parts.first ?? "", title: parts.count > 1 ? parts[1] : nil)
            }
            let session = CouncilOpinion.Session(
                heldOn: heldOn, members: members, votes: votes.map(\.votes), opinions: try opinionsByNumber)
            var connection = try global.connect(for: change, endsHolders: true)
            let recorded = try CouncilOpinion.record(session, campaign: campaign.campaign, on: &connection)
            try global.print(all: recorded, as: .councilOpinions, on: &connection)
        }

        private var opinionsByNumber: [Int: String] {
            get throws {
                try opinions.reduce(into: [:]) { opinions, text in
                    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
                    guard parts.count == 2, let number = Int(parts[0]) else {
                        throw ValidationError(say("--opinion cần SỐ=NỘI DUNG.", "--opinion takes NUMBER=TEXT."))
                    }
                    opinions[number] = parts[1]
                }
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Liệt kê phiên họp và ý kiến.", "List sessions and opinions."))
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.code(campaign.campaign, &transaction)
                try global.print(CouncilOpinion.list(campaign: campaign, &transaction), as: .councilOpinions, &transaction)
            }
        }
    }
}

extension Listing<CouncilOpinion> {
    static var councilOpinions: Listing {
        Listing([
            Column("session", "Phiên họp", "Session") { .number($0.session) },
            Column("held_on", "Ngày họp", "Date") { .date($0.heldOn) },
            Column("members", "Thành viên dự họp", "Members") { .text($0.members.joined(separator: "; ")) },
            Column("nomination", "Số đề nghị", "Nomination") { .optional($0.nomination) },
            Column("unit", "Mã đơn vị", "Unit") { .optional($0.unit) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .optional($0.nominee) },
            Column("votes_for", "Số phiếu đồng ý", "For") { .optional($0.votesFor) },
            Column("votes_total", "Tổng số phiếu", "Total") { .optional($0.votesTotal) },
            Column("opinion", "Ý kiến", "Opinion") { .optional($0.opinion) },
        ])
    }
}
