import Registry

extension QuotaReport.Change {
    /// What was done, in words: "đề nghị: thêm".
    ///
    /// - Parameter words: The report's own.
    public func description(_ words: Words) -> Phrase {
        let subject = Self.relations[relation] ?? Phrase(relation, relation)
        guard let state else {
            let verb = Self.operations[operation] ?? Phrase(operation, operation)
            return Phrase("\(subject.vi): \(verb.vi)", "\(subject.en): \(verb.en)")
        }
        return Phrase(
            "\(subject.vi): \(words.name(of: state, in: .vi).lowercased())",
            "\(subject.en): \(words.name(of: state, in: .en).lowercased())")
    }

    private static let operations = [
        "insert": Phrase("thêm", "added"), "update": Phrase("sửa", "changed"), "delete": Phrase("xoá", "deleted"),
    ]

    private static let relations = [
        "nomination": Phrase("đề nghị", "nomination"), "dossier": Phrase("hồ sơ", "dossier"),
        "document": Phrase("tài liệu", "document"), "attestation": Phrase("tiêu chuẩn", "criterion"),
        "completion": Phrase("hoàn thành văn bản", "directive completed"), "conduct": Phrase("điều kiện", "eligibility"),
        "certification": Phrase("xác nhận báo cáo thành tích", "report certified"),
        "declaration": Phrase("cam kết trong tờ trình", "declaration in the letter"),
        "selection_vote": Phrase("phiếu bình xét", "selection votes"), "endorsement": Phrase("danh sách trình", "endorsement"),
        "council_opinion": Phrase("ý kiến Hội đồng", "council's opinion"), "decision_outcome": Phrase("quyết định", "decision"),
        "directive": Phrase("hạn của văn bản", "directive's due date"),
        "staffing_current": Phrase("bảng biên chế áp dụng", "staffing table in force"),
    ]
}
