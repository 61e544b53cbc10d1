import Foundation
import Registry
import TestSupport
import Testing

@testable import Report

/// The content of the report's page, compared with the rows that it is made from. Its appearance is tested in a browser.
@Suite(.limited) struct HTMLPageTests {
    @Test(arguments: Language.allCases)
    func `Every quota is in its holder's rows, with all its numbers`(_ language: Language) throws {
        let report = try DemoReport.with()
        let page = try report.html(in: language)
        expect(report.quotas.count, is: 142)
        for quota in report.quotas {
            let rows = try page.part(from: "<tbody id=\"q-\(quota.unit == "*" ? "pool" : quota.unit)\">", to: "</tbody>")
            let names = [quota.award, quota.subject, quota.stage].map {
                "<td>\(report.dictionary.name(of: $0, in: language).escaped)</td>"
            }
            let numbers = [quota.allowed, quota.used, quota.remaining].map { "<td class=\"n\">\($0)</td>" }.joined()
            let reasons = [quota.basis[language], Clause.cited(quota.clause)[language]].map { "<td>\($0)</td>" }.joined()
            let row = names[0] + names[1] + numbers + names[2] + reasons
            #expect(rows.contains(row), "\(quota)")
        }
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    }

    @Test func `The pool of all provinces comes last`() throws {
        let page = try DemoReport.with().html(in: .vi)
        let ids = page.matches(of: /<tbody id="(q-[^"]+)">/).map { String($0.1) }
        expect(ids.count, is: 36)
        expect(ids.first, is: "q-CUC")
        expect(ids.last, is: "q-pool")
    }

    @Test func `Bars and tiles show the same numbers as the table`() throws {
        let report = try DemoReport.with()
        let page = try report.html(in: .vi)
        let hanoi = try page.part(from: "<th scope=\"row\"><a href=\"#q-01\">Hà Nội</a></th><td><span class=\"bar", to: "</tr>")
        expect(hanoi.matches(of: /<span>(\d+\/\d+)<\/span>/).map { String($0.1) }, is: ["1/10", "0/15", "2/2", "3/3"])
        let tile = try page.part(from: "<a class=\"tile submitted\" href=\"#q-01\">", to: "</a>")
        #expect(tile.contains("<span class=\"used\">6/30</span>"))
        #expect(tile.contains("<use href=\"#s-submitted\"/>"))
        #expect(tile.contains("Đã nộp"))
    }

    @Test func `Each province has its own place on the map`() throws {
        let places = TileMap.places.values.map { "\($0.row) \($0.column)" }
        expect(places.count, is: 34)
        expect(Set(places).count, is: 34)
        let provinces = try DemoReport.with().units.filter { $0.kind == "province" }.map(\.code)
        expect(Set(provinces), is: Set(TileMap.places.keys))
    }

    @Test func `A unit that the map does not know is listed below it`() throws {
        let report = try DemoReport.with { content in
            content.change("units", where: { $0["code"] as? String == "96" }) { $0["code"] = "97" }
        }
        let others = try report.html(in: .vi).part(from: "<ul class=\"others\">", to: "</ul>")
        #expect(others.contains("Cà Mau"))
        #expect(others.contains("Ban Tổ chức cán bộ"))
    }

    @Test(arguments: Language.allCases)
    func `An exceeded quota is reported first, and marked in its row and its bar`(_ language: Language) throws {
        let report = try DemoReport.with { content in
            let isMeant = { (quota: DemoReport.Object) in quota["unit"] as? String == "15" && quota["rule"] as? String == "Q8" }
            content.change("quotas", where: isMeant) { ($0["used"], $0["remaining"]) = (3, -2) }
        }
        let page = try report.html(in: language)
        let verdict = try page.part(from: "<div class=\"verdict over\">", to: "</div>")
        #expect(verdict.contains(report.verdict.sentence[language]))
        #expect(verdict.contains(language == .vi ? "Vượt chỉ tiêu." : "Quota exceeded."))
        #expect(verdict.contains("#v-over"))
        let line = try page.part(from: "<a href=\"#q-15\">THADS tỉnh Lào Cai</a>", to: "</li>")
        #expect(line.contains(language == .vi ? "đã dùng 3, chỉ tiêu 1" : "3 used, 1 allowed"))
        #expect(page.contains("<tr class=\"exceeded\">"))
        #expect(try page.part(from: "<span class=\"bar exceeded\">", to: "</td>").contains("<span>3/1</span>"))
    }

    @Test func `The page states that no quota is exceeded`() throws {
        let page = try DemoReport.with().html(in: .vi)
        #expect(page.contains("<p>Không có chỉ tiêu nào bị vượt.</p>"))
        #expect(!page.contains("<tr class=\"exceeded\">"))
        #expect(!page.contains("<span class=\"bar exceeded\">"))
    }

    @Test func `What needs attention is listed by name`() throws {
        let report = try DemoReport.with { content in
            content.change("units", where: { $0["code"] as? String == "56" }) {
                ($0["civil_servants"], $0["area_offices"]) = (nil, nil)
            }
            content["quotas"] = (content["quotas"] as? [DemoReport.Object])?.filter {
                $0["unit"] as? String != "56" || $0["award"] as? String != "director_certificate"
            }
        }
        let page = try report.html(in: .vi)
        #expect(
            try page.part(from: "<a href=\"#q-24\">Bắc Ninh</a>", to: "</tr>").contains(
                "199 công chức</td><td class=\"n\">200</td><td class=\"n\">1</td>"))
        #expect(try page.part(from: "<h3>Chưa có bảng biên chế</h3>", to: "</p>").contains("Khánh Hòa"))
        #expect(try page.part(from: "<tbody id=\"q-56\">", to: "</tbody>").contains("chưa có bảng biên chế"))
        #expect(try page.part(from: "<h3>Chưa có đề nghị</h3>", to: "</p>").contains("Văn phòng"))
        #expect(try page.part(from: "<h3>Chưa nộp hồ sơ</h3>", to: "</dl>").contains("Đang lập (23)"))
    }

    @Test(arguments: Language.allCases)
    func `Everything that a dossier lacks is listed in a sentence, with the nominee's name`(_ language: Language) throws {
        let report = try DemoReport.with()
        let page = try report.html(in: language)
        let sentences = Dictionary(report.items.map { ($0.key, $0.sentence[language]) }) { first, _ in first }
        for unit in report.units where unit.missingCount > 0 {
            let part = try page.part(from: "<summary><b>\(unit.name)</b>", to: "</details>")
            for missing in unit.missing {
                if let nominee = missing.nominee { #expect(part.contains(nominee)) }
                for item in missing.items { #expect(try part.contains(#require(sentences[item]).escaped)) }
            }
        }
    }

    @Test func `Ties share a rank, and nominees without a rank are last, with the reason`() throws {
        let page = try DemoReport.with().html(in: .vi)
        let table = try page.part(from: "<h3>Giấy khen của Cục trưởng, tập thể</h3>", to: "</table>")
        let ranks = table.matches(of: /<tr><td class="n">([^<]+)<\/td>/).map { String($0.1) }
        expect(ranks, is: ["1", "2", "2", "4", "5", "6", "7", "8", "9", "10", "11", "–"])
        #expect(table.contains("23/3/2026 <em>không đúng hạn</em>"))
    }

    @Test func `The chart's numbers are in a table, too`() throws {
        let report = try DemoReport.with()
        let table = try report.html(in: .vi).part(from: "<summary>Số liệu của biểu đồ</summary>", to: "</details>")
        for day in report.curve {
            #expect(table.contains("<td class=\"n\">\(day.entered)</td><td class=\"n\">\(day.submitted)</td>"))
        }
    }

    @Test func `Whether the tables agree with the trail is one line, if they were compared for this report`() throws {
        func report(_ gaps: [[String: Any]]?) throws -> QuotaReport {
            try DemoReport.with { content in
                var trail = content["trail"] as? [String: Any] ?? [:]
                trail["gaps"] = gaps
                content["trail"] = trail
            }
        }
        let lines = [
            "The tables agreed with the trail",
            "Rows that differ from the trail, by table: person (2), unit (1). See: thidua audit verify",
        ]
        let cases: [([[String: Any]]?, [Bool])] = [
            (nil, [false, false]), ([], [true, false]),
            ([["table": "person", "rows": 2], ["table": "unit", "rows": 1]], [false, true]),
        ]
        for (gaps, isThere) in cases {
            let report = try report(gaps)
            for text in [try report.html(in: .en), report.text(in: .en)] { #expect(lines.map(text.contains) == isThere) }
            #expect(report.json(in: .en).contains("\"gaps\" : null") == (gaps == nil))
        }
    }

    @Test func `What changed, by whom, and the trail's hash end the page`() throws {
        let report = try DemoReport.with()
        let page = try report.html(in: .vi)
        let row = try page.part(from: "<tr><th scope=\"row\">THADS thành phố Hà Nội</th><td>demo_01</td>", to: "</tr>")
        #expect(row.contains("thêm 6 đề nghị; 6 đề nghị chuyển thành “Đã nộp”"))
        #expect(
            page.contains(
                "<td>Giấy khen của Cục trưởng, cá nhân</td><td class=\"n\">không có</td><td class=\"n\">3</td><td>demo_quantri</td>"
            ))
        #expect(
            page.contains(
                "demo.csv, biên chế tính đến 26/11/2026, 35 địa phương (thay toàn bộ): demo_quantri nhập lúc 01:23 26/11/2026, đã áp dụng."
            ))
        #expect(page.contains("<code>thidua audit verify --seal \(try #require(report.trail).hash)</code>"))
    }

    @Test func `The page says which report it is`() throws {
        var report = try DemoReport.with()
        #expect(try report.html(in: .vi).contains("<dd>Lập theo yêu cầu, ngoài báo cáo hằng đêm</dd>"))
        report.edition = .init(date: "2026-11-26", isLate: true, isFinal: false)
        #expect(try report.html(in: .vi).contains("<dd>Ngày 26/11/2026, lập muộn quá 1 giờ</dd>"))
        report.edition = .init(date: "2026-11-26", isLate: false, isFinal: false, revision: 2)
        #expect(try report.html(in: .vi).contains("<dd>Ngày 26/11/2026, bản lập lần 2 thay bản trước</dd>"))
        report.edition = .init(date: "2026-12-26", isLate: false, isFinal: true)
        #expect(try report.html(in: .en).contains("<dd>Final, 26/12/2026: the record as of the deadline</dd>"))
    }

    @Test func `The page of an empty campaign says so`() throws {
        let report = try DemoReport.with { content in
            for (key, value) in content where value is [Any] && key != "words" { content[key] = [Any]() }
            content["as_of"] = "2027-01-01T00:00:00+07:00"
        }
        let page = try report.html(in: .vi)
        #expect(page.contains("Chưa có đề nghị nào."))
        #expect(page.contains("Không có hồ sơ nào còn thiếu nội dung."))
        #expect(page.contains("Không có thay đổi nào khác."))
        #expect(!page.contains("class=\"chart\""))
    }

    @Test func `The same report gives the same bytes`() throws {
        let pages = try (0..<3).map { _ in try DemoReport.with().html(in: .vi) }
        expect(Set(pages).count, is: 1)
    }
}

extension String {
    /// The text between two others.
    func part(from start: String, to end: String) throws -> Substring {
        let after = try #require(range(of: start), "no \(start)").upperBound
        return self[after..<(try #require(self[after...].range(of: end), "no \(end) after \(start)").lowerBound)]
    }

    var escaped: String { EscapedBytes().escapeText(self) }
}
