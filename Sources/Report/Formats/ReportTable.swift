import Registry

/// One table of the report, in words: the source of the text report and of the workbook.
public struct ReportTable: Sendable {
    /// A value of one cell.
    public enum Cell: Sendable, Equatable {
        case text(String)
        case number(Int)
        /// ISO 8601.
        case date(String)
        case none

        static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .none }
        /// A number that identifies something: it has more digits than a spreadsheet shows of a number.
        static func label(_ number: Int?) -> Cell { number.map { .text(String($0)) } ?? .none }
        static func optional(_ number: Int?) -> Cell { number.map(Cell.number) ?? .none }
    }

    /// Its title; also the name of its worksheet.
    public let title: String
    /// Headers.
    public let header: [String]
    /// Rows, with a cell for each header.
    public let rows: [[Cell]]
}

/// The report's words in one language, and the tables made with them.
struct ReportTables {
    let report: QuotaReport
    let language: Language
    private let words: Words

    init(_ report: QuotaReport, in language: Language) {
        (self.report, self.language) = (report, language)
        words = report.dictionary
    }

    func say(_ vi: String, _ en: String) -> String { Phrase(vi, en)[language] }

    private func word(_ code: String) -> ReportTable.Cell { .text(words.name(of: code, in: language)) }

    private func table<Row>(
        _ title: Phrase, _ rows: [Row], _ columns: [(Phrase, (Row) -> ReportTable.Cell)]
    ) -> ReportTable {
        ReportTable(
            title: title[language], header: columns.map { $0.0[language] }, rows: rows.map { row in columns.map { $0.1(row) } })
    }

    /// All tables that have rows.
    var all: [ReportTable] {
        [quotas, units, missing, states, ranking, risks, findings, days, quotaChanges, changes, imports].filter {
            !$0.rows.isEmpty
        }
    }
}

// MARK: Quotas and units

extension ReportTables {
    var quotas: ReportTable {
        table(
            Phrase("Chỉ tiêu", "Quotas"), report.quotas,
            [
                (Self.unit, { .text($0.unit) }),
                (Self.name, { [language] in .text($0.unitName ?? Registry.Quota.poolName[language]) }),
                (Self.award, { word($0.award) }), (Self.subject, { word($0.subject) }),
                (Phrase("Giai đoạn", "Stage"), { word($0.stage) }),
                (Phrase("Chỉ tiêu", "Allowed"), { .number($0.allowed) }),
                (Phrase("Đã dùng", "Used"), { .number($0.used) }),
                (Phrase("Còn lại", "Left"), { .number($0.remaining) }),
                (Phrase("Căn cứ tính", "Basis"), { [language] in .text($0.basis[language]) }),
                (Phrase("Điểm, mục", "Clause"), { [language] in .text(Clause.cited($0.clause)[language]) }),
            ])
    }

    var units: ReportTable {
        table(
            Phrase("Đơn vị", "Units"), report.units,
            [
                (Self.unit, { .text($0.code) }), (Self.name, { .text($0.name) }),
                (Phrase("Số công chức", "Civil servants"), { .optional($0.civilServants) }),
                (Phrase("Số Phòng THADS khu vực", "Area offices"), { .optional($0.areaOffices) }),
                (Phrase("Số lượng đề nghị", "Nominations"), { .number($0.nominations) }),
                (Phrase("Trạng thái hồ sơ", "Dossier"), { word($0.state) }),
                (Phrase("Còn thiếu", "Missing"), { .number($0.missingCount) }),
                (Phrase("Nộp lúc", "Submitted"), { $0.submittedAt.map(ReportTable.Cell.date) ?? .none }),
                (Phrase("Nhận bản giấy lúc", "Paper"), { $0.paperAt.map(ReportTable.Cell.date) ?? .none }),
                (Phrase("Nhận bản mềm lúc", "Soft copy"), { $0.emailAt.map(ReportTable.Cell.date) ?? .none }),
                (Phrase("Chuyên quản địa bàn", "Area specialist"), { .optional($0.specialistName) }),
            ])
    }

    /// A row for each missing item.
    var missing: ReportTable {
        struct Row {
            let unit: QuotaReport.Unit
            let part: QuotaReport.Missing
            let item: String
        }
        let sentences = Dictionary(report.items.map { ($0.key, $0.sentence[language]) }) { first, _ in first }
        let rows = report.units.flatMap { unit in
            unit.missing.flatMap { part in part.items.map { Row(unit: unit, part: part, item: $0) } }
        }
        return table(
            Phrase("Nội dung còn thiếu", "Missing"), rows,
            [
                (Self.unit, { .text($0.unit.code) }), (Self.name, { .text($0.unit.name) }),
                (Phrase("Số đề nghị", "Nomination"), { .label($0.part.nomination) }),
                (Self.nominee, { .optional($0.part.nominee) }),
                (Phrase("Nội dung còn thiếu", "What is missing"), { .text(sentences[$0.item] ?? $0.item) }),
            ])
    }

    var risks: ReportTable {
        table(
            Phrase("Sát mốc chỉ tiêu", "Near a threshold"), report.nearAnEdge,
            [
                (Self.unit, { .text($0.unit) }), (Self.name, { .optional($0.unitName) }),
                (Self.award, { word($0.award) }), (Self.subject, { word($0.subject) }),
                (Phrase("Chỉ tiêu", "Allowed"), { .number($0.allowed) }),
                (Phrase("Căn cứ tính", "Basis"), { [language] in .text($0.basis[language]) }),
                (Phrase("Mốc", "Threshold"), { .optional($0.near) }),
            ])
    }
}

