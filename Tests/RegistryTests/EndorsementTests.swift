import Postgres
import Registry
import TestSupport
import Testing

/// What the Department endorses; for the Minister's certificate, from the proposals of all provinces together (clause 1.2.1.b).
@Suite(.limited, .keepsFailedDatabases) struct EndorsementTests {
    private static let codes = ["01", "04", "08", "11", "12", "14", "15", "19", "20", "22", "24"]

    /// Submitted proposals for the Minister's certificate, one from each province.
    private func proposals(of codes: [String] = codes, on connection: inout Connection) throws -> [Nomination] {
        let proposed = try codes.map {
            try Nomination.add(.collective($0, of: $0, award: "minister_certificate"), on: &connection)
        }
        try DossierFixture.submitAll(on: &connection)
        return proposed
    }

    @Test func `Ten collectives of all provinces together are endorsed, and the eleventh is refused`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let proposed = try proposals(on: &connection)
            let slots = try proposed.prefix(10).map { try Endorsement.add($0.id, on: &connection).slot }
            #expect(slots == Array(1...10))
            let refused = #expect(throws: Refusal.self) { try Endorsement.add(proposed[10].id, on: &connection) }
            #expect(refused?.code == .quotaExceeded)
            #expect(refused?.clause == "1.2.1.b")
            _ = try Endorsement.remove(proposed[3].id, on: &connection)
            expect(try Endorsement.add(proposed[10].id, on: &connection).slot, is: 4)
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }

    @Test func `An endorsed nomination can be neither changed nor withdrawn nor endorsed again`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let id = try proposals(of: ["01"], on: &connection)[0].id
            _ = try Endorsement.add(id, on: &connection)
            var change = Nomination.Change()
            change.award = "director_certificate"
            try ProvinceFixture().importStaffing(on: &connection)
            #expect(refusal { _ = try Nomination.withdraw(id, on: &connection) } == .dossierClosed)
            #expect(refusal { _ = try Nomination.edit(id, change, on: &connection) } == .dossierClosed)
            #expect(refusal { _ = try Endorsement.add(id, on: &connection) } == .illegalStep)
            // Nor can its nominee be replaced by another.
            var another = Nomination.Change()
            another.collective = "01-KV02"
            #expect(refusal { _ = try Nomination.edit(id, another, on: &connection) } == .dossierClosed)
        }
    }

    @Test func `A nomination that is not submitted, or is withdrawn, cannot be endorsed`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let draft = try Nomination.add(.collective("01", award: "minister_certificate"), on: &connection).id
            let withdrawn = try Nomination.add(.collective("04", of: "04", award: "minister_certificate"), on: &connection).id
            _ = try Nomination.withdraw(withdrawn, on: &connection)
            for id in [draft, withdrawn] {
                #expect(refusal { _ = try Endorsement.add(id, on: &connection) } == .illegalStep)
                #expect(refusal { _ = try Endorsement.remove(id, on: &connection) } == .illegalStep)
            }
            #expect(refusal { _ = try Endorsement.add(1, on: &connection) } == .notFound)
        }
    }

    @Test func `A nomination outside the pool is endorsed without a slot of the pool`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            try StaffingImport.run(csv: ProvinceFixture.header + "CUC,Cục,Ban 1,bureau,9\r\n", on: &connection)
            let forDirector = try Nomination.add(.collective("01-KV01"), on: &connection).id
            let ofHeadquarters = try Nomination.add(
                .collective("CUC-BAN-1", of: "CUC", award: "minister_certificate"), on: &connection
            ).id
            let ofPool = try proposals(of: ["04"], on: &connection)[0].id
            let slots = try [forDirector, ofHeadquarters, ofPool].map { try Endorsement.add($0, on: &connection).slot }
            #expect(slots == [nil, nil, 1])
        }
    }

    @Test func `Decided nominations move up like all others when the pool shrinks`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let ids = try proposals(of: ["01", "04", "08"], on: &connection).map(\.id)
            for id in ids { _ = try Endorsement.add(id, on: &connection) }
            _ = try Endorsement.remove(ids[0], on: &connection)
            _ = try Decision.record(
                "1/QD", campaign: "TEST", on: "2026-05-20", awarded: [ids[1]], declined: [ids[2]], on: &connection)
            try connection.execute("UPDATE quota_bracket SET allowed = 2 WHERE (campaign, rule) = ('TEST', 'Q3')")
            try connection.execute("SELECT FROM quota_apply()")
            let slots = try connection.query("SELECT slot FROM endorsement ORDER BY slot") { try $0["slot"] as Int }
            #expect(slots == [1, 2])
        }
    }

    @Test func `In a campaign with a pool for each province, slots are counted for each province`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.execute("UPDATE campaign SET pool = 'each_province' WHERE code = 'TEST'")
            try connection.execute("SELECT FROM quota_apply()")
            let slots = try proposals(on: &connection).map { try Endorsement.add($0.id, on: &connection).slot }
            #expect(slots == Array(repeating: 1, count: 11))
        }
    }
}
