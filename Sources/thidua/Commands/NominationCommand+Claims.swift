import ArgumentParser
import Postgres
import Registry

extension NominationCommand {
    struct Claims: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "claims",
            abstract: say(
                "Xem các trường hợp trùng cần Cục xử lý (chỉ dành cho quản trị viên).",
                "List duplicates that the Department has to settle (for administrators)."),
            discussion: say(
                "Gồm: đơn vị bị từ chối vì tập thể, cá nhân đã được đơn vị khác đề nghị; các đề nghị có số hiệu công chức chỉ khác cách viết (04-1, 04.1, 041) nhưng khác họ và tên.",
                "Units that were refused because another unit has nominated their nominee; and nominations whose staff numbers differ only in punctuation (04-1, 04.1, 041), under different names."
            ))

        @Option(help: help("Chỉ các trường hợp liên quan đến đơn vị này.", "Only those that concern this unit."))
        var unit: String?
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.find(campaign.campaign, &transaction)
                let unit = try unit.map { try Unit.code($0, &transaction) }
                let findings = try NominationFinding.list(campaign: campaign.code, &transaction).filter {
                    unit == nil || $0.unit == unit || $0.otherUnit == unit
                }
                try global.print(findings, as: .findings, &transaction)
            }
        }
    }
}

extension Listing<NominationFinding> {
    static var findings: Listing {
        Listing([
            Column("finding") { .text($0.kind) },
            Column("campaign") { .text($0.campaign) },
            Column("subject") { .code($0.subject) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .optional($0.nominee) },
            Column("collective") { .optional($0.collective) },
            Column("staff_no", "Số hiệu công chức", "Staff no.") { .optional($0.staffNo) },
            Column("found_at", "Thời điểm", "At") { .moment($0.foundAt) },
            Column("why", "Trường hợp", "Why") {
                .text((NominationFinding.kinds[$0.kind] ?? Phrase($0.kind, $0.kind))[.current])
            },
            Column("other_unit", "Đơn vị đã đề nghị", "Nominated by") { .text($0.otherUnit) },
            Column("other_nomination", "Số đề nghị", "Number") { .number($0.otherNomination) },
            Column("other_nominee", "Tên đã đề nghị", "As") { .text($0.otherNominee) },
            Column("other_staff_no", "Số hiệu đã đề nghị", "Staff no. there") { .optional($0.otherStaffNo) },
        ])
    }
}
