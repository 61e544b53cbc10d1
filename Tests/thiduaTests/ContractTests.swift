import Foundation
import Postgres
import Testing
import TestSupport

/// docs/develop/contract.md, on which other programs rely.
@Suite(.limited, .keepsFailedDatabases) struct ContractTests {
    static let staffing = """
        province_code,province,unit,kind,civil_servants
        01,Hà Nội,THADS,province,200
        01,Hà Nội,Phòng THADS khu vực 1,area_office,6
        01,Hà Nội,Phòng THADS khu vực 2,area_office,6

        """

    private func withStaffedRegistry<T>(_ body: (Tool) throws -> T) throws -> T {
        try Tool.withRegistry { tool in
            try Tool.withFile(Self.staffing.utf8) { file in
                let outcome = try tool("staffing", "import", file)
                try #require(outcome.status == 0, "\(outcome.errors)")
            }
            return try body(tool)
        }
    }

    @Test func `staffing import prints what it did`() throws {
        try Tool.withRegistry { tool in
            try Tool.withFile(Self.staffing.utf8) { file in
                let outcome = try tool("staffing", "import", file, "-o", "json")
                #expect(outcome.status == 0)
                let result = try outcome.object
                #expect(
                    Set(result.keys) == [
                        "staffing_table", "applied", "unchanged", "rows", "added", "changed", "missing", "quota_changes",
                        "errors",
                        // What a dry run shows, and how the file was read.
                        "units", "error_count", "file", "mode", "question",
                    ])
                #expect(result["rows"] as? Int == 3)
                #expect(result["added"] as? Int == 3)
                let changes = try #require(result["quota_changes"] as? [[String: Any]])
                #expect(Set(changes[0].keys).isSuperset(of: ["unit", "award", "subject", "from", "to"]))
                #expect(changes.map { $0["to"] as? Int } == [1, 2])
                #expect(changes[0]["from"] is NSNull)
            }
        }
    }

    @Test func `staffing import prints its errors, also as an object, and exits 65`() throws {
        try Tool.withRegistry { tool in
            try Tool.withFile("province_code,province,unit,kind,civil_servants\n01,Hà Nội,THADS,province,12.5\n".utf8) { file in
                let outcome = try tool("staffing", "import", file, "-o", "json")
                #expect(outcome.status == 65)
                let errors = try #require(try outcome.object["errors"] as? [[String: Any]])
                #expect(Set(errors[0].keys) == ["sheet", "row", "column", "cell", "value", "code", "message", "fix"])
                #expect(errors[0]["row"] as? Int == 2)
                #expect(errors[0]["cell"] as? String == "E2")
                #expect(errors[0]["value"] as? String == "12.5")
                #expect(errors[0]["code"] as? String == "not_a_whole_number")
                #expect(outcome.error["code"] as? String == "invalid_input")
            }
        }
    }

    @Test func `quota list prints every quota with its basis and clause`() throws {
        try withStaffedRegistry { tool in
            let rows = try tool("quota", "list", "-o", "json").rows
            let keys: Set = [
                "campaign", "unit", "unit_name", "award", "subject", "stage", "allowed", "used", "remaining", "basis", "clause",
            ]
            #expect(rows.allSatisfy { Set($0.keys) == keys })
            let holders = rows.compactMap { $0["unit"] as? String }
            // The headquarters' four, the pool's two, two fixed for each province and two derived for 01.
            #expect(holders.count == 76)
            #expect(Set(holders).count == 36)
            let own = try tool("quota", "list", "--unit", "01", "--award", "director_certificate", "-o", "json").rows
            #expect(own.map { $0["basis"] as? String } == ["2 Phòng THADS khu vực", "212 công chức"])
            #expect(own.map { $0["clause"] as? String } == ["1.2.2.b", "1.2.2.b"])
        }
    }

    @Test func `nomination add, list, show, edit and withdraw describe the same nomination`() throws {
        try withStaffedRegistry { tool in
            let keys: Set = ["id", "campaign", "unit", "award", "subject", "nominee", "state", "slot", "allowed"]
            let added = try tool(
                "nomination", "add", "--unit", "01", "--award", "director_certificate", "--individual", "Nguyễn Văn An",
                "--staff-no", "A1", "--position", "Chấp hành viên", "--workplace", "01-KV01", "-o", "json"
            ).object
            #expect(Set(added.keys) == keys)
            #expect(added["slot"] as? Int == 1)
            #expect(added["allowed"] as? Int == 2)
            let id = String(try #require(added["id"] as? Int))

            let listed = try tool("nomination", "list", "-o", "json").rows
            #expect(listed.map { Set($0.keys) } == [keys])
            let shown = try tool("nomination", "show", id, "-o", "json").object
            #expect(shown["staff_no"] as? String == "A1")
            let edited = try tool("nomination", "edit", id, "--award", "minister_certificate", "-o", "json").object
            #expect(edited["allowed"] as? Int == 15)
            let withdrawn = try tool("nomination", "withdraw", id, "-o", "json").object
            #expect(withdrawn["state"] as? String == "withdrawn")
            #expect(withdrawn["slot"] is NSNull)
        }
    }

    @Test func `A refusal is one object on standard error, and exits 2`() throws {
        try withStaffedRegistry { tool in
            let add = { (code: String) in
                try tool(
                    "nomination", "add", "--unit", "01", "--award", "director_certificate", "--collective", code, "-o", "json",
                    "--lang", "en")
            }
            #expect(try add("01-KV01").status == 0)
            let refused = try add("01-KV02")
            #expect(refused.status == 2)
            #expect(refused.output.isEmpty)
            #expect(Set(refused.error.keys) == ["code", "constraint", "clause", "message", "hint"])
            #expect(refused.error["code"] as? String == "quota_exceeded")
            #expect(refused.error["constraint"] as? String == "nomination_slot_is_within_quota")
            #expect(refused.error["clause"] as? String == "1.2.2.b")
            #expect((refused.error["message"] as? String)?.contains("1 of 1 slots used") == true)
        }
    }

    @Test(arguments: [
        (["quota", "list", "--unit", "99"], 65, "not_found"), (["unit", "show", "X"], 65, "not_found"),
        (["nomination", "show", "1"], 65, "not_found"), (["campaign", "show", "X"], 65, "not_found"),
        (["staffing", "import", "/nonexistent.csv"], 66, "not_found"), (["staffing", "import", "/"], 65, "invalid_input"),
        (["staffing", "show", "99"], 65, "not_found"), (["staffing", "apply", "99"], 65, "not_found"),
        (["nomination", "add", "--unit", "99", "--award", "minister_certificate", "--collective", "01"], 65, "not_found"),
        (["nomination", "add", "--unit", "01", "--award", "x", "--collective", "01"], 65, "invalid_input"),
        (["nomination", "add", "--unit", "01", "--award", "minister_certificate"], 64, "usage"),
        (["nomination", "show", "abc"], 64, "usage"), (["nothing"], 64, "usage"),
        (["nomination", "add", "--unit", "04", "--award", "director_certificate", "--collective", "04"], 2, "no_staffing_data"),
        (
            [
                "nomination", "add", "--unit", "01", "--award", "minister_certificate", "--collective", "01", "--campaign",
                "606/KH-CQLTHADS",
            ], 2, "deadline_passed"
        ),
        (["campaign", "copy", "606/KH-CQLTHADS", "--as", "X", "--deadline", "31/2/2026"], 65, "invalid_input"),
        (["campaign", "copy", "X", "--as", "Y", "--deadline", "1/1/2099"], 65, "not_found"),
        (["campaign", "copy", "606/KH-CQLTHADS", "--as", "a b", "--deadline", "1/1/2099"], 65, "invalid_input"),
        (["campaign", "copy", "606/KH-CQLTHADS", "--as", "TEST", "--deadline", "1/1/2099"], 65, "invalid_input"),
        (["quota", "list", "--dsn", "host=/x password=secret"], 64, "usage"),
        (["quota", "list", "--dsn", "postgres://u:secret@/x"], 64, "usage"),
        (["quota", "list", "--dsn", "host=/nonexistent"], 69, "database_unreachable"),
    ])
    func `Each failure has its code and exit status`(arguments: [String], status: Int, code: String) throws {
        try Tool.withRegistry { tool in
            let outcome = try tool.run(arguments + ["-o", "json"])
            #expect(outcome.status == status)
            #expect(outcome.error["code"] as? String == code)
            #expect(outcome.output.isEmpty)
            #expect(!outcome.errors.contains("secret"))
        }
    }

    @Test func `A date that cannot be read is named, with its option`() throws {
        try Tool.withRegistry { tool in
            let copy = ["campaign", "copy", "606/KH-CQLTHADS", "--as", "X", "-o", "json"]
            let apart = try tool.run(copy + ["--deadline", "25x12x2026"]).error["message"] as? String
            #expect(apart == "Ngày “25x12x2026” (--deadline) không đúng.")
            let joined = try tool.run(copy + ["--deadline=31/2/2026", "--lang", "en"]).error["message"] as? String
            #expect(joined == "The date “31/2/2026” (--deadline) is not valid.")
        }
    }

    @Test func `A database that is not migrated is reported, and so is a server that is down`() throws {
        try TestServer.withDatabase { conninfo in
            let outcome = try Tool(dsn: conninfo)("quota", "list", "-o", "json")
            #expect(outcome.status == 78)
            #expect(outcome.error["code"] as? String == "schema_outdated")
            expect(try Tool(dsn: conninfo)("db", "status").status, is: 1)
            let migrated = try Tool(dsn: conninfo)("db", "migrate", "--lang", "en")
            #expect(migrated.status == 0)
            // Says which database that was.
            let place = try Connection(conninfo).place
            #expect(migrated.errors.contains("Database \(place.database) on \(place.host), port 5432, as thidua."))
            expect(try Tool(dsn: conninfo)("db", "verify").status, is: 0)
        }
        let down = try Tool(dsn: "host=/tmp/nobody dbname=x")("quota", "list")
        #expect(down.status == 69)
        #expect(down.output.isEmpty)
    }

    @Test func `If two campaigns are open, one must be named`() throws {
        try Tool.withRegistry { tool in
            expect(try tool("campaign", "copy", "606/KH-CQLTHADS", "--as", "NEXT", "--deadline", "1/1/2099").status, is: 0)
            let outcome = try tool("quota", "list", "-o", "json")
            #expect(outcome.status == 64)
            expect(try tool("quota", "list", "--campaign", "next").status, is: 0)
        }
    }

    @Test func `Without any open campaign, the last one to close is used`() throws {
        try RegistryDatabase.with { conninfo in
            let rows = try Tool(dsn: conninfo)("quota", "list", "-o", "json").rows
            #expect(Set(rows.compactMap { $0["campaign"] as? String }) == ["606/KH-CQLTHADS"])
        }
    }

    @Test func `Codes and keys never change with the language, words do`() throws {
        try withStaffedRegistry { tool in
            let arguments = ["quota", "list", "--unit", "01", "-o", "csv"]
            let vi = try tool.run(arguments).output
            let en = try tool.run(arguments + ["--lang", "en"]).output
            #expect(vi.contains("212 công chức") && en.contains("212 civil servants"))
            #expect(vi.split(separator: "\r\n").first == en.split(separator: "\r\n").first)
            var english = tool
            english.environment["THIDUA_LANG"] = "en"
            #expect(try english("quota", "list", "--unit", "01").output.contains("Director's certificate"))
            #expect(try tool("quota", "list", "--unit", "01").output.contains("Giấy khen của Cục trưởng"))
        }
    }

    @Test func `Arguments that are not UTF-8 are refused, not repaired`() throws {
        // A String cannot hold such bytes, but a shell can pass them.
        let outcome = try Program.run(["sh", "-c", "\(Tool.binary) unit show \"$(printf '\\303\\050')\""])
        #expect(outcome.status == 65)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `Shells can complete its commands`(shell: String) throws {
        let outcome = try Tool()("--generate-completion-script", shell)
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("nomination"))
    }

    @Test func `Help and version go to standard output`() throws {
        #expect(try Tool()("--version").output == "0.1.0\n")
        let help = try Tool()("--help", "--lang", "en")
        #expect(help.status == 0 && help.errors.isEmpty)
        #expect(help.output.contains("A registry of commendation nominations."))
    }
}
