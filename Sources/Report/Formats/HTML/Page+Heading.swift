import Registry

/// The beginning of the page: its subject, its moment and the verdict; and its end: the trail.
extension Page {
    var heading: Content {
        [
            "title": "\(report.campaign.code) · \(say(PageWords.report)) · \(moment(report.asOf))",
            "campaign": ["code": report.campaign.code, "title": report.campaign.title],
            "verdict": [
                "level": report.verdict.level.rawValue, "word": say(PageWords.level(report.verdict.level)),
                "sentence": say(report.verdict.sentence),
            ],
            "edition": say(edition), "scope": say(scope), "as_of": say(PageWords.hanoi(moment(report.asOf))),
            "deadline": say(ReadableTime.before(report.campaign.deadline)), "time_left": say(report.timeLeft),
            "contents": contents,
        ]
    }

    private var edition: Phrase {
        guard let edition = report.edition else { return PageWords.noEdition }
        return PageWords.edition(
            of: date(edition.date), isLate: edition.isLate, isFinal: edition.isFinal, revision: edition.revision)
    }

    private var scope: Phrase {
        switch report.scope {
        case .everything: PageWords.everything
        case .specialist(_, let name): PageWords.area(of: name, report.units.count)
        case .unit(_, let name): Phrase(name, name)
        }
    }

    private var contents: [Content] {
        let sections: [(id: String, isThere: Bool)] = [
            ("hand", true), ("map", map != nil), ("bars", bars != nil), ("curve", true), ("quotas", true), ("dossiers", true),
            ("ranking", ranking != nil), ("changes", true), ("trail", report.trail != nil),
        ]
        return sections.filter(\.isThere).map { ["id": $0.id, "name": PageWords.fixed[language]?[$0.id] ?? $0.id] }
    }

    var trail: Content? {
        report.trail.map { trail in
            var content: Content = ["sentence": say(PageWords.trail(chains: trail.chains, rows: trail.rows)), "hash": trail.hash]
            if let gaps = trail.gapsPhrase { content["gaps"] = say(gaps) }
            return content
        }
    }
}
