import Postgres
import Registry
import TestSupport
import Testing

/// Clause 1.2.1.b: the Department's list for the Minister, out of all provinces' proposals together.
@Suite(.keepsFailedDatabases) struct EndorsementTests {
    private static let codes = ["01", "04", "08", "11", "12", "14", "15", "19", "20", "22", "24"]

    private func proposals(on connection: inout Connection) throws -> [Nomination] {
        try Self.codes.map { try Nomination.add(.collective($0, of: $0, award: "minister_certificate"), on: &connection) }
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
        }
    }

    @Test func `What is endorsed can be neither changed nor withdrawn nor endorsed again`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let id = try proposals(on: &connection)[0].id
            _ = try Endorsement.add(id, on: &connection)
            var change = Nomination.Change()
            change.award = "director_certificate"
            try ProvinceFixture().importStaffing(on: &connection)
            #expect(refusal { _ = try Nomination.withdraw(id, on: &connection) } == .illegalStep)
            #expect(refusal { _ = try Nomination.edit(id, change, on: &connection) } == .illegalStep)
            #expect(refusal { _ = try Endorsement.add(id, on: &connection) } == .illegalStep)
            // Nor can somebody else be put into its place.
            var another = Nomination.Change()
            another.collective = "01-KV02"
            #expect(refusal { _ = try Nomination.edit(id, another, on: &connection) } == .illegalStep)
        }
    }

    @Test func `What is withdrawn, and what is not of the pool, cannot be endorsed`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            let withdrawn = try proposals(on: &connection)[0].id
            _ = try Nomination.withdraw(withdrawn, on: &connection)
            let ofAnotherAward = try Nomination.add(.collective("01-KV01"), on: &connection).id
            try StaffingImport.run(csv: ProvinceFixture.header + "CUC,Cục,Ban 1,bureau,9\r\n", on: &connection)
            let ofHeadquarters = try Nomination.add(
                .collective("CUC-BAN-1", of: "CUC", award: "minister_certificate"), on: &connection
            ).id
            for id in [withdrawn, ofAnotherAward, ofHeadquarters] {
                #expect(refusal { _ = try Endorsement.add(id, on: &connection) } == .illegalStep)
            }
            #expect(refusal { _ = try Endorsement.add(1, on: &connection) } == .notFound)
            #expect(refusal { _ = try Endorsement.remove(withdrawn, on: &connection) } == .illegalStep)
        }
    }

    @Test func `A campaign with a pool for each province lets each endorse its own`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.execute("UPDATE campaign SET pool = 'each_province' WHERE code = 'TEST'")
            try connection.execute("SELECT FROM quota_apply()")
            let slots = try proposals(on: &connection).map { try Endorsement.add($0.id, on: &connection).slot }
            #expect(slots == Array(repeating: 1, count: 11))
        }
    }
}
