import Foundation
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

    @Test func `CSV for Excel has a byte order mark, and is read back; CSV for programs has none`() throws {
        try Tool.withRegistry { tool in
            let plain = try tool("unit", "list", "-o", "csv").output
            let excel = try tool("unit", "list", "-o", "csv", "--excel").output
            #expect(!plain.hasPrefix("\u{FEFF}") && excel == "\u{FEFF}" + plain)
            expect(try tool("unit", "list", "--excel").status, is: 64)
        }
    }
}
