import Foundation
import LocalPostgres
import Postgres
import Testing
import TestSupport

/// The tool in the hands of several people, each with their own login.
@Suite(.limited, .keepsFailedDatabases) struct AccessCommandTests {
    private typealias Login = RegistryDatabase.Login

    /// Calls `body` with the tool as the superuser, and with a function that returns it for another login.
    private func withPeople<T>(_ body: (Tool, (Login) -> Tool) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("SELECT database_close()")
            let superuser = Tool(dsn: conninfo)
            try Tool.withFile(ContractTests.staffing.utf8) { file in
                expect(try superuser("staffing", "import", file).status, is: 0)
            }
            return try body(superuser) { Tool(dsn: $0.conninfo(conninfo)) }
        }
    }

    private func withPasswordFile<T>(_ text: String, permissions: Int = 0o600, _ body: (String) throws -> T) throws -> T {
        try Tool.withFile(text.utf8) { file in
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
            return try body(file)
        }
    }

    /// Calls `body` with an unused login name, and drops that login afterwards.
    static func withLogin(_ superuser: Tool, _ body: (String) throws -> Void) throws {
        let login = "test_" + UUID().uuidString.prefix(8).lowercased()
        defer {
            if let dsn = superuser.dsn, var connection = try? Connection(dsn) {
                _ = try? connection.execute("DROP OWNED BY \(identifier: login)")
                _ = try? connection.execute("DROP ROLE \(identifier: login)")
            }
        }
        try body(login)
    }

    @Test func `An administrator adds a clerk, who works and is removed; the list and the trail keep the name`() throws {
        try withPeople { superuser, person in
            try Self.withLogin(superuser) { login in
                let made = try withPasswordFile("một câu dài dễ nhớ\n") { file in
                    try person(.administrator)(
                        "user", "add", login, "--role", "clerk", "--unit", "01", "--password-file", file, "-o", "json")
                }
                #expect(made.status == 0, "\(made.errors)")
                let object = try made.object
                #expect(
                    object["login"] as? String == login && object["unit"] as? String == "01" && object["removed_at"] is NSNull)
                #expect(object["added_by"] as? String == "test_administrator")

                let dsn = try #require(superuser.dsn).replacing("user=\(LocalPostgres.user)", with: "user=\(login)")
                let clerk = Tool(dsn: dsn, environment: ["PGPASSWORD": "một câu dài dễ nhớ"])
                let added = try clerk(
                    "nomination", "add", "--unit", "01", "--award", "minister_certificate", "--collective", "01-KV01")
                #expect(added.status == 0, "\(added.errors)")
                expect(try person(.administrator)("user", "remove", login).status, is: 0)
                expect(try clerk("nomination", "list").status, is: 77)

                let listed = try person(.administrator)("user", "list", "-o", "csv").output
                let all = try person(.administrator)("user", "list", "--all", "-o", "csv").output
                #expect(!listed.contains(login) && all.contains(login))
                let trail = try person(.administrator)("audit", "list", "--login", login, "-o", "json").rows
                // The nomination, and the dossier that begins with it.
                #expect(trail.count == 2 && trail.allSatisfy { $0["tool"] as? String == "thidua 0.1.0" })
                #expect(trail.contains { ($0["after"] as? [String: Any])?["collective"] as? String == "01-KV01" })
            }
        }
    }

    @Test func `A password comes from a private file or the terminal, never from an argument`() throws {
        try withPeople { superuser, _ in
            let add = ["user", "add", "test_nobody", "--role", "auditor"]
            expect(try superuser.run(add + ["--password", "một câu dài dễ nhớ"]).status, is: 64)
            // In a session without a terminal, wherever the tests are run.
            expect(try superuser.run(add, under: ["setsid", "--wait"]).status, is: 64)
            let open = try withPasswordFile("một câu dài dễ nhớ", permissions: 0o644) {
                try superuser.run(add + ["--password-file", $0, "--lang", "en"])
            }
            #expect(open.status == 65 && open.errors.contains("chmod 600"))
            let short = try withPasswordFile("ngắn") { try superuser.run(add + ["--password-file", $0]) }
            #expect(short.status == 65)
            expect(try superuser.run(add + ["--password-file", "/nowhere"]).status, is: 66)
            let inDSN = try superuser.run(["user", "list", "--dsn", "host=/x password=bímật"])
            #expect(inDSN.status == 64 && !inDSN.errors.contains("bímật"))
        }
    }

    private static var hasPseudoTerminals: Bool {
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        defer { close(descriptor) }
        return descriptor >= 0
    }

    @Test(.enabled(if: hasPseudoTerminals, "a bare chroot has no pseudo-terminals"))
    func `At a terminal the password must be typed twice, and is not shown`() throws {
        try withPeople { superuser, _ in
            try Self.withLogin(superuser) { login in
                let mistyped = try atTerminal(superuser, login, typing: ["một câu dài dễ nhớ", "một câu dài khó nhớ"])
                #expect(mistyped.contains("khác nhau"), "\(mistyped)")
                let stopped = try atTerminal(superuser, login, typing: ["một câu dài\u{3}"])
                #expect(stopped.contains("Đã dừng theo yêu cầu"), "\(stopped)")
                let shown = try atTerminal(superuser, login, typing: ["một câu dài dễ nhớ", "một câu dài dễ nhớ"])
                #expect(shown.contains("Mật khẩu của \(login):") && shown.contains("Kiểm tra nhật ký"), "\(shown)")
                #expect(!shown.contains("dài dễ"), "\(shown)")
                let dsn = try #require(superuser.dsn).replacing("user=\(LocalPostgres.user)", with: "user=\(login)")
                expect(
                    try Tool(dsn: dsn, environment: ["PGPASSWORD": "một câu dài dễ nhớ"])("audit", "verify").status, is: 0)
            }
        }
    }

    /// Runs `user add` at its own terminal, types the lines, and returns what the terminal showed.
    private func atTerminal(_ tool: Tool, _ login: String, typing lines: [String]) throws -> String {
        let (input, output) = (Pipe(), Pipe())
        let program = try Program(
            ["timeout", "-s", "KILL", "60", "script", "-qec", "\(Tool.binary) user add \(login) --role auditor", "/dev/null"],
            environment: ProcessInfo.processInfo.environment.merging(["THIDUA_DSN": tool.dsn ?? "", "TERM": "dumb"]) { $1 },
            input: .descriptor(input.fileHandleForReading.fileDescriptor),
            output: .descriptor(output.fileHandleForWriting.fileDescriptor))
        // If this end stayed open, the pipe would not end with the program.
        try output.fileHandleForWriting.close()
        var shown = ""
        // Typed after the prompt: the terminal would echo and discard earlier input.
        for line in lines {
            while !shown.hasSuffix(": ") {
                let piece = output.fileHandleForReading.availableData
                if piece.isEmpty { break }
                shown += String(decoding: piece, as: UTF8.self)
            }
            input.fileHandleForWriting.write(Data((line + "\n").utf8))
            shown += "\n"
        }
        shown += String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        try program.wait()
        return shown
    }

    @Test func `Another unit's data are refused in the same words as nonexistent data`() throws {
        try withPeople { superuser, person in
            let added = try person(.clerk04)(
                "nomination", "add", "--unit", "04", "--award", "minister_certificate", "--collective", "04", "-o", "json")
            let theirs = String(try #require(try added.object["id"] as? Int))
            let nonexistent = "999999999999"
            for command in [["show", "ID"], ["withdraw", "ID"], ["edit", "ID", "--award", "director_certificate"]] {
                func run(_ id: String) throws -> (Int32, String) {
                    let outcome = try person(.clerk01).run(
                        ["nomination"] + command.map { $0 == "ID" ? id : $0 } + ["-o", "json"])
                    return (outcome.status, outcome.errors.replacing(id, with: "ID") + outcome.output)
                }
                #expect(try run(theirs) == run(nonexistent), "\(command)")
            }
            for command in [
                ["unit", "show", "CODE"], ["quota", "list", "--unit", "CODE"], ["audit", "list", "--unit", "CODE"],
                ["nomination", "add", "--unit", "CODE", "--award", "minister_certificate", "--collective", "CODE"],
                ["nomination", "add", "--unit", "01", "--award", "minister_certificate", "--collective", "CODE"],
            ] {
                func run(_ code: String) throws -> (Int32, String) {
                    let outcome = try person(.clerk01).run(command.map { $0 == "CODE" ? code : $0 } + ["-o", "json"])
                    #expect(outcome.status != 0)
                    return (outcome.status, outcome.errors.replacing(code, with: "CODE") + outcome.output)
                }
                #expect(try run("04") == run("99"), "\(command)")
            }
        }
    }

    @Test(arguments: [
        ["staffing", "list"], ["staffing", "apply", "1"], ["campaign", "copy", "TEST", "--as", "X", "--deadline", "1/1/2099"],
        ["user", "remove", "test_auditor"], ["endorsement", "list"], ["endorsement", "remove", "1"], ["audit", "verify"],
        ["audit", "seal"],
    ])
    func `A clerk may not do what is reserved for the Department, and the refusal leaks nothing`(command: [String]) throws {
        try withPeople { _, person in
            let outcome = try person(.clerk01).run(command + ["-o", "json"])
            #expect(outcome.status == 77, "\(outcome.errors)")
            #expect(outcome.error["code"] as? String == "not_permitted" && outcome.output.isEmpty)
        }
    }

    @Test func `Verify exits 1 if the trail was altered, or if it does not know a printed seal`() throws {
        try withPeople { superuser, person in
            let seal = try #require(try person(.auditor)("audit", "seal", "-o", "json").object["seal"] as? String)
            expect(try person(.auditor)("audit", "verify", "--seal", seal).status, is: 0)
            let unknown = try person(.auditor)("audit", "verify", "--seal", "00", "-o", "json")
            #expect(unknown.status == 1)
            #expect(try unknown.rows.map { $0["fault"] as? String } == ["unknown_seal"])

            var connection = try Connection(try #require(superuser.dsn))
            try connection.execute(
                script: "ALTER TABLE audit DISABLE TRIGGER ALL; UPDATE audit SET login = 'x' WHERE (chain, number) = ('01', 2)")
            let altered = try person(.auditor)("audit", "verify", "-o", "json")
            #expect(altered.status == 1)
            let row = try #require(try altered.rows.first)
            #expect(row["unit"] as? String == "01" && row["number"] as? Int == 2 && row["fault"] as? String == "altered")
        }
    }

    @Test func `Verify exits 1 if a table differs from the trail, and names the row`() throws {
        try withPeople { superuser, person in
            var connection = try Connection(try #require(superuser.dsn))
            try connection.execute(
                script: """
                    ALTER TABLE unit DISABLE TRIGGER ALL;
                    UPDATE unit SET name = 'THADS tỉnh Khác' WHERE code = '04';
                    ALTER TABLE unit ENABLE TRIGGER ALL;
                    """)
            let found = try person(.auditor)("audit", "verify", "-o", "json")
            #expect(found.status == 1)
            let row = try #require(try found.rows.first)
            #expect(row["table"] as? String == "unit" && row["columns"] as? [String] == ["name"])
            #expect((row["key"] as? [String: Any])?["code"] as? String == "04" && row["fault"] as? String == "changed")
            let said = try person(.auditor)("audit", "verify", "--lang", "en").output
            #expect(said.contains("Table unit, row code 04: column name differs from the trail."))
        }
    }

    @Test func `The doctor exits 1 if it finds something, and says what to do`() throws {
        try withPeople { superuser, _ in
            let outcome = try superuser("doctor", "-o", "json")
            #expect(outcome.status == 1)
            let rows = try outcome.rows
            #expect(Set(rows.compactMap { $0["state"] as? String }).isSubset(of: ["ok", "found", "skipped"]))
            let role = rows.first { $0["check"] as? String == "role" }
            #expect(role?["state"] as? String == "found" && role?["remedy"] is String)
            #expect(rows.first { $0["check"] as? String == "trail" }?["state"] as? String == "ok")
        }
    }
}
