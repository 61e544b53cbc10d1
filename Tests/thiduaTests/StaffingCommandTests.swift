import Foundation
import LocalPostgres
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Staffing files, as the administrator imports them: the tool's messages, files and exit statuses.
@Suite(.limited, .keepsFailedDatabases) struct StaffingCommandTests {
    private static let header = "Mã tỉnh;Tỉnh, thành phố;Đơn vị;Loại đơn vị;Số công chức\n"

    static func province(_ count: Int) -> String {
        header + "01;Hà Nội;THADS thành phố Hà Nội;THADS thành phố;\(count)\n"
    }

    func stored(_ tool: Tool) throws -> [[String: Any]] { try tool("staffing", "list", "-o", "json").rows }

    /// Runs the tool with these bytes on its standard input.
    private func pipe(_ bytes: String, _ arguments: String, to tool: Tool) throws -> Int32 {
        try shell("\(bytes) | '\(Tool.binary)' \(arguments)", tool).status
    }

    func shell(_ script: String, _ tool: Tool) throws -> (status: Int32, output: String) {
        let outcome = try start(script, tool).wait()
        return (outcome.status, outcome.output)
    }

    func start(_ script: String, _ tool: Tool) throws -> Program {
        try Program(
            ["bash", "-c", "exec 2>&1; " + script],
            environment: ProcessInfo.processInfo.environment.merging(["THIDUA_DSN": tool.dsn ?? "", "TERM": "xterm"]) { $1 })
    }

    @Test(arguments: [("c", true), ("", false), ("không", false)])
    func `At a terminal, it asks whether units may vanish`(answer: String, isAgreed: Bool) throws {
        try Tool.withRegistry { tool in
            let unit = "01;Hà Nội;Phòng THADS khu vực 1;area_office;6\n"
            try Tool.withFile((Self.province(100) + unit).utf8) { expect(try tool("staffing", "import", $0).status, is: 0) }
            try Tool.withFile(Self.province(100).utf8) { file in
                // script(1) gives the tool a terminal, and types what it is piped.
                let asked = try shell(
                    "echo '\(answer)' | script -qec \"'\(Tool.binary)' staffing import '\(file)'\" /dev/null", tool)
                #expect(asked.output.contains("01-KV01"), "\(asked.output)")
                #expect((asked.status == 0) == isAgreed, "\(asked.output)")
            }
            #expect(try tool("unit", "show", "01-KV01", "-o", "json").object["civil_servants"] as? Int == (isAgreed ? nil : 6))
        }
    }

