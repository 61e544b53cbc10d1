import ArgumentParser
import Postgres
import Registry
import Report

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: say(
            "Báo cáo: tình hình chỉ tiêu và việc cần xử lý.", "Reports: the state of quotas, and what needs attention."),
        subcommands: [Nightly.self, QuotaReportCommand.self, List.self, SetAside.self, Schema.self])

    struct QuotaReportCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "quota",
            abstract: say("In báo cáo chỉ tiêu tại thời điểm hiện tại.", "Print the quota report as of now."))
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let report = try global.read { transaction in
                let campaign = try Campaign.find(campaign.campaign, &transaction)
                return try QuotaReport.current(campaign: campaign.code, &transaction)
            }
            switch global.output {
            case .table: emit(report.text(in: .current))
            case .json: emit(report.json(in: .current))
            case .csv: emit(report.csv(in: .current))
            case .xlsx: Stream.output.write(try WorkbookFile.bytes { try report.writeWorkbook(to: $0, in: .current) })
            }
        }
    }

    struct Schema: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "schema",
            abstract: say("In lược đồ JSON của báo cáo.", "Print the JSON schema of reports."))
        @Option(help: help("Ngôn ngữ: vi hoặc en.", "Language: vi or en."))
        var lang: Language = .current

        func run() { emit(QuotaReport.schema) }
    }
}
