import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// A record that cannot be read keeps no other campaign's report from being made, and is set aside.
@Suite(.limited, .keepsFailedDatabases) struct BadRecordTests {
    @Test func `One campaign's bad record stops no other report, nor any later night's, until it is set aside`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try TemporaryFolder.with { parent in
                try connection.execute("SELECT FROM campaign_copy('TEST', 'BAD', clock_timestamp() + interval '20 days')")
                let tool = Tool(dsn: RegistryDatabase.Login.administrator.conninfo(conninfo), environment: ["THIDUA_LANG": "en"])
                let folder = parent + "/reports"
                try #require(try tool("report", "nightly", "--out", folder, "--campaign", "BAD").status == 0)
                for statement in [
                    "ALTER TABLE report_run DISABLE TRIGGER report_stays_as_it_was_made",
                    #"UPDATE report_run SET content = '{"x": 1}', sha256 = sha256(convert_to('{"x": 1}', 'UTF8'))"#,
                    "ALTER TABLE report_run ENABLE TRIGGER report_stays_as_it_was_made",
                ] { try connection.execute(script: statement) }
                // BAD comes first, and is the one that fails.
                let night = try tool("report", "nightly", "--out", folder)
                #expect(night.status == 70, "\(night.errors)")
                #expect(night.output.contains("TEST") && !night.output.contains("BAD"), "\(night.output)")
                #expect(night.errors.contains("BAD, "), "\(night.errors)")
                let made = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("quota-TEST-") }
                #expect(made.count == 5)

                let today = try #require(
                    try connection.first("SELECT day_in_hanoi(clock_timestamp())::text AS day") { try $0["day"] as String })
                let aside = try tool(
                    "report", "set-aside", "--campaign", "BAD", "--date", today, "--reason", "unreadable", "-o", "json")
                #expect(aside.status == 0, "\(aside.errors)")
                try #require(try tool("report", "nightly", "--out", folder).status == 0)
                let records = try tool("report", "list", "--campaign", "BAD", "-o", "json").rows
                #expect(records.compactMap { $0["revision"] as? Int } == [1, 2])
                #expect(records.map { $0["reason"] as? String } == ["unreadable", nil])
                let page = try String(contentsOfFile: "\(folder)/quota-BAD-\(today).txt", encoding: .utf8)
                #expect(!page.isEmpty)
                let again = try tool("report", "set-aside", "--campaign", "BAD", "--date", "1/1/2026", "--reason", "x")
                #expect(again.status == 65)
            }
        }
    }
}
