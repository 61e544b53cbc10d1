import Registry

extension QuotaReport.Change {
    /// What was done, in words: "đề nghị: thêm".
    ///
    /// - Parameter words: The words of the report.
    public func description(_ words: Words) -> Phrase {
        let subject = Phrase(nameVi, nameEn)
        guard let state else {
            let verb = Self.operations[operation] ?? Phrase(operation, operation)
            return Phrase("\(subject.vi): \(verb.vi)", "\(subject.en): \(verb.en)")
        }
        return Phrase(
            "\(subject.vi): \(words.name(of: state, in: .vi).lowercased())",
            "\(subject.en): \(words.name(of: state, in: .en).lowercased())")
    }

    private static let operations = [
        "insert": Phrase("thêm", "added"), "update": Phrase("sửa", "changed"), "delete": Phrase("xóa", "deleted"),
    ]
}
