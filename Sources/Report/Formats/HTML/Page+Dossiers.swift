import Registry

/// The state of each dossier, and what it lacks, by name.
extension Page {
    var dossiers: Content {
        let lacking = report.units.filter { !$0.missing.isEmpty }
        let sentences = Dictionary(grouping: report.items, by: \.key).mapValues { items in items.map { say($0.sentence) } }
        return [
            "units": report.units.map(dossier),
            "lacking_units": lacking.map { unit -> Content in
                [
                    "name": unit.name,
                    "summary": name(of: unit.state) + " · " + say(PageWords.missing(unit.missingCount)),
                    "groups": groups(unit.missing, sentences),
                ]
            },
        ]
    }

    private func dossier(_ unit: QuotaReport.Unit) -> Content {
        sign(unit.state).merging(
            [
                "anchor": "d-" + unit.code, "name": unit.name, "submitted": unit.submittedAt.map(moment) ?? "–",
                "paper": unit.paperAt.map(moment) ?? "–", "email": unit.emailAt.map(moment) ?? "–",
                "nominations": unit.nominations,
                "lacking": unit.missingCount,
            ] as Content
        ) { $1 }
    }

    /// Nominees who lack the same items are grouped: at first these are all of a unit's nominees.
    private func groups(_ missing: [QuotaReport.Missing], _ sentences: [String: [String]]) -> [Content] {
        var groups: [(items: [String], nominees: [String])] = []
        for one in missing {
            let nominee =
                one.nomination.map { "\(one.nominee ?? "") (\(say(PageWords.number($0))))" } ?? say(PageWords.dossierItself)
            if let index = groups.firstIndex(where: { $0.items == one.items }) {
                groups[index].nominees.append(nominee)
            } else {
                groups.append((one.items, [nominee]))
            }
        }
        return groups.map { group in
            ["nominees": group.nominees, "sentences": group.items.map { (sentences[$0] ?? [$0]).joined(separator: " / ") }]
        }
    }
}
