import Registry

/// The table of every quota.
extension Page {
    var table: Content { ["holders": report.holders.map(holder)] }

    private func holder(_ holder: QuotaReport.Holder) -> Content {
        var content: Content = [
            "anchor": anchor(holder: holder.unit), "name": name(ofUnit: holder.unit), "quotas": holder.quotas.map(quota),
        ]
        if holder.unit != "*" { content["code"] = holder.unit }
        if report.unstaffed.contains(where: { $0.code == holder.unit }) { content["note"] = say(PageWords.noStaffing) }
        return content
    }

    private func quota(_ quota: QuotaReport.Quota) -> Content {
        [
            "award": name(of: quota.award), "subject": name(of: quota.subject), "stage": name(of: quota.stage),
            "allowed": quota.allowed,
            "used": quota.used, "remaining": quota.remaining, "is_over": quota.remaining < 0, "basis": say(quota.basis),
            "clause": say(Clause.cited(quota.clause)),
        ]
    }
}
