import Registry

/// The text of a letter, to which the page is attached.
extension QuotaReport {
    func letterSubject(_ edition: Edition) -> Phrase {
        let day = ReadableTime.of(edition.date)
        return Phrase(
            "Báo cáo chỉ tiêu khen thưởng đợt thi đua \(campaign.code), ngày \(day)",
            "Award quotas of \(campaign.code), \(edition.date)")
    }

    /// The state in numbers, and what each province lacks.
    func letterText(to name: String, in language: Language) -> String {
        let greeting = Phrase("Kính gửi đồng chí \(name),", "Dear \(name),")
        let moment = ReadableTime.of(asOf)
        let heading = Phrase(
            "\(campaign.title) (\(campaign.code)), số liệu tính đến \(moment):",
            "\(campaign.title) (\(campaign.code)), as of \(moment):")
        let end = Phrase("Chi tiết tại tệp đính kèm.", "See the attached page for details.")
        let paragraphs =
            [greeting, heading, verdict.sentence, counts].map { $0[language] } + [provinces(in: language), end[language]]
        return paragraphs.joined(separator: "\n\n") + "\n"
    }

    private var counts: Phrase {
        let sent = units.count - unsubmitted.count
        return Phrase(
            "Tổng số đơn vị: \(units.count). Đã nộp hồ sơ: \(sent). Chưa có đề nghị: \(withNothing.count). Số lượng đề nghị: \(standing). Hồ sơ còn thiếu nội dung: \(incomplete.count).",
            "Units: \(units.count). Submitted: \(sent). Without nominations: \(withNothing.count). Nominations: \(standing). Incomplete dossiers: \(incomplete.count)."
        )
    }

    private func provinces(in language: Language) -> String {
        let words = dictionary
        let sentences = Dictionary(items.map { ($0.key, $0.sentence[language]) }) { first, _ in first }
        return units.map { unit in
            let state = words.name(of: unit.state, in: language)
            let count = Phrase("\(unit.nominations) đề nghị", "\(unit.nominations) nominations")[language]
            let head = "- \(unit.name): \(state), \(count)"
            // Without nominations everything is missing, as their count already says.
            guard unit.nominations > 0, unit.missingCount > 0 else { return head + "." }
            return
                ([head + ":"]
                + unit.lacking.map { key, count in
                    let times = count > 1 ? Phrase(" (\(count) đề nghị)", " (\(count) nominations)")[language] : ""
                    return "    \(sentences[key] ?? key)\(times)"
                }).joined(separator: "\n")
        }.joined(separator: "\n")
    }
}

extension QuotaReport.Unit {
    /// What is missing, in the order of first occurrence, and from how many nominations.
    fileprivate var lacking: [(key: String, count: Int)] {
        let keys = missing.flatMap(\.items)
        let counts = keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var seen: Set<String> = []
        return keys.filter { seen.insert($0).inserted }.map { ($0, counts[$0] ?? 1) }
    }
}
