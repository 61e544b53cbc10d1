import ArgumentParser
import Postgres
import Registry

struct StaffingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staffing", abstract: say("Bảng biên chế.", "Staffing tables."),
        subcommands: [Import.self, List.self, Show.self, Apply.self, Revert.self, Diff.self, Template.self])

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
            try global.read { transaction in
                let table = try StaffingTable.find(number, &transaction)
                try global.print(StaffingTable.rows(of: number, &transaction), as: .staffingRows, &transaction)
                speak(Listing.staffingTables.text(of: table, try Words(&transaction)))
            }
        }
    }

    struct Apply: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply", abstract: say("Áp dụng một bảng đã lưu.", "Apply a stored staffing table."))

        @Argument(help: help("Số bảng.", "The table's number."))
        var number: Int
        @Flag(
            help: help("Đồng ý để các đơn vị không có trong bảng không còn nữa.", "Units that the table leaves out may vanish."))
        var yes = false
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let result = try StaffingImport.apply(number, mayRemoveUnits: yes, on: &connection)
            try StaffingOutcome(result).show(as: global.output, on: &connection)
        }
    }

    struct Revert: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "revert",
            abstract: say(
                "Ngừng áp dụng một bảng biên chế, áp dụng lại bảng trước đó; không thực hiện nếu chỉ tiêu thấp hơn số suất đã dùng.",
                "Put the previous table in force again; refused if a quota would fall below its use."))

        @Argument(help: help("Số bảng.", "The table's number."))
        var number: Int
        @OptionGroup var change: ChangeOptions
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect(for: change)
            let result = try StaffingImport.revert(number, on: &connection)
            try StaffingOutcome(result).show(as: global.output, on: &connection)
        }
    }

    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "diff", abstract: say("So sánh hai bảng biên chế.", "Compare two staffing tables."))

        @Argument(help: help("Số bảng trước.", "The earlier table's number."))
        var earlier: Int
        @Argument(help: help("Số bảng sau.", "The later table's number."))
        var later: Int
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                try global.print(
                    StaffingDifference.list(from: earlier, to: later, &transaction), as: .staffingDifferences, &transaction)
            }
        }
    }
}

extension Listing<StaffingTable> {
    static var staffingTables: Listing {
        Listing([
            Column("staffing_table", "Số bảng", "Number") { .number($0.number) },
            Column("as_of", "Tính đến", "As of") { .date($0.asOf) },
            Column("mode", "Cách nhập", "Mode") { .code($0.mode) },
            Column("file", "Tệp", "File") { .text($0.fileName) },
            Column("size", "Dung lượng (byte)", "Bytes") { .optional($0.size) },
            Column("encoding", "Bảng mã", "Encoding") { .optional($0.encoding) },
            Column("sha256") { .text($0.sha256) },
            Column("origin") { .document($0.origin) },
            Column("imported_at", "Nhập lúc", "Imported") { .moment($0.importedAt) },
            Column("imported_by", "Người nhập", "By") { .text($0.importedBy) },
            Column("rows", "Số đơn vị", "Units") { .number($0.rows) },
            Column("houses", "Số địa phương", "Provinces") { .number($0.houses) },
            Column("in_force", "Đang áp dụng", "In force") { .number($0.inForce) },
        ])
    }
}

extension Listing<StaffingRow> {
    static var staffingRows: Listing {
        Listing([
            Column("province_code", "Mã tỉnh", "Province") { .text($0.house) },
            Column("unit_code", "Mã đơn vị", "Code") { .text($0.unit) },
            Column("unit", "Đơn vị", "Unit") { .text($0.name) },
            Column("kind", "Loại đơn vị", "Kind") { .code($0.kind) },
            Column("civil_servants", "Số công chức", "Civil servants") { .number($0.civilServants) },
        ])
    }
}

extension Listing<StaffingDifference> {
    static var staffingDifferences: Listing {
        Listing([
            Column("change", "Thay đổi", "Change") { .named($0.change, changeNames[$0.change] ?? Phrase($0.change, $0.change)) },
            Column("province_code", "Mã tỉnh", "Province") { .text($0.house) },
            Column("unit_code", "Mã đơn vị", "Code") { .text($0.unit) },
            Column("unit", "Đơn vị", "Unit") { .text($0.name) },
            Column("unit_before", "Tên trước", "Name before") { .optional($0.before.name) },
            Column("kind", "Loại đơn vị", "Kind") { .code($0.kind) },
            Column("kind_before") { $0.before.kind.map(ListingCell.code) ?? .none },
            Column("from", "Số công chức cũ", "Before") { .optional($0.from) },
            Column("to", "Số công chức mới", "After") { .optional($0.to) },
            Column("nominations", "Đề nghị liên quan", "Nominations") { .numbers($0.nominations) },
        ])
    }

    private static var changeNames: [String: Phrase] {
        [
            "added": Phrase("thêm", "added"), "changed": Phrase("thay đổi", "changed"), "missing": Phrase("không còn", "missing"),
        ]
    }
}
