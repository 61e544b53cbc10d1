import Registry

extension QuotaReport.Trail {
    /// Whether the tables agreed with the trail, in one line; nil if they were not compared for this report.
    var gapsPhrase: Phrase? {
        guard let gaps else { return nil }
        guard !gaps.isEmpty else {
            return Phrase(
                "Các bảng khớp với nhật ký khi lập báo cáo.", "The tables agreed with the trail when the report was made.")
        }
        let list = gaps.map { "\($0.table) (\($0.rows))" }.joined(separator: ", ")
        return Phrase(
            "Số dòng khác với nhật ký theo bảng: \(list). Xem: thidua audit verify",
            "Rows that differ from the trail, by table: \(list). See: thidua audit verify")
    }
}
