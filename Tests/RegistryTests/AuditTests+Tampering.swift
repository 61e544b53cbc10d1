import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Tampering is detected.
extension AuditTests {
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