// MARK: Nominations

extension ReportTables {
    var findings: ReportTable {
        table(
            Phrase("Trường hợp trùng cần xử lý", "Duplicates"), report.findings,
            [
                (Phrase("Trường hợp", "Why"), { [language] in .text($0.kind[language]) }), (Self.unit, { .text($0.unit) }),
                (Self.nominee, { .optional($0.nominee) }), (Self.staffNo, { .optional($0.staffNo) }),
                (Self.time, { .date($0.foundAt) }), (Phrase("Đơn vị đã đề nghị", "Nominated by"), { .text($0.otherUnit) }),
                (Phrase("Số đề nghị", "Nomination"), { .label($0.otherNomination) }),
                (Phrase("Tên đã đề nghị", "As"), { .text($0.otherNominee) }),
                (Phrase("Số hiệu đã đề nghị", "Staff number there"), { .optional($0.otherStaffNo) }),
            ])
    }

    var states: ReportTable {
        table(
            Phrase("Đề nghị theo trạng thái", "States"), report.states,
            [
                (Self.award, { word($0.award) }), (Self.subject, { word($0.subject) }),
                (Phrase("Trạng thái", "State"), { word($0.state) }),
                (Phrase("Số lượng đề nghị", "Nominations"), { .number($0.count) }),
            ])
    }

    var ranking: ReportTable {
        table(
            Phrase("Thứ tự về đích sớm nhất", "Ranking"), report.ranking,
            [
                (Self.award, { word($0.award) }), (Self.subject, { word($0.subject) }),
                (Phrase("Hạng", "Rank"), { .optional($0.rank) }),
                (Self.unit, { .text($0.unit) }), (Self.nominee, { .text($0.nominee) }),
                (Phrase("Ngày hoàn thành", "Completed"), { $0.finishedOn.map(ReportTable.Cell.date) ?? .none }),
                (Phrase("Đúng hạn", "On time"), { flag($0.isOnTime) }),
                (Phrase("Bảo đảm chất lượng", "Quality assured"), { flag($0.isOfQuality) }),
                (Phrase("Trạng thái", "State"), { word($0.state) }),
            ])
    }

    var days: ReportTable {
        table(
            Phrase("Tiến độ theo ngày", "By day"), report.curve,
            [
                (Phrase("Ngày", "Day"), { .date($0.day) }), (Phrase("Đã lập", "Entered"), { .number($0.entered) }),
                (Phrase("Đã nộp", "Submitted"), { .number($0.submitted) }),
            ])
    }

    private func flag(_ flag: Bool?) -> ReportTable.Cell {
        flag.map { .text($0 ? say("có", "yes") : say("không", "no")) } ?? .none
    }
}

// MARK: What has changed

extension ReportTables {
    var quotaChanges: ReportTable {
        table(
            Phrase("Thay đổi chỉ tiêu", "Quota changes"), report.quotaChanges,
            [
                (Self.unit, { .text($0.unit) }), (Self.award, { word($0.award) }), (Self.subject, { word($0.subject) }),
                (Phrase("Giai đoạn", "Stage"), { word($0.stage) }), (Phrase("Từ", "From"), { .optional($0.from) }),
                (Phrase("Thành", "To"), { .optional($0.to) }), (Self.login, { .text($0.login) }),
                (Self.time, { .date($0.at) }),
            ])
    }

    var changes: ReportTable {
        table(
            Phrase("Thay đổi", "Changes"), report.changes,
            [
                (Self.unit, { .text($0.unit) }), (Self.login, { .text($0.login) }),
                (Phrase("Nội dung", "Change"), { [language] in .text($0.description(report.dictionary)[language]) }),
                (Phrase("Số lần", "Times"), { .number($0.count) }), (Self.time, { .date($0.lastAt) }),
            ])
    }

    var imports: ReportTable {
        table(
            Phrase("Bảng biên chế đã nhập", "Staffing tables"), report.imports,
            [
                (Phrase("Số bảng", "Number"), { .number($0.staffingTable) }), (Phrase("Tệp", "File"), { .text($0.fileName) }),
                (Phrase("Tính đến", "As of"), { .date($0.asOf) }), (Phrase("Số đơn vị", "Units"), { .optional($0.units) }),
                (Phrase("Địa phương", "Houses"), { .text($0.houses.joined(separator: ", ")) }),
                (Phrase("Đã áp dụng", "Applied"), { flag($0.isApplied) }), (Self.login, { .text($0.importedBy) }),
                (Self.time, { .date($0.importedAt) }),
            ])
    }

    private static let unit = Phrase("Mã đơn vị", "Code")
    private static let name = Phrase("Đơn vị", "Unit")
    private static let award = Phrase("Hình thức khen thưởng", "Award")
    private static let subject = Phrase("Đối tượng", "Subject")
    private static let nominee = Phrase("Tập thể, cá nhân", "Nominee")
    private static let staffNo = Phrase("Số hiệu công chức", "Staff number")
    private static let login = Phrase("Tài khoản", "Login")
    private static let time = Phrase("Thời điểm", "At")
}