    @Test(arguments: ["csv", "xlsx"])
    func `The file of faulty rows can be imported once it is corrected, and has no formula in a name`(format: String) throws {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                let (file, faults) = ("\(folder)/a.csv", "\(folder)/faults.\(format)")
                let text =
                    Self.province(120)
                    + "15;Yên Bái;THADS tỉnh;THADS tỉnh;80\n01;Hà Nội;Phòng\u{A0}Hòa Bình;Phòng chuyên môn;12.5\n"
                    + "99;=cmd|' /C calc'!A0;Phòng A;Phòng;x\n"
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                // Rows that are mended are merged into what is in force.
                let before = Self.province(100) + "15;Lào Cai;THADS tỉnh;THADS tỉnh;60\n04;Cao Bằng;THADS tỉnh;THADS tỉnh;70\n"
                try before.write(toFile: file, atomically: true, encoding: .utf8)
                expect(try tool("staffing", "import", file).status, is: 0)
                try text.write(toFile: file, atomically: true, encoding: .utf8)
                let outcome = try tool("staffing", "import", file, "--errors", faults)
                #expect(outcome.status == 65 && outcome.output.contains("B3") && outcome.errors.contains(faults))
                #expect(outcome.output.contains("Yên Bái (tỉnh cũ)"))

                // Corrected in a spreadsheet, which is a CSV file here.
                var rows: [[String]] = []
                try SourceFile(name: "x", ByteFile(path: faults)).sheet.forEachRow {
                    rows.append($0.cells)
                    return true
                }
                #expect(rows[0].suffix(3) == ["Dòng", "Lỗi", "Cách sửa"])
                #expect(rows.dropFirst().map { $0[6] } == ["3", "4", "5"])
                #expect(rows[3][1] == "'=cmd|' /C calc'!A0")
                if format == "csv" {
                    let bytes = try Data(contentsOf: URL(filePath: faults))
                    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
                }
                rows[1][1] = "Lào Cai"
                rows[2][5] = "12"
                (rows[3][0], rows[3][1], rows[3][5]) = ("04", "Cao Bằng", "7")
                try rows.map(CSVWriter.row).joined().write(toFile: file, atomically: true, encoding: .utf8)
                let corrected = try tool("staffing", "import", file, "-o", "json")
                #expect(corrected.status == 0, "\(corrected.errors)")
                #expect(try corrected.object["rows"] as? Int == 3)
                #expect(try corrected.object["mode"] as? String == "merge" && corrected.object["missing"] as? Int == 0)
            }
        }
    }

    @Test func `Errors name the sheet, in JSON too, with one object on standard error`() throws {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                let file = "\(folder)/staffing.xlsx"
                expect(try tool("staffing", "template", file, "--unit", "01").status, is: 0)
                // It has not been filled in.
                let outcome = try tool("staffing", "import", file, "-o", "json")
                #expect(outcome.status == 65)
                let errors = try #require(try outcome.object["errors"] as? [[String: Any]])
                #expect(errors.first?["sheet"] as? String == "Biên chế" && errors.first?["cell"] as? String == "F2")
                #expect(outcome.error["code"] as? String == "invalid_input")
            }
        }
    }

    @Test func `A dry run that would be refused exits 2, reports everything, and changes nothing`() throws {
        try Tool.withRegistry { tool in
            expect(try Tool.withFile(Self.province(501).utf8) { try tool("staffing", "import", $0).status }, is: 0)
            for number in 1...3 {
                let added = try tool(
                    "nomination", "add", "--unit", "01", "--award", "director_certificate", "--individual", "Nguyễn Văn An",
                    "--staff-no", "A\(number)", "--position", "Chấp hành viên", "--workplace", "01")
                try #require(added.status == 0)
            }
            let before = try tool("quota", "list", "-o", "json").output
            try Tool.withFile(Self.province(500).utf8) { file in
                let outcome = try tool("staffing", "import", file, "--dry-run", "-o", "json")
                #expect(outcome.status == 2 && outcome.error["code"] as? String == "quota_below_use")
                let result = try outcome.object
                let change = try #require((result["quota_changes"] as? [[String: Any]])?.first)
                #expect(change["unit"] as? String == "01" && change["from"] as? Int == 3 && change["to"] as? Int == 2)
                #expect((change["nominations"] as? [Int])?.count == 3)
                #expect((change["reason"] as? String)?.contains("501") == true)
                #expect((result["units"] as? [[String: Any]])?.first?["change"] as? String == "changed")
                #expect(try tool("staffing", "import", file, "--dry-run").status == 2)
                #expect(try tool("staffing", "import", file, "-o", "json").error["code"] as? String == "quota_below_use")
            }
            expect(try tool("quota", "list", "-o", "json").output, is: before)
            expect(try stored(tool).count, is: 1)
        }
    }

    @Test func `The origin of a table is recorded`() throws {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                let file = "\(folder)/Biên chế.csv"
                try Data([0xFF, 0xFE] + Self.province(120).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).write(
                    to: URL(filePath: file))
                expect(try tool("staffing", "import", file, "--as-of", "1/11/2026").status, is: 0)
                let table = try #require(try stored(tool).first)
                #expect(table["file"] as? String == "Biên chế.csv" && table["as_of"] as? String == "2026-11-01")
                #expect((table["sha256"] as? String)?.count == 64 && table["encoding"] as? String == "utf-16le")
                let origin = try #require(table["origin"] as? [String: Any])
                #expect(origin["separator"] as? String == ";" && origin["rows"] as? Int == 1)
                #expect((origin["mapping"] as? [String: String])?["Số công chức"] == "civil_servants")
                #expect((table["imported_by"] as? String)?.isEmpty == false && table["imported_at"] is String)

                let again = try tool("staffing", "import", file, "-o", "json")
                #expect(try again.status == 0 && again.object["unchanged"] as? Bool == true)
                expect(try stored(tool).count, is: 1)
            }
        }
    }

    @Test func `Standard input is read, and refused where it is empty`() throws {
        try Tool.withRegistry { tool in
            expect(try pipe("printf '%s' '\(Self.province(120))'", "staffing import -", to: tool), is: 0)
            expect(try stored(tool).map { $0["file"] as? String }, is: ["stdin"])
            expect(try pipe("printf ''", "staffing import -", to: tool), is: 65)
        }
    }

    @Test func `What is not a spreadsheet is refused with the remedy`() throws {
        try Tool.withRegistry { tool in
            let seeds = Repository.root + "/Tests/SpreadsheetTests/Seeds/"
            for (file, status, word) in [
                (seeds + "old-excel.xls", Int32(65), ".xlsx"), ("/nonexistent.csv", 66, "nonexistent"), ("/", 65, "/"),
                ("/dev/null", 65, "rỗng"),
            ] {
                let outcome = try tool("staffing", "import", file)
                #expect(outcome.status == status && (outcome.output + outcome.errors).contains(word), "\(outcome)")
            }
            var archive = XLSXArchive(rows: "")
            archive.isEncrypted = true
            let closed = try Tool.withFile(archive.bytes()) { try tool("staffing", "import", $0) }
            #expect(closed.status == 65 && closed.output.contains("mật khẩu"), "\(closed)")
        }
    }

    @Test func `Text in every encoding gives the same names in the database`() throws {
        try Tool.withRegistry { tool in
            var connection = try Connection(try #require(tool.dsn))
            for seed in ["utf-8", "utf-8-mark", "utf-16le", "utf-16be-mark", "windows-1258", "tcvn3"] {
                let path = Repository.root + "/Tests/SpreadsheetTests/Seeds/\(seed).csv"
                let outcome = try tool("staffing", "import", path, "--dry-run", "-o", "json")
                let encoding = (try outcome.object["file"] as? [String: Any])?["encoding"] as? String
                #expect(encoding.map { seed.hasPrefix($0) } == true, "\(seed) \(outcome)")
            }
            // "Phòng Hằng Đổ" in Windows-1258: the tones are separate bytes.
            let text: [UInt8] =
                Array("province_code;province;unit;kind;civil_servants\n01;HANOI;Ph".utf8) + [0x6F, 0xCC] + Array("ng H".utf8)
                + [0xE3, 0xCC] + Array("ng ".utf8) + [0xD0, 0xF4, 0xD2] + Array(";division;5\n".utf8)
            try Tool.withFile(text) { file in
                let outcome = try tool("staffing", "import", file, "--encoding", "windows-1258", "-o", "json")
                #expect(outcome.status == 0, "\(outcome)")
                expect(try tool("staffing", "import", file, "--encoding", "utf-8").status, is: 65)
                expect(try tool("staffing", "import", file, "--encoding", "latin1").status, is: 64)
            }
            let stored = try connection.query("SELECT name FROM unit WHERE parent = '01'") { try $0["name"] as String }
            #expect(stored.map { Array($0.utf8) } == [Array("Phòng Hằng Đổ".precomposedStringWithCanonicalMapping.utf8)])
        }
    }

    @Test func `A clerk may not import, and learns nothing`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("SELECT database_close()")
            let clerk = Tool(dsn: RegistryDatabase.Login.clerk01.conninfo(conninfo))
            for text in [Self.province(120), Self.province(120) + "99;x;y;z;-1\n", Self.header] {
                try Tool.withFile(text.utf8) { file in
                    for flags in [[], ["--dry-run"], ["--no-apply"]] {
                        let outcome = try clerk.run(["staffing", "import", file, "-o", "json"] + flags)
                        #expect(outcome.status == 77 && outcome.output.isEmpty)
                        #expect(outcome.error["code"] as? String == "not_permitted")
                    }
                }
            }
        }
    }
}
