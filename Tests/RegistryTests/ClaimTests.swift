import Postgres
import Registry
import TestSupport
import Testing

/// N2: a unit that is refused what another unit has nominated learns no more than that; the Department does.
@Suite(.limited, .keepsFailedDatabases) struct ClaimTests {
    /// A registry in which 01 has nominated the person `04-1`, and a clerk of 04, who hears about it only in notices.
    func withRivals(
        _ body: (inout Connection, inout Connection, Mailbox<Notice>, String) throws -> Void
    ) throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            let csv =
                ProvinceFixture.header + ProvinceFixture(civilServants: 600, areaOffices: 15).csv
                + ProvinceFixture(code: "04", name: "Cao Bằng", civilServants: 100, areaOffices: 3).csv
                + (1...3).map { "CUC,Cục,Ban \($0),bureau,9\r\n" }.joined()
            try StaffingImport.run(csv: csv, on: &superuser)
            _ = try Nomination.add(.person("04-1", name: "Trần Thị Hòa"), on: &superuser)
            let notices = Mailbox<Notice>()
            var clerk = try Connection(
                RegistryDatabase.Login.clerk04.conninfo(conninfo), .init(onNotice: { notices.append($0) }))
            try body(&superuser, &clerk, notices, conninfo)
        }
    }

    /// Raw SQL, as a clerk of 04 may write it.
    static func insert(_ staffNo: String, award: String = "director_certificate", of unit: String = "04") -> SQL {
        """
        INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
        VALUES (\(unit), 'TEST', \(award), 'individual', \(staffNo), 'x', \(unit))
        """
    }

    /// What the Department has to settle.
    func findings(on connection: inout Connection) throws -> [String] {
        try connection.transaction(.registryRead) { transaction in
            try NominationFinding.list(campaign: "TEST", &transaction).map {
                "\($0.kind) \($0.unit) \($0.staffNo ?? $0.collective ?? "") \($0.nominee ?? ""): \($0.otherUnit) \($0.otherStaffNo ?? "")"
            }
        }
    }

    func count(_ table: SQL, on connection: inout Connection) throws -> Int {
        try connection.first("SELECT count(*) AS n FROM \(table)") { try $0["n"] } ?? 0
    }

    static let claim = "claim 04 04-1 Trần Thị Hòa: 01 04-1"

    // MARK: Raw SQL

    @Test func `Raw SQL: the statement enters nothing, warns, and keeps one claim, however often it is run`() throws {
        try withRivals { superuser, clerk, notices, _ in
            try clerk.execute("SELECT person_register('04', '04-1', 'Trần Thị Hòa')")
            for _ in 1...2 { expect(try clerk.execute(Self.insert("04-1")), is: 0) }
            expect(try clerk.execute(Self.insert("04-1", award: "minister_certificate")), is: 0)
            #expect(notices.contents.map(\.constraint) == Array(repeating: "nomination_subject_is_nominated_once", count: 3))
            #expect(notices.contents.allSatisfy { $0.severity == "WARNING" && $0.detail == nil })
            expect(try findings(on: &superuser), is: [Self.claim])
            expect(try count("claim", on: &superuser), is: 1)
            expect(try count("dossier WHERE unit = '04'", on: &superuser), is: 0)
        }
    }

    @Test func `Raw SQL: a quota that is used up changes nothing about the answer`() throws {
        try withRivals { superuser, clerk, notices, _ in
            _ = try Nomination.add(.person("B1", of: "04", name: "Lý Văn Bảo"), on: &superuser)
            try clerk.execute(
                "SELECT person_register('04', '04-1', 'Trần Thị Hòa'), person_register('04', '04.1', 'Trần Thị Hoà')")
            for staffNo in ["04-1", "04.1"] { expect(try clerk.execute(Self.insert(staffNo)), is: 0) }
            #expect(notices.contents.map(\.constraint) == Array(repeating: "nomination_subject_is_nominated_once", count: 2))
            #expect(Set(notices.contents.map { "\($0.sqlState) \($0.message) \($0.hint ?? "")" }).count == 1)
            // One person, however the number is spelled.
            expect(try findings(on: &superuser), is: [Self.claim])
        }
    }

    @Test func `Raw SQL: in a transaction, what follows is entered and the claim is committed with it`() throws {
        try withRivals { superuser, clerk, _, _ in
            try clerk.transaction { transaction in
                try transaction.execute("SELECT person_register('04', '04-1', 'Trần Thị Hòa')")
                expect(try transaction.execute(Self.insert("04-1")), is: 0)
                try transaction.execute(
                    "INSERT INTO nomination (unit, campaign, award, subject, collective) VALUES ('04', 'TEST', 'director_certificate', 'collective', '04')"
                )
            }
            expect(try findings(on: &superuser), is: [Self.claim])
            expect(try count("nomination WHERE unit = '04'", on: &superuser), is: 1)
        }
    }

    @Test func `Raw SQL: changing the nominee and undoing a withdrawal are answered in the same way`() throws {
        try withRivals { superuser, clerk, notices, _ in
            let own = try Nomination.add(.person("B1", of: "04", name: "Lý Văn Bảo"), on: &clerk)
            try clerk.execute("SELECT person_register('04', '04-1', 'Trần Thị Hòa')")
            expect(try clerk.execute("UPDATE nomination SET staff_no = '04-1' WHERE id = \(own.id)"), is: 0)
            expect(try findings(on: &superuser), is: [Self.claim])

            _ = try Nomination.withdraw(own.id, on: &clerk)
            _ = try Nomination.add(.person("B1", name: "Ai đó"), on: &superuser)
            let done: Bool?? = try clerk.first("SELECT nomination_step(\(own.id), 'withdrawn', 'draft') AS done") {
                try $0["done"]
            }
            #expect((done ?? nil) == nil)
            expect(try findings(on: &superuser), is: [Self.claim, "claim 04 B1 Lý Văn Bảo: 01 B1"])
            #expect(notices.contents.map(\.constraint) == Array(repeating: "nomination_subject_is_nominated_once", count: 2))
        }
    }

    @Test func `Two clerks at once: whoever commits second is refused, and that claim is kept`() throws {
        try withRivals { superuser, clerk, _, conninfo in
            try superuser.execute("SELECT person_register('01', 'C-1', 'Lý Văn Bảo'), person_register('04', 'C.1', 'Lý Văn Bảo')")
            let (waiting, entered) = (Mailbox<Int32>(), Mailbox<Int>())
            try onThreads(2) { number in
                if number == 0 {
                    var first = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
                    var observer = try Connection(conninfo)
                    try first.transaction { transaction in
                        try transaction.execute(Self.insert("C-1", of: "01"))
                        waiting.append(0)
                        try waitUntil("the second clerk waits for the first") {
                            guard let pid = waiting.contents.last, pid > 0 else { return false }
                            return try observer.first("SELECT pg_blocking_pids(\(pid)) <> '{}' AS waits") { try $0["waits"] }
                                == true
                        }
                    }
                } else {
                    var second = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
                    try waitUntil("the first clerk has entered") { !waiting.contents.isEmpty }
                    waiting.append(second.serverProcessID)
                    entered.append(try second.execute(Self.insert("C.1")))
                }
            }
            expect(entered.contents, is: [0])
            expect(try findings(on: &superuser), is: ["claim 04 C.1 Lý Văn Bảo: 01 C-1"])
        }
    }

    @Test func `Raw SQL: what a rollback takes back is in the server's log`() throws {
        try withRivals { superuser, clerk, notices, _ in
            // The log is sent to nobody: here, the clerk stands for it.
            for function in ["mine.nomination_write", "nomination_claim", "claim_keep"] {
                try superuser.execute(script: "ALTER FUNCTION \(function) SET client_min_messages = 'log'")
            }
            try clerk.execute("SELECT person_register('04', '04-1', 'Trần Thị Hòa')")
            for attempt: SQL in [Self.insert("04-1"), "SELECT nomination_claim('TEST', NULL, '04-1', NULL)"] {
                #expect(throws: Taken.self) {
                    try clerk.transaction { transaction in
                        try transaction.execute(attempt)
                        throw Taken()
                    }
                }
            }
            expect(try count("claim", on: &superuser), is: 0)
            let logged = notices.contents.filter { $0.severity == "LOG" }.map(\.message)
            let line =
                "thidua: \(RegistryDatabase.Login.clerk04.name) was refused what is nominated already: unit 04, campaign TEST"
            #expect(logged == [line, line])
        }
    }

    /// A session that waits for its own other one gives up before it has kept the claim.
    @Test func `Raw SQL: what a time-out takes back is in the server's log`() throws {
        try withRivals { superuser, clerk, notices, conninfo in
            for function in ["nomination_claim", "claim_keep"] {
                try superuser.execute(script: "ALTER FUNCTION \(function) SET client_min_messages = 'log'")
            }
            var holder = try Connection(RegistryDatabase.Login.clerk04.conninfo(conninfo))
            try holder.transaction { transaction in
                try transaction.execute(script: "SET CONSTRAINTS ALL IMMEDIATE")
                try transaction.execute("SELECT person_rename('04', 'ZZ-1', 'Giữ Chuỗi')")
                let error = #expect(throws: ServerError.self) {
                    try clerk.transaction { asking in
                        try asking.execute(script: "SET CONSTRAINTS ALL IMMEDIATE; SET LOCAL lock_timeout = '50ms'")
                        try asking.execute("SELECT nomination_claim('TEST', NULL, '04-1', 'Trần Thị Hòa')")
                    }
                }
                #expect(error?.sqlState == .lockNotAvailable)
            }
            #expect(notices.contents.filter { $0.severity == "LOG" }.count == 1)
        }
    }

    /// An error would end the session before the function handles it.
    @Test func `Raw SQL: a clerk's session does not end before it is answered`() throws {
        try withRivals { superuser, clerk, notices, _ in
            try clerk.execute(script: "SET exit_on_error = on")
            try clerk.execute("SELECT person_register('04', '04-1', 'Trần Thị Hòa')")
            expect(try clerk.execute(Self.insert("04-1")), is: 0)
            #expect(notices.contents.map(\.constraint) == ["nomination_subject_is_nominated_once"])
            expect(try count("claim", on: &superuser), is: 1)
        }
    }

    private struct Taken: Error {}

    @Test func `Raw SQL: a person's new name is refused in the same way, if another unit has nominated somebody of that name`()
        throws
    {
        try withRivals { superuser, clerk, notices, _ in
            _ = try Nomination.add(.person("04.1", of: "04", name: "Ai đó"), on: &clerk)
            let renamed: Bool?? = try clerk.first("SELECT person_rename('04', '04.1', 'Trần Thị Hòa') AS done") { try $0["done"] }
            #expect(renamed == .some(nil))
            #expect(notices.contents.map(\.constraint) == ["nomination_subject_is_nominated_once"])
            expect(try superuser.rows("SELECT name FROM person WHERE unit = '04'"), is: ["(\"Ai đó\")"])
            #expect(try findings(on: &superuser).contains("claim 04 04.1 Trần Thị Hòa: 01 04-1"))
            // Nor by any other way on which a name arrives.
            var change = Nomination.Change()
            change.name = "Trần Thị Hòa"
            let own = try #require(try clerk.first("SELECT id FROM nomination") { try $0["id"] as Int })
            #expect(refusal { _ = try Nomination.edit(own, change, on: &clerk) } == .alreadyNominated)
            expect(try count("claim", on: &superuser), is: 1)
        }
    }

    @Test func `A name that was changed while its dossier was submitted arrives when that is returned`() throws {
        try RegistryDatabase.withOpenCampaign { superuser, conninfo in
            _ = try CompleteDossier.submitted(on: &superuser)
            var clerk = try Connection(RegistryDatabase.Login.clerk01.conninfo(conninfo))
            let names =
                "SELECT n.nominee_name = p.name FROM nomination n JOIN person p USING (unit, staff_no) WHERE staff_no = '01-S1'"
            expect(try superuser.rows(names), is: ["(t)"])
            try clerk.execute("SELECT person_rename('01', '01-S1', 'Tên Mới')")
            expect(try superuser.rows(names), is: ["(f)"])
            try superuser.execute("SELECT dossier_return('01', 'TEST', 'Sai tên')")
            expect(try superuser.rows(names), is: ["(t)"])
        }
    }
}
