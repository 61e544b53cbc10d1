import ArgumentParser
import Registry
import Spreadsheet

extension StaffingCommand {
    struct Template: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "template",
            abstract: say("Tạo biểu mẫu bảng biên chế (XLSX).", "Write a staffing table to fill in (XLSX)."))

        @OptionGroup var target: TemplateFile
        @Option(
            help: help(
                "Ghi sẵn các đơn vị của tỉnh, thành phố này (hoặc CUC); mặc định là của đơn vị mình.",
                "Prefill the units of this province (or CUC); by default those of your own."))
        var unit: String?
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let path = try target.path(orElse: say("bieu-bien-che.xlsx", "staffing-template.xlsx"))
            let template = try global.read { transaction in
                let named = try unit.map { try Unit.find($0, &transaction) }
                let directory = try UnitDirectory(&transaction)
                return StaffingTemplate(
                    directory: directory, words: try Words(&transaction),
                    house: named.map { $0.parent ?? $0.code } ?? directory.ownHouse)
            }
            try template.save(at: path, as: global.output)
        }
    }
}

/// A staffing table to fill in.
private struct StaffingTemplate: Template {
    let directory: UnitDirectory
    let words: Words
    /// The house whose units are prefilled; nil for none.
    let house: String?

    func write(to book: inout XLSXWriter) throws(WritingError) {
        var lists = ListSheet()
        lists.add(directory.units, words)
        lists.addGap()
        let (code, province, kind) = (Self.provinceCode[.current], Self.province[.current], Self.kind[.current])
        let codes = lists.add(code, width: 14, directory.houses.map(\.code))
        let provinces = lists.add(province, width: 20, directory.houses.map(\.province))
        lists.addGap()
        let kinds = lists.add(kind, width: 44, directory.kinds.map(name))
        let columns = [
            XLSXColumn(code, width: 14, format: .text, restriction: lists.choice(of: codes, code)),
            XLSXColumn(province, width: 20, format: .text, restriction: lists.choice(of: provinces, province)),
            XLSXColumn(Self.unitCode[.current], width: 14, format: .text),
            XLSXColumn(Self.unit[.current], width: 44, format: .text),
            XLSXColumn(kind, width: 44, format: .text, restriction: lists.choice(of: kinds, kind)),
            XLSXColumn(Self.civilServants[.current], width: 14, restriction: Self.headcount),
        ]

        try book.addSheet(say("Biên chế", "Staffing"), columns: columns, .landscape)
        for unit in house.map(directory.units(of:)) ?? [] { try book.addRow(row(unit)) }
        try lists.write(to: &book)
        try book.addSheet(SheetForm.example[.current], columns: columns, .landscape)
        for row in example { try book.addRow(row) }
        try book.addInstructions(
            say("Hướng dẫn lập bảng biên chế", "How to fill in the staffing table"), Self.instructions.map { $0[.current] })
    }

    private static let provinceCode = SheetForm.title(of: "province_code")
    private static let province = SheetForm.title(of: "province")
    private static let unitCode = SheetForm.title(of: "unit_code")
    private static let unit = SheetForm.title(of: "unit")
    private static let kind = SheetForm.title(of: "kind")
    private static let civilServants = SheetForm.title(of: "civil_servants")

    /// The database checks whether the number is plausible when the table is imported.
    private static let headcount = XLSXRestriction(
        .wholeNumbers(from: 1),
        prompt: .init(
            civilServants[.current],
            say("Số công chức có mặt của chính đơn vị này.", "How many civil servants this unit itself has.")),
        refusal: .init(
            civilServants[.current],
            say("Ghi số nguyên từ 1 trở lên, chỉ gồm chữ số.", "Write a whole number of at least 1, in digits only.")))

    private func row(_ unit: UnitDirectory.Entry) -> [XLSXCell] {
        [.text(unit.house), .text(unit.province), .text(unit.code), .text(unit.name), .text(name(of: unit.kind))]
    }

    private func name(of kind: String) -> String { words.name(of: kind, in: .current) }

    /// A house with two of its parts, one of which leaves its code to the registry. The numbers are fictitious.
    private var example: [[XLSXCell]] {
        guard let house = directory.houses.first(where: { $0.kind == "province" }) ?? directory.houses.first else { return [] }
        let parts =
            house.kind == "province"
            ? [("\(house.code)-VP", "Văn phòng", "division", 9), ("", "Phòng THADS khu vực 1", "area_office", 6)]
            : [("\(house.code)-VP", "Văn phòng", "bureau", 28), ("", "Ban Tổ chức cán bộ", "bureau", 22)]
        return [row(house) + [.number(12)]]
            + parts.map { code, name, kind, count in
                [.text(house.code), .text(house.province), .text(code), .text(name), .text(self.name(of: kind)), .number(count)]
            }
    }
}

extension StaffingTemplate {
    fileprivate static let instructions = [
        Phrase(
            "Ghi tại trang tính “Biên chế”, mỗi đơn vị một dòng; giữ nguyên dòng tiêu đề. Khi nhập, hệ thống chỉ đọc trang tính này.",
            "Fill in the sheet “Staffing”, one row per unit. Leave the header row as it is. Only this sheet is imported."
        ),
        Phrase(
            "“Mã tỉnh” và “Tỉnh, thành phố” phải khớp nhau theo danh mục hiện hành (Quyết định 19/2025/QĐ-TTg); "
                + "Cơ quan Cục mang mã CUC.",
            "“province_code” and “province” must match, as in Decision 19/2025/QĐ-TTg; the headquarters' code is CUC."),
        Phrase(
            "“Mã đơn vị” được để trống: đơn vị đã có thì giữ mã hiện có, đơn vị mới thì hệ thống đặt mã theo tên. "
                + "Mã và tên các đơn vị hiện có nằm ở trang tính “Danh mục”.",
            "“unit_code” may be left empty: an existing unit keeps its code, and a new unit gets a code derived from its name. "
                + "The sheet “Lists” shows the existing units."),
        Phrase(
            "“Số công chức” là số công chức có mặt của chính đơn vị đó, ghi bằng chữ số; không tính người lao động hợp đồng. "
                + "Dòng của THADS tỉnh, thành phố không cộng số của các phòng ghi ở dòng khác.",
            "“civil_servants” is the number that the unit itself has, in digits; contract staff do not count. The row of a "
                + "province does not include those of divisions and area offices that have separate rows."),
        Phrase(
            "Tỉnh, thành phố nào có trong tệp thì phải ghi đủ mọi đơn vị của tỉnh, thành phố đó: đơn vị thiếu thì không được tính. "
                + "Đơn vị đã ghi sẵn mà nay không còn thì xóa cả dòng.",
            "If a province is in the file, all of its units must be: a missing unit is not counted. "
                + "Delete the row of a unit that no longer exists."),
        Phrase(
            "Trang tính “Ví dụ” chỉ để tham khảo; số liệu ở đó không phải của đơn vị nào.",
            "The sheet “Example” is for reference only; its figures are fictitious."),
        Phrase(
            "Xem trước: thidua staffing import TỆP --dry-run. Nhập: thidua staffing import TỆP.",
            "To see what would change: thidua staffing import FILE --dry-run. To import it: thidua staffing import FILE."),
    ]
}
