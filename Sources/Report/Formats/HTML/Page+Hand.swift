import Registry

/// What needs attention today.
extension Page {
    var hand: Content {
        var hand: Content = ["figures": figures, "lists": lists]
        hand["over"] = rows(report.overUsed.map(over))
        hand["near"] = rows(report.nearAnEdge.map(near))
        hand["findings"] = rows(report.findings.map(finding))
        hand["waiting"] = waiting
        hand["states"] = states
        return hand
    }

    private func rows(_ rows: [Content]) -> Content? { rows.isEmpty ? nil : ["rows": rows] }

    private var figures: [Content] {
        var figures = [
            (report.overUsed.count, PageWords.over), (Set(report.nearAnEdge.map(\.unit)).count, PageWords.near),
            (report.unstaffed.count, PageWords.unstaffed), (report.withNothing.count, PageWords.withNothing),
            (report.unsubmitted.count, PageWords.unsubmitted),
        ]
        // On a page for part of the registry, 0 would be wrong.
        if report.scope == .everything { figures.append((report.findings.count, PageWords.findings)) }
        return figures.enumerated().map { index, figure in
            ["count": figure.0, "label": say(figure.1), "is_alarm": index == 0 && figure.0 > 0]
        }
    }

    private func over(_ quota: QuotaReport.Quota) -> Content {
        let which = name(ofQuota: quota.award, quota.subject) + (quota.stage == "proposal" ? "" : " (\(name(of: quota.stage)))")
        return [
            "unit": name(ofUnit: quota.unit), "anchor": anchor(holder: quota.unit),
            "sentence": say(PageWords.over(which, used: quota.used, allowed: quota.allowed)),
        ]
    }

    private func near(_ quota: QuotaReport.Quota) -> Content {
        [
            "unit": shortName(of: quota.unit), "anchor": anchor(holder: quota.unit), "has": say(quota.basis),
            "edge": quota.near ?? 0,
            "quota": name(ofQuota: quota.award, quota.subject), "allowed": quota.allowed,
        ]
    }

    private func finding(_ finding: QuotaReport.Finding) -> Content {
        [
            "why": say(finding.kind), "unit": shortName(of: finding.unit), "nominee": finding.nominee ?? "–",
            "staff_no": finding.staffNo ?? finding.collective ?? "–", "at": moment(finding.foundAt),
            "other_unit": shortName(of: finding.otherUnit), "number": finding.otherNomination,
            "other_nominee": finding.otherNominee, "other_staff_no": finding.otherStaffNo ?? "–",
        ]
    }

    private var lists: [Content] {
        [(PageWords.unstaffed, report.unstaffed), (PageWords.withNothing, report.withNothing)].filter { !$0.1.isEmpty }.map {
            ["heading": say($0.0), "units": links($0.1)]
        }
    }

    /// The units that have not submitted, by the state of their dossier.
    private var waiting: Content? {
        guard !report.unsubmitted.isEmpty else { return nil }
        let byState = Dictionary(grouping: report.unsubmitted, by: \.state)
        let groups = byState.keys.sorted().map { state in
            let units = byState[state] ?? []
            return sign(state).merging(["count": units.count, "units": links(units)] as Content) { $1 }
        }
        return ["heading": say(PageWords.unsubmitted), "groups": groups]
    }

    /// Nominations by award, subject and state.
    private var states: Content? {
        let counts = report.states
        guard !counts.isEmpty else { return nil }
        let used = Set(counts.map(\.state))
        let columns = Self.steps.filter(used.contains) + used.subtracting(Self.steps).sorted()
        let byKind = Dictionary(grouping: counts) { [$0.award, $0.subject] }
        let rows = kinds.compactMap { kind in
            byKind[kind].map { counts -> Content in
                let byState = Dictionary(counts.map { ($0.state, $0.count) }) { $1 }
                return ["award": name(of: kind[0]), "subject": name(of: kind[1]), "counts": columns.map { byState[$0] ?? 0 }]
            }
        }
        return ["columns": columns.map(name(of:)), "rows": rows, "standing": say(PageWords.standing(report.standing))]
    }

    /// In the order in which a nomination passes through them.
    private static let steps = ["draft", "returned", "submitted", "endorsed", "awarded", "declined", "withdrawn", "disqualified"]

    /// Awards and subjects in the order of the quotas; what has no quota comes last.
    private var kinds: [[String]] {
        var seen: Set<[String]> = []
        let all = report.quotas.map { [$0.award, $0.subject] } + report.states.map { [$0.award, $0.subject] }
        return all.filter { seen.insert($0).inserted }
    }
}
