import Postgres
import Registry
import TestSupport
import Testing

/// Many users do everything at once: whatever they do, the quotas are respected and nobody gets a raw error.
@Suite(.limited, .keepsFailedDatabases) struct CrowdTests {
    private static let rules: Set<Refusal.Code> = [
        .quotaExceeded, .alreadyNominated, .illegalStep, .quotaBelowUse, .noStaffingData, .dossierClosed,
    ]

    /// What else the crowd does: importing new staffing tables, or completing, submitting and returning dossiers.
    private enum Workload: CaseIterable {
        case importing, submitting

        var turns: Int { self == .importing ? 40 : 15 }
        var expectedRefusals: Set<Refusal.Code> { self == .importing ? [.quotaExceeded, .alreadyNominated] : [.dossierClosed] }
    }

    @Test(arguments: Workload.allCases)
    private func `A crowd that adds, edits, withdraws, restores, endorses and imports or submits never breaks a quota`(
        workload: Workload
    ) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try ProvinceFixture(civilServants: 501, areaOffices: 15).importStaffing(on: &connection)
            for unit in ["04", "08", "11", "12", "14", "15", "19", "20", "22", "24", "25", "31"] {
                _ = try Nomination.add(.collective(unit, of: unit, award: "minister_certificate"), on: &connection)
            }
            try DossierFixture.submitAll(on: &connection)
            let refusals = Mailbox<Refusal.Code>()
            let wrong = Mailbox<String>()
            try onThreads(16) { number in
                var clerk = try Connection(conninfo)
                var dice = SeededGenerator(seed: UInt64(number + 1))
                for _ in 0..<workload.turns {
                    do {
                        try Self.act(&dice, workload, &clerk)
                    } catch {
                        let refusal = Refusal(error)
                        // Another thread changed what was being completed.
                        if error is ChangedMeanwhile { continue }
                        // One import after the other: on a loaded machine, the last ones wait for longer than anybody does.
                        if workload == .importing, refusal.code == .busy, refusal.cause?.contains("staffing_lock") == true {
                            continue
                        }
                        refusals.append(refusal.code)
                        if !Self.rules.contains(refusal.code) { wrong.append("\(refusal.code): \(refusal.cause ?? "")") }
                    }
                }
            }
            #expect(wrong.contents == [])
            #expect(Set(refusals.contents).isSuperset(of: workload.expectedRefusals))
            expect(try overfull(&connection), is: [])
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }

    private static func act(_ dice: inout SeededGenerator, _ workload: Workload, _ clerk: inout Connection) throws {
        let award = ["director_certificate", "minister_certificate"].randomElement(using: &dice) ?? ""
        let id = try clerk.first(
            "SELECT id FROM nomination ORDER BY md5(id::text || \(Int.random(in: 0...99, using: &dice))) LIMIT 1"
        ) {
            try $0["id"] as Int
        }
        switch Int.random(in: 0..<8, using: &dice) {
        case 0, 1: _ = try Nomination.add(.person("S\(Int.random(in: 1...25, using: &dice))", award: award), on: &clerk)
        case 2:
            let office = Int.random(in: 10...15, using: &dice)
            _ = try Nomination.add(.collective("01-KV\(office)", award: award), on: &clerk)
        case 3: if let id { _ = try Nomination.withdraw(id, on: &clerk) }
        case 4: if let id { _ = try Nomination.restore(id, on: &clerk) }
        case 5:
            var change = Nomination.Change()
            change.award = award
            if let id { _ = try Nomination.edit(id, change, on: &clerk) }
        case 6:
            if let id { _ = try (dice.next() % 2 == 0 ? Endorsement.add(id, on: &clerk) : Endorsement.remove(id, on: &clerk)) }
        case _ where workload == .submitting:
            guard dice.next() % 4 == 0 else {
                _ = try Dossier.sendBack(unit: "01", campaign: "TEST", because: "Thiếu", on: &clerk)
                return
            }
            do { try DossierFixture().submit(on: &clerk) } catch {
                guard [.invalidInput, .dossierIncomplete].contains(Refusal(error).code) else { throw error }
                throw ChangedMeanwhile()
            }
        default:
            let civilServants = [199, 200, 501].randomElement(using: &dice) ?? 200
            let areaOffices = [14, 15].randomElement(using: &dice) ?? 14
            try ProvinceFixture(civilServants: civilServants, areaOffices: areaOffices).importStaffing(on: &clerk)
        }
    }

    /// Quotas with more standing nominations than places, counted from the rows themselves.
    private func overfull(_ connection: inout Connection) throws -> [String] {
        try connection.query(
            """
            SELECT concat_ws(' ', q.holder, q.award, q.subject, q.stage) AS quota
            FROM quota q
            LEFT JOIN nomination n ON (n.holder, n.campaign, n.award, n.subject) = (q.holder, q.campaign, q.award, q.subject)
                AND q.stage = 'proposal' AND n.stands
            LEFT JOIN endorsement e ON (e.holder, e.campaign, e.award, e.subject) = (q.holder, q.campaign, q.award, q.subject)
                AND q.stage = 'endorsement'
            GROUP BY 1, q.allowed
            HAVING count(n.id) + count(e.nomination) > q.allowed
            """
        ) { try $0["quota"] }
    }

    @Test func `When several import the same file at once, one does it and the others find it done`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let results = Mailbox<Bool>()
            let start = Barrier(8)
            try onThreads(8) { _ in
                var administrator = try Connection(conninfo)
                start.meet()
                results.append(try ProvinceFixture().importStaffing(on: &administrator).unchanged)
            }
            #expect(results.contents.filter { !$0 }.count == 1)
            let tables = try connection.transaction(.registryRead) { try StaffingTable.list(&$0).count }
            #expect(tables == 1)
        }
    }
}

private struct ChangedMeanwhile: Error {}
