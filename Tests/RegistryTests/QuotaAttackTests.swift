import Postgres
import Registry
import TestSupport
import Testing

/// What raw SQL cannot do to a quota even with all privileges on the nominations themselves, which no clerk has: constraints
/// protect quotas where privileges do not.
@Suite(.limited, .keepsFailedDatabases) struct QuotaAttackTests {
    /// Calls `body` with a session that has all privileges on nominations. 01 has used up its two slots for collectives (15
    /// offices).
    private func asWriter<T>(_ body: (inout Connection) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { administrator, conninfo in
            try prepare(&administrator)
            // Otherwise no temporary table could be made, however that is granted.
            try administrator.execute("ALTER EVENT TRIGGER thidua_schema_is_the_owners DISABLE")
            try administrator.execute(
                "GRANT TEMPORARY ON DATABASE \(identifier: administrator.place.database) TO thidua_administrator")
            var writer = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            return try body(&writer)
        }
    }

    private func prepare(_ connection: inout Connection) throws {
        try ProvinceFixture(civilServants: 199, areaOffices: 15).importStaffing(on: &connection)
        try ProvinceFixture(code: "04", name: "Cao Bằng").importStaffing(on: &connection)
        for number in 1...2 { _ = try Nomination.add(.collective("01-KV0\(number)"), on: &connection) }
        _ = try Nomination.add(.collective("04", of: "04"), on: &connection)
        try connection.execute("GRANT INSERT, UPDATE, DELETE ON nomination, person TO thidua_administrator")
    }

    private func counts(on writer: inout Connection) throws -> [Int] {
        try writer.query("SELECT used FROM quota_status WHERE used > 0 ORDER BY campaign, holder, award, subject") {
            try $0["used"]
        }
    }

    /// Statements that would break a quota, and the constraint that refuses each.
    private static let quotaAttacks: [(SQL, String)] = [
        (
            "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('01', 'TEST', 'director_certificate', 'collective', '01-KV03')",
            "nomination_slot_is_within_quota"
        ),
        (
            "INSERT INTO nomination (unit, campaign, award, subject, collective, holder, allowed, slot) VALUES ('01', 'TEST', 'director_certificate', 'collective', '01-KV03', '01', 99, 99)",
            "nomination_slot_is_within_quota"
        ),
        (
            "INSERT INTO nomination (unit, campaign, award, subject, collective, holder) VALUES ('01', 'TEST', 'director_certificate', 'collective', '01-KV03', '04')",
            "nomination_slot_is_within_quota"
        ),
        (
            "INSERT INTO nomination (unit, campaign, award, subject, collective, stage) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01-KV03', 'endorsement')",
            "nomination_is_a_proposal"
        ),
        ("UPDATE nomination SET allowed = 99 WHERE unit = '01'", "nomination_draws_on_a_quota"),
        ("UPDATE nomination SET slot = 3 WHERE collective = '01-KV01'", "nomination_slot_is_within_quota"),
        ("UPDATE nomination SET slot = 0 WHERE collective = '01-KV01'", "nomination_slot_is_within_quota"),
        ("UPDATE nomination SET slot = 2 WHERE collective = '01-KV01'", "nomination_slot_is_held_once"),
        ("UPDATE nomination SET allowed = 3, slot = 3 WHERE collective = '01-KV01'", "nomination_draws_on_a_quota"),
        ("UPDATE nomination SET allowed = NULL WHERE collective = '01-KV01'", "nomination_holds_a_slot_while_it_stands"),
        ("UPDATE nomination SET state = 'awarded'", "nomination_step_is_known"),
        // Nor is a nomination submitted before its dossier.
        ("UPDATE nomination SET state = 'submitted'", "nomination_dossier_is_open"),
        ("UPDATE nomination SET unit = '01' WHERE unit = '04'", "nomination_slot_is_within_quota"),
        (
            "UPDATE nomination SET unit = '04', award = 'minister_certificate' WHERE collective = '01-KV01'",
            "nomination_collective_is_of_the_house"
        ),
        ("UPDATE nomination SET unit = '01', collective = '01-KV03' WHERE unit = '04'", "nomination_slot_is_within_quota"),
        ("UPDATE nomination SET collective = '01-KV02' WHERE collective = '01-KV01'", "nomination_subject_is_nominated_once"),
        (
            "INSERT INTO nomination (unit, campaign, award, subject, collective) SELECT '01', 'TEST', 'director_certificate', 'collective', code FROM unit WHERE parent = '01' ORDER BY code DESC",
            "nomination_slot_is_within_quota"
        ),
        (
            "MERGE INTO nomination n USING unit u ON n.collective = u.code WHEN NOT MATCHED AND u.parent = '01' THEN INSERT (unit, campaign, award, subject, collective) VALUES ('01', 'TEST', 'director_certificate', 'collective', u.code)",
            "nomination_slot_is_within_quota"
        ),
    ]

