import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// What is said of a change is true: that nothing happened, that it is stored, that it is not known.
@Suite(.limited, .keepsFailedDatabases) struct OutcomeTests {
    /// Calls `body` with the tool, which connects through a proxy, with the proxy, and with a count of what is stored: seals, of which every call adds one.
    private func withProxy(_ body: (_ tool: Tool, _ proxy: CuttingProxy, _ stored: () throws -> Int) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try TemporaryFolder.with { folder in
                let place = connection.place
                let proxy = CuttingProxy(in: folder, to: "\(place.host)/.s.PGSQL.\(place.port)")
                defer { proxy.end() }
                let through = "host='\(folder)' port=5432 dbname='\(place.database)' user=\(place.login)"
                var counting = try Connection(conninfo)
                try body(Tool(dsn: through), proxy) {
                    try counting.first("SELECT count(*) AS n FROM seal") { try $0["n"] } ?? 0
                }
            }
        }
    }

    @Test func `Wherever the connection is cut around COMMIT, the answer is what the registry holds, and nothing is made twice`()
        throws
    {
        var random = SeededGenerator(seed: Rounds.seed)
        try withProxy { tool, proxy, stored in
            for round in 0..<Rounds.of(40, long: 1000) {
                let cuts: [CuttingProxy.Cut] = [
                    .request(passed: .random(in: 0...CuttingProxy.commitSize, using: &random)), .atOnce,
                    .answer(passed: .random(in: 0...CuttingProxy.answerSize, using: &random)), .answeredByPooler,
                ]
                let cut = cuts[round % cuts.count]
                let before = try stored()
                proxy.plan(cut)
                let id = "cut-round-\(round)"
                let told = try tool("audit", "seal", "--id", id, "-o", "json")
                let isStored = try stored() == before + 1
                #expect(told.status == (isStored ? 0 : 69), "\(cut): \(told.errors)")
                if !cut.isSent { #expect(!isStored, "\(cut)") }
                let asked = try tool("outcome", id, "-o", "json").object
                expect(asked["state"] as? String, is: isStored ? "stored" : "not_stored")
                let again = try tool("audit", "seal", "--id", id, "-o", "json")
                expect(again.status, is: 0)
                expect(try stored(), is: before + 1)
            }
        }
    }

    @Test func `Where nobody can be asked, it is not known, and its id settles it afterwards`() throws {
        try withProxy { tool, proxy, stored in
            let cuts: [CuttingProxy.Cut] = [
                .atOnce, .answer(passed: 0), .answer(passed: 11), .request(passed: 11), .answeredByPooler,
            ]
            for cut in cuts {
                let before = try stored()
                proxy.plan(cut, thenShut: true)
                let told = try tool("audit", "seal", "-o", "json")
                expect(told.status, is: 76)
                expect(told.error["code"] as? String, is: "outcome_unknown")
                let id = try #require(told.error["id"] as? String)
                proxy.letIn(true)
                let asked = try tool("outcome", id, "-o", "json").object
                expect(asked["state"] as? String, is: cut.isSent ? "stored" : "not_stored")
                expect(try stored(), is: before + (cut.isSent ? 1 : 0))
                let again = try tool("audit", "seal", "-o", "json", "--id", id)
                expect(again.status, is: 0)
                expect(try stored(), is: before + 1)
            }
        }
    }

    @Test func `A COMMIT that hangs says so, and one that is stopped then says what is known`() throws {
        try RegistryDatabase.withOpenCampaign { holder, conninfo in
            let tool = Tool(dsn: conninfo)
            let id = "stopped-1"
            let stopped = try holder.transaction { transaction in
                // What a change waits for last of all, in its COMMIT: the end of the trail.
                try transaction.execute("SELECT FROM audit_head WHERE chain = '*' FOR UPDATE")
                let run = try tool.start([
                    "campaign", "copy", "TEST", "--as", "T/1", "--deadline", "2099-01-01", "--lang", "en", "--id", id,
                ])
                try waitUntil("it says that it waits") { run.errorsSoFar.contains("Waiting for the server to confirm") }
                run.signal(SIGINT)
                let outcome = try run.wait()
                let asked = try tool("outcome", id, "-o", "json")
                expect(asked.status, is: 75)
                return outcome
            }
            expect(stopped.status, is: 76)
            #expect(stopped.errors.contains("Stopped before the server has confirmed"))
            #expect(stopped.errors.contains("thidua outcome \(id)"))
            expect(try tool("outcome", id, "-o", "json").object["state"] as? String, is: "stored")
        }
    }

    @Test func `An id stands for one change: of one login, with one content, in one file`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let owner = Tool(dsn: conninfo)
            let id = "the-same-id"
            func set(_ tool: Tool, _ code: String) throws -> Int32 {
                try tool("specialist", "set", code, "--name", "Trần Thị Bình", "--id", id, "-v", "-o", "json").status
            }
            expect(try set(owner, "CQ1"), is: 0)
            expect(try set(owner, "CQ1"), is: 0)
            let other = try owner("specialist", "set", "CQ2", "--name", "Trần Thị Bình", "--id", id, "-o", "json")
            expect(other.status, is: 65)
            expect(other.error["constraint"] as? String, is: "request_keeps_its_content")
            // Another login's id is its own, and tells nothing of this one.
            let administrator = Tool(dsn: RegistryDatabase.Login.administrator.conninfo(conninfo))
            expect(try administrator("outcome", id, "-o", "json").object["state"] as? String, is: "not_stored")
            expect(try set(administrator, "CQ2"), is: 0)
            expect(try administrator("outcome", "-o", "json").rows.count, is: 1)

            try TemporaryFolder.with { folder in
                let path = folder + "/biên chế.csv"
                func store(_ rows: String) throws -> (Int32, String?) {
                    try (rows).write(toFile: path, atomically: true, encoding: .utf8)
                    let outcome = try owner("staffing", "import", path, "--no-apply", "--id", "a-file-1", "-o", "json")
                    return (outcome.status, outcome.error["constraint"] as? String)
                }
                let header = "Mã tỉnh,Tỉnh,Đơn vị,Loại đơn vị,Số công chức\n"
                #expect(try store(header + "04,Cao Bằng,THADS tỉnh Cao Bằng,THADS tỉnh,5\n") == (0, nil))
                #expect(try store(header + "04,Cao Bằng,THADS tỉnh Cao Bằng,THADS tỉnh,5\n") == (0, nil))
                #expect(try store(header + "04,Cao Bằng,THADS tỉnh Cao Bằng,THADS tỉnh,6\n") == (65, "request_keeps_its_content"))
                expect(try superuser.first("SELECT count(*) AS n FROM staffing_table") { try $0["n"] as Int }, is: 1)
                // What a pipe held before is not there to be compared.
                expect(try owner("staffing", "import", "-", "--id", "a-file-2").status, is: 64)
            }
            expect(try owner("specialist", "set", "CQ3", "--name", "A B", "--id", "short").status, is: 65)
        }
    }

    @Test func `Whoever sets a password again by the same id is not shut out`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let login = "test_outcome"
            _ = try? superuser.execute("SELECT user_remove(\(login))")
            try superuser.execute("DROP ROLE IF EXISTS \(identifier: login)")
            defer { _ = try? superuser.execute("SELECT server_role_drop(\(login))") }
            try TemporaryFolder.with { folder in
                let path = folder + "/password"
                try "một câu dài dễ nhớ".write(toFile: path, atomically: true, encoding: .utf8)
                chmod(path, 0o600)
                let tool = Tool(dsn: conninfo)
                expect(
                    try tool("user", "add", login, "--role", "clerk", "--unit", "01", "--password-file", path).status, is: 0)
                for _ in 1...2 {
                    let set = try tool("user", "password", login, "--password-file", path, "--id", "password-1")
                    #expect(set.status == 0, "\(set.errors)")
                    expect(
                        try superuser.first("SELECT rolcanlogin AS may FROM pg_roles WHERE rolname = \(login)") {
                            try $0["may"] as Bool
                        }, is: true)
                }
                for _ in 1...2 { expect(try tool("user", "remove", login, "--id", "remove-01").status, is: 0) }
            }
        }
    }

    /// How a command is asked for and shown is no part of what it does; a new option of that kind has to be listed.
    @Test func `Every option that all commands have is known not to say what is done`() throws {
        let help = try Tool()("whoami", "--experimental-dump-help").output
        let command = try #require(
            (JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])?["command"] as? [String: Any])
        let names = (command["arguments"] as? [[String: Any]] ?? []).flatMap { $0["names"] as? [[String: String]] ?? [] }
            .map { ($0["kind"] == "short" ? "-" : "--") + ($0["name"] ?? "") }
        #expect(names.count > 8)
        let source = try String(contentsOfFile: Repository.root + "/Sources/thidua/ChangeOptions.swift", encoding: .utf8)
        expect(names.filter { !["--version", "-h", "--help"].contains($0) && !source.contains("\"\($0)\"") }, is: [])
    }
}
