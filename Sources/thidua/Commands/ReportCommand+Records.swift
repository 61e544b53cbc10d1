import ArgumentParser
import Registry
import Report

extension ReportCommand {
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list",
            abstract: say(
                "Các báo cáo hằng đêm đã lưu, kể cả báo cáo đã bị thay.",
                "The stored nightly reports, with those that were set aside."))
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.code(campaign.campaign, &transaction)
                try global.print(ReportRecord.list(campaign: campaign, &transaction), as: .reportRecords, &transaction)
            }
        }
    }

    struct SetAside: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "set-aside",
            abstract: say(
                "Thay báo cáo sai của một ngày: báo cáo cũ được giữ lại, lần lập sau cho báo cáo mới.",
                "Set a wrong report aside: it is kept, and the next run makes another one."))
        @Option(help: help("Ngày báo cáo: 2026-04-20 hoặc 20/4/2026.", "The report's day: 2026-04-20 or 20/4/2026."))
        var date: String
        @Option(help: help("Lý do.", "The reason."))
        var reason: String
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let records = try ReportRecord.setAside(
                campaign: campaign.campaign, date: date, because: reason, on: &connection)
            try global.print(all: records, as: .reportRecords, on: &connection)
        }
    }
}

extension Listing<ReportRecord> {
    static var reportRecords: Listing {
        Listing([
            Column("campaign", "Đợt thi đua", "Campaign") { .text($0.campaign) },
            Column("date", "Ngày báo cáo", "Date") { .date($0.date) },
            Column("revision", "Lần lập", "Revision") { .number($0.revision) },
            Column("as_of", "Tính đến", "As of") { .moment($0.asOf) },
            Column("is_late", "Lập muộn", "Late") { .flag($0.isLate) },
            Column("is_final", "Báo cáo chốt", "Final") { .flag($0.isFinal) },
            Column("made_at", "Lập lúc", "Made") { .moment($0.madeAt) },
            Column("made_by", "Người lập", "Made by") { .text($0.madeBy) },
            Column("set_aside_at", "Thay lúc", "Set aside") { $0.setAsideAt.map(ListingCell.moment) ?? .none },
            Column("set_aside_by", "Người thay", "Set aside by") { .optional($0.setAsideBy) },
            Column("reason", "Lý do", "Reason") { .optional($0.reason) },
        ])
    }
}
