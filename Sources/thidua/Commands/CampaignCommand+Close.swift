import ArgumentParser
import Registry

extension CampaignCommand {
    struct Close: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "close",
            abstract: say(
                "Chốt đợt thi đua đã hết thời hạn; không nêu mã thì chốt mọi đợt đã hết thời hạn.",
                "Close a campaign whose deadline has passed or, without a code, every such campaign."))

        @Argument(help: help("Mã đợt thi đua.", "The campaign's code."))
        var code: String?
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(endsHolders: true)
            let codes = try code.map { [$0] } ?? connection.transaction(.registryRead) { try Campaign.due(&$0) }
            for code in codes {
                let outcome = try Campaign.close(code, on: &connection)
                for session in outcome.ended {
                    speak(say("Đã kết thúc phiên của ", "Ended the session of ") + session.phrase[.current] + ".")
                }
                if !outcome.isNew { speak(say("\(code): đã chốt trước đó.", "\(code): closed already.")) }
            }
            try connection.transaction(.registryRead) { transaction in
                let campaigns = try codes.map { try Campaign.find($0, &transaction) }
                try global.print(campaigns, as: .campaigns, &transaction)
            }
        }
    }
}
