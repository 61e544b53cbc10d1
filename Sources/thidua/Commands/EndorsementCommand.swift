import ArgumentParser
import Postgres
import Registry

struct EndorsementCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "endorsement", abstract: say("Danh sách trình Bộ trưởng.", "The list for the Minister."),
        subcommands: [Add.self, Remove.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: say("Đưa một đề nghị vào danh sách.", "Put a nomination on the list."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect()
            let endorsement = try Endorsement.add(id, on: &connection)
            try global.print(endorsement, as: .endorsements, on: &connection)
        }
    }

    struct Remove: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "remove", abstract: say("Đưa một đề nghị ra khỏi danh sách.", "Take a nomination off the list."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect()
            let endorsement = try Endorsement.remove(id, on: &connection)
            try global.print(endorsement, as: .endorsements, on: &connection)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: say("Liệt kê danh sách.", "List it."))
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.find(campaign.campaign, &transaction)
                let list = try Endorsement.list(campaign: campaign.code, &transaction)
                try global.print(list, as: .endorsements, &transaction)
            }
        }
    }
}

extension Listing<Endorsement> {
    static var endorsements: Listing {
        Listing([
            Column("id", "Số", "Number") { .number($0.id) },
            Column("campaign") { .text($0.campaign) },
            Column("unit", "Đơn vị", "Unit") { .text($0.unit) },
            Column("award", "Hình thức", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("nominee", "Tên", "Nominee") { .text($0.nominee) },
            Column("endorsement_slot", "Suất", "Place") { .optional($0.slot) },
        ])
    }
}
