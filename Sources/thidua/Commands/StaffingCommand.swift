import ArgumentParser
import Postgres
import Registry

struct StaffingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staffing", abstract: say("Bảng biên chế.", "Staffing tables."),
        subcommands: [Import.self, List.self, Show.self, Apply.self, Template.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "import",
            abstract: say(
                "Nhập bảng biên chế (CSV UTF-8); chỉ tiêu đổi theo ngay.",
                "Import a staffing table (CSV in UTF-8); quotas follow at once."))

        @Argument(help: help("Tệp CSV.", "The CSV file."), completion: .file(extensions: ["csv"]))
        var file: String
        @Option(help: help("Số liệu tính đến ngày nào; mặc định là hôm nay.", "The date for which it holds; today by default."))
        var asOf: String?
        @Flag(help: help("Chỉ xem sẽ đổi gì.", "Only show what would change."))
        var dryRun = false
        @Flag(help: help("Lưu mà chưa áp dụng.", "Store it without applying it."))
        var noApply = false
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var options = StaffingImport.Options()
            options.asOf = asOf
            options.storesOnly = noApply
            options.isDryRun = dryRun
            let bytes = try InputFile.read(file)
            var connection = try global.connect()
            var result = StaffingImport()
            do {
                let staffing = try StaffingFile(name: InputFile.name(of: file), bytes: bytes)
                result = try StaffingImport.run(staffing, options, on: &connection)
            } catch let error as CellError {
                result.errors = [error]
            }
            try StaffingCommand.show(result, as: global.output, on: &connection)
            guard result.errors.isEmpty else {
                throw Refusal(
                    .invalidInput,
                    Phrase(
                        "Tệp có \(result.errors.count) lỗi; không nhập dòng nào.",
                        "The file has \(result.errors.count) errors; nothing was imported."),
                    hint: Phrase("Sửa các ô nêu trên rồi nhập lại.", "Mend the cells named above and import it again."))
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: say("Liệt kê bảng biên chế đã nhập.", "List staffing tables."))
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { try global.print(StaffingTable.list(&$0), as: .staffingTables, &$0) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: say("Xem một bảng biên chế.", "Show a staffing table."))

        @Argument(help: help("Số bảng.", "The table's number."))
        var number: Int
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { try global.print(StaffingTable.rows(of: number, &$0), as: .staffingRows, &$0) }
        }
    }

    struct Apply: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply", abstract: say("Áp dụng một bảng đã lưu.", "Put a stored staffing table in force."))

        @Argument(help: help("Số bảng.", "The table's number."))
        var number: Int
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect()
            let result = try StaffingImport.apply(number, on: &connection)
            try StaffingCommand.show(result, as: global.output, on: &connection)
        }
    }
}

extension StaffingCommand {
    private static func show(_ result: StaffingImport, as format: OutputFormat, on connection: inout Connection) throws {
        guard format != .json else { return emit(json(result).text) }
        if !result.errors.isEmpty { return emit(Listing.cellErrors.rendered(result.errors, as: format, nil)) }
        if !result.unknownColumns.isEmpty {
            let names = result.unknownColumns.joined(separator: ", ")
            speak(say("Bỏ qua cột lạ: \(names).", "Columns left out: \(names)."))
        }
        // A table of nothing says less than the sentence below; a program still wants its header.
        if !result.quotaChanges.isEmpty || format == .csv {
            let words = try connection.transaction(.registryRead) { try Words(&$0) }
            emit(Listing.quotaChanges.rendered(result.quotaChanges, as: format, words))
        }
        speak(result.summary[.current])
    }

    private static func json(_ result: StaffingImport) -> JSON {
        .object([
            "staffing_table": result.table.map(JSON.number) ?? .null,
            "applied": .bool(result.applied),
            "unchanged": .bool(result.unchanged),
            "rows": .number(result.rows),
            "added": .number(result.added),
            "changed": .number(result.changed),
            "missing": .number(result.missing),
            "quota_changes": .array(result.quotaChanges.map(Listing.quotaChanges.json)),
            "errors": .array(result.errors.map(Listing.cellErrors.json)),
        ])
    }
}

extension StaffingImport {
    /// What was done, in a sentence.
    var summary: Phrase {
        if unchanged {
            return Phrase("Tệp này đang được áp dụng; không có gì thay đổi.", "This file is in force already; nothing changed.")
        }
        return Phrase(
            "\(rows) dòng: \(added) đơn vị mới, \(changed) thay đổi, \(missing) không còn. \(outcome.vi)",
            "\(rows) rows: \(added) units added, \(changed) changed, \(missing) missing. \(outcome.en)")
    }

    private var outcome: Phrase {
        let count = quotaChanges.count
        guard let table else {
            return Phrase("Chỉ xem thử: \(count) chỉ tiêu sẽ thay đổi.", "A dry run: \(count) quotas would change.")
        }
        guard applied else {
            return Phrase("Đã lưu thành bảng số \(table), chưa áp dụng.", "Stored as table \(table), not applied.")
        }
        return Phrase(
            "Đã áp dụng (bảng số \(table)); \(count) chỉ tiêu thay đổi.", "Applied (table \(table)); \(count) quotas changed.")
    }
}

extension Listing<QuotaChange> {
    static var quotaChanges: Listing {
        Listing([
            Column("campaign", "Đợt", "Campaign") { .text($0.campaign) },
            Column("unit", "Đơn vị", "Unit") { .text($0.unit) },
            Column("award", "Hình thức", "Award") { .code($0.award) },
            Column("subject", "Đối tượng", "Subject") { .code($0.subject) },
            Column("from", "Từ", "From") { .optional($0.from) },
            Column("to", "Thành", "To") { .optional($0.to) },
        ])
    }
}

extension Listing<CellError> {
    static var cellErrors: Listing {
        Listing([
            Column("sheet") { _ in .none },
            Column("row", "Dòng", "Row") { .optional($0.row) },
            Column("column", "Cột", "Column") { .optional($0.column) },
            Column("cell", "Ô", "Cell") { .optional($0.cell) },
            Column("value", "Giá trị", "Value") { .optional($0.value) },
            Column("code") { .text($0.code.rawValue) },
            Column("message", "Lỗi", "Error") { .phrase($0.message) },
            Column("fix", "Cách sửa", "Fix") { .phrase($0.fix) },
        ])
    }
}

extension Listing<StaffingTable> {
    static var staffingTables: Listing {
        Listing([
            Column("staffing_table", "Số", "Number") { .number($0.number) },
            Column("as_of", "Tính đến", "As of") { .date($0.asOf) },
            Column("file", "Tệp", "File") { .text($0.fileName) },
            Column("imported_at", "Nhập lúc", "Imported") { .moment($0.importedAt) },
            Column("imported_by", "Người nhập", "By") { .text($0.importedBy) },
            Column("rows", "Dòng", "Rows") { .number($0.rows) },
            Column("houses", "Tỉnh", "Provinces") { .number($0.houses) },
            Column("in_force", "Đang áp dụng", "In force") { .number($0.inForce) },
        ])
    }
}

extension Listing<StaffingRow> {
    static var staffingRows: Listing {
        Listing([
            Column("province_code", "Tỉnh", "Province") { .text($0.house) },
            Column("unit_code", "Mã", "Code") { .text($0.unit) },
            Column("unit", "Đơn vị", "Unit") { .text($0.name) },
            Column("kind", "Loại", "Kind") { .code($0.kind) },
            Column("civil_servants", "Công chức", "Civil servants") { .number($0.civilServants) },
        ])
    }
}
