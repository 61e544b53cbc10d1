import Foundation
import Postgres
import Spreadsheet
import TestSupport
import Testing

/// Lists as workbooks, and as CSV for Excel.
@Suite(.limited, .keepsFailedDatabases) struct WorkbookOutputTests {
    private func rows(_ path: String) throws -> [[String]] {
        var rows: [[String]] = []
        try SheetFile.open(ByteFile(path: path)).forEachRow {
            rows.append($0.cells)
            return true
        }
        return rows
    }

    @Test(arguments: ["vi", "en"])
    func `Every list can be had as a workbook, with headings for people and numbers that stay whole`(language: String) throws {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                let added = try tool(
                    "nomination", "add", "--unit", "01", "--award", "Bằng khen", "--collective", "01", "-o", "json")
                let id = try #require(try added.object["id"] as? Int)
                for (arguments, heading) in [
                    (["nomination", "list"], language == "vi" ? "Số đề nghị" : "Number"), (["unit", "list"], nil),
                    (["quota", "list"], nil),
                    (["campaign", "list"], nil), (["audit", "list"], nil), (["dossier", "show", "--unit", "01"], nil),
                    (["report", "quota"], nil),
                ] as [([String], String?)] {
                    let path = "\(folder)/\(arguments[0]).xlsx"
                    let written = try Program.run(
                        ["sh", "-c", "exec \"$@\" > \"$OUT\"", "sh", Tool.binary] + arguments + [
                            "-o", "xlsx", "--lang", language,
                        ],
                        environment: ProcessInfo.processInfo.environment.merging(["OUT": path, "THIDUA_DSN": tool.dsn ?? ""]) {
                            $1
                        })
                    expect(written.status, is: 0)
                    let rows = try rows(path)
                    #expect(rows.count > 1, "\(arguments)")
                    if let heading { #expect(rows[0].contains(heading), "\(rows[0])") }
                    if arguments[0] == "nomination" { #expect(rows[1].contains("\(id)"), "\(rows[1])") }
                }
            }
        }
    }

    /// `shared/cases`: 63-report-numbers.xlsx, in which numbers of nominations are numbers, and 64-list-no-bom.csv, which Excel reads as Windows-1258.
    @Test
    func
        `A nomination's number is text in the report's workbook, and Excel knows the encoding of a list that was written for it`()
        throws
    {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                let cases = Repository.root + "/Tests/RegistryTests/Cases/"
                func numbers(_ path: String, _ number: Int) throws -> (asText: Bool, asNumber: Bool) {
                    let contents = try XLSXContents(path: path)
                    return (
                        contents.sharedStrings.contains(">\(number)<"),
                        contents.parts.values.contains { $0.contains("<v>\(number)</v>") }
                    )
                }
                expect(try numbers(cases + "63-report-numbers.xlsx", 94_257_919_551) == (false, true), is: true)
                let added = try tool(
                    "nomination", "add", "--unit", "01", "--award", "Bằng khen", "--collective", "01", "-o", "json")
                let id = try #require(try added.object["id"] as? Int)
                var connection = try Connection(#require(tool.dsn))
                try RegistryDatabase.age(byDays: 1, on: &connection)
                expect(try tool("report", "nightly", "--out", folder).status, is: 0)
                let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
                let report = try #require(files.first { $0.hasSuffix(".xlsx") })
                expect(try numbers("\(folder)/\(report)", id) == (true, false), is: true)

                let old = try String(contentsOfFile: cases + "64-list-no-bom.csv", encoding: .utf8)
                let list = try tool("nomination", "list", "-o", "csv", "--excel").output
                #expect(
                    old.hasPrefix("id,campaign,") && list.hasPrefix("\u{FEFF}id,campaign,") && list.contains("\(id)"), "\(list)")
            }
        }
    }

    @Test func `CSV for Excel has a byte order mark, and is read back; CSV for programs has none`() throws {
        try Tool.withRegistry { tool in
            let plain = try tool("unit", "list", "-o", "csv").output
            let excel = try tool("unit", "list", "-o", "csv", "--excel").output
            #expect(!plain.hasPrefix("\u{FEFF}") && excel == "\u{FEFF}" + plain)
            expect(try tool("unit", "list", "--excel").status, is: 64)
        }
    }

    @Test(arguments: ["vi", "en"])
    func `The form of what is to be attested is filled in, and read back for all nominees at once`(language: String) throws {
        try Tool.withRegistry { tool in
            try TemporaryFolder.with { folder in
                for unit in ["01", "04"] {
                    expect(
                        try tool("nomination", "add", "--unit", unit, "--award", "Bằng khen", "--collective", unit).status, is: 0)
                }
                let (form, filled) = ("\(folder)/form.xlsx", "\(folder)/filled.csv")
                expect(try tool("nomination", "attest", "--template", form, "--lang", language).status, is: 0)
                expect(try tool("nomination", "attest", "--template", form).status, is: 65)
                var lines = try rows(form)
                #expect(lines.count > 10)
                // As it is, nothing is filled in.
                expect(try tool("nomination", "attest", "--from", form).status, is: 65)
                let (yes, no) = language == "vi" ? ("có", "không") : ("yes", "no")
                for index in lines.indices.dropFirst() {
                    let isDirective = lines[index][2].contains("/"), isBar = lines[index][2].contains("_")
                    lines[index] += [String](repeating: "", count: 8 - lines[index].count)
                    lines[index].replaceSubrange(
                        4...7,
                        with: [isDirective ? "25.2.2026" : "", isDirective ? yes : "", isBar ? no : "", "Báo cáo số \(index)"])
                }
                try lines.map(CSVWriter.row).joined().write(toFile: filled, atomically: true, encoding: .utf8)
                let outcome = try tool("nomination", "attest", "--from", filled, "-o", "json")
                #expect(outcome.status == 0, "\(outcome.errors)")
                #expect(try outcome.rows.count == lines.count - 1 && outcome.rows.allSatisfy { $0["evidence"] is String })
            }
        }
    }
}
