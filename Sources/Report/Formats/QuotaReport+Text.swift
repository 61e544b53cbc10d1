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
    /// Aligned columns, numbers to the right.
    var text: String {
        let texts = [header] + rows.map { $0.map(\.text) }
        let widths = header.indices.map { column in texts.map { $0[column].count }.max() ?? 0 }
        let numeric = header.indices.map { column in rows.contains { if case .number = $0[column] { true } else { false } } }
        return texts.map { cells in
            let padded = cells.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - cells[column].count)
                return numeric[column] ? space + cells[column] : cells[column] + space
            }
            return padded.joined(separator: "  ").withoutBlanksAtEnd
        }.joined(separator: "\n")
    }
}

extension String {
    /// Without the padding of a table's last column. By bytes, since a line may be as long as the content of a row of the trail.
    package var withoutBlanksAtEnd: String {
        let end = utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return end.map { String(self[..<utf8.index(after: $0)]) } ?? ""
    }
}

extension ReportTable.Cell {
    /// Human-readable.
    var text: String {
        switch self {
        case .text(let text): text.split(whereSeparator: \.isNewline).joined(separator: " ")
        case .number(let number): String(number)
        case .date(let iso): ReadableTime.of(iso)
        case .none: "–"
        }
    }
}
