import Postgres
import Registry
import TestSupport
import Testing

/// The doctor finds each fault, says what to do, and reports nothing else.
@Suite(.limited, .keepsFailedDatabases) struct DoctorTests {
    /// What is found, except what depends on this machine: PostgreSQL's version, and its disk.
    private func found(_ connection: inout Connection) throws -> [Diagnosis.Check] {
        try Doctor.examine(on: &connection)
            .filter { $0.state == .found && $0.check != .version && $0.check != .disk }.map(\.check)
    }

    @Test func `Every check reports, and finds nothing in an administrator's new registry`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try superuser.execute("SELECT database_close()")
            try ProvinceFixture().importStaffing(on: &superuser)
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            let diagnoses = try Doctor.examine(on: &administrator)
            #expect(Set(diagnoses.map(\.check)) == Set(Diagnosis.Check.allCases))
            expect(try found(&administrator), is: [])
            #expect(diagnoses.allSatisfy { ($0.remedy != nil) == ($0.state == .found) })
            // Only the superuser can see the disk; being the superuser is itself a finding.
            let own = try Doctor.examine(on: &superuser)
            #expect(own.contains { $0.check == .disk && $0.state != .skipped })
            expect(try found(&superuser), is: [.role])
        }
    }

    private static let faults: [(String, Diagnosis.Check)] = [
        ("ALTER TABLE person NO FORCE ROW LEVEL SECURITY", .access),
        ("ALTER TABLE nomination DISABLE TRIGGER nomination_is_audited", .access),
        ("DELETE FROM migration WHERE name LIKE '606%'", .migrations),
        ("DELETE FROM migration WHERE name LIKE '0005%'", .migrations),
        (
            """
            ALTER TABLE audit DISABLE TRIGGER audit_is_never_rewritten;
            UPDATE audit SET login = 'x' WHERE (chain, number) = ('01', 2);
            ALTER TABLE audit ENABLE ALWAYS TRIGGER audit_is_never_rewritten
            """, .trail
        ),
        ("UPDATE quota SET allowed = 7 WHERE (holder, campaign, rule) = ('01', 'TEST', 'Q8')", .quotas),
        (
            "INSERT INTO staffing_table (as_of, file_name, sha256) VALUES ('today', 'x', sha256('x')); INSERT INTO staffing_row SELECT max(id), '01', '01', 'province', 'x', 9 FROM staffing_table; INSERT INTO staffing_house SELECT max(id), '01', 1, 0, 9 FROM staffing_table",
            .staffing
        ),
    ]

    @Test(arguments: faults)
    func `A fault is found, and nothing else, with a remedy`(script: String, check: Diagnosis.Check) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try superuser.execute("SELECT database_close()")
            try ProvinceFixture().importStaffing(on: &superuser)
            try superuser.execute(script: script)
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            #expect(Set(try found(&administrator)) == [check])
        }
    }

    @Test func `A clerk may run the doctor, and sees what concerns them`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try superuser.execute("SELECT database_close()")
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            expect(try found(&clerk), is: [])
            let diagnoses = try Doctor.examine(on: &clerk)
            #expect(
                diagnoses.filter { $0.state == .skipped }.map(\.check) == [
                    .disk, .replication, .patroni, .backup, .trail, .staffing, .quotas,
                ])
            #expect(diagnoses.contains { $0.check == .role && $0.message.en == "test_clerk_01: Clerk, 01" })
        }
    }

    @Test func `Every fault of the server has a description`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let source = try connection.first(
                "SELECT prosrc FROM pg_proc WHERE proname = 'server_fault' AND pronamespace = 'public'::regnamespace"
            ) {
                try $0[0] as String
            }
            let words = Set(try #require(source).matches(of: /'([a-z]+(?:_[a-z]+)+)'/).map { String($0.1) })
            let settings = Set(try connection.query("SELECT name FROM pg_settings") { try $0[0] as String })
            #expect(words.subtracting(settings).subtracting(["thidua_accounts"]) == Set(Diagnosis.serverFaultKinds))
        }
    }

    @Test func `In a database that is not migrated, that is the only finding`() throws {
        try TestServer.withConnection { connection in
            expect(try found(&connection), is: [.migrations])
        }
    }

    @Test(arguments: [(150_020, false), (150_019, true), (170_012, false), (170_011, true), (140_099, true), (190_000, false)])
    func `A version with known security vulnerabilities is found`(number: Int, isFound: Bool) {
        #expect((ServerVersion(number).diagnosis(on: ServerVersion.listed).state == .found) == isFound)
    }

    @Test func `The list of secure versions gives its date, and vouches for nothing after a year`() {
        let found = ServerVersion(150_019).diagnosis(on: "2027-11-22")
        #expect(found.state == .found && found.message.en.hasSuffix("(list of 23/11/2026)."))
        let current = ServerVersion(150_020).diagnosis(on: "2027-11-22")
        #expect(current.state == .ok && current.message.en == "PostgreSQL 15.20")
        let expired = ServerVersion(150_020).diagnosis(on: "2027-11-23")
        #expect(expired.state == .ok && expired.message.en.contains("the list of 23/11/2026 is more than a year old"))
        #expect(ServerVersion(150_019).diagnosis(on: "2027-11-23").state == .found)
    }
}
