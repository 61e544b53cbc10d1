import ArgumentParser
import Postgres
import Registry

extension NominationCommand {
    /// The nominee of a nomination.
    struct NomineeOptions: ParsableArguments {
        @Option(help: help("Tập thể: mã đơn vị.", "A collective: the unit's code."))
        var collective: String?
        @Option(help: help("Cá nhân: họ và tên.", "A person: full name."))
        var individual: String?
        @Option(help: help("Số hiệu công chức.", "Staff number."))
        var staffNo: String?
        @Option(help: help("Chức vụ.", "Position."))
        var position: String?
        @Option(help: help("Nơi công tác: mã đơn vị.", "Workplace: the unit's code."))
        var workplace: String?

        func validate() throws {
            let aboutPerson = [individual, staffNo, position, workplace].contains { $0 != nil }
            guard collective != nil, aboutPerson else { return }
            throw ValidationError(
                say("Chỉ nêu --collective hoặc --individual, không nêu cả hai.", "Give --collective or --individual, not both."))
        }
    }

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add",
            abstract: say("Lập một đề nghị; tính ngay vào chỉ tiêu.", "Enter a nomination; it takes a slot immediately."))

        @Option(help: help("Đơn vị đề nghị.", "The proposing unit."))
        var unit: String
        @Option(help: NominationCommand.awardHelp, completion: .list(NominationCommand.awards))
        var award: String
        @OptionGroup var who: NomineeOptions
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let entry = Nomination.Entry(campaign: campaign.campaign, unit: unit, award: award, nominee: try nominee)
            var connection = try global.connect(for: change)
            let nomination = try Nomination.add(entry, on: &connection)
            try global.print(nomination, as: .nominations, on: &connection)
        }

        private var nominee: Nominee {
            get throws {
                if let code = who.collective { return .collective(code: code) }
                guard let name = who.individual, let staffNo = who.staffNo, let position = who.position,
                    let workplace = who.workplace
                else {
                    throw ValidationError(
                        say(
                            "Nêu --collective MÃ, hoặc đủ --individual, --staff-no, --position và --workplace.",
                            "Give --collective CODE, or all of --individual, --staff-no, --position and --workplace."))
                }
                return .individual(.init(name: name, staffNo: staffNo, position: position, workplace: workplace))
            }
        }
    }

    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "edit",
            abstract: say(
                "Sửa một đề nghị; nếu chuyển sang chỉ tiêu khác thì xét lại chỉ tiêu.",
                "Change a nomination; if another quota applies, it is checked again."))

        @Argument(help: help("Số đề nghị.", "The nomination's number."))
        var id: Int
        @Option(help: help("Đơn vị đề nghị.", "The proposing unit."))
        var unit: String?
        @Option(help: NominationCommand.awardHelp, completion: .list(NominationCommand.awards))
        var award: String?
        @OptionGroup var who: NomineeOptions
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var edited = Nomination.Change()
            edited.unit = unit
            edited.award = award
            edited.collective = who.collective
            edited.name = who.individual
            edited.staffNo = who.staffNo
            edited.position = who.position
            edited.workplace = who.workplace
            var connection = try global.connect(for: change)
            let nomination = try Nomination.edit(id, edited, on: &connection)
            try global.print(nomination, as: .nominations, on: &connection)
        }
    }
}
