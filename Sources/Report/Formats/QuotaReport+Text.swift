import Registry

extension QuotaReport {
    /// The report for the terminal, and for reading without a browser.
    public func text(in language: Language) -> String {
        let tables = ReportTables(self, in: language)
        var lines = [heading(in: language), verdict.sentence[language], "", standing(in: language)]
        for table in tables.all { lines += ["", table.title.uppercased(), table.text] }
        if let trail {
            let words = Phrase(
                "Nhật ký: \(trail.rows) dòng, \(trail.chains) chuỗi. Mã niêm phong: \(trail.hash)",
                "The trail: \(trail.rows) rows in \(trail.chains) chains. Seal: \(trail.hash)")
            lines += ["", words[language]]
            if let gaps = trail.gapsPhrase { lines.append(gaps[language]) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The title of the report.
    public func heading(in language: Language) -> String {
        let of =
            switch scope {
            case .everything: ""
            case .specialist(_, let name), .unit(_, let name): " – \(name)"
            }
        guard let edition else {
            return Phrase("Chỉ tiêu khen thưởng đợt thi đua \(campaign.code)\(of)", "Quotas of \(campaign.code)\(of)")[language]
        }
        let day = ReadableTime.of(edition.date)
        let heading = Phrase(
            "Báo cáo chỉ tiêu khen thưởng đợt thi đua \(campaign.code)\(of), ngày \(day)",
            "Quota report \(campaign.code)\(of), \(day)")
        return heading[language] + editionNote[language]
    }

    private var editionNote: Phrase {
        guard let edition else { return Phrase("", "") }
        let final = edition.isFinal ? Phrase(" (báo cáo chốt khi hết thời hạn)", " (final, at the deadline)") : Phrase("", "")
        let late = edition.isLate ? Phrase(" (lập muộn)", " (made late)") : Phrase("", "")
        return Phrase(final.vi + late.vi, final.en + late.en)
    }

    private func standing(in language: Language) -> String {
        let (now, last) = (ReadableTime.of(asOf), ReadableTime.before(campaign.deadline))
        return Phrase(
            "\(campaign.title). Số liệu tính đến \(now); thời hạn gửi hồ sơ: \(last.vi).",
            "\(campaign.title). As of \(now); deadline: \(last.en).")[language]
    }
}

extension ReportTable {
    var text: String {
        let numeric = header.indices.map { column in rows.contains { if case .number = $0[column] { true } else { false } } }
        return PlainTable(header: header, rows: rows.map { $0.map(\.text) }, numeric: numeric).lines.joined(separator: "\n")
    }
}

extension ReportTable.Cell {
    /// Human-readable.
    var text: String {
        switch self {
        case .text(let text): text
        case .number(let number): String(number)
        case .date(let iso): ReadableTime.of(iso)
        case .none: "–"
        }
    }
}
