import ArgumentParser
import Postgres
import Registry

extension StaffingCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: say(
                "Nhập bảng biên chế (XLSX, CSV); chỉ tiêu thay đổi theo ngay.",
                "Import a staffing table (XLSX, CSV); quotas change immediately."))

        @OptionGroup var source: SheetOptions
        @Option(help: help("Số liệu tính đến ngày nào; mặc định là hôm nay.", "The date of the figures; today by default."))
        var asOf: String?
        @Option(
            help: help(
                "replace: tệp thay toàn bộ số liệu của tỉnh, thành phố có trong tệp; merge: chỉ thay đổi đơn vị có trong tệp.",
                "replace: the file is the complete list for the provinces that it names; merge: only units in the file change."))
        var mode: StaffingImport.Mode = .replace
        @Flag(help: help("Chỉ xem trước các thay đổi.", "Only show what would change."))
        var dryRun = false
        @Option(
            help: help(
                "Dòng của tỉnh là số công chức riêng (own) hay tổng của cả tỉnh (total).",
                "Whether a province's row lists its own civil servants (own) or all of them (total)."))
        var provinceRows: StaffingImport.ProvinceRows?
        @Flag(help: help("Đồng ý để các đơn vị không có trong tệp không còn nữa.", "Units that the file leaves out may vanish."))
        var yes = false
        @Flag(help: help("Lưu mà chưa áp dụng.", "Store it without applying it."))
        var noApply = false
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            var options = try options()
            func run() throws -> (result: StaffingImport, file: SourceFile?) {
                try source.importing(say("Đang đọc", "Reading")) { file, progress in
                    try StaffingImport.run(file, options, on: &connection, onProgress: progress)
                }
            }
            var (result, file) = try run()
            if let question = result.question, question.isAgreedTo {
                options.mayRemoveUnits = true
                (result, file) = try run()
            }
            try StaffingOutcome(result, of: file, isDryRun: dryRun).show(as: global.output, on: &connection)
            try source.writeErrors(of: result, as: .staffing)
            try refuse(result, on: &connection)
        }

        private func options() throws -> StaffingImport.Options {
            var options = StaffingImport.Options()
            options.columns = try source.columns(of: .staffing)
            options.asOf = asOf
            options.provinceRows = provinceRows
            options.mayRemoveUnits = yes
            options.mode = mode
            options.storesOnly = noApply
            options.isDryRun = dryRun
            options.keepsFailedRows = source.errors != nil
            return options
        }

        private func refuse(_ result: StaffingImport, on connection: inout Connection) throws {
            guard result.errors.isEmpty else { throw Refusal.wrongRows(result.errors.count) }
            if let question = result.question { throw question.refusal }
            guard dryRun else { return }
            if let obstacle = result.obstacle(try PrintedWords.find(on: &connection)) { throw obstacle }
        }
    }
}

extension StaffingImport.Mode: ExpressibleByArgument {}
extension StaffingImport.ProvinceRows: ExpressibleByArgument {}
