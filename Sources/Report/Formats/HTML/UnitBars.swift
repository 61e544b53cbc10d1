import Registry

/// A bar for each quota, filled as far as it is used.
extension Page {
    var bars: Content? {
        guard !report.quotas.isEmpty else { return nil }
        var awards: [(code: String, subjects: [String])] = []
        for quota in report.quotas {
            if let index = awards.firstIndex(where: { $0.code == quota.award }) {
                if !awards[index].subjects.contains(quota.subject) { awards[index].subjects.append(quota.subject) }
            } else {
                awards.append((quota.award, [quota.subject]))
            }
        }
        let columns = awards.flatMap { award in award.subjects.map { (award.code, $0) } }
        return [
            "awards": awards.map { award -> Content in
                ["name": name(of: award.code), "span": award.subjects.count, "subjects": award.subjects.map(name(of:))]
            },
            "holders": report.holders.map { holder -> Content in
                [
                    "name": shortName(of: holder.unit), "anchor": anchor(holder: holder.unit),
                    "cells": columns.map { award, subject -> Content in
                        ["bars": holder.quotas.filter { $0.award == award && $0.subject == subject }.map(bar)]
                    },
                ]
            },
        ]
    }

    private func bar(_ quota: QuotaReport.Quota) -> Content {
        var bar = SlotBar(allowed: quota.allowed, used: quota.used).content
        bar["label"] = "\(quota.used)/\(quota.allowed)"
        return bar
    }
}

/// A quota as paths: a cell for each slot, or a band where there are too many to count at a glance.
struct SlotBar {
    let allowed: Int
    let used: Int

    var content: Page.Content {
        let count = max(allowed, used)
        if count <= 6 {
            return content(width: max(1, count * 10)) { $0.map { Self.box(from: $0 * 10, to: $0 * 10 + 8) }.joined() }
        }
        let width = min(count * 4, 120)
        return content(width: width) { Self.box(from: $0.lowerBound * width / count, to: $0.upperBound * width / count) }
    }

    /// The outline is drawn within it.
    private static func box(from left: Int, to right: Int) -> String {
        "M\(left).5 1.5h\(right - left - 1)v9H\(left).5z"
    }

    private func content(width: Int, _ path: (Range<Int>) -> String) -> Page.Content {
        var content: Page.Content = ["width": width]
        if used < allowed { content["free"] = path(used..<allowed) }
        if min(used, allowed) > 0 { content["taken"] = path(0..<min(used, allowed)) }
        if used > allowed { content["over"] = path(allowed..<used) }
        return content
    }
}
