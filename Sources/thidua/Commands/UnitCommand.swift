import ArgumentParser
import Registry

struct UnitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unit",
        abstract: say("Đơn vị: Cơ quan Cục, THADS tỉnh, thành phố, phòng.", "Units: headquarters, provinces, offices."),
        subcommands: [List.self, Show.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: say("Liệt kê đơn vị.", "List units."))

        @Option(help: help("Chỉ loại này.", "Only of this kind."), completion: .list(UnitCommand.kinds))
        var kind: String?
        @Option(
            help: help(
                "Chỉ tỉnh, thành phố này (hoặc CUC), kèm các đơn vị trực thuộc.", "Only this province (or CUC) with its parts."))
        var unit: String?
        @Option(help: help("Chỉ tên có chữ này, không kể dấu.", "Only names that contain this, ignoring accents."))
        var search: String?
        @OptionGroup var global: GlobalOptions

        func run() throws {
            try global.read { transaction in
                let house = try unit.map { try Unit.code($0, &transaction) }
                try global.print(Unit.list(kind: kind, house: house, search: search, &transaction), as: .units, &transaction)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "show", abstract: say("Xem một đơn vị.", "Show a unit."))

        @Argument(help: help("Mã đơn vị.", "The unit's code."))
        var code: String
        @OptionGroup var global: GlobalOptions

        func run() throws {
            var connection = try global.connect()
            let unit = try connection.transaction(.registryRead) { try Unit.find(code, &$0) }
            try global.print(unit, as: .units, on: &connection)
        }
    }

    static let kinds = ["headquarters", "bureau", "province", "division", "area_office"]
}

extension Listing<Unit> {
    static var units: Listing {
        Listing([
            Column("code", "Mã đơn vị", "Code") { .text($0.code) },
            Column("name", "Đơn vị", "Name") { .text($0.name) },
            Column("kind", "Loại đơn vị", "Kind") { .code($0.kind) },
            Column("parent", "Thuộc đơn vị", "Part of") { .optional($0.parent) },
            Column("civil_servants", "Số công chức", "Civil servants") { .optional($0.civilServants) },
        ])
    }
}
