import Registry
import Spreadsheet

/// The checklists of nominations, to be filled in and recorded with `nomination attest --from`.
struct AttestationTemplate: Template {
    /// The nominations, each with what is to be attested.
    let nominations: [(nomination: Nomination, items: [ChecklistItem])]

    func write(to book: inout XLSXWriter) throws(WritingError) {
        let choice = XLSXRestriction(
            .choices([say("có", "yes"), say("không", "no")]),
            refusal: .init(
                say("Chọn có hoặc không", "Choose yes or no"), say("Chỉ ghi “có” hoặc “không”.", "Write “yes” or “no” only.")))
        func title(_ field: String) -> String { SheetForm.title(of: field)[.current] }
        let columns = [
            XLSXColumn(title("nomination"), width: 16, format: .text),
            XLSXColumn(say("Được đề nghị", "nominee"), width: 28, format: .text),
            XLSXColumn(title("item"), width: 24, format: .text),
            XLSXColumn(say("Yêu cầu", "requirement"), width: 60, format: .wrapped),
            XLSXColumn(title("date"), width: 16, format: .text),
            XLSXColumn(title("quality"), width: 14, format: .text, restriction: choice),
            XLSXColumn(title("applies"), width: 14, format: .text, restriction: choice),
            XLSXColumn(title("evidence"), width: 40, format: .text),
        ]
        try book.addSheet(say("Xác nhận", "Attestation"), columns: columns, .landscape)
        for (nomination, items) in nominations {
            for item in items {
                try book.addRow([
                    .text(String(nomination.id)), .text(nomination.nominee), .text(item.item), .text(item.words[.current]),
                    item.completedOn.map { .text($0) } ?? .none, answer(item.isOfQuality),
                    answer(item.applies), item.evidence.map { .text($0) } ?? .none,
                ])
            }
        }
        try book.addInstructions(
            say("Hướng dẫn xác nhận điều kiện, tiêu chuẩn", "How to fill in the attestation"),
            Self.instructions.map { $0[.current] })
    }

    private func answer(_ isSo: Bool?) -> XLSXCell {
        isSo.map { .text($0 ? say("có", "yes") : say("không", "no")) } ?? .none
    }

    private static let instructions = [
        Phrase(
            "Mỗi dòng là một mục của một đề nghị. Mục chưa có minh chứng thì để trống: khi nhập, hệ thống bỏ qua.",
            "Each row is an item of a nomination. Leave an item empty that has no evidence yet: it is passed over."),
        Phrase(
            "Tiêu chuẩn: ghi minh chứng. Văn bản chỉ đạo: ghi ngày hoàn thành, dữ liệu có bảo đảm chất lượng không, và minh chứng.",
            "Criteria: the evidence. Directives: the day of completion, whether the data is of assured quality, and the evidence."
        ),
        Phrase(
            "Trường hợp không đủ điều kiện: ghi “không” nếu không thuộc trường hợp đó, kèm căn cứ.",
            "Bars: “no” if it does not apply, with the evidence."),
        Phrase("Nhập: thidua nomination attest --from TỆP.xlsx", "To record it: thidua nomination attest --from FILE.xlsx"),
    ]
}
