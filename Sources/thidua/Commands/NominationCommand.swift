import ArgumentParser
import Postgres
import Registry

struct NominationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "nomination", abstract: say("Đề nghị khen thưởng.", "Nominations."),
        subcommands: [
            Add.self, List.self, Show.self, Edit.self, Withdraw.self, Attest.self, Disqualify.self, Steps.self, Import.self,
            Template.self, Claims.self,
        ])

    /// For completion and help; the database decides which awards exist.
    static let awards = ["minister_certificate", "director_certificate"]

    static let awardHelp = help(
        "Hình thức khen thưởng: \(awards.joined(separator: ", ")).", "The award: \(awards.joined(separator: ", ")).")

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Liệt kê đề nghị.", "List nominations."))

        @Option(help: help("Chỉ của đơn vị này.", "Only those of this unit."))
        var unit: String?
        @Option(help: help("Chỉ hình thức này.", "Only for this award."), completion: .list(NominationCommand.awards))
        var award: String?
        @Option(help: help("Chỉ trạng thái này.", "Only in this state."))
        var state: String?
        @Option(help: help("Chỉ tên có chữ này, không kể dấu.", "Only names that contain this, ignoring accents."))
        var search: String?
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.find(campaign.campaign, &transaction)
                let unit = try unit.map { try Unit.code($0, &transaction) }
                let nominations = try Nomination.list(
                    campaign: campaign.code, unit: unit, award: award, state: state, search: search, &transaction)
                try global.print(nominations, as: .nominations, &transaction)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: say(
                "Xem một đề nghị và các điều kiện, tiêu chuẩn phải xác nhận.", "Show a nomination, and what must be attested."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let nomination = try Nomination.find(id, &transaction)
                let checklist = try ChecklistItem.list(of: id, &transaction)
                guard global.output != .json else {
                    guard case .object(var members) = Listing.nominationInFull.json(nomination) else { return }
                    members["checklist"] = .array(checklist.map(Listing.checklist.json))
                    return emit(JSON.object(members).text)
                }
                try global.print([nomination], as: .nominationInFull, &transaction)
                if global.output == .table {
                    emit("\n")
                    try global.print(checklist, as: .checklist, &transaction)
                }
            }
        }
    }

    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: say("Rút một đề nghị; đề nghị đã rút không tính vào chỉ tiêu.", "Withdraw a nomination, and free its slot.")
        )

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @Flag(help: help("Hủy việc rút; chỉ tiêu được xét lại từ đầu.", "Undo a withdrawal; the quota is checked again."))
        var undo = false
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let nomination =
                undo ? try Nomination.restore(id, on: &connection) : try Nomination.withdraw(id, on: &connection)
            try global.print(nomination, as: .nominations, on: &connection)
        }
    }
}

extension Listing<Nomination> {
    static var nominations: Listing {
        Listing([
            Column("id", "Số đề nghị", "Number") { .number($0.id) },
            Column("campaign") { .text($0.campaign) },
            Column("unit", "Mã đơn vị", "Unit") { .text($0.unit) },
            Column("award", "Hình thức khen thưởng", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("nominee", "Tập thể, cá nhân", "Nominee") { .text($0.nominee) },
            Column("state", "Trạng thái", "State") { .code($0.state) },
            Column("slot", "Suất thứ", "Slot") { .optional($0.slot) },
            Column("allowed", "Tổng số suất", "Allowed") { .optional($0.allowed) },
        ])
    }

    static var nominationInFull: Listing {
        Listing(
            nominations.columns + [
                Column("collective") { .optional($0.collective) },
                Column("staff_no", "Số hiệu công chức", "Staff no.") { .optional($0.staffNo) },
                Column("position", "Chức vụ", "Position") { .optional($0.position) },
                Column("workplace") { .optional($0.workplace) },
                Column("workplace_name", "Nơi công tác", "Workplace") { .optional($0.workplaceName) },
                Column("bar") { .optional($0.bar) },
                Column("reason", "Lý do loại", "Why disqualified") { .optional($0.reason) },
                Column("entered_at", "Lập lúc", "Entered") { .moment($0.enteredAt) },
                Column("changed_at", "Sửa lúc", "Changed") { .moment($0.changedAt) },
            ])
    }
}
