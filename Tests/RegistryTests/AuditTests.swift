import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// The trail has every change, and tampering with it is detected.
@Suite(.limited, .keepsFailedDatabases) struct AuditTests {
    private func trail(
        _ connection: inout Connection, _ set: (inout AuditEntry.Filter) -> Void = { _ in }
    ) throws -> [AuditEntry] {
        var filter = AuditEntry.Filter()
        set(&filter)
        return try connection.transaction(.registryRead) { try AuditEntry.list(filter, &$0) }
    }

    private func faults(_ connection: inout Connection, seal: String? = nil) throws -> [AuditCheck.Fault] {
        try connection.transaction(.registryRead) { try AuditCheck.run(seal: seal, &$0).faults }
    }

    @Test func `The trail says who changed what, when, with which tool, from what to what`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try ProvinceFixture().importStaffing(on: &superuser)
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo), .init(applicationName: "thidua 9.9"))
            let id = try Nomination.add(.person("A1", name: "Trần Thị Hòa"), on: &clerk).id
            var change = Nomination.Change()
            change.position = "Chấp hành viên trung cấp"
            _ = try Nomination.edit(id, change, on: &clerk)
            _ = try Nomination.withdraw(id, on: &clerk)

            let rows = try trail(&clerk) { $0.nomination = id }
            #expect(rows.map(\.operation) == ["insert", "update", "update"])
            #expect(
                rows.allSatisfy { $0.login == "test_clerk_01" && $0.tool == "thidua 9.9" && $0.chain == "01" && !$0.isMasked })
            #expect(rows[1].changes == "position: Chấp hành viên → Chấp hành viên trung cấp")
            #expect(rows[2].changes.contains("state: draft → withdrawn") && rows[2].changes.contains("slot: 1 → –"))
            let person = try trail(&clerk) { $0.person = "a1" }
            #expect(person.map(\.relation) == ["person", "nomination", "nomination", "nomination"])
            expect(try faults(&superuser), is: [])
        }
    }

    @Test func `A change without effect leaves no row, and neither does one that is rolled back`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let id = try Nomination.add(.collective("01-KV01"), on: &connection).id
            let before = try trail(&connection).count
            try connection.execute("UPDATE nomination SET award = award WHERE id = \(id)")
            _ = refusal { _ = try Nomination.add(.collective("01-KV02"), on: &connection) }
            expect(try trail(&connection).count, is: before)
        }
    }

    @Test func `The trail is filtered by unit, nomination, login and time, and listed in order`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            try ProvinceFixture(code: "04", name: "Cao Bằng").importStaffing(on: &connection)
            let id = try Nomination.add(.collective("04-KV01", of: "04"), on: &connection).id
            let all = try trail(&connection)
            #expect(all.map(\.at) == all.map(\.at).sorted())
            let own = all.filter { $0.chain == "04" }.map(\.number)
            #expect(!own.isEmpty && own.count < all.count)
            #expect(try trail(&connection) { $0.unit = "04" }.map(\.number) == own)
            #expect(try trail(&connection) { $0.unit = "*" }.contains { $0.relation == "staffing_table" })
            #expect(try trail(&connection) { $0.nomination = id }.map(\.chain) == ["04"])
            #expect(try trail(&connection) { $0.login = "nobody" }.isEmpty)
            #expect(try trail(&connection) { $0.login = "thidua" }.count == all.count)
            let moment = try #require(all.last { $0.relation == "nomination" }).at
            let (before, after) = (all.filter { $0.at < moment }.count, all.filter { $0.at >= moment }.count)
            #expect(before > 0 && after > 0)
            #expect(try trail(&connection) { $0.since = moment }.count == after)
            #expect(try trail(&connection) { $0.until = moment }.count == before)
            #expect(try trail(&connection) { $0.limit = 3 }.map(\.number) == all.suffix(3).map(\.number))
            expect(refusal { _ = try trail(&connection) { $0.since = "hôm qua" } }, is: .invalidInput)
        }
    }

    @Test func `A nomination that moves to another unit leaves one chain and enters another`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let bureaus = "CUC,Cục,Ban 1,bureau,9\r\nCUC,Cục,Ban 2,bureau,9\r\n"
            try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
            let id = try Nomination.add(.collective("CUC-BAN-1", of: "CUC"), on: &connection).id
            var change = Nomination.Change()
            change.unit = "CUC-BAN-1"
            _ = try Nomination.edit(id, change, on: &connection)
            let rows = try trail(&connection) { $0.nomination = id }
            #expect(rows.map(\.chain) == ["CUC", "CUC", "CUC-BAN-1"])
            #expect(rows.map(\.operation) == ["insert", "delete", "insert"])
            #expect(rows[1].after == nil && rows[2].before == nil)
            expect(try faults(&connection), is: [])
        }
    }

    @Test func `The auditor reads the trail without personal data, and can still verify it`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            try ProvinceFixture().importStaffing(on: &superuser)
            let id = try Nomination.add(.person("A1", award: "minister_certificate", name: "Trần Thị Hòa"), on: &superuser).id
            try DossierFixture().submit(on: &superuser)
            _ = try Endorsement.add(id, on: &superuser)
            var auditor = try Connection(RegistryDatabase.Login.auditor.conninfo(conninfo))
            let rows = try trail(&auditor)
            let masked = Set(rows.filter(\.isMasked).map(\.relation))
            #expect(
                masked == [
                    "person", "nomination", "attestation", "completion", "conduct", "document", "certification", "endorsement",
                ])
            let text = rows.map { "\($0.changes) \($0.before ?? "") \($0.after ?? "")" }.joined()
            for personal in ["Hòa", "A1", "Chấp hành viên", "Báo cáo số", "Trưởng", "HEAD", "pdf"] {
                #expect(!text.contains(personal))
            }
            #expect(try trail(&auditor) { $0.person = "A1" }.isEmpty)
            expect(try faults(&auditor), is: [])
            // Verification detects alterations even of what the auditor may not read.
            try superuser.execute(
                script: "ALTER TABLE audit_personal DISABLE TRIGGER ALL; UPDATE audit_personal SET after = '{}'")
            #expect(try faults(&auditor).map(\.kind) == [.altered])
        }
    }

    @Test func `A collective's nomination contains no personal data, up to its endorsement`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let id = try Nomination.add(.collective("01", of: "01", award: "minister_certificate"), on: &superuser).id
            try DossierFixture().submit(on: &superuser)
            _ = try Endorsement.add(id, on: &superuser)
            var auditor = try Connection(RegistryDatabase.Login.auditor.conninfo(conninfo))
            let rows = try trail(&auditor).filter { $0.relation == "nomination" }
            #expect(rows.count == 3 && rows.allSatisfy { !$0.isMasked })
        }
    }

    @Test func `The trail has a file's hash, but not its bytes`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, _ in
            _ = try CompleteDossier.ready(of: "01", on: &superuser)
            let mismatches = try superuser.rows(
                """
                SELECT f.unit, a.after FROM file f FULL JOIN audit a ON a.relation = 'file' AND a.after ->> 'sha256' = f.sha256::text
                WHERE (f.unit IS NULL OR a.chain IS DISTINCT FROM f.unit OR a.after - '{unit,sha256}'::text[] <> '{}')
                    AND coalesce(a.relation, 'file') = 'file'
                """)
            #expect(mismatches == [])
            expect(try superuser.rows("SELECT count(*) > 0 FROM audit WHERE relation = 'file'"), is: ["(t)"])
        }
    }

    // MARK: Concurrent writers

    @Test(arguments: ["READ COMMITTED", "REPEATABLE READ", "SERIALIZABLE"])
    func `Chains stay intact when many sessions write at once, to the same and to different units`(isolation: String) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let level = try #require(TransactionOptions.Isolation(rawValue: isolation))
            let (writers, changes) = (12, 8)
            let units = ["01", "04", "08"]
            try onThreads(writers) { number in
                var session = try Connection(conninfo)
                for change in 0..<changes {
                    var options = TransactionOptions.registryWrite
                    options.isolation = level
                    options.retry.maximumAttempts = 500
                    let unit = units[(number + change) % units.count]
                    try session.transaction(options) { transaction in
                        try transaction.execute(
                            "INSERT INTO person (unit, staff_no, name) VALUES (\(unit), \("W\(number)-\(change)"), 'Nguyễn Văn An')"
                        )
                    }
                }
            }
            expect(try faults(&connection), is: [])
            let counted = try connection.first(
                """
                SELECT count(*)::integer AS rows, count(DISTINCT (chain, number))::integer AS numbers,
                       (SELECT count(*)::integer FROM person) AS people
                FROM audit WHERE relation = 'person'
                """
            ) { [try $0["rows"] as Int, try $0["numbers"] as Int, try $0["people"] as Int] }
            #expect(counted == [writers * changes, writers * changes, writers * changes])
            let unordered = try connection.execute(
                "SELECT FROM (SELECT at < lag(at) OVER (PARTITION BY chain ORDER BY number) AS back FROM audit) entry WHERE back")
            #expect(unordered == 0)
        }
    }

    @Test func `Units do not wait for each other`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.transaction { transaction in
                // As if it were about to commit: only then is the head of the chain locked.
                try transaction.execute("SET CONSTRAINTS ALL IMMEDIATE")
                try transaction.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'x')")
                var other = try Connection(conninfo)
                try other.execute(
                    script: "SET lock_timeout = 1000; INSERT INTO person (unit, staff_no, name) VALUES ('04', 'A1', 'x')")
                let same = #expect(throws: ServerError.self) {
                    try other.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A2', 'x')")
                }
                #expect(same?.sqlState == .lockNotAvailable)
            }
        }
    }

    // MARK: Tampering

    /// Alterations of 01's chain by a superuser: a description, the script, the row reported (0: one near the end), and the
    /// fault.
    private static let alterations: [(String, String, Int, AuditCheck.Fault.Kind)] = [
        ("a value", "UPDATE audit SET after = after || '{\"allowed\": 99}' WHERE (chain, number) = ('01', 3)", 3, .altered),
        ("a login", "UPDATE audit SET login = 'x' WHERE (chain, number) = ('01', 3)", 3, .altered),
        ("a time", "UPDATE audit SET at = at + interval '1 microsecond' WHERE (chain, number) = ('01', 3)", 3, .altered),
        ("a tool", "UPDATE audit SET tool = 'x' WHERE (chain, number) = ('01', 3)", 3, .altered),
        ("its hash", "UPDATE audit SET hash = sha256('x') WHERE (chain, number) = ('01', 3)", 3, .altered),
        (
            "a value with its hash", "UPDATE audit SET login = 'x' WHERE (chain, number) = ('01', 3); \(rehash("number = 3"))", 3,
            .altered
        ),
        (
            "the last with its hash",
            "UPDATE audit SET login = 'x' WHERE (chain, number) = ('01', (SELECT max(number) FROM audit WHERE chain = '01')); \(rehash("number = (SELECT max(number) FROM audit WHERE chain = '01')"))",
            0, .altered
        ),
        ("a row removed", "DELETE FROM audit WHERE (chain, number) = ('01', 3)", 3, .missing),
        ("the first removed", "DELETE FROM audit WHERE (chain, number) = ('01', 1)", 1, .missing),
        (
            "the last removed",
            "DELETE FROM audit WHERE (chain, number) = ('01', (SELECT max(number) FROM audit WHERE chain = '01'))", 0, .missing
        ),
        ("all removed", "DELETE FROM audit WHERE chain = '01'", 1, .missing),
        ("the head removed", "DELETE FROM audit_head WHERE chain = '01'", 0, .altered),
        (
            "two numbers swapped",
            "UPDATE audit SET number = -3 WHERE (chain, number) = ('01', 3); UPDATE audit SET number = 3 WHERE (chain, number) = ('01', 4); UPDATE audit SET number = 4 WHERE (chain, number) = ('01', -3)",
            3, .altered
        ),
        ("personal data", "UPDATE audit_personal SET after = after || '{\"name\": \"x\"}' WHERE chain = '01'", 0, .altered),
        ("personal data removed", "DELETE FROM audit_personal WHERE chain = '01'", 0, .altered),
        // After the seal of this trail: everything that follows is rewritten, and consistent.
        ("everything from there on", "UPDATE audit SET login = 'x' WHERE (chain, number) = ('01', 3); \(rechain)", 0, .rewritten),
        (
            "the chain and its head removed",
            "DELETE FROM audit WHERE chain = '01'; DELETE FROM audit_personal WHERE chain = '01'; DELETE FROM audit_head WHERE chain = '01'",
            0, .missing
        ),
        (
            "its end and its head",
            "DELETE FROM audit WHERE chain = '01' AND number > 3; DELETE FROM audit_personal WHERE chain = '01' AND number > 3; UPDATE audit_head h SET number = 3, hash = a.hash FROM audit a WHERE (h.chain, a.chain, a.number) = ('01', '01', 3)",
            0, .missing
        ),
    ]

    private static func rehash(_ rows: String) -> String {
        """
        UPDATE audit SET hash = audit_hash(previous, chain, number, at, done_at, login, tool, relation, nomination, before, after, personal)
        WHERE chain = '01' AND \(rows)
        """
    }

    /// Recomputes 01's chain from its beginning, including its head.
    private static let rechain = """
        DO $$
        DECLARE entry audit; last bytea := sha256('');
        BEGIN
            FOR entry IN SELECT * FROM audit WHERE chain = '01' ORDER BY number LOOP
                UPDATE audit SET previous = last WHERE (chain, number) = ('01', entry.number);
                \(rehash("number = entry.number"));
                last := (SELECT hash FROM audit WHERE (chain, number) = ('01', entry.number));
            END LOOP;
            UPDATE audit_head SET hash = last WHERE chain = '01';
        END $$
        """

    /// Calls `body` with a sealed trail that has some of everything in 01's chain, the seal, and that chain's number of rows.
    private func withSealedTrail(_ body: (inout Connection, String, Int) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            _ = try Nomination.add(.person("A1"), on: &connection)
            let seal = try AuditCheck.seal(on: &connection)
            let rows: Int? = try connection.first("SELECT number FROM audit_head WHERE chain = '01'") { try $0["number"] }
            try body(&connection, seal, try #require(rows))
        }
    }

    @Test(arguments: alterations.indices)
    func `The first altered or missing row is reported, even if the owner altered it`(index: Int) throws {
        let (what, script, number, kind) = Self.alterations[index]
        try withSealedTrail { connection, seal, rows in
            expect(try faults(&connection, seal: seal), is: [])
            try connection.execute(
                script:
                    "ALTER TABLE audit DISABLE TRIGGER ALL; ALTER TABLE audit_personal DISABLE TRIGGER ALL; ALTER TABLE audit_head DISABLE TRIGGER ALL; \(script)"
            )
            let found = try faults(&connection)
            #expect(found.map(\.chain) == ["01"], "\(what)")
            #expect(found.first?.kind == kind, "\(what)")
            // If no number is given, the row is near the end, where the person is.
            #expect(number > 0 ? found.first?.number == number : (found.first?.number ?? 0) > 3, "\(what): \(found)")
            #expect((found.first?.number ?? 0) <= rows)
        }
    }

    @Test func `A seal that was printed is found, and an unknown one is not`() throws {
        try withSealedTrail { connection, seal, _ in
            expect(try faults(&connection, seal: seal.uppercased()), is: [])
            let unknown = try faults(&connection, seal: String(seal.reversed()))
            #expect(unknown.map(\.kind) == [.unknownSeal])
            // Removing the seal breaks its chain; or, if all that follows is removed, too, the printed seal becomes unknown.
            try connection.execute(
                script: """
                    ALTER TABLE audit DISABLE TRIGGER ALL; DELETE FROM audit WHERE relation = 'seal';
                    UPDATE audit_head SET (number, hash) = (SELECT number, hash FROM audit WHERE chain = '*' ORDER BY number DESC LIMIT 1)
                    WHERE chain = '*';
                    """)
            expect(try faults(&connection), is: [])
            #expect(try faults(&connection, seal: seal).map(\.kind) == [.unknownSeal])
        }
    }

    @Test(arguments: [
        "UPDATE audit SET login = 'x'", "DELETE FROM audit", "TRUNCATE audit", "DELETE FROM audit_head",
        "DELETE FROM audit_personal",
    ])
    func `Neither the owner nor a replica's session can rewrite the trail by accident`(statement: String) throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            try superuser.execute("INSERT INTO person (unit, staff_no, name) VALUES ('01', 'A1', 'x')")
            for role in ["thidua", "thidua_owner"] {
                try superuser.execute("SET session_replication_role = replica")
                try superuser.execute("SET ROLE \(identifier: role)")
                let error = #expect(throws: ServerError.self) { try superuser.execute(script: statement) }
                #expect(error?.sqlState == .insufficientPrivilege)
                try superuser.execute("RESET ROLE")
            }
        }
    }

    @Test func `A change is recorded even in a session in which ordinary triggers do not fire`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.execute(
                script:
                    "SET session_replication_role = replica; UPDATE campaign SET title = 'x' WHERE code = 'TEST'; RESET session_replication_role"
            )
            #expect(try trail(&connection) { $0.unit = "*" }.last?.changes.hasSuffix("→ x") == true)
        }
    }

    @Test func `A session's settings change neither what is recorded nor how it is verified`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            try connection.execute(
                script: """
                    SET timezone = 'America/New_York'; SET datestyle = 'German'; SET bytea_output = 'escape';
                    SET extra_float_digits = -10; SET intervalstyle = 'sql_standard';
                    """)
            _ = try Nomination.add(.collective("01-KV01"), on: &connection)
            let recorded: String? = try connection.first(
                "SELECT after ->> 'entered_at' AS moment FROM audit WHERE relation = 'nomination'"
            ) { try $0["moment"] }
            #expect(recorded?.hasSuffix("+00:00") == true)
            expect(try faults(&connection), is: [])
            try connection.execute("RESET ALL")
            expect(try faults(&connection), is: [])
        }
    }
}
