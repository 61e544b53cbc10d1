import ArgumentParser
import Postgres
import Registry

struct EndorsementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endorsement",
        abstract: say("Danh sách trình Bộ trưởng, Cục trưởng.", "The list for the Minister, or the Director."),
        subcommands: [Add.self, Remove.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: say("Đưa một đề nghị vào danh sách trình.", "Put a nomination on the list."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let endorsement = try Endorsement.add(id, on: &connection)
            try global.print(endorsement, as: .endorsements, on: &connection)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: say("Đưa một đề nghị ra khỏi danh sách trình.", "Take a nomination off the list."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let endorsement = try Endorsement.remove(id, on: &connection)
            try global.print(endorsement, as: .endorsements, on: &connection)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Xem danh sách trình.", "Show the list."))
        @Flag(
            help: help(
                "Tất cả đề nghị đã nộp, xếp theo thứ tự về đích sớm nhất, kèm chỉ tiêu còn lại.",
                "All submitted nominations, the earliest to finish first, and what the pool has left."))
        var ranked = false
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.find(campaign.campaign, &transaction)
                guard ranked else {
                    let list = try Endorsement.list(campaign: campaign.code, &transaction)
                    return try global.print(list, as: .endorsements, &transaction)
                }
                let candidates = try Candidate.list(campaign: campaign.code, &transaction)
                try global.print(candidates, as: .candidates, &transaction)
                guard global.output == .table else { return }
                // If each province has its own pool, those are shown, too.
                let pools = try Quota.list(campaign: campaign.code, &transaction).filter { $0.stage == "endorsement" }
                emit("\n")
                try global.print(pools, as: .quotas, &transaction)
                if try Directive.list(campaign: campaign.code, &transaction).contains(where: { $0.dueOn == nil }) {
                    speak(
                        say(
                            "Chưa xếp hạng được: có văn bản chỉ đạo chưa đặt hạn hoàn thành (thidua campaign due).",
                            "There is no ranking yet: a directive has no due date (thidua campaign due)."))
                }
            }
        }
    }
}

extension Listing<Candidate> {
    static var candidates: Listing {
        Listing([
            Column("rank", "Hạng", "Rank") { .optional($0.rank) },
            Column("id", "Số đề nghị", "Number") { .number($0.id) },
            Column("campaign") { .text($0.campaign) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .text($0.nominee) },
            Column("finished_on", "Ngày hoàn thành", "Finished") { $0.finishedOn.map(ListingCell.date) ?? .none },
            Column("on_time", "Đúng hạn", "On time") { $0.isOnTime.map(ListingCell.flag) ?? .none },
            Column("of_quality", "Bảo đảm chất lượng", "Quality") { $0.isOfQuality.map(ListingCell.flag) ?? .none },
            Column("state", "Trạng thái", "State") { .code($0.state) },
            Column("endorsement_slot", "Suất thứ", "Slot") { .optional($0.slot) },
        ])
    }
}

extension Listing<Endorsement> {
    static var endorsements: Listing {
        Listing([
            Column("id", "Số đề nghị", "Number") { .number($0.id) },
            Column("campaign") { .text($0.campaign) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .text($0.nominee) },
            Column("endorsement_slot", "Suất thứ", "Slot") { .optional($0.slot) },
        ])
    }
}
