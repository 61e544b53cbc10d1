import Postgres
import Registry
import TestSupport
import Testing

/// Staffing tables are versions: a file replaces or merges, and what was applied can be reverted.
@Suite(.limited, .keepsFailedDatabases) struct StaffingVersionTests {
    private static let header = "province_code,province,unit_code,unit,kind,civil_servants\n"

    @discardableResult
    private func store(
        _ rows: String, mode: StaffingImport.Mode = .replace, dryRun: Bool = false, storesOnly: Bool = false,
        on connection: inout Connection
    ) throws -> StaffingImport {
        var options = StaffingImport.Options.agreed
        options.mode = mode
        options.isDryRun = dryRun
        options.storesOnly = storesOnly
        return try StaffingImport.run(csv: Self.header + rows, options, on: &connection)
    }

    /// What is in force, one line per unit.
    private func inForce(on connection: inout Connection) throws -> [String] {
        try connection.transaction(.registryRead) { transaction in
            try transaction.query(
                "SELECT concat_ws(' ', unit, name, civil_servants) AS line FROM staffing_in_force ORDER BY unit"
            ) {
                try $0["line"]
            }
        }
    }

    private let first = "01,Hà Nội,,THADS,province,50\n01,Hà Nội,01-A,Phòng A,division,5\n01,Hà Nội,01-B,Phòng B,division,6\n"

