import ArgumentParser
import Registry

extension NominationCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: say(
                "Nhập đề nghị từ bảng tính (XLSX, CSV): nhập tất cả hoặc không nhập dòng nào.",
                "Import nominations from a spreadsheet (XLSX, CSV): all of them or none."))

        @OptionGroup var source: SheetOptions
        @Option(
            help: help(
                "Đơn vị đề nghị của các dòng không ghi; mặc định là đơn vị của tài khoản.",
                "The proposing unit for rows that name none; by default your own."))
        var unit: String?
        @Flag(
            help: help(
                "Chỉ xem trước các đề nghị sẽ lập và chỉ tiêu còn lại.",
                "Only show what would be entered, and what the quotas would have left."))
        var dryRun = false
        @OptionGroup var campaign: CampaignOption
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            var options = NominationImport.Options()
            options.campaign = campaign.campaign
            options.unit = unit
            options.isDryRun = dryRun
            options.columns = try source.columns(of: .nomination(unitIsGiven: false))
            let (result, file) = try source.importing(say("Đang nhập", "Entering")) { file, progress in
                try NominationImport.run(file, options, on: &connection, onProgress: progress)
            }
            try NominationImportOutcome(result, of: file, isDryRun: dryRun).show(as: global.output, on: &connection)
            try source.writeErrors(of: result, as: .nomination(unitIsGiven: false))
            if let refusal = result.firstRefusal(where: { $0.exitStatus == Refusal.Code.quotaExceeded.exitStatus }) {
                throw refusal
            }
            guard result.errors.isEmpty else { throw Refusal.wrongRows(result.errors.count) }
        }
    }
}
