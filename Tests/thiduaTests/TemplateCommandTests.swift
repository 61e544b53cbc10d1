import Foundation
import Spreadsheet
import TestSupport
import Testing

/// Forms to fill in: they offer what the registry has, and completed forms can be imported.
@Suite(.limited, .keepsFailedDatabases) struct TemplateCommandTests {
    /// Calls `body` with a form as it is written for a login.
    private func withForm<T>(
        _ arguments: [String], as login: RegistryDatabase.Login? = nil, _ body: (Tool, XLSXContents) throws -> T
    ) throws -> T {
        try RegistryDatabase.withOpenCampaign { _, conninfo in
            let tool = Tool(dsn: conninfo)
            try Tool.withFile(ContractTests.staffing.utf8) { expect(try tool("staffing", "import", $0).status, is: 0) }
            return try TemporaryFolder.with { folder in
                let path = folder + "/biểu mẫu.xlsx"
                let writer = Tool(dsn: login?.conninfo(conninfo) ?? conninfo)
                let outcome = try writer.run([arguments[0], "template", path] + arguments.dropFirst() + ["-o", "json"])
                try #require(outcome.status == 0, "\(outcome.errors)")
                expect(try outcome.object as? [String: String], is: ["file": path])
                return try body(tool, XLSXContents(path: path))
            }
        }
    }

    private func importing(_ rows: [[String]], with tool: Tool) throws -> Program.Outcome {
        try Tool.withFile(rows.map(CSVWriter.row).joined().utf8) { try tool("staffing", "import", $0, "--dry-run") }
    }

    @Test(arguments: [
        (
            "vi", ["Biên chế", "Danh mục", "Ví dụ", "Hướng dẫn"],
            "Mã tỉnh|Tỉnh, thành phố|Mã đơn vị|Đơn vị|Loại đơn vị|Số công chức"
        ),
        ("en", ["Staffing", "Lists", "Example", "Instructions"], "province_code|province|unit_code|unit|kind|civil_servants"),
    ])
    func `A staffing table to fill in has the columns that the importer knows, and an example that it accepts`(
        language: String, sheets: [String], header: String
    ) throws {
        try withForm(["staffing", "--lang", language]) { tool, form in
            #expect(form.sheetNames == sheets)
            #expect(form.rows(of: 1) == [header.split(separator: "|").map(String.init)])
            #expect(!form.hasFormula)
            let outcome = try importing(form.rows(of: 3), with: tool)
            #expect(outcome.status == 0, "\(outcome.output)")
            #expect(!outcome.errors.contains("Cột không dùng"))
        }
    }

    @Test func `Cells of a staffing table are chosen from lists, and keep their zeros`() throws {
        try withForm(["staffing"]) { _, form in
            let sheet = form.sheet(1)
            #expect(sheet.contains("sqref=\"A2:A1048576\"><formula1>'Danh mục'!$F$2:$F$36</formula1>"))
            #expect(sheet.contains("sqref=\"B2:B1048576\"><formula1>'Danh mục'!$G$2:$G$36</formula1>"))
            #expect(sheet.contains("sqref=\"E2:E1048576\"><formula1>'Danh mục'!$I$2:$I$6</formula1>"))
            #expect(sheet.contains("type=\"whole\" operator=\"greaterThanOrEqual\""))
            #expect(form.parts["xl/styles.xml"]?.contains("numFmtId=\"49\"") == true)
        }
    }

    @Test func `The importer accepts every province that the form offers`() throws {
        try withForm(["staffing"]) { tool, form in
            let offered = form.rows(of: 2).dropFirst().filter { $0.count > 6 && !$0[5].isEmpty }
            #expect(offered.count == 35)
            let rows = offered.map { row in
                [row[5], row[6], "", row[6], row[5] == "CUC" ? "Cơ quan Cục" : "THADS tỉnh, thành phố", "5"]
            }
            let outcome = try importing(form.rows(of: 1) + rows, with: tool)
            #expect(outcome.status == 0, "\(outcome.output)")
        }
    }

