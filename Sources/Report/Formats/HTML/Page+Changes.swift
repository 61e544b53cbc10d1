import Registry

/// What has changed since the last report, and by whom.
extension Page {
    var history: Content {
        var history: Content = ["since": say(PageWords.since(report.since.map(moment)))]
        let rows = changeRows
        if !report.imports.isEmpty { history["imports"] = ["rows": report.imports.map { say(sentence($0)) }] }
        if !report.quotaChanges.isEmpty {
            history["quota_changes"] = folded(report.quotaChanges.map(row), PageWords.quotaChanges(report.quotaChanges.count))
        }
        if !rows.isEmpty { history["changes"] = folded(rows, PageWords.entries(report.changes.map(\.count).reduce(0, +))) }
        return history
    }

    /// A long table is collapsed, except on paper.
    private func folded(_ rows: [Content], _ summary: Phrase) -> Content {
        ["rows": rows, "summary": say(summary), "is_short": rows.count <= 12]
    }

    /// One row for what one login did in one unit.
    private var changeRows: [Content] {
        var groups: [(unit: String, login: String, changes: [QuotaReport.Change])] = []
        for change in report.changes {
            if let index = groups.lastIndex(where: { $0.unit == change.unit && $0.login == change.login }) {
                groups[index].changes.append(change)
            } else {
                groups.append((change.unit, change.login, [change]))
            }
        }
        return groups.map { group in
            [
                "unit": group.unit == "*" ? say(PageWords.campaign) : name(ofUnit: group.unit), "login": group.login,
                "what": group.changes.map { say(sentence($0)) }.joined(separator: "; "),
                "at": moment(group.changes.map(\.lastAt).max() ?? ""),
            ]
        }
    }

    private func sentence(_ change: QuotaReport.Change) -> Phrase {
        let what = Phrase(change.nameVi, change.nameEn)
        if let state = change.state { return PageWords.became(what, change.count, name(of: state)) }
        return PageWords.changed(what, change.count, by: change.operation)
    }

    private func row(_ change: QuotaReport.QuotaChange) -> Content {
        let none = say(PageWords.none)
        return [
            "unit": name(ofUnit: change.unit), "login": change.login, "at": moment(change.at),
            "quota": name(ofQuota: change.award, change.subject)
                + (change.stage == "proposal" ? "" : " (\(name(of: change.stage)))"),
            "from": change.from.map(String.init) ?? none, "to": change.to.map(String.init) ?? none,
        ]
    }

    private func sentence(_ table: QuotaReport.StaffingImport) -> Phrase {
        PageWords.staffing(
            file: table.fileName, asOf: date(table.asOf), mode: name(of: table.mode), houses: table.houses.count,
            by: table.importedBy, at: moment(table.importedAt), isApplied: table.isApplied)
    }
}
