import Foundation
import Registry
import TestSupport
import Testing

@testable import Report

/// What must not get onto the page: markup in names, external content, and on a province's page anything about others.
@Suite(.limited) struct HTMLSafetyTests {
    private static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='alert(1)", "{{w.skip}}", "{{{css}}}",
        "{{>trail}}",
        "</style></title><b>", "&lt;b&gt; &amp; &#60;", "<!--",
        // Swift combines the accent with the mark before it into one character; to a browser they are two.
        "\"\u{0301} onfocus=alert(1) x=\"\u{0301}", "<\u{0338}b>", "'\u{0301}", "&\u{0301}lt;",
    ]

    @Test(arguments: hostile)
    func `A hostile name is text wherever it appears`(_ name: String) throws {
        let (pages, plain) = try (Self.pages(naming: name), Self.plain.get())
        expect(pages.count, is: 3)
        for (page, plain) in zip(pages, plain) {
            // Byte by byte, as a browser takes them.
            #expect(Array(page.utf8).firstRange(of: Array(name.escaped.utf8)) != nil)
            if !name.utf8.elementsEqual(name.escaped.utf8) { #expect(Array(page.utf8).firstRange(of: Array(name.utf8)) == nil) }
            expect(Self.skeleton(of: page), is: Self.skeleton(of: plain))
        }
    }

    private static let plain = Swift.Result { try pages(naming: "x") }

    /// The complete page, a specialist's and a province's.
    private static func pages(naming name: String) throws -> [String] {
        let report = try report(naming: name)
        return try ([report] + report.bySpecialist.prefix(1) + report.byProvince.prefix(1)).map { try $0.html(in: .vi) }
    }

    /// The demonstration's report, with every name that a user entered replaced.
    private static func report(naming name: String) throws -> QuotaReport {
        try DemoReport.with { content in
            content["campaign"] = (content["campaign"] as? DemoReport.Object)?.merging(["title": name, "code": name]) { $1 }
            content.change("units") { unit in
                for key in ["name", "short_name", "specialist_name"] { unit[key] = name }
                unit.change("missing") { $0["nominee"] = name }
            }
            content.change("quotas") { ($0["unit_name"], $0["clause"]) = (name, name) }
            content.change("ranking") { $0["nominee"] = name }
            content.change("findings") {
                for key in ["nominee", "staff_no", "other_nominee", "other_staff_no"] { $0[key] = name }
            }
            content.change("changes") { $0["login"] = name }
            content.change("quota_changes") { $0["login"] = name }
            content.change("imports") { ($0["file_name"], $0["imported_by"]) = (name, name) }
            content.change("items") { $0["name_vi"] = name }
            content.change("words") { $0["vi"] = name }
            content["trail"] = ["chains": 1, "rows": 1, "hash": name]
        }
    }

    /// The number of tags of each kind, as a browser would count them.
    private static func skeleton(of page: String) -> [String: Int] {
        var tags: [String: Int] = [:]
        for piece in page.utf8.split(separator: UInt8(ascii: "<")).dropFirst() {
            tags[
                String(decoding: piece.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ">") }, as: UTF8.self), default: 0] +=
                1
        }
        return tags
    }

    @Test(arguments: Language.allCases)
    func `Nothing is external, and nothing runs`(_ language: Language) throws {
        let page = try DemoReport.with().html(in: language)
        for forbidden in [
            "<script", "<link", "<img", "<iframe", "<object", "src=", "@import", "@font-face", "http:", "https:", "//",
            "javascript:", "data:",
        ] {
            #expect(!page.lowercased().contains(forbidden), "\(forbidden)")
        }
        #expect(page.matches(of: /<[^>]*\son[a-z]+\s*=/).isEmpty)
        #expect(page.matches(of: /href="[^#]/).isEmpty)
        #expect(page.matches(of: /url\((?!#)/).isEmpty)
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\""))
        #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    }

    @Test(arguments: Language.allCases)
    func `A province's page reveals nothing about another`(_ language: Language) throws {
        let report = try DemoReport.with()
        let pages = report.byProvince
        expect(pages.count, is: 34)
        for (province, others) in pages.map({ page in (page, report.units.filter { $0.house != page.units.first?.house }) }) {
            let page = try province.html(in: language).replacing("(giờ Hà Nội)", with: "")
            // Byte by byte, and with the C library, because this is done some 100,000 times.
            let bytes = page.utf8CString.map(\.self)
            for other in others {
                let foreign =
                    [other.name, "q-\(other.house)\"", "d-\(other.code)\"", "demo_\(other.house)<"]
                    + (other.kind == "province" ? [other.shortName] : [])
                for text in foreign { #expect(strstr(bytes, text) == nil, "\(text)") }
            }
            #expect(!page.contains("q-pool") && !page.contains("class=\"tiles\"") && !page.contains("id=\"ranking\""))
            #expect(!page.contains("--seal"))
            let findings = report.findings.flatMap { [$0.staffNo, $0.nominee, $0.otherNominee, $0.otherStaffNo] }.compactMap(
                \.self)
            #expect(findings.count == 8 && findings.allSatisfy { !page.contains("<td>\($0)</td>") })
        }
    }

    @Test func `A specialist's page has only the tiles of the specialist's provinces`() throws {
        for report in try DemoReport.with().bySpecialist {
            let tiles = try report.html(in: .vi).part(from: "<ul class=\"tiles\">", to: "</ul>")
            expect(tiles.matches(of: /href="#q-(\d\d)"/).map { String($0.1) }, is: report.units.map(\.code))
        }
    }

    @Test func `Every word that a template uses exists in both languages`() throws {
        let folder = URL(filePath: Repository.root + "/Sources/Report/PageTemplates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".mustache") }
        expect(names.count, is: 15)
        for name in names {
            let template = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            for word in template.matches(of: /\{\{w\.([a-z_]+)\}\}/).map({ String($0.1) }) {
                for language in Language.allCases {
                    #expect(PageWords.fixed[language]?[word]?.isEmpty == false, "\(name): \(word)")
                }
            }
        }
    }
}