    @Test func `A province's units are filled in beforehand; the civil servants are left to fill in`() throws {
        try withForm(["staffing", "--unit", "01-KV01"]) { tool, form in
            let rows = form.rows(of: 1)
            #expect(rows.dropFirst().map { $0[2] } == ["01", "01-KV01", "01-KV02"])
            #expect(rows.dropFirst().allSatisfy { $0.count == 5 && $0[0] == "01" && $0[1] == "Hà Nội" })
            let filled = rows.prefix(1) + rows.dropFirst().map { $0 + ["7"] }
            expect(try importing(Array(filled), with: tool).status, is: 0)
        }
    }

    @Test func `A clerk's form has the units of their own house, and no others`() throws {
        try withForm(["staffing"], as: .clerk01) { _, form in
            #expect(form.rows(of: 1).dropFirst().map { $0[2] } == ["01", "01-KV01", "01-KV02"])
            #expect(form.rows(of: 2).dropFirst().filter { !$0[0].isEmpty }.map { $0[0] } == ["01", "01-KV01", "01-KV02"])
        }
        try withForm(["staffing"], as: .clerkOfHeadquarters) { tool, form in
            #expect(form.rows(of: 1).dropFirst().map { $0[2] } == ["CUC"])
            expect(try importing(form.rows(of: 3), with: tool).status, is: 0)
        }
    }

    @Test(arguments: [
        (
            "vi", ["Đề nghị", "Danh mục", "Ví dụ", "Hướng dẫn"],
            "Đơn vị đề nghị|Hình thức khen thưởng|Tập thể (mã đơn vị)|Họ và tên|Số hiệu công chức|Chức vụ|Nơi công tác (mã đơn vị)",
            "Bằng khen của Bộ trưởng"
        ),
        (
            "en", ["Nominations", "Lists", "Example", "Instructions"],
            "unit|award|collective|individual|staff_no|position|workplace", "Minister's certificate"
        ),
    ])
    func `A list of nominations to fill in offers awards and units`(
        language: String, sheets: [String], header: String, award: String
    ) throws {
        try withForm(["nomination", "--lang", language]) { _, form in
            #expect(form.sheetNames == sheets)
            #expect(form.rows(of: 1) == [header.split(separator: "|").map(String.init)])
            #expect(!form.hasFormula)
            for (column, list) in [("A", "F$2:$F$36"), ("B", "G$2:$G$3"), ("C", "H$2:$H$37"), ("G", "I$2:$I$38")] {
                #expect(
                    form.sheet(1).contains("sqref=\"\(column)2:\(column)1048576\"><formula1>'\(sheets[1])'!$\(list)</formula1>")
                        || form.sheet(1).contains(
                            "sqref=\"\(column)2:\(column)1048576\"><formula1>\(sheets[1])!$\(list)</formula1>")
                )
            }
            #expect(form.rows(of: 2)[1][6] == award)
            // The headquarters are not a collective (N1).
            #expect(!form.rows(of: 2).contains { $0.count > 7 && $0[7] == "CUC" })
            #expect(form.rows(of: 3).count == 3)
        }
    }

    @Test(arguments: ["staffing", "nomination"])
    func `An existing file is overwritten only with --force`(noun: String) throws {
        try Tool.withRegistry { tool in
            try Tool.withFile("before".utf8) { path in
                let refused = try tool(noun, "template", path, "-o", "json")
                #expect(refused.status == 65)
                #expect(refused.error["code"] as? String == "invalid_input")
                #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
                let forced = try tool(noun, "template", path, "--force")
                #expect(forced.status == 0)
                #expect(forced.output.isEmpty)
                #expect(forced.errors.contains(path))
                #expect(try XLSXContents(path: path).sheetNames.count == 4)
            }
            expect(try tool(noun, "template", "-").status, is: 64)
            let missing = try tool(noun, "template", "/none/a.xlsx", "-o", "json")
            #expect(missing.status == 65)
            #expect(missing.error["code"] as? String == "invalid_input")
        }
    }

    @Test func `There is no form for a nonexistent unit`() throws {
        try Tool.withRegistry { tool in
            let outcome = try tool("staffing", "template", "/tmp/none.xlsx", "--force", "--unit", "99", "-o", "json")
            #expect(outcome.error["code"] as? String == "not_found")
        }
    }
}
