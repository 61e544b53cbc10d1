import Foundation
import Registry
import Spreadsheet
import TestSupport
import Testing

/// `nomination import`, as clerks and programs use it.
@Suite(.limited, .keepsFailedDatabases) struct NominationImportCommandTests {
    private static let header = "Đơn vị đề nghị,Hình thức khen thưởng,Tập thể,Họ và tên,Số hiệu,Chức vụ,Nơi công tác\n"
    private static let collective = "01,Giấy khen của Cục trưởng,01-KV01,,,,\n"
    private static let person = "01,Giấy khen của Cục trưởng,,Nguyễn Văn An,A1,Chấp hành viên,01\n"

    /// Calls `body` with the tool on a registry with staffing, and with a function that returns it for another login.
    private func withPeople<T>(_ body: (Tool, (RegistryDatabase.Login) -> Tool) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("SELECT database_close()")
            let tool = Tool(dsn: conninfo)
            try Tool.withFile(ContractTests.staffing.utf8) { expect(try tool("staffing", "import", $0).status, is: 0) }
            return try body(tool) { Tool(dsn: $0.conninfo(conninfo)) }
        }
    }

    private func importing(_ rows: String, with tool: Tool, _ options: String...) throws -> Program.Outcome {
        try Tool.withFile((Self.header + rows).utf8) { try tool.run(["nomination", "import", $0] + options) }
    }

    @Test func `JSON has the nominations, what is wrong, and how the file was read`() throws {
        try withPeople { tool, _ in
            let outcome = try importing(Self.collective + Self.person, with: tool, "-o", "json")
            #expect(outcome.status == 0, "\(outcome.errors)")
            let result = try outcome.object
            #expect(Set(result.keys) == ["nominations", "quotas", "rows", "dry_run", "errors", "error_count", "file"])
            #expect(result["rows"] as? Int == 2 && result["dry_run"] as? Bool == false && result["error_count"] as? Int == 0)
            let entered = try #require(result["nominations"] as? [[String: Any]])
            let listed = try tool("nomination", "list", "-o", "json").rows
            #expect(NSArray(array: entered) == NSArray(array: listed))
            #expect((result["file"] as? [String: Any])?["mapping"] as? [String: String] != [:])
        }
    }

    @Test func `A dry run shows nominations without numbers and the slots that would be left`() throws {
        try withPeople { tool, _ in
            let outcome = try importing(Self.collective, with: tool, "--dry-run", "-o", "json")
            let result = try outcome.object
            let quotas = try #require(result["quotas"] as? [[String: Any]])
            #expect(quotas.map { $0["used"] as? Int } == [1] && quotas.map { $0["remaining"] as? Int } == [0])
            #expect((result["nominations"] as? [[String: Any]])?.map { $0["id"] is NSNull } == [true])
            let table = try importing(Self.collective, with: tool, "--dry-run")
            #expect(table.status == 0 && table.output.contains("Phòng THADS khu vực 1") && table.output.contains("Đã dùng"))
            #expect(table.errors.contains("Xem trước: sẽ lập 1 đề nghị"))
            expect(try tool("nomination", "list", "-o", "json").rows.count, is: 0)
        }
    }

    @Test func `If only rules refuse, it exits 2 with the first refusal; if a cell is wrong, 65`() throws {
        try withPeople { tool, _ in
            let refused = try importing(Self.collective + "01,director_certificate,01-KV02,,,,\n", with: tool, "-o", "json")
            #expect(refused.status == 2)
            #expect(refused.error["code"] as? String == "quota_exceeded")
            #expect(refused.error["constraint"] as? String == "nomination_slot_is_within_quota")
            #expect((refused.error["message"] as? String)?.contains("Dòng 3") == true)
            let error = try #require((try refused.object["errors"] as? [[String: Any]])?.first)
            #expect(Set(error.keys) == ["sheet", "row", "column", "cell", "value", "code", "message", "fix"])
            #expect(error["code"] as? String == "quota_exceeded" && error["cell"] as? String == "B3")

            let late = try importing(Self.collective, with: tool, "--campaign", "606/KH-CQLTHADS", "-o", "json")
            #expect(late.status == 2 && late.error["code"] as? String == "deadline_passed")

            let wrong = try importing(Self.collective + "01,director_certificate,01-KV09,,,,\n", with: tool, "-o", "json")
            #expect(wrong.status == 65 && wrong.error["code"] as? String == "invalid_input")
            expect(try tool("nomination", "list", "-o", "json").rows.count, is: 0)
            expect(try tool("nomination", "import", "/none.csv").status, is: 66)
            expect(try importing("", with: tool, "--unit", "99").status, is: 65)
        }
    }

    @Test(arguments: ["xlsx", "csv"])
    func `Faulty rows are written to a file, which can be corrected and imported`(ending: String) throws {
        try withPeople { tool, _ in
            try TemporaryFolder.with { folder in
                let path = folder + "/lỗi." + ending
                let outcome = try importing(
                    Self.person + "01,Huân chương,01-KV01,,,,\n", with: tool, "--errors", path, "-o", "table")
                #expect(outcome.status == 65)
                #expect(outcome.output.contains("unknown_award") || outcome.output.contains("Không có hình thức"))
                let again = try tool("nomination", "import", path, "-o", "json")
                let errors = try #require(try again.object["errors"] as? [[String: Any]])
                #expect(errors.map { $0["code"] as? String } == ["unknown_award"])
                #expect(errors.map { $0["row"] as? Int } == [2])
                #expect(errors.map { $0["sheet"] as? String } == [ending == "xlsx" ? "Dòng lỗi" : nil])
            }
        }
    }

    @Test(arguments: ["vi", "en"])
    func `A list as a unit holds it is written out in the form, which needs only the staff numbers`(language: String) throws {
        let list = """
            ;DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG;;
            STT;Họ và tên / Tập thể;Chức vụ và đơn vị công tác;Hình thức khen thưởng
            I;TẬP THỂ;;
            1;Phòng Thi hành án dân sự khu vực 1;;Giấy khen
            II;CÁ NHÂN;;
            1;Bà Trần Thị Bình;Chấp hành viên - Phòng THADS khu vực 1, thành phố Hà Nội;Giấy khen của Cục trưởng
            ;;;Hà Nội, ngày 05 tháng 4 năm 2026
            NGƯỜI LẬP;;;TRƯỞNG THADS

            """
        try withPeople { _, person in
            let clerk = person(.clerk01)
            try TemporaryFolder.with { folder in
                let (path, workbook) = (folder + "/list.csv", folder + "/form.xlsx")
                try list.write(toFile: path, atomically: true, encoding: .utf8)
                let options = ["--lang", language, "-o", "json"]
                let refused = try clerk.run(["nomination", "import", path, "--errors", workbook] + options)
                #expect(refused.status == 65)
                let errors = try #require(try refused.object["errors"] as? [[String: Any]])
                expect(errors.map { $0["code"] as? String }, is: ["missing_column", "missing_value"])
                expect(try clerk("nomination", "list", "-o", "json").rows.count, is: 0)

                // The number is filled in, as in a spreadsheet.
                var rows: [[String]] = []
                try SourceFile(name: "x", ByteFile(path: workbook)).sheet.forEachRow {
                    rows.append($0.cells)
                    return true
                }
                let column = try #require(rows[0].firstIndex(of: language == "vi" ? "Số hiệu công chức" : "staff_no"))
                let last = try #require(rows.indices.last)
                #expect(rows[last][column].isEmpty)
                rows[last][column] = "CC-7"
                try Self.write(rows, to: workbook)

                let outcome = try clerk.run(["nomination", "import", workbook] + options)
                #expect(outcome.status == 0, "\(outcome.output) \(outcome.errors)")
                let entered = try #require(try outcome.object["nominations"] as? [[String: Any]])
                expect(entered.map { $0["subject"] as? String }, is: ["collective", "individual"])
                expect(entered.map { $0["nominee"] as? String }, is: ["Phòng THADS khu vực 1", "Trần Thị Bình"])
                let shown = try clerk("nomination", "show", "\(entered[1]["id"] as? Int ?? 0)", "-o", "json").object
                #expect("\(shown)".contains("01-KV01") && "\(shown)".contains("CC-7"), "\(shown)")
            }
        }
    }

    private static func write(_ rows: [[String]], to path: String) throws {
        var book = try XLSXWriter(path: path)
        try book.addSheet("Sheet1", columns: rows[0].map { XLSXColumn($0, width: 20, format: .text) })
        for row in rows.dropFirst() { try book.addRow(row.map(XLSXCell.text)) }
        try book.close()
    }

    @Test(arguments: ["vi", "en"])
    func `A clerk imports the form's example, and learns nothing about other units`(language: String) throws {
        try withPeople { _, person in
            let clerk = person(.clerk01)
            try TemporaryFolder.with { folder in
                let path = folder + "/form.xlsx"
                expect(try clerk("nomination", "template", path, "--lang", language).status, is: 0)
                let empty = try clerk("nomination", "import", path, "-o", "json")
                #expect(
                    empty.status == 65
                        && (try? empty.object["errors"] as? [[String: Any]])?.first?["code"] as? String == "no_rows")
                let sheet = language == "vi" ? "Ví dụ" : "Example"
                let outcome = try clerk("nomination", "import", path, "--sheet", sheet, "-o", "json")
                #expect(outcome.status == 0, "\(outcome.output)")
                #expect((try outcome.object["nominations"] as? [[String: Any]])?.count == 2)
            }
            let others = try ["04", "98"].map { unit in
                try importing("\(unit),director_certificate,\(unit)-KV01,,,,\n", with: clerk, "-o", "csv")
            }
            #expect(others.map(\.status) == [65, 65])
            #expect(others[0].output.replacing("04", with: "98") == others[1].output)
            expect(try importing(Self.person, with: person(.council)).status, is: 77)
        }
    }
}
