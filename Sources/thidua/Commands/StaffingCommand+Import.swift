import ArgumentParser
import Postgres
import Registry

extension StaffingCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: say(
                "Nhập bảng biên chế (XLSX, CSV); chỉ tiêu đổi theo ngay.",
                "Import a staffing table (XLSX, CSV); quotas follow at once."))

        @OptionGroup var source: SheetOptions
        @Option(help: help("Số liệu tính đến ngày nào; mặc định là hôm nay.", "The date for which it holds; today by default."))
        var asOf: String?
        @Option(
            help: help(
                "replace: tệp thay toàn bộ số liệu của các tỉnh có trong tệp; merge: chỉ đổi những đơn vị có trong tệp.",
                "replace: the file is the whole truth for the provinces that it names; merge: only what it names is changed."))
        var mode: StaffingImport.Mode = .replace
        @Flag(help: help("Chỉ xem sẽ đổi gì.", "Only show what would change."))
        var dryRun = false
        @Flag(help: help("Lưu mà chưa áp dụng.", "Store it without applying it."))
        var noApply = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect()
            var result = StaffingImport()
            var file: SourceFile?
            do {
                let opened = try source.open()
                file = opened
                var bar = ProgressBar(say("Đang đọc", "Reading"))
                defer { bar.finish() }
                result = try StaffingImport.run(opened, options, on: &connection) { bar.show($0) }
            } catch let error as CellError {
                result.errors = CellErrors([error])
            }
            try StaffingReport(result, of: file, isDryRun: dryRun).show(as: global.output, on: &connection)
            try writeErrors(of: result)
            try refuse(result, on: &connection)
        }

        private var options: StaffingImport.Options {
            var options = StaffingImport.Options()
            options.asOf = asOf
            options.mode = mode
            options.storesOnly = noApply
            options.isDryRun = dryRun
            options.keepsFailedRows = source.errors != nil
            return options
        }

        private func writeErrors(of result: StaffingImport) throws {
            guard let path = source.errors, !result.errors.isEmpty else { return }
            let headers = SheetForm.staffing.fields.map { field in
                result.header?.mapping.first { $0.field == field }?.header ?? field
            }
            let rows = result.failedRows.map { ($0.number, $0.cells) }
            try ErrorFile(headers: headers, rows: rows, errors: result.errors.list).write(to: path)
        }

        private func refuse(_ result: StaffingImport, on connection: inout Connection) throws {
            guard result.errors.isEmpty else { throw Refusal.wrongRows(result.errors.count) }
            guard dryRun else { return }
            if let obstacle = result.obstacle(try connection.transaction(.registryRead) { try Words(&$0) }) { throw obstacle }
        }
    }
}

extension StaffingImport.Mode: ExpressibleByArgument {}

extension Refusal {
    /// Rows of a file are wrong, and none was imported.
    static func wrongRows(_ count: Int) -> Refusal {
        Refusal(
            .invalidInput,
            Phrase("Tệp có \(count) lỗi; không nhập dòng nào.", "The file has \(count) errors; nothing was imported."),
            hint: Phrase(
                "Sửa các ô nêu trên rồi nhập lại; --errors TỆP.xlsx ghi riêng các dòng lỗi.",
                "Mend the cells named above and import it again; --errors FILE.xlsx writes the rows at fault."))
    }
}
