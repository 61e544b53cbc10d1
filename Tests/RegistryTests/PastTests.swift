import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// The registry as it was: reconstructed from the trail, and compared with photographs that were taken then.
@Suite(.limited, .keepsFailedDatabases) struct PastTests {
    @Test(arguments: 0..<Rounds.of(1, long: 2))
    func `Whatever four logins do, every table and view can be reconstructed as of any moment`(part: Int) throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            let walk = try RandomWalk(conninfo, seed: Rounds.seed + UInt64(part))
            try walk.begin("R1")
            var photographs: [Photograph] = []
            for step in 1...Rounds.of(80, long: 160) {
                _ = try walk.step()
                _ = try walk.violations()
                if step.isMultiple(of: 16) { photographs.append(try Photograph(of: "R1", on: &superuser)) }
            }
            for photograph in photographs {
                expect(try photograph.differences(on: &superuser), is: [])
            }
        }
    }

    @Test func `A change made before the moment and committed after it belongs to the past of that moment`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try CompleteDossier.ready(of: "01", on: &connection)
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            var other = try Connection(conninfo)
            let moment: String? = try clerk.transaction { transaction in
                try transaction.execute(
                    "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('04', 'TEST', 'minister_certificate', 'collective', '04')"
                )
                _ = try CompleteDossier(unit: "01").submit(on: &other)
                return try transaction.first("SELECT clock_timestamp()::text AS moment") { try $0["moment"] }
            }
            func then() throws -> [String] {
                try connection.rows(
                    """
                    SELECT u ->> 'code', u ->> 'nominations', u ->> 'state'
                    FROM jsonb_array_elements(report_content('TEST', '\(moment ?? "")', NULL) -> 'units') u WHERE u ->> 'code' IN ('01', '04')
                    """)
            }
            expect(try then(), is: ["(01,1,submitted)", "(04,1,open)"])
            // Later changes do not affect that.
            try clerk.execute("SELECT nomination_attest(id, 'a1', 'x') FROM nomination")
            expect(try then(), is: ["(01,1,submitted)", "(04,1,open)"])
        }
    }

    @Test func `In the past, a nominee has the name that they had then`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let id = try Nomination.add(.person("A1", award: "minister_certificate", name: "Trần Thị Hòa"), on: &connection).id
            let moment = try connection.first("SELECT clock_timestamp()::text AS moment") { try $0["moment"] as String }
            try connection.execute("SELECT person_rename('01', 'A1', 'Trần Thị Hoa')")
            try connection.execute("UPDATE nomination SET position = 'Thẩm tra viên' WHERE id = \(id)")
            let names = try [moment ?? "", "now"].flatMap {
                try connection.rows(
                    """
                    SELECT m ->> 'nominee' FROM jsonb_array_elements(report_content('TEST', '\($0)', NULL) -> 'units') u,
                        jsonb_array_elements(u -> 'missing') m WHERE m ->> 'nominee' IS NOT NULL
                    """)
            }
            #expect(names == ["(\"Trần Thị Hòa\")", "(\"Trần Thị Hoa\")"])
        }
    }

    @Test func `Without later changes the past equals the present; before all changes it is empty`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            _ = try CompleteDossier.submitted(2, of: "01", on: &connection)
            let now = try connection.rows("SELECT report_content('TEST', NULL, NULL) - '{as_of,minutes_left}'::text[]")
            let then = try connection.rows(
                "SELECT report_content('TEST', clock_timestamp(), NULL) - '{as_of,minutes_left}'::text[] #- '{trail,gaps}'")
            #expect(now == then)
            let before = try connection.rows(
                "SELECT jsonb_array_length(c -> 'quotas'), jsonb_array_length(c -> 'nominations'), c -> 'trail' -> 'rows' FROM report_content('TEST', '2020-01-01', NULL) c"
            )
            #expect(before == ["(0,0,0)"])
        }
    }
}
