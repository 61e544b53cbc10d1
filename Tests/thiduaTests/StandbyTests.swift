import Foundation
import LocalPostgres
import Postgres
import TestSupport
import Testing

/// What can be asked of a standby, what the doctor says of servers, and a synchronous standby that is away.
@Suite(.limited) struct StandbyTests {
    private func found(_ outcome: Program.Outcome) throws -> [String] {
        try outcome.rows.filter { $0["state"] as? String == "found" && $0["check"] as? String != "version" }.map {
            "\($0["check"] ?? ""): \($0["message"] ?? "")"
        }
    }

    @Test func `A standby is examined and verified, and is not written to; two primaries are noticed`() throws {
        try ServerPair.with { primary, standby, _ in
            let english = ["THIDUA_LANG": "en"]
            let tool = Tool(dsn: primary.conninfo(database: "postgres"), environment: english)
            try #require(try tool("db", "migrate").status == 0)
            _ = try tool("audit", "seal")
            var connection = try Connection(primary.conninfo(database: "postgres"))
            let position = try connection.first("SELECT pg_current_wal_insert_lsn()::text AS lsn") { try $0["lsn"] as String }
            var copy = try Connection(standby.conninfo(database: "postgres"))
            try waitUntil("the standby has everything") {
                try copy.first("SELECT pg_last_wal_replay_lsn() >= \(position)::pg_lsn AS has") { try $0["has"] as Bool } == true
            }
            let there = Tool(dsn: standby.conninfo(database: "postgres"), environment: english)
            expect(try there("db", "verify").status, is: 0)
            expect(try there("audit", "verify").status, is: 0)
            expect(try there("db", "status").status, is: 0)
            let refused = try there("audit", "seal", "-o", "json")
            #expect(refused.status == 75 && refused.error["code"] as? String == "busy")
            let doctor = try there("doctor", "-o", "json")
            #expect(doctor.output.contains(/A standby, \d+ s behind; timeline 1/), "\(doctor.output)")

            let both = Tool(dsn: ServerPair.conninfo(primary, standby), environment: english)
            expect(try found(both("doctor", "-o", "json")).filter { !$0.hasPrefix("role") && !$0.hasPrefix("access") }, is: [])
            try copy.execute("SELECT pg_promote()")
            let after = try found(both("doctor", "-o", "json"))
            #expect(after.contains { $0.contains("More than one primary") }, "\(after)")
            #expect(after.contains { $0.contains("different timelines") }, "\(after)")
        }
    }

    @Test func `While no standby confirms, a change waits, says so, and is known later`() throws {
        try ServerPair.with { primary, standby, _ in
            let english = ["THIDUA_LANG": "en"]
            let tool = Tool(dsn: primary.conninfo(database: "postgres"), environment: english)
            try #require(try tool("db", "migrate").status == 0)
            var connection = try Connection(primary.conninfo(database: "postgres"))
            try connection.execute("ALTER SYSTEM SET synchronous_commit = 'on'")
            try connection.execute("ALTER SYSTEM SET synchronous_standby_names = '*'")
            try connection.execute("SELECT pg_reload_conf()")
            try waitUntil("the standby is synchronous") {
                try connection.first("SELECT bool_or(sync_state = 'sync') AS is FROM pg_stat_replication") {
                    try $0["is"] as Bool?
                } == true
            }
            expect(try tool("audit", "seal").status, is: 0)
            try standby.stop()
            let found = try found(tool("doctor", "-o", "json"))
            #expect(found.contains { $0.contains("every change waits") }, "\(found)")
            let run = try tool.start(["audit", "seal", "--id", "while-it-is-away", "--lang", "en"])
            try waitUntil("it says that it waits") { run.errorsSoFar.contains("Waiting for the server to confirm") }
            run.signal(SIGINT)
            let stopped = try run.wait()
            #expect(stopped.status == 76 && stopped.errors.contains("thidua outcome while-it-is-away"), "\(stopped.errors)")
            expect(try tool("outcome", "while-it-is-away").status, is: 75)
            try standby.start()
            try waitUntil("the change is known") { try tool("outcome", "while-it-is-away", "-o", "json").status == 0 }
            expect(try tool("outcome", "while-it-is-away", "-o", "json").object["state"] as? String, is: "stored")
        }
    }
}