    @Test(arguments: quotaAttacks.indices)
    func `Write privileges on nominations do not suffice to break a quota`(number: Int) throws {
        let (statement, expected) = Self.quotaAttacks[number]
        try asWriter { writer in
            let before = try counts(on: &writer)
            expect(try refusingConstraint { try writer.execute(statement) }, is: expected)
            expect(try counts(on: &writer), is: before)
        }
    }

    @Test func `COPY, a deferred check and a temporary table of the same name do not help`() throws {
        try asWriter { writer in
            // The superuser, to whom policies do not apply.
            try RegistryDatabase.withOpenCampaign { superuser, _ in
                try prepare(&superuser)
                let copied = try refusingConstraint {
                    try superuser.copyIn("COPY nomination (unit, campaign, award, subject, collective) FROM STDIN") {
                        try $0.writeRow(["01", "TEST", "director_certificate", "collective", "01-KV03"])
                    }
                }
                #expect(copied == "nomination_slot_is_within_quota")
            }
            let deferred = try refusingConstraint {
                try writer.transaction { transaction in
                    try transaction.execute("SET CONSTRAINTS ALL DEFERRED")
                    try transaction.execute("UPDATE nomination SET slot = 2 WHERE collective = '01-KV01'")
                }
            }
            #expect(deferred == "nomination_slot_is_held_once")
            try writer.execute("CREATE TEMPORARY TABLE quota AS SELECT q.* FROM public.quota q")
            try writer.execute("UPDATE pg_temp.quota SET allowed = 99")
            try writer.execute("CREATE TEMPORARY TABLE campaign AS SELECT c.* FROM public.campaign c")
            let shadowed = try refusingConstraint {
                try writer.execute(
                    """
                    INSERT INTO nomination (unit, campaign, award, subject, collective)
                    VALUES ('01', 'TEST', 'director_certificate', 'collective', '01-KV03')
                    """)
            }
            #expect(shadowed == "nomination_slot_is_within_quota")
        }
    }

    @Test(arguments: [
        "UPDATE quota SET allowed = 99", "DELETE FROM quota", "UPDATE campaign SET deadline = 'tomorrow'",
        "UPDATE quota_bracket SET allowed = 99", "UPDATE staffing_row SET civil_servants = 999",
        "TRUNCATE nomination", "SET session_replication_role = replica", "ALTER TABLE nomination DISABLE TRIGGER ALL",
        "DROP TRIGGER nomination_is_judged ON nomination",
        "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql RETURN '2000-01-01'::timestamptz",
    ])
    func `Even an administrator has no privileges to change the rules themselves`(statement: String) throws {
        try asWriter { writer in
            let error = #expect(throws: ServerError.self) { try writer.execute(script: statement) }
            #expect(error?.sqlState == .insufficientPrivilege)
        }
    }

    @Test func `N2 applies across provinces: the first insert wins`() throws {
        try asWriter { writer in
            try writer.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'An'), ('04', 'A1', 'An')")
            let insert: (String) -> SQL = { unit in
                """
                INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                VALUES (\(unit), 'TEST', 'minister_certificate', 'individual', 'A1', 'x', \(unit))
                """
            }
            try writer.execute(insert("01"))
            expect(try refusingConstraint { try writer.execute(insert("04")) }, is: "nomination_subject_is_nominated_once")
            let renumbered = try refusingConstraint { try writer.execute("UPDATE person SET staff_no = 'A2' WHERE unit = '01'") }
            #expect(renumbered == "nomination_person_is_registered")
        }
    }

    @Test(arguments: [
        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01-KV03')",
        "INSERT INTO nomination (unit, campaign, award, subject, collective, entered_at) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01-KV03', '2000-01-01')",
        "UPDATE nomination SET position = position", "UPDATE nomination SET state = 'withdrawn'", "DELETE FROM nomination",
        "UPDATE nomination SET campaign = 'TEST', entered_at = '2000-01-01', changed_at = '2000-01-01'",
    ])
    func `A transaction opened before the deadline cannot change anything after it`(statement: String) throws {
        try RegistryDatabase.withOpenCampaign { administrator, conninfo in
            try prepare(&administrator)
            var writer = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            try administrator.execute("UPDATE campaign SET deadline = clock_timestamp() + interval '200 ms' WHERE code = 'TEST'")
            let constraint = try refusingConstraint {
                try writer.transaction(.init(isolation: .repeatableRead)) { transaction in
                    try transaction.execute("SELECT FROM nomination")
                    try transaction.execute("SELECT pg_sleep_until(deadline) FROM campaign WHERE code = 'TEST'")
                    try transaction.execute(script: statement)
                }
            }
            #expect(constraint == "campaign_is_before_its_deadline")
        }
    }
}
