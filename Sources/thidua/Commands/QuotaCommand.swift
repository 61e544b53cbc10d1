import ArgumentParser
import Registry

struct QuotaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quota",
        abstract: say("Chỉ tiêu: tổng số suất, đã dùng, còn lại.", "Quotas: how many slots are allowed, and how many are used."),
        subcommands: [List.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: say("Liệt kê chỉ tiêu.", "List quotas."))

        @Option(help: help("Chỉ của đơn vị này; * là chỉ tiêu chung.", "Only this unit; * is the pool."))
        var unit: String?
        @Option(help: help("Chỉ hình thức này.", "Only this award."), completion: .list(NominationCommand.awards))
        var award: String?
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.find(campaign.campaign, &transaction)
                let unit = try unit.map { $0 == "*" ? $0 : try Unit.code($0, &transaction) }
                let quotas = try Quota.list(campaign: campaign.code, unit: unit, award: award, &transaction)
                try global.print(quotas, as: .quotas, &transaction)
            }
        }
    }
}

extension Listing<Quota> {
    static var quotas: Listing {
        Listing([
            Column("campaign") { .text($0.campaign) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("unit_name", "Đơn vị", "Name") {
                .phrase(Phrase($0.unitName ?? Quota.poolName.vi, $0.unitName ?? Quota.poolName.en))
            },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("stage", "Giai đoạn", "Stage") { .code($0.stage) },
            Column("allowed", "Chỉ tiêu", "Allowed") { .number($0.allowed) },
            Column("used", "Đã dùng", "Used") { .number($0.used) },
            Column("remaining", "Còn lại", "Left") { .number($0.remaining) },
            Column("basis", "Căn cứ tính", "Basis") { .phrase($0.basis.phrase) },
            Column("clause", "Điểm, mục", "Clause") { .named($0.clause, Clause.cited($0.clause)) },
        ])
    }
}
