import Foundation
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// `report nightly` and `report quota`, as people and timers run them.
@Suite(.limited, .keepsFailedDatabases) struct NightlyCommandTests {
    private static let endings = ["html", "json", "csv", "xlsx", "txt"]

    /// Calls `body` with a registry with two nominations of 01, and one that was withdrawn.
    private func withRegistry<T>(_ body: (Tool, String, inout Connection) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let tool = Tool(dsn: conninfo)
            try Tool.withFile(ContractTests.staffing.utf8) { file in
                expect(try tool("staffing", "import", file).status, is: 0)
            }
            try connection.execute(
                script: """
                    INSERT INTO nomination (unit, campaign, award, subject, collective)
                    SELECT '01', 'TEST', award, 'collective', code
                    FROM (VALUES ('01-KV01', 'director_certificate'), ('01-KV02', 'minister_certificate'), ('01', 'minister_certificate')) n (code, award);
                    SELECT nomination_step(id, 'draft', 'withdrawn') FROM nomination WHERE collective = '01';
                    SELECT area_specialist_set('LAN', 'Nguyễn Thị Lan', 'lan@example.vn', '{01,04}');
                    """)
            return try TemporaryFolder.with { try body(tool, $0 + "/reports", &connection) }
        }
    }

    @Test func `A night has five files of one report, a page for each province and one for each area specialist`() throws {
        try withRegistry { tool, folder, connection in
            let provinces = try connection.query("SELECT code::text FROM unit WHERE kind = 'province'") { try $0[0] as String }
            #expect(provinces.count == 34)
            let outcome = try tool("report", "nightly", "--out", folder, "-o", "json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let made = try #require(try outcome.rows.first)
            let date = try #require(made["date"] as? String)
            let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains("quota-") }
            let pages = ["specialists/LAN/quota-TEST-\(date).html"] + provinces.map { "units/\($0)/quota-TEST-\(date).html" }
            #expect(Set(files) == Set(Self.endings.map { "quota-TEST-\(date).\($0)" } + pages))
            #expect((made["files"] as? [String])?.count == files.count)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).allSatisfy { !$0.hasPrefix(".") })
        }
    }

    @Test func `Every format has the same numbers as quota list`() throws {
        try withRegistry { tool, folder, _ in
            try #require(try tool("report", "nightly", "--out", folder, "--lang", "en").status == 0)
            let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".json") })
                .dropLast(5)
            func text(_ ending: String) throws -> String {
                try String(contentsOfFile: "\(folder)/\(name).\(ending)", encoding: .utf8)
            }
            func numbers(_ rows: [[String: Any]]) -> [[Int]] {
                rows.map { row in ["allowed", "used", "remaining"].compactMap { row[$0] as? Int } }
            }

            let listed = numbers(try tool("quota", "list", "-o", "json").rows)
            let report = try JSONSerialization.jsonObject(with: Data(try text("json").utf8)) as? [String: Any]
            #expect(numbers(report?["quotas"] as? [[String: Any]] ?? []) == listed)
            let live = try tool("report", "quota", "-o", "json").object
            #expect(numbers(live["quotas"] as? [[String: Any]] ?? []) == listed)

            let csv = try text("csv").split(separator: "\r\n").dropFirst().map { line in
                line.split(separator: ",", omittingEmptySubsequences: false)[7...9].compactMap { Int($0) }
            }
            #expect(csv == listed)
            let lines = try text("txt").split(separator: "\n").drop { $0 != "QUOTAS" }.dropFirst(2).prefix(listed.count)
            #expect(
                lines.map {
                    $0.matches(of: /(?:Proposal|Endorsement) +(\d+) +(\d+) +(-?\d+)/).flatMap {
                        [$0.1, $0.2, $0.3].compactMap { Int($0) }
                    }
                } == listed)
            let book = try XLSXContents(path: "\(folder)/\(name).xlsx")
            let sheet = try #require(book.sheetNames.firstIndex(of: "Quotas"))
            #expect(book.rows(of: sheet + 1).dropFirst().map { $0[5...7].compactMap { Int($0) } } == listed)
            let html = try text("html")
            // The page's bars: used of allowed for every quota except the pool's, which belongs to no unit.
            for (pair, quotas) in Dictionary(grouping: listed.dropLast(2), by: { "\($0[1])/\($0[0])" }) {
                #expect(html.matches(of: try Regex(">\(pair)<")).count >= quotas.count, "\(pair)")
            }
        }
    }

    @Test func `A report that is made again has the same bytes, whatever has happened since`() throws {
        try withRegistry { tool, folder, connection in
            try #require(try tool("report", "nightly", "--out", folder).status == 0)
            let before = try contents(of: folder)
            try connection.execute("UPDATE unit SET name = 'THADS tỉnh Khác' WHERE code = '04'")
            try #require(
                try tool("nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04").status == 0
            )
            try #require(try tool("report", "nightly", "--out", folder).status == 0)
            expect(try contents(of: folder), is: before)
            let other = folder + "-other"
            try #require(try tool("report", "nightly", "--out", other).status == 0)
            expect(try contents(of: other), is: before)
        }
    }

    @Test func `After three missed nights, each night's report is as of its own midnight, and late`() throws {
        try withRegistry { tool, folder, connection in
            try RegistryDatabase.age(byDays: 2, on: &connection)
            try connection.execute(
                "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('04', 'TEST', 'minister_certificate', 'collective', '04')"
            )
            try RegistryDatabase.age(byDays: 2, on: &connection)
            try connection.execute(
                "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('08', 'TEST', 'minister_certificate', 'collective', '08')"
            )
            let day = try #require(
                try connection.first("SELECT (day_in_hanoi(clock_timestamp()) - 3)::text AS day") { try $0["day"] as String })
            let first = try tool("report", "nightly", "--out", folder, "--date", day, "-o", "json")
            try #require(first.status == 0, "\(first.errors)")
            let caughtUp = try tool("report", "nightly", "--out", folder, "--catch-up", "-o", "json").rows
            #expect(caughtUp.count == 4)
            #expect(caughtUp.dropLast().allSatisfy { $0["is_late"] as? Bool == true })
            let counts = try caughtUp.map { row -> Int? in
                let file = try #require((row["files"] as? [String])?.first { $0.hasSuffix(".json") })
                let report = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: file))) as? [String: Any]
                #expect((row["as_of"] as? String)?.hasSuffix("T00:00:00+07:00") == true)
                return (report?["totals"] as? [String: Any])?["nominations"] as? Int
            }
            // Two were entered four days ago, one two days ago, and one today after midnight.
            #expect(counts == [2, 2, 3, 3])
        }
    }

    @Test func `The JSON conforms to the published schema`() throws {
        try withRegistry { tool, folder, _ in
            try #require(try tool("report", "nightly", "--out", folder).status == 0)
            let schema = folder + "/schema.json"
            try tool("report", "schema").output.write(toFile: schema, atomically: true, encoding: .utf8)
            let live = folder + "/live.json"
            try tool("report", "quota", "-o", "json").output.write(toFile: live, atomically: true, encoding: .utf8)
            let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
                $0.hasSuffix(".json") && $0 != "schema.json"
            }
            #expect(files.count == 2)
            func isValid(_ file: String) throws -> Bool {
                let checker = Repository.root + "/.build/python/bin/check-jsonschema"
                return try Program.run([checker, "--schemafile", schema, file]).status == 0
            }
            for file in files { expect(try isValid(folder + "/" + file), is: true) }
            try String(contentsOfFile: live, encoding: .utf8).replacing("\"used\" : ", with: "\"used\" : -").write(
                toFile: live, atomically: true, encoding: .utf8)
            expect(try isValid(live), is: false)
        }
    }

    @Test func `A province's page and an area specialist's have only their own rows`() throws {
        try withRegistry { tool, folder, _ in
            try #require(try tool("report", "nightly", "--out", folder).status == 0)
            for (page, shown) in [("units/04", ["Cao Bằng"]), ("specialists/LAN", ["Cao Bằng", "Hà Nội"])] {
                let file = try #require(try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(page)").first)
                let html = try String(contentsOfFile: "\(folder)/\(page)/\(file)", encoding: .utf8)
                for name in ["Cao Bằng", "Hà Nội", "Tuyên Quang", "Cà Mau"] {
                    #expect(
                        html.contains("THADS tỉnh \(name)") || html.contains("THADS thành phố \(name)") || !shown.contains(name))
                }
                for name in ["Tuyên Quang", "Cà Mau"] { #expect(!html.contains(name), "\(page)") }
            }
        }
    }

    @Test func `Area specialists are sent their pages once, and the metrics report a successful run`() throws {
        try withRegistry { tool, folder, connection in
            try connection.execute("SELECT area_specialist_set('BINH', 'Trần Văn Bình', 'binh@example.vn', '{08}')")
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let (sendmail, metrics) = (folder + "/sendmail", folder + "/thidua.prom")
            try FileManager.default.copyItem(atPath: Repository.root + "/Tests/ReportTests/Mail/sendmail", toPath: sendmail)
            var posting = tool
            posting.environment = [
                "THIDUA_REPORT_MAIL": "sendmail:\(sendmail)", "THIDUA_REPORT_MAIL_FROM": "Cục <cuc@example.vn>",
            ]
            func letters() throws -> Int {
                try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.count
            }

            #expect(FileManager.default.createFile(atPath: folder + "/refuse", contents: nil))
            let refused = try posting("report", "nightly", "--out", folder, "--metrics", metrics, "-o", "json")
            #expect(refused.status == 75)
            #expect(refused.error["code"] as? String == "busy")
            let outcomes = try #require(try refused.rows.first?["letters"] as? [[String: Any]]).map { $0["outcome"] as? String }
            #expect(outcomes == ["failed", "failed"])
            #expect(!FileManager.default.fileExists(atPath: metrics))
            try FileManager.default.removeItem(atPath: folder + "/refuse")
            for _ in 1...2 {
                expect(try posting("report", "nightly", "--out", folder, "--metrics", metrics).status, is: 0)
                expect(try letters(), is: 2)
            }
            let text = try String(contentsOfFile: metrics, encoding: .utf8)
            #expect(text.contains("thidua_report_last_success_timestamp_seconds{campaign=\"TEST\"}"))
            expect(try tool("report", "nightly", "--out", folder, "--mail", "sendmail").status, is: 64)
            expect(try tool("report", "nightly", "--out", folder, "--ping", "ftp://x").status, is: 64)
        }
    }

    @Test func `If two run at once, the second fails with busy`() throws {
        try withRegistry { tool, folder, connection in
            try connection.transaction { transaction in
                try transaction.execute("SELECT report_claim()")
                let outcome = try tool("report", "nightly", "--out", folder, "-o", "json")
                #expect(outcome.status == 75)
                #expect(outcome.error["code"] as? String == "busy")
                #expect(outcome.error["constraint"] as? String == "report_is_made_by_one_at_a_time")
                // By whom: it may be somebody who does not make one.
                #expect("\(outcome.error["hint"] ?? "")".contains("thidua user end-sessions thidua"), "\(outcome.error)")
            }
            expect(try tool("report", "nightly", "--out", folder).status, is: 0)
        }
    }

    @Test(arguments: [
        (["report", "nightly"], 64, "usage"), (["report", "nightly", "--out", "/proc/nowhere"], 65, "invalid_input"),
        (["report", "nightly", "--out", "FOLDER", "--date", "1/1/2999"], 65, "invalid_input"),
        (["report", "nightly", "--out", "FOLDER", "--date", "31/2/2026"], 65, "invalid_input"),
        (["report", "nightly", "--out", "FOLDER", "--campaign", "X"], 65, "not_found"),
        (["report", "quota", "--campaign", "X"], 65, "not_found"),
        (["specialist", "set", "LAN", "--name", "Lan", "--email", "lan"], 65, "invalid_input"),
        (["specialist", "set", "LAN", "--name", "Lan", "--province", "01-KV01"], 65, "invalid_input"),
        (["specialist", "set", "LAN", "--name", "Lan", "--province", "99"], 65, "not_found"),
        (["specialist", "remove", "NOBODY"], 65, "not_found"),
    ])
    func `What cannot be done is reported`(arguments: [String], status: Int, code: String) throws {
        try withRegistry { tool, folder, _ in
            let outcome = try tool.run(arguments.map { $0 == "FOLDER" ? folder : $0 } + ["-o", "json"])
            #expect(outcome.status == Int32(status), "\(outcome.errors)")
            #expect(outcome.error["code"] as? String == code)
        }
    }

    @Test(arguments: [
        (RegistryDatabase.Login.reporter, Int32(0)), (.administrator, 0), (.clerk04, 77), (.council, 77), (.auditor, 77),
    ])
    func `The reporter's login can make reports, a clerk's cannot`(login: RegistryDatabase.Login, status: Int32) throws {
        try withRegistry { tool, folder, _ in
            let other = Tool(dsn: login.conninfo(tool.dsn ?? ""))
            expect(try other("report", "nightly", "--out", folder).status, is: status)
            expect(try other("report", "quota").status, is: status)
        }
    }

    private func contents(of folder: String) throws -> [String: Data] {
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains("quota-") }
        return Dictionary(uniqueKeysWithValues: try files.map { ($0, try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) })
    }
}
