import ArgumentParser
import Postgres
import Registry

struct DossierCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier", abstract: say("Hồ sơ đề nghị khen thưởng của một đơn vị.", "A unit's dossier."),
        subcommands: [Show.self, Attach.self, Save.self, Submit.self, Receive.self, Return.self])

    /// The unit and the campaign of a dossier.
    struct Whose: ParsableArguments {
        @Option(help: help("Đơn vị lập hồ sơ.", "The unit that submits it."))
        var unit: String
        @OptionGroup var campaign: CampaignOption
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: say("Xem hồ sơ và nội dung còn thiếu.", "Show a dossier, and what is missing."))
        @OptionGroup var whose: Whose
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let campaign = try Campaign.code(whose.campaign.campaign, &transaction)
                let dossier = try Dossier.find(unit: whose.unit, campaign: campaign, &transaction)
                try DossierOutput(dossier).show(as: global.output) { try Words(&transaction) }
            }
        }
    }

    struct Submit: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "submit",
            abstract: say(
                "Nộp hồ sơ đầy đủ, đủ điều kiện, trước thời hạn; hồ sơ đã nộp thì đóng.",
                "Submit a dossier: complete, eligible and before the deadline; it is then closed."))
        @OptionGroup var whose: Whose
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let dossier = try Dossier.submit(unit: whose.unit, campaign: whose.campaign.campaign, on: &connection)
            try dossier.show(as: global, on: &connection)
        }
    }

    struct Return: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "return",
            abstract: say(
                "Trả lại hồ sơ đã nộp để bổ sung, hoàn thiện, trước thời hạn.", "Return a submitted dossier, before the deadline."
            ))
        @OptionGroup var whose: Whose
        @Option(help: help("Lý do.", "The reason."))
        var reason: String
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let dossier = try Dossier.sendBack(
                unit: whose.unit, campaign: whose.campaign.campaign, because: reason, on: &connection)
            try dossier.show(as: global, on: &connection)
        }
    }

    struct Receive: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "receive",
            abstract: say(
                "Ghi thời điểm Cục nhận bộ hồ sơ giấy, hoặc bản mềm qua thư điện tử.",
                "Record when the paper set, or the soft copy sent by e-mail, arrived."))
        @OptionGroup var whose: Whose
        @Option(help: help("Hình thức gửi: paper (bản giấy) hoặc email (bản mềm).", "The channel: paper or email."))
        var channel: Dossier.Channel
        @Option(
            help: help(
                "Thời điểm nhận, ví dụ 24/4/2026; mặc định là thời điểm hiện tại.",
                "When it arrived, such as 24/4/2026; now by default."))
        var at: String?
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change, endsHolders: true)
            let dossier = try Dossier.receive(
                unit: whose.unit, campaign: whose.campaign.campaign, by: channel, at: at, on: &connection)
            try dossier.show(as: global, on: &connection)
        }
    }
}

extension Dossier.Channel: ExpressibleByArgument {}

extension Dossier {
    fileprivate func show(as global: GlobalOptions, on connection: inout Connection) throws {
        try DossierOutput(self).show(as: global.output) { try PrintedWords.find(on: &connection) }
    }
}