    @Test func `Merging changes only what the file names`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store(first, on: &connection)
            let result = try store(
                "01,Hà Nội,01-B,Phòng B,division,9\n01,Hà Nội,01-C,Phòng C,division,7\n", mode: .merge, on: &connection)
            #expect((result.rows, result.added, result.changed, result.missing) == (2, 1, 1, 0))
            expect(
                try inForce(on: &connection),
                is: ["01 THADS thành phố Hà Nội 50", "01-A Phòng A 5", "01-B Phòng B 9", "01-C Phòng C 7"])
            let tables = try connection.transaction(.registryRead) { try StaffingTable.list(&$0) }
            #expect(tables.map(\.mode) == ["merge", "replace"])
            #expect(tables.map(\.rows) == [4, 3])
        }
    }

    @Test func `A file replaces what was in force for the provinces that it names`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store(first + "04,Cao Bằng,,THADS,province,20\n", on: &connection)
            let result = try store("01,Hà Nội,01-B,Phòng B,division,9\n", dryRun: true, on: &connection)
            #expect((result.added, result.changed, result.missing) == (0, 1, 2))
            #expect(result.units.map(\.change) == ["missing", "missing", "changed"])
            #expect(result.units.map(\.unit) == ["01", "01-A", "01-B"])
            try store("01,Hà Nội,01-B,Phòng B,division,9\n", on: &connection)
            expect(try inForce(on: &connection), is: ["01-B Phòng B 9", "04 THADS tỉnh Cao Bằng 20"])
        }
    }

    @Test func `A dry run reports which nominations name a unit that would no longer be listed`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store(first, on: &connection)
            let id = try Nomination.add(.collective("01-A"), on: &connection).id
            let result = try store("01,Hà Nội,,THADS,province,50\n", dryRun: true, on: &connection)
            #expect(result.units.filter { !$0.nominations.isEmpty }.map(\.unit) == ["01-A"])
            #expect(result.units.flatMap(\.nominations) == [id])
        }
    }

    @Test func `Reverting a table restores what was in force before it, step by step`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let tables = try [50, 51, 52].map { staff in
                try #require(try store("01,Hà Nội,,THADS,province,\(staff)\n", on: &connection).table)
            }
            for (table, before) in [(tables[2], 51), (tables[1], 50)] {
                let result = try StaffingImport.revert(table, on: &connection)
                #expect(result.table == table && !result.applied)
                expect(try inForce(on: &connection), is: ["01 THADS thành phố Hà Nội \(before)"])
            }
            #expect(refusal { _ = try StaffingImport.revert(tables[2], on: &connection) } == .illegalStep)
            #expect(refusal { _ = try StaffingImport.revert(99, on: &connection) } == .notFound)
            // Nothing was in force before the first: its quotas go as well.
            let last = try StaffingImport.revert(tables[0], on: &connection)
            #expect(last.quotaChanges.map(\.to) == [nil, nil])
            expect(try inForce(on: &connection), is: [])
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
        }
    }

    @Test func `A table that was reverted can be applied again, and reverted again`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store("01,Hà Nội,,THADS,province,50\n", on: &connection)
            let later = try #require(try store("01,Hà Nội,,THADS,province,51\n", on: &connection).table)
            for _ in 1...2 {
                _ = try StaffingImport.revert(later, on: &connection)
                expect(try inForce(on: &connection), is: ["01 THADS thành phố Hà Nội 50"])
                _ = try StaffingImport.apply(later, on: &connection)
                expect(try inForce(on: &connection), is: ["01 THADS thành phố Hà Nội 51"])
            }
        }
    }

    @Test func `A table that was applied twice is reverted in one step`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store("01,Hà Nội,,THADS,province,50\n", on: &connection)
            let later = try #require(try store("01,Hà Nội,,THADS,province,51\n", on: &connection).table)
            let again = try StaffingImport.apply(later, on: &connection)
            #expect(again.applied && again.quotaChanges.isEmpty)
            _ = try StaffingImport.revert(later, on: &connection)
            expect(try inForce(on: &connection), is: ["01 THADS thành phố Hà Nội 50"])
        }
    }

    @Test func `Only the provinces in which a table is still in force are reverted`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store("01,Hà Nội,,THADS,province,50\n04,Cao Bằng,,THADS,province,20\n", on: &connection)
            let both = try #require(
                try store("01,Hà Nội,,THADS,province,51\n04,Cao Bằng,,THADS,province,21\n", on: &connection).table)
            try store("01,Hà Nội,,THADS,province,52\n", on: &connection)
            _ = try StaffingImport.revert(both, on: &connection)
            expect(try inForce(on: &connection), is: ["01 THADS thành phố Hà Nội 52", "04 THADS tỉnh Cao Bằng 20"])
        }
    }

    @Test func `A reversal that would lower a quota below its use is refused as a whole, naming quota and nominations`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 499).importStaffing(on: &connection)
            let later = try #require(try ProvinceFixture(civilServants: 501).importStaffing(on: &connection).table)
            let ids = try (1...3).map { try Nomination.add(.person("A\($0)"), on: &connection).id }
            let refused = #expect(throws: Refusal.self) { try StaffingImport.revert(later, on: &connection) }
            #expect(refused?.code == .quotaBelowUse)
            #expect(refused?.message.en.contains("01, Director's certificate, individual: reduced from 3 to 2") == true)
            for id in ids { #expect(refused?.message.en.contains("\(id)") == true) }
            let tables = try connection.transaction(.registryRead) { try StaffingTable.list(&$0) }
            #expect(tables.filter { $0.inForce > 0 }.map(\.number) == [later])
        }
    }

    @Test func `A dry run that would be refused reports every obstacle`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 501).importStaffing(on: &connection)
            let ids = try (1...3).map { try Nomination.add(.person("A\($0)"), on: &connection).id }
            var options = StaffingImport.Options.agreed
            options.isDryRun = true
            let result = try StaffingImport.run(
                csv: ProvinceFixture.header + ProvinceFixture(civilServants: 500).csv, options, on: &connection)
            #expect(result.quotaChanges.map { [$0.from, $0.to] } == [[3, 2]])
            #expect(result.quotaChanges.map { $0.nominations.sorted() } == [ids.sorted()])
            #expect(result.quotaChanges.first?.basis.from == .civilServants(501))
            #expect(result.quotaChanges.first?.basis.to == .civilServants(500))
            let obstacle = try connection.transaction(.registryRead) { result.obstacle(try Words(&$0)) }
            #expect(obstacle?.code == .quotaBelowUse)
        }
    }

    /// The later table gave the name to another unit, which the earlier one does not list.
    @Test func `A reversal gives a unit its name back, even if another has it now`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store("01,Hà Nội,01-A,Phòng X,division,5\n", on: &connection)
            let later = try #require(
                try store("01,Hà Nội,01-A,Phòng Y,division,5\n01,Hà Nội,01-B,Phòng X,division,5\n", on: &connection).table)
            _ = try StaffingImport.revert(later, on: &connection)
            let names = try connection.transaction(.registryRead) {
                try Unit.list(kind: "division", house: "01", &$0).map(\.name)
            }
            #expect(names == ["Phòng X", "Phòng X (01-B)"])
            _ = try StaffingImport.apply(later, on: &connection)
            let again = try connection.transaction(.registryRead) {
                try Unit.list(kind: "division", house: "01", &$0).map(\.name)
            }
            #expect(again == ["Phòng Y", "Phòng X"])
        }
    }

    @Test func `Two tables are compared unit by unit`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let earlier = try #require(try store(first, on: &connection).table)
            let later = try #require(
                try store(
                    "01,Hà Nội,,THADS,province,50\n01,Hà Nội,01-A,Phòng Á,division,5\n01,Hà Nội,01-C,Phòng C,area_office,7\n",
                    on: &connection
                ).table)
            let difference = try connection.transaction(.registryRead) {
                try StaffingDifference.list(from: earlier, to: later, &$0)
            }
            #expect(difference.map(\.change) == ["changed", "missing", "added"])
            #expect(difference.map(\.unit) == ["01-A", "01-B", "01-C"])
            #expect(difference.map(\.before.name) == ["Phòng A", nil, nil])
            #expect(difference.map(\.from) == [5, 6, nil])
            #expect(difference.map(\.to) == [5, nil, 7])
            #expect(
                refusal {
                    _ = try connection.transaction(.registryRead) { try StaffingDifference.list(from: earlier, to: 99, &$0) }
                } == .notFound)
        }
    }

    @Test func `A file that is only to be stored is stored once, and its origin is kept`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let stored = try store(first, storesOnly: true, on: &connection)
            let again = try store(first, storesOnly: true, on: &connection)
            #expect(!stored.unchanged && again.unchanged && !again.applied && again.table == stored.table)
            let table = try #require(try connection.transaction(.registryRead) { try StaffingTable.list(&$0) }.first)
            #expect(table.size == (Self.header + first).utf8.count)
            #expect((table.encoding, table.rows, table.inForce) == ("utf-8", 3, 0))
            #expect(table.origin.contains(#""civil_servants": "civil_servants""#))
        }
    }

    @Test func `The same file for another date, or in another mode, is another table`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try store(first, on: &connection)
            expect(try store(first, mode: .merge, on: &connection).unchanged, is: false)
            var options = StaffingImport.Options.agreed
            options.asOf = "1/10/2026"
            expect(try StaffingImport.run(csv: Self.header + first, options, on: &connection).unchanged, is: false)
            expect(try StaffingImport.run(csv: Self.header + first, options, on: &connection).unchanged, is: true)
        }
    }

    @Test func `After a reversal the doctor does not suggest applying the table again`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute("SELECT database_close()")
            try store(first, on: &connection)
            let later = try #require(try store("01,Hà Nội,,THADS,province,51\n", on: &connection).table)
            _ = try StaffingImport.revert(later, on: &connection)
            var administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
            let findings = try Doctor.examine(on: &administrator).filter { $0.check == .staffing }
            #expect(findings.allSatisfy { $0.state == .ok })
        }
    }
}
