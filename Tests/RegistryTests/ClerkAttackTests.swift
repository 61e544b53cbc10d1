import Postgres
import Registry
import TestSupport
import Testing

/// What raw SQL cannot do with the table privileges of a clerk: the database is the only wall.
@Suite(.keepsFailedDatabases) struct ClerkAttackTests {
    /// Lends a clerk's session on a registry where 01 has used up its two slots for collectives (of 15 area offices).
    private func asClerk<T>(_ body: (inout Connection) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { administrator, conninfo in
            try prepare(&administrator)
            var clerk = try Connection(conninfo.replacing("user=thidua", with: "user=test_clerk"))
            return try body(&clerk)
        }
    }

    private func prepare(_ connection: inout Connection) throws {
        try ProvinceFixture(civilServants: 199, areaOffices: 15).importStaffing(on: &connection)
        try ProvinceFixture(code: "04", name: "Cao Bằng").importStaffing(on: &connection)
        for number in 1...2 { _ = try Nomination.add(.collective("01-KV0\(number)"), on: &connection) }
        _ = try Nomination.add(.collective("04", of: "04"), on: &connection)
        try connection.execute(
            script: """
                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'test_clerk') THEN
                        CREATE ROLE test_clerk LOGIN;
                    END IF;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;  -- another test was first
                END $$;
                GRANT SELECT ON ALL TABLES IN SCHEMA public TO test_clerk;
                GRANT INSERT, UPDATE, DELETE ON nomination, person TO test_clerk;
                """)
    }

    private func counts(on clerk: inout Connection) throws -> [Int] {
        try clerk.query("SELECT used FROM quota_status WHERE used > 0 ORDER BY campaign, holder, award, subject") {
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
        ("UPDATE nomination SET allowed = NULL WHERE collective = '01-KV01'", "nomination_holds_a_slot_unless_withdrawn"),
        ("UPDATE nomination SET state = 'awarded'", "nomination_state_is_known"),
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
    func `A clerk with psql cannot break a quota`(number: Int) throws {
        let (statement, expected) = Self.quotaAttacks[number]
        try asClerk { clerk in
            let before = try counts(on: &clerk)
            expect(try refusingConstraint { try clerk.execute(statement) }, is: expected)
            expect(try counts(on: &clerk), is: before)
        }
    }

    @Test func `COPY, a deferred check and a temporary table of the same name do not help`() throws {
        try asClerk { clerk in
            let copied = try refusingConstraint {
                try clerk.copyIn("COPY nomination (unit, campaign, award, subject, collective) FROM STDIN") {
                    try $0.writeRow(["01", "TEST", "director_certificate", "collective", "01-KV03"])
                }
            }
            #expect(copied == "nomination_slot_is_within_quota")
            let deferred = try refusingConstraint {
                try clerk.transaction { transaction in
                    try transaction.execute("SET CONSTRAINTS ALL DEFERRED")
                    try transaction.execute("UPDATE nomination SET slot = 2 WHERE collective = '01-KV01'")
                }
            }
            #expect(deferred == "nomination_slot_is_held_once")
            try clerk.execute("CREATE TEMPORARY TABLE quota AS SELECT q.* FROM public.quota q")
            try clerk.execute("UPDATE pg_temp.quota SET allowed = 99")
            try clerk.execute("CREATE TEMPORARY TABLE campaign AS SELECT c.* FROM public.campaign c")
            let shadowed = try refusingConstraint {
                try clerk.execute(
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
        "SELECT quota_apply()", "DROP TRIGGER nomination_is_made_before_the_deadline ON nomination",
        "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql RETURN '2000-01-01'::timestamptz",
    ])
    func `A clerk has no right to the rules themselves`(statement: String) throws {
        try asClerk { clerk in
            let error = #expect(throws: ServerError.self) { try clerk.execute(script: statement) }
            #expect(error?.sqlState == .insufficientPrivilege)
        }
    }

    @Test func `N2 holds across provinces, for whoever inserts first`() throws {
        try asClerk { clerk in
            try clerk.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'An'), ('04', 'A1', 'An')")
            let insert: (String) -> SQL = { unit in
                """
                INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                VALUES (\(unit), 'TEST', 'minister_certificate', 'individual', 'A1', 'x', \(unit))
                """
            }
            try clerk.execute(insert("01"))
            expect(try refusingConstraint { try clerk.execute(insert("04")) }, is: "nomination_subject_is_nominated_once")
            let renumbered = try refusingConstraint { try clerk.execute("UPDATE person SET staff_no = 'A2' WHERE unit = '01'") }
            #expect(renumbered == "nomination_person_is_registered")
        }
    }

    @Test(arguments: [
        "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01-KV03')",
        "INSERT INTO nomination (unit, campaign, award, subject, collective, entered_at) VALUES ('01', 'TEST', 'minister_certificate', 'collective', '01-KV03', '2000-01-01')",
        "UPDATE nomination SET position = position", "UPDATE nomination SET state = 'withdrawn'", "DELETE FROM nomination",
        "UPDATE nomination SET campaign = 'TEST', entered_at = '2000-01-01', changed_at = '2000-01-01'",
    ])
    func `A transaction opened before the deadline does nothing after it`(statement: String) throws {
        try RegistryDatabase.withOpenCampaign { administrator, conninfo in
            try prepare(&administrator)
            var clerk = try Connection(conninfo.replacing("user=thidua", with: "user=test_clerk"))
            try administrator.execute("UPDATE campaign SET deadline = clock_timestamp() + interval '200 ms' WHERE code = 'TEST'")
            let constraint = try refusingConstraint {
                try clerk.transaction(.init(isolation: .repeatableRead)) { transaction in
                    try transaction.execute("SELECT FROM nomination")
                    try transaction.execute("SELECT pg_sleep(0.25)")
                    try transaction.execute(script: statement)
                }
            }
            #expect(constraint == "nomination_is_made_before_the_deadline")
        }
    }
}
