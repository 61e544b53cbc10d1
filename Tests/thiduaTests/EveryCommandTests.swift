import Foundation
import Postgres
import Testing
import TestSupport

/// Every command that prints rows, in every format: with this every statement of the registry has met the migrated schema,
/// and every column its Swift type.
@Suite(.limited, .keepsFailedDatabases) struct EveryCommandTests {
    private static let commands = [
        ["unit", "list"], ["unit", "list", "--kind", "area_office"], ["unit", "list", "--unit", "01"],
        ["unit", "show", "01-KV01"],
        ["staffing", "list"], ["staffing", "show", "1"], ["staffing", "apply", "1"], ["staffing", "diff", "1", "1"],
        ["staffing", "revert", "1"], ["staffing", "apply", "1"],
        ["staffing", "template", "FOLDER/staffing.xlsx"], ["staffing", "template", "FOLDER/01.xlsx", "--unit", "01"],
        ["nomination", "template", "FOLDER/nominations.xlsx"],
        ["nomination", "import", "FOLDER/nominations.xlsx", "--sheet", "Ví dụ", "--dry-run"],
        ["campaign", "list"], ["campaign", "show", "TEST"], ["quota", "list"], ["quota", "list", "--unit", "*"],
        ["nomination", "list"], ["nomination", "list", "--unit", "01", "--award", "minister_certificate", "--state", "draft"],
        ["nomination", "show", "ID"], ["nomination", "edit", "ID", "--position", "Chánh Văn phòng"],
        ["nomination", "steps"], ["nomination", "steps", "--diagram"], ["nomination", "attest", "ID", "--met", "b1=x"],
        ["campaign", "directives"], ["campaign", "due", "259", "--on", "31/3/2026"], ["dossier", "show", "--unit", "01"],
        ["dossier", "receive", "--unit", "01", "--channel", "email"], ["dossier", "show", "--unit", "CUC"],
        ["endorsement", "list"], ["endorsement", "list", "--ranked"], ["council", "list"], ["decision", "list"],
        ["nomination", "withdraw", "ID"], ["nomination", "withdraw", "ID", "--undo"],
        ["user", "list"], ["user", "list", "--all"], ["audit", "list"], ["audit", "list", "--nomination", "ID", "--limit", "2"],
        ["audit", "verify"], ["audit", "seal"],
        ["specialist", "set", "LAN", "--name", "Nguyễn Thị Lan", "--email", "lan@example.vn", "--province", "01"],
        ["specialist", "list"], ["report", "quota"], ["report", "nightly", "--out", "FOLDER/reports"],
        ["specialist", "remove", "lan"],
        ["db", "status"], ["db", "migrate"], ["db", "verify"],
    ]

    @Test(arguments: ["table", "json", "csv"])
    func `Every command prints its rows`(format: String) throws {
        try Tool.withRegistry { tool in
            try Tool.withFile(ContractTests.staffing.utf8) { file in
                expect(try tool("staffing", "import", file, "-o", format).status, is: 0)
            }
            let added = try tool(
                "nomination", "add", "--unit", "01", "--award", "minister_certificate", "--individual", "Trần Thị Hòa",
                "--staff-no", "A1", "--position", "Chấp hành viên", "--workplace", "01-KV01", "-o", "json")
            let id = String(try #require(try added.object["id"] as? Int))
            try TemporaryFolder.with { folder in
                for command in Self.commands {
                    let arguments = command.map { $0 == "ID" ? id : $0.replacing("FOLDER", with: folder) }
                    let outcome = try tool.run(arguments + ["-o", format])
                    #expect(outcome.status == 0, "\(command): \(outcome.errors)")
                    #expect(format == "table" || !outcome.output.isEmpty, "\(command)")
                    if format == "json" && !command.contains("--diagram") {
                        #expect(throws: Never.self, "\(command)") { try outcome.json }
                    }
                }
            }
        }
    }

    @Test(arguments: [
        ["quota", "list", "--award", "x"], ["nomination", "list", "--award", "x"], ["nomination", "list", "--state", "x"],
        ["unit", "list", "--kind", "x"],
    ])
    func `A filter by a code that does not exist is an error, not an empty list`(command: [String]) throws {
        try Tool.withRegistry { tool in
            let outcome = try tool.run(command + ["-o", "json"])
            #expect(outcome.status == 65)
            #expect(outcome.error["code"] as? String == "invalid_input")
        }
    }

    @Test func `The database's own words are shown only when asked for`() throws {
        try Tool.withRegistry { tool in
            let arguments = ["nomination", "add", "--unit", "01", "--award", "x", "--collective", "01"]
            expect(try tool.run(arguments).errors.contains("SQLSTATE"), is: false)
            let verbose = try tool.run(arguments + ["--verbose"]).errors
            #expect(verbose.contains("SQLSTATE 23503, constraint nomination_award_is_known"))
        }
    }

    @Test func `A result that cannot be written is a failure`() throws {
        try RegistryDatabase.with { conninfo in
            let outcome = try Program.run(
                ["sh", "-c", "exec \(Tool.binary) quota list > /dev/full"], environment: ["THIDUA_DSN": conninfo])
            #expect(outcome.status == 70)
        }
    }

    @Test func `An interrupted command ends at once, and leaves nothing behind`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.transaction { transaction in
                // Whoever nominates now waits for this row.
                try transaction.execute("SELECT FROM quota WHERE holder = '01' FOR UPDATE")
                let program = try Tool(dsn: conninfo).start([
                    "nomination", "add", "--unit", "01", "--award", "minister_certificate", "--collective", "01",
                ])
                try Tool.waitForLock(in: conninfo)
                program.signal(SIGINT)
                let outcome = try program.wait()
                #expect(outcome.status == 75)
                #expect(outcome.errors.contains("Đã dừng theo yêu cầu"))
            }
            let count: Int? = try connection.first("SELECT count(*)::integer AS n FROM nomination") { try $0["n"] }
            #expect(count == 0)
        }
    }
}
