import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// What was changed past the trail is named.
extension AuditGapTests {
    /// A table, what was done to it while its triggers were off, and what is named.
    private static let tampering: [(relation: String, script: String, found: [String])] = [
        ("unit", "UPDATE unit SET name = 'THADS tỉnh Khác' WHERE code = '11'", [#"unit {"code": "11"}: name"#]),
        ("unit", "UPDATE unit SET name = 'Phòng Khác' WHERE code = '04-KV01'", [#"unit {"code": "04-KV01"}: name"#]),
        ("unit", "UPDATE unit SET staffing_table = NULL WHERE code = '04-KV01'", [#"unit {"code": "04-KV01"}: staffing_table"#]),
        ("unit", "DELETE FROM unit WHERE code = '04-KV04'", [#"unit {"code": "04-KV04"}: missing"#]),
        ("unit", "INSERT INTO unit (code, kind, name) VALUES ('98', 'province', 'x')", [#"unit {"code": "98"}: unknown"#]),
        // The house is a generated column, which follows from the parent.
        (
            "unit", "UPDATE unit SET parent = '01', name = 'Phòng Khác' WHERE code = '04-KV01'",
            [#"unit {"code": "04-KV01"}: house, name, parent"#]
        ),
        (
            "person", "UPDATE person SET name = 'Trần Văn Tráo' WHERE staff_no = 'A1'",
            [#"person {"unit": "01", "staff_no": "A1"}: name"#]
        ),
        ("person", "DELETE FROM person WHERE staff_no = 'B2'", [#"person {"unit": "04", "staff_no": "B2"}: missing"#]),
        (
            "person", "UPDATE person SET staff_no = 'B3' WHERE staff_no = 'B2'",
            [#"person {"unit": "04", "staff_no": "B2"}: missing"#, #"person {"unit": "04", "staff_no": "B3"}: unknown"#]
        ),
        (
            "person", "INSERT INTO person (unit, staff_no, name) VALUES ('11', 'C1', 'x')",
            [#"person {"unit": "11", "staff_no": "C1"}: unknown"#]
        ),
        (
            "person",
            "UPDATE person SET name = 'x' WHERE staff_no = 'A1'; UPDATE person SET name = 'Trần Thị Hòa' WHERE staff_no = 'A1'",
            []
        ),
        (
            "nomination", "UPDATE nomination SET position = 'x', changed_at = 'now' WHERE staff_no = 'A1'",
            ["nomination: position"]
        ),
        (
            "quota", "UPDATE quota SET allowed = allowed + 1 WHERE (holder, campaign, rule) = ('01', 'TEST', 'Q8')",
            ["quota: allowed"]
        ),
        (
            "dossier", "UPDATE dossier SET submitted_at = submitted_at - interval '1 day' WHERE unit = '04'",
            ["dossier: submitted_at"]
        ),
        (
            "decision_outcome",
            "DELETE FROM decision_outcome WHERE unit = '04' AND nomination = (SELECT min(nomination) FROM decision_outcome)",
            ["decision_outcome: missing"]
        ),
        (
            "account", "UPDATE account SET role = 'reporter' WHERE login = 'test_auditor'",
            [#"account {"login": "test_auditor"}: role"#]
        ),
        (
            "file",
            "UPDATE file SET content = content || 'x' WHERE unit = '04' AND sha256 = (SELECT sha256 FROM file WHERE unit = '04' ORDER BY sha256 LIMIT 1)",
            ["file: missing", "file: unknown"]
        ),
        (
            "staffing_row", "UPDATE staffing_row SET civil_servants = civil_servants + 1 WHERE unit = '04-KV01'",
            [#"staffing_row {"house": "04", "staffing_table": 1}: civil_servants"#]
        ),
        (
            "staffing_row", "UPDATE staffing_row SET name = 'x' WHERE unit = '04-KV01'",
            [
                #"staffing_row {"house": "04", "staffing_table": 1}: civil_servants, kind, name, unit"#,
                #"unit {"code": "04-KV01"}: name"#,
            ]
        ),
        // The unit as well, so that they agree with each other.
        (
            "staffing_row",
            """
            UPDATE staffing_row SET name = 'x' WHERE unit = '04-KV01';
            ALTER TABLE unit DISABLE TRIGGER ALL;
            UPDATE unit SET name = 'x' WHERE code = '04-KV01';
            ALTER TABLE unit ENABLE TRIGGER ALL
            """, [#"staffing_row {"house": "04", "staffing_table": 1}: civil_servants, kind, name, unit"#]
        ),
        (
            "award", "UPDATE award SET name_vi = 'x' WHERE code = 'minister_certificate'",
            [#"award {"code": "minister_certificate"}: name_vi"#]
        ),
    ]

    func withoutKey(_ gap: String) -> String { gap.replacing(#/ \{.*\}: /#, with: ": ") }

    /// Without the keys, if only the tables are expected.
    private func matches(_ found: [String], _ expected: [String]) -> Bool {
        found == expected || found.map(withoutKey).sorted() == expected
    }

    @Test(arguments: tampering.indices)
    func `What is changed while the triggers are off is named, down to the column`(index: Int) throws {
        let (relation, script, expected) = Self.tampering[index]
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try Neighbour(&connection, conninfo)
            expect(try connection.gaps(), is: [])
            try connection.execute("SET session_replication_role = replica")
            try connection.tamper(relation, script)
            let found = try connection.gaps().sorted()
            #expect(matches(found, expected), "\(script): \(found)")
        }
    }

    @Test func `A recorded change of a row that was tampered with does not hide that`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'a')")
            try connection.tamper("person", "UPDATE person SET name = 'b'")
            try connection.execute("UPDATE person SET name = 'c'")
            expect(try connection.gaps(), is: [#"person {"unit": "01", "staff_no": "A1"}: name"#])
            try connection.execute("DELETE FROM person")
            expect(try connection.gaps(), is: [#"person {"unit": "01", "staff_no": "A1"}: name"#])
        }
    }

    @Test func `A row that is added to what the migrations left behind is named, and so is a table whose trigger was removed`()
        throws
    {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.tamper("award", "INSERT INTO award VALUES ('x', 9, 'x', 'y')")
            try connection.tamper(
                "seed",
                #"UPDATE seed SET added = added || '[{"code": "x", "rank": 9, "name_en": "y", "name_vi": "x"}]' WHERE relation = 'award'"#
            )
            #expect(try connection.gaps().map(withoutKey) == ["seed: added"])
            try connection.execute(
                script:
                    "DROP TRIGGER person_is_audited ON person; INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'a')"
            )
            #expect(try connection.gaps().contains(#"person {"unit": "01", "staff_no": "A1"}: unknown"#))
        }
    }

    @Test func `The auditor sees which row and column, but not who it is about`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            _ = try Neighbour(&connection, conninfo)
            try connection.tamper("person", "UPDATE person SET name = 'Trần Văn Tráo' WHERE staff_no = 'A1'")
            var auditor = try Connection(RegistryDatabase.Login.auditor.conninfo(conninfo))
            expect(try auditor.gaps(), is: [#"person {"unit": "01", "staff_no": "…"}: name"#])
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            expect(try administrator.gaps(), is: [#"person {"unit": "01", "staff_no": "A1"}: name"#])
            let found = try Doctor.examine(on: &administrator).filter { $0.check == .trail }
            #expect(found.map(\.message.en) == ["Table person, row staff_no A1, unit 01: column name differs from the trail."])
            for login in [RegistryDatabase.Login.clerk01, .council, .reporter] {
                var other = try Connection(login.conninfo(conninfo))
                let error = #expect(throws: ServerError.self) { try other.execute("SELECT FROM audit_gap()") }
                #expect(error?.sqlState == .insufficientPrivilege)
            }
        }
    }
}
