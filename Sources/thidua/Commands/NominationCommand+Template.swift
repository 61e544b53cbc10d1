import ArgumentParser
import Registry
import Spreadsheet

extension NominationCommand {
    struct Template: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "template",
            abstract: say("Tạo biểu đề nghị khen thưởng (XLSX).", "Write a list of nominations to fill in (XLSX)."))

        @OptionGroup var target: TemplateFile
        @OptionGroup var global: GlobalOptions

        func run() throws {
            let path = try target.path(orElse: say("bieu-de-nghi.xlsx", "nomination-template.xlsx"))
            let template = try global.read { transaction in
                NominationTemplate(
                    directory: try UnitDirectory(&transaction), words: try Words(&transaction),
                    awards: try Award.codes(&transaction))
            }
            try template.save(at: path, as: global.output)
        }
    }
}

/// A list of nominations to fill in.
private struct NominationTemplate: Template {
    let directory: UnitDirectory
    let words: Words
    let awards: [String]

    func write(to book: inout XLSXWriter) throws(WritingError) {
        let units = directory.units
        func title(_ field: String) -> String { SheetForm.title(of: field)[.current] }
        let (unit, award) = (say("Đơn vị đề nghị", "unit"), title("award"))
        let collective = title("collective")
        let workplace = title("workplace")
        var lists = ListSheet()
        lists.add(units, words)
        lists.addGap()
        let proposing = lists.add(unit, width: 16, units.filter(\.proposes).map(\.code))
        let awarding = lists.add(award, width: 28, awardNames)
        let nominated = lists.add(collective, width: 20, units.filter(\.isNominated).map(\.code))
        let working = lists.add(workplace, width: 24, units.map(\.code))
        let columns = [
            XLSXColumn(unit, width: 16, format: .text, restriction: lists.choice(of: proposing, unit)),
            XLSXColumn(award, width: 28, format: .text, restriction: lists.choice(of: awarding, award)),
            XLSXColumn(collective, width: 20, format: .text, restriction: lists.choice(of: nominated, collective)),
            XLSXColumn(title("individual"), width: 28, format: .text),
            XLSXColumn(title("staff_no"), width: 18, format: .text),
            XLSXColumn(title("position"), width: 28, format: .text),
            XLSXColumn(workplace, width: 24, format: .text, restriction: lists.choice(of: working, workplace)),
        ]

        try book.addSheet(say("Đề nghị", "Nominations"), columns: columns, .landscape)
        try lists.write(to: &book)
        try book.addSheet(SheetForm.example[.current], columns: columns, .landscape)
        for row in example { try book.addRow(row.map(XLSXCell.text)) }
        try book.addInstructions(
            say("Hướng dẫn lập biểu đề nghị khen thưởng", "How to fill in the list of nominations"),
            Self.instructions.map { $0[.current] })
    }

    private var awardNames: [String] { awards.map { words.name(of: $0, in: .current) } }

    /// One row for a collective, one for a fictitious person.
    private var example: [[String]] {
        guard let unit = directory.houses.first(where: { $0.kind == "province" }) ?? directory.units.first(where: \.proposes),
            let highest = awardNames.first, let lowest = awardNames.last
        else { return [] }
        let collective = directory.units(of: unit.house).first(where: \.isNominated)?.code ?? ""
        return [
            [unit.code, highest, collective, "", "", "", ""],
            [unit.code, lowest, "", "Nguyễn Văn A", "CC-00123", "Chấp hành viên", unit.code],
        ]
    }
}

extension NominationTemplate {
    fileprivate static let instructions = [
        Phrase(
            "Ghi tại trang tính “Đề nghị”, mỗi dòng một đề nghị: tập thể HOẶC cá nhân; giữ nguyên dòng tiêu đề. "
                + "Khi nhập, hệ thống chỉ đọc trang tính này.",
            "Fill in the sheet “Nominations”, one row for each nomination: a collective OR an individual. Leave the header row "
                + "as it is. Only this sheet is imported."),
        Phrase(
            "“Đơn vị đề nghị”: chọn mã của THADS tỉnh, thành phố hoặc của đơn vị thuộc Cục lập hồ sơ. Mã và tên các đơn vị nằm ở "
                + "trang tính “Danh mục”.",
            "“unit”: choose the code of the province or bureau that submits the dossier; see the sheet “Lists”."),
        Phrase(
            "“Hình thức khen thưởng”: chọn trong danh sách.", "“award”: choose from the list."),
        Phrase(
            "Đề nghị tập thể: ghi “Tập thể (mã đơn vị)” và để trống bốn cột sau.",
            "For a collective: fill in “collective” and leave the four columns after it empty."),
        Phrase(
            "Đề nghị cá nhân: để trống “Tập thể (mã đơn vị)”; ghi đủ “Họ và tên”, “Số hiệu công chức”, “Chức vụ” và "
                + "“Nơi công tác (mã đơn vị)”.",
            "For an individual: leave “collective” empty and fill in “individual”, “staff_no”, “position” and “workplace”."),
        Phrase(
            "“Số hiệu công chức” phân biệt những người trùng họ tên; ghi đúng như trong hồ sơ công chức, giữ cả số 0 ở đầu.",
            "“staff_no” distinguishes people with the same name; write it as in the personnel file, including leading zeros."),
        Phrase(
            "Trong một đợt thi đua, mỗi tập thể, cá nhân chỉ được đề nghị một hình thức khen thưởng, do một đơn vị đề nghị.",
            "Within one campaign, a collective or an individual may be nominated for only one award, by one unit."),
        Phrase(
            "Mỗi đề nghị được lập thì tính ngay một suất vào chỉ tiêu; hết chỉ tiêu thì không lập thêm được.",
            "Every accepted nomination takes a slot of its quota immediately; when the quota is used up, no more are accepted."),
        Phrase(
            "Nhập: thidua nomination import TỆP.", "To import it: thidua nomination import FILE."),
    ]
}
