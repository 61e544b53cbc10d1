import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// The trail has every change, and tampering with it is detected.
@Suite(.limited, .keepsFailedDatabases) struct AuditTests {
    func trail(
        _ connection: inout Connection, _ set: (inout AuditEntry.Filter) -> Void = { _ in }
    ) throws -> [AuditEntry] {
        var filter = AuditEntry.Filter()
        set(&filter)
        return try connection.transaction(.registryRead) { try AuditEntry.list(filter, &$0) }
    }

    func faults(_ connection: inout Connection, seal: String? = nil) throws -> [AuditCheck.Fault] {
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
                    "seed",
                ])
            let text = rows.map { "\($0.changes) \($0.before ?? "") \($0.after ?? "")" }.joined()
            for personal in ["Hòa", "A1", "Chấp hành viên", "Báo cáo số", "Trưởng", "HEAD", "pdf"] {
                #expect(!text.contains(personal))
            }
            #expect(try trail(&auditor) { $0.person = "A1" }.isEmpty)
            expect(try faults(&auditor), is: [])
            // Verification detects alterations even of what the auditor may not read.
            try superuser.execute(
                script: """
                    ALTER TABLE audit_personal DISABLE TRIGGER ALL;
                    UPDATE audit_personal SET after = '{}' WHERE chain = '01';
                    """)
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

    /// From an earlier snapshot, a clerk would be told by an error whether anybody had written to their unit's chain since: the council, for one.
    @Test(arguments: [TransactionOptions.Isolation.repeatableRead, .serializable], [false, true])
    func `In an earlier snapshot nothing is changed, whoever has written meanwhile`(
        isolation: TransactionOptions.Isolation, isWritten: Bool
    ) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            var clerk = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            let refused = try refusingConstraint {
                try clerk.transaction(.init(isolation: isolation)) { transaction in
                    try transaction.execute("SELECT FROM nomination")
                    if isWritten { try superuser.execute("INSERT INTO person (unit, staff_no, name) VALUES ('04', 'W', 'Ai')") }
                    try transaction.execute("SELECT person_register('04', 'P', 'Nguyễn Văn An')")
                    try transaction.execute(script: "SET CONSTRAINTS ALL IMMEDIATE")
                }
            }
            #expect(refused == "audit_is_written_as_of_now")
        }
    }

    @Test func `Chains stay intact when many sessions write at once, to the same and to different units`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let (writers, changes) = (12, 8)
            let units = ["01", "04", "08"]
            try onThreads(writers) { number in
                var session = try Connection(conninfo)
                for change in 0..<changes {
                    var options = TransactionOptions.registryWrite
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
}
