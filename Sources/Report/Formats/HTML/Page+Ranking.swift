import Registry

/// Who finished first (N4), for the council. A province's page has no ranks: they would reveal other provinces.
extension Page {
    var ranking: Content? {
        if case .unit = report.scope { return nil }
        var tables: [(kind: [String], rows: [Content])] = []
        for ranked in report.ranking {
            let kind = [ranked.award, ranked.subject]
            if tables.last?.kind != kind { tables.append((kind, [])) }
            tables[tables.count - 1].rows.append(row(ranked))
        }
        return ["tables": tables.map { ["name": name(ofQuota: $0.kind[0], $0.kind[1]), "rows": $0.rows] as Content }]
    }

    private func row(_ ranked: QuotaReport.Ranked) -> Content {
        var row: Content = [
            "rank": ranked.rank.map(String.init) ?? "–", "nominee": ranked.nominee, "unit": name(ofUnit: ranked.unit),
            "finished": ranked.finishedOn.map(date) ?? "–", "state": name(of: ranked.state),
        ]
        if ranked.rank == nil { row["why"] = say(why(ranked)) }
        return row
    }

    private func why(_ ranked: QuotaReport.Ranked) -> Phrase {
        switch (ranked.isOnTime, ranked.isOfQuality) {
        case (false, false): PageWords.neitherOnTimeNorOfQuality
        case (false, _): PageWords.notOnTime
        case (_, false): PageWords.notOfQuality
        default: PageWords.notKnown
        }
    }
}
