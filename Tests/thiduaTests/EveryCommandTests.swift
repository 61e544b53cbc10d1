import Foundation
import Postgres
import Testing
import TestSupport

/// Every command, in every format: each is run, and prints what it should. `StatementTests` checks that all statements match the
/// schema, even those that no command runs here.
@Suite(.limited, .keepsFailedDatabases) struct EveryCommandTests {
    @Test(arguments: ["table", "json", "csv"])
    func `Every command prints its rows`(format: String) throws {
        try Tool.withRegistry { tool in
            try withFiles { folder in
                try AccessCommandTests.withLogin(tool) { login in
                    var words = ["FOLDER": folder, "LOGIN": login, "TODAY": todayInHanoi]
                    for command in CommandList.commands {
                        if words["PERSON"] == nil { try words.merge(numbers(tool)) { $1 } }
                        let arguments = command.map { words.reduce($0) { $0.replacing($1.key, with: $1.value) } }
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
    }

    /// Calls `body` with a folder that has the files that the commands read.
    private func withFiles(_ body: (String) throws -> Void) throws {
        let directives = ["259", "469", "615"].map { "\($0),Báo cáo số 7,1/3/2026,có" }
        var files = ["staffing.csv": ContractTests.staffing, "password": "một câu dài dễ nhớ\n"]
        for name in ["letter", "minutes", "report"] { files["\(name).pdf"] = SmallPDF.text(name) }
        for letter in ["a", "b"] {
            let criteria = (1...6).map { "\(letter)\($0),Kế hoạch số \($0),," }
            files["\(letter).csv"] = (["Mục,Minh chứng,Ngày hoàn thành,Chất lượng"] + criteria + directives).joined(
                separator: "\r\n")
        }
        try TemporaryFolder.with { folder in
            for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: "\(folder)/password")
            try body(folder)
        }
    }

    /// The numbers of the nominations, once all three are entered.
    private func numbers(_ tool: Tool) throws -> [String: String] {
        let rows = try tool("nomination", "list", "-o", "json").rows
        guard rows.count == 3 else { return [:] }
        return try rows.reduce(into: [:]) { numbers, row in
            let isPerson = row["subject"] as? String == "individual"
            let name = isPerson ? "PERSON" : row["unit"] as? String == "01" ? "HOUSE" : "OTHER"
            numbers[name] = String(try #require(row["id"] as? Int))
        }
    }

    private var todayInHanoi: String {
        let formatter = DateFormatter()
        formatter.timeZone = TimeZone(identifier: "Asia/Ho_Chi_Minh")
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }

    @Test func `Every command of the tool is in the list, or excepted with a reason`() throws {
        let tree = try CommandList.leaves(of: Tool().run(["--experimental-dump-help"]).json)
        #expect(tree.count > 50)
        #expect(CommandList.faults(tree, CommandList.commands, CommandList.elsewhere) == [])
    }

    @Test func `A command that is new, gone, or both run and excepted is detected`() {
        #expect(
            CommandList.faults(
                ["a list", "a new", "b"], [["a", "list", "--all"], ["a", "gone"], ["b", "x"]], ["b": "", "c d": ""])
                == ["a new: not run", "a gone: no such command", "c d: no such command", "b: both run and excepted"])
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

    @Test func `The database's own message is shown only with --verbose`() throws {
        try Tool.withRegistry { tool in
            let arguments = ["nomination", "add", "--unit", "01", "--award", "Bằng khen", "--collective", "x"]
            expect(try tool.run(arguments).errors.contains("SQLSTATE"), is: false)
            let verbose = try tool.run(arguments + ["--verbose"]).errors
            #expect(verbose.contains("SQLSTATE 23503, constraint nomination_collective_is_of_the_house"), "\(verbose)")
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
                // Every new nomination now waits for this row.
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
