import Foundation
import Registry
import TestSupport
import Testing

@testable import Report

/// The page in Debian's Chromium: on a phone and a desktop, light and dark, by keyboard, and on paper. script/test installs it.
@Suite(.limited) struct BrowserTests {
    @Test(arguments: Language.allCases)
    func `The page is readable on every screen, by keyboard and on paper`(_ language: Language) throws {
        // The longest page in one language, a specialist's in the other.
        let report =
            language == .vi ? try DemoReport.with() : try #require(DemoReport.with().bySpecialist.last { !$0.incomplete.isEmpty })
        let outcome = try look(at: report.html(in: language), for: Self.printed(of: report, in: language))
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(outcome.output.contains("checking with Chromium"))
    }

    /// What must be on paper, including what is folded on the screen.
    private static func printed(of report: QuotaReport, in language: Language) throws -> [String] {
        let lacking = try #require(report.units.last { $0.missingCount > 0 })
        let nominee = try #require(lacking.missing.last?.nominee)
        return [report.campaign.title, lacking.name, nominee, PageWords.fixed[language]?["curve_caption"] ?? ""]
    }

    /// What is broken on a page, and what must be reported about it.
    private static let breakages: [(finding: String, from: String, to: String)] = [
        ("overflow", "<main", "<p style=\"width:900px\">x</p><main"),
        ("accessibility: color-contrast", "<h1>", "<h1 style=\"color:#888;background:#777\">"),
        ("accessibility: html-has-lang", "<html lang=\"vi\">", "<html>"),
        ("keyboard: the first stop", "<a class=\"skip\" href=\"#main\">", "<a href=\"#main\">"),
        ("keyboard: focus is invisible", ":focus-visible { outline: 3px", ":focus-visible { outline: 0 none; } x { outline: 3px"),
        ("keyboard: the link #nowhere", "href=\"#quotas\"", "href=\"#nowhere\""),
        ("paper: not A4", "size: A4;", "size: A5;"),
        ("paper: lacks", "details::details-content", "details::nothing"),
        ("paper: the sheet is dark", "@media screen and (prefers", "@media (prefers"),
        ("inline script", "</main>", "<script>1</script></main>"),
        ("request: http://127.0.0.1:9/", "default-src 'none'; ", "default-src 'none'; img-src *; "),
        ("request: http://127.0.0.1:9/", "</main>", "<img alt=\"\" src=\"http://127.0.0.1:9/\"></main>"),
    ]

    @Test func `A page that is broken is detected`() throws {
        let (page, texts) = try Self.shortPage()
        let broken = try Self.breakages.reduce(page) { page, breakage in
            try #require(page.contains(breakage.from))
            return page.replacing(breakage.from, with: breakage.to)
        }
        let outcome = try look(at: broken, for: texts, isOnce: true)
        expect(outcome.status, is: 1)
        for breakage in Self.breakages { #expect(outcome.output.contains(breakage.finding), "\(outcome.output)") }
    }

    private static func shortPage() throws -> (page: String, texts: [String]) {
        let report = try #require(DemoReport.with().byProvince.last)
        return (try report.html(in: .vi), try printed(of: report, in: .vi))
    }

    private func look(at page: String, for texts: [String], isOnce: Bool = false) throws -> (status: Int32, output: String) {
        try TemporaryFolder.with { folder in
            let path = folder + "/page.html"
            try Data(page.utf8).write(to: URL(filePath: path))
            // Not skipped if script/test was never run: that is an error.
            let outcome = try Program.run(
                [Repository.root + "/.build/python/bin/python3", Repository.root + "/Tests/ReportTests/Browser/look.py", path]
                    + texts,
                environment: ProcessInfo.processInfo.environment.merging(isOnce ? ["THIDUA_LOOK": "once"] : [:]) { $1 },
                limitSeconds: 150)
            return (outcome.status, outcome.output + outcome.errors)
        }
    }
}
