import FoundationEssentials
import Registry

/// The data for the templates: a report in one language. Each section is an extension in its own file.
struct Page {
    /// The data for one template, or for a section of it.
    typealias Content = [String: Any]

    let report: QuotaReport
    let language: Language
    let words: Words
    /// Units and holders of quotas, by code.
    private let names: [String: String]

    init(_ report: QuotaReport, in language: Language) {
        self.report = report
        self.language = language
        words = report.dictionary
        let holders = report.quotas.compactMap { quota in quota.unitName.map { (quota.unit, $0) } }
        names = Dictionary(holders + report.units.map { ($0.code, $0.name) }) { $1 }
    }

    /// The whole page.
    func content() throws -> Content {
        var page: Content = [
            "lang": language.rawValue, "css": Self.style, "w": PageWords.fixed[language] ?? [:], "hand": hand, "table": table,
            "dossiers": dossiers, "history": history,
        ]
        page.merge(heading) { $1 }
        page["map"] = map
        page["bars"] = bars
        page["curve"] = try curve()
        page["ranking"] = ranking
        page["trail"] = trail
        return page
    }
}

extension Page {
    func say(_ phrase: Phrase) -> String { phrase[language] }

    /// The name of a code.
    func name(of code: String) -> String { words.name(of: code, in: language) }

    /// The name of a unit; that of the pool for `*`.
    func name(ofUnit code: String) -> String { code == "*" ? say(Registry.Quota.poolName) : names[code] ?? code }

    /// "Cao Bằng".
    func shortName(of code: String) -> String { report.units.first { $0.code == code }?.shortName ?? name(ofUnit: code) }

    /// Which quota: "Giấy khen của Cục trưởng, cá nhân".
    func name(ofQuota award: String, _ subject: String) -> String {
        name(of: award) + ", " + name(of: subject).lowercased()
    }

    /// The anchor of a unit's quotas on the page; a bureau has those of the headquarters.
    func anchor(_ unit: QuotaReport.Unit) -> String { anchor(holder: unit.house) }

    func anchor(holder: String) -> String { holder == "*" ? "q-pool" : "q-" + holder }

    /// `2026-04-20`, or a moment on that day, as 20/4/2026.
    func date(_ iso: String) -> String { ReadableTime.of(String(iso.prefix(10))) }

    /// A moment as 17:05 20/4/2026, in Hanoi time, as in the report.
    func moment(_ iso: String) -> String { ReadableTime.of(iso) }

    /// Links to units, to be joined with commas.
    func links(_ units: [QuotaReport.Unit]) -> [Content] {
        units.enumerated().map { index, unit in
            ["name": unit.shortName, "anchor": anchor(unit), "is_last": index == units.count - 1]
        }
    }

    /// The states that have their own sign.
    static let signs = ["submitted", "open", "returned", "none", "not_submitted"]

    /// A dossier's state as a sign and in words.
    func sign(_ state: String) -> Content {
        ["sign": Self.signs.contains(state) ? state : "none", "state": name(of: state)]
    }
}
