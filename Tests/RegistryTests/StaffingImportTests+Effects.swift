import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// What an import changes, and what it must not.
extension StaffingImportTests {
    @Test func `A file affects only the provinces that it names`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 212).importStaffing(on: &connection)
            let result = try ProvinceFixture(code: "04", name: "Cao Bằng").importStaffing(on: &connection)
            #expect(result.missing == 0)
            #expect(result.quotaChanges.map(\.unit) == ["04", "04"])
        }
    }

    @Test func `Units that are added, changed and missing are counted, and a missing one remains a unit`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 100, areaOffices: 3).importStaffing(on: &connection)
            let result = try ProvinceFixture(civilServants: 120, areaOffices: 2).importStaffing(on: &connection)
            #expect((result.added, result.changed, result.missing) == (0, 1, 1))
            let unit = try connection.transaction(.registryRead) { try Unit.find("01-KV03", &$0) }
            #expect(unit.civilServants == nil)
        }
    }

    @Test func `Importing the same file again is reported as unchanged`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let first = try ProvinceFixture().importStaffing(on: &connection)
            let second = try ProvinceFixture().importStaffing(on: &connection)
            #expect(second.unchanged && second.applied && second.table == first.table)
            try ProvinceFixture(civilServants: 150).importStaffing(on: &connection)
            let third = try ProvinceFixture().importStaffing(on: &connection)
            #expect(!third.unchanged)
        }
    }

    @Test func `A dry run reports what would change, and changes nothing`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let before = try state(on: &connection)
            var options = StaffingImport.Options.agreed
            options.isDryRun = true
            let result = try StaffingImport.run(csv: ProvinceFixture.header + ProvinceFixture().csv, options, on: &connection)
            #expect(result.quotaChanges.map(\.to) == [1, 1])
            #expect(result.table == nil && !result.applied)
            expect(try state(on: &connection), is: before)
        }
    }

    @Test func `A table is stored without being applied, and applied later`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            var options = StaffingImport.Options.agreed
            options.storesOnly = true
            let stored = try StaffingImport.run(csv: ProvinceFixture.header + ProvinceFixture().csv, options, on: &connection)
            #expect(!stored.applied && stored.quotaChanges.isEmpty)
            let applied = try StaffingImport.apply(try #require(stored.table), on: &connection)
            #expect(applied.quotaChanges.map(\.to) == [1, 1])
            #expect(refusal { _ = try StaffingImport.apply(999, on: &connection) } == .notFound)
        }
    }

    @Test func `When a quota grows, the next nomination is accepted`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 199).importStaffing(on: &connection)
            _ = try Nomination.add(.person("A1"), on: &connection)
            #expect(refusal { _ = try Nomination.add(.person("A2"), on: &connection) } == .quotaExceeded)
            let result = try ProvinceFixture(civilServants: 200).importStaffing(on: &connection)
            #expect(result.quotaChanges.map { [$0.from, $0.to] } == [[1, 2]])
            expect(try Nomination.add(.person("A2"), on: &connection).slot, is: 2)
        }
    }

    @Test func `An import that would lower a quota below its use is refused as a whole, naming quota and nominations`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 501).importStaffing(on: &connection)
            let held = try (1...3).map { try Nomination.add(.person("A\($0)"), on: &connection).id }
            let before = try state(on: &connection)
            let refused = #expect(throws: Refusal.self) {
                try ProvinceFixture(civilServants: 500).importStaffing(on: &connection)
            }
            #expect(refused?.code == .quotaBelowUse)
            #expect(refused?.constraint == "quota_covers_the_slots_in_use")
            #expect(refused?.message.en.contains("01, Director's certificate, individual: reduced from 3 to 2") == true)
            for id in held { #expect(refused?.message.vi.contains("\(id)") == true) }
            expect(try state(on: &connection), is: before)
        }
    }

    @Test func `Slots are compacted first: with gaps, a lower quota that is enough is accepted`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 501).importStaffing(on: &connection)
            let ids = try (1...3).map { try Nomination.add(.person("A\($0)"), on: &connection).id }
            _ = try Nomination.withdraw(ids[0], on: &connection)
            try ProvinceFixture(civilServants: 500).importStaffing(on: &connection)
            let slots = try connection.transaction(.registryRead) { transaction in
                try ids.map { try Nomination.find($0, &transaction).slot }
            }
            #expect(slots == [nil, 2, 1])
        }
    }
}
