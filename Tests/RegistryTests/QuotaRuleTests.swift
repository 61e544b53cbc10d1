import Postgres
import Registry
import TestSupport
import Testing

/// Clause 1.2: how many, and for whom.
@Suite(.limited, .keepsFailedDatabases) struct QuotaRuleTests {
    private func allowed(
        _ unit: String, _ award: String, _ subject: String, stage: String = "proposal", on connection: inout Connection
    ) throws -> Int? {
        try connection.transaction(.registryRead) { transaction in
            try Quota.list(campaign: "TEST", unit: unit, award: award, &transaction)
                .first { $0.subject == subject && $0.stage == stage }?.allowed
        }
    }

    @Test(arguments: [
        ("Q1", "CUC", "minister_certificate", "collective", 1), ("Q2", "CUC", "minister_certificate", "individual", 2),
        ("Q3", "01", "minister_certificate", "collective", 10), ("Q4", "01", "minister_certificate", "individual", 15),
        ("Q5", "CUC", "director_certificate", "collective", 2), ("Q6", "CUC", "director_certificate", "individual", 5),
    ])
    func `Q1 to Q6 are fixed numbers that need no staffing data`(
        rule: String, unit: String, award: String, subject: String, expected: Int
    ) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            expect(try allowed(unit, award, subject, on: &connection), is: expected)
        }
    }

    @Test(arguments: [("collective", 10), ("individual", 15)])
    func `The pool of Q3 and Q4 is shared by all provinces`(subject: String, expected: Int) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let pool = try allowed("*", "minister_certificate", subject, stage: "endorsement", on: &connection)
            #expect(pool == expected)
        }
    }

    @Test func `A campaign can give each province its own pool`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try connection.execute("UPDATE campaign SET pool = 'each_province' WHERE code = 'TEST'")
            try connection.execute("SELECT FROM quota_apply()")
            expect(try allowed("*", "minister_certificate", "collective", stage: "endorsement", on: &connection), is: nil)
            expect(try allowed("96", "minister_certificate", "collective", stage: "endorsement", on: &connection), is: 10)
        }
    }

    @Test(arguments: [(1, 1), (13, 1), (14, 1), (15, 2), (16, 2)])
    func `Q7 gives one collective, and two from 15 area offices`(areaOffices: Int, expected: Int) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(areaOffices: areaOffices).importStaffing(on: &connection)
            expect(try allowed("01", "director_certificate", "collective", on: &connection), is: expected)
        }
    }

    @Test(arguments: [(4, 1), (198, 1), (199, 1), (200, 2), (201, 2), (499, 2), (500, 2), (501, 3), (6800, 3)])
    func `Q8 gives one person under 200 civil servants, two from 200 to 500, three above`(civilServants: Int, expected: Int)
        throws
    {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: civilServants).importStaffing(on: &connection)
            expect(try allowed("01", "director_certificate", "individual", on: &connection), is: expected)
        }
    }

    @Test(arguments: ["collective", "individual"])
    func `Q7 and Q8 do not exist without staffing data`(subject: String) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            expect(try allowed("04", "director_certificate", subject, on: &connection), is: nil)
            let entry =
                subject == "collective" ? Nomination.Entry.collective("04", of: "04") : .person("A1", of: "04")
            let refused = #expect(throws: Refusal.self) { try Nomination.add(entry, on: &connection) }
            #expect(refused?.code == .noStaffingData)
            #expect(refused?.clause == "1.2.2.b")
        }
    }

    @Test func `A province's civil servants are its own, its divisions' and its area offices' together`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 212, areaOffices: 5).importStaffing(on: &connection)
            let basis = try connection.transaction(.registryRead) { transaction in
                try Quota.list(campaign: "TEST", unit: "01", award: "director_certificate", &transaction).map(\.basis)
            }
            #expect(basis == [.areaOffices(5), .civilServants(212)])
        }
    }

    @Test func `Divisions are not area offices`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let divisions = (1...15).map { "01,Hà Nội,Phòng \($0),division,3\r\n" }.joined()
            try StaffingImport.run(csv: ProvinceFixture.header + divisions, on: &connection)
            expect(try allowed("01", "director_certificate", "collective", on: &connection), is: 1)
        }
    }

    @Test func `The eight quotas are independent of each other`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(areaOffices: 3).importStaffing(on: &connection)
            _ = try Nomination.add(.collective("01-KV01"), on: &connection)
            #expect(refusal { _ = try Nomination.add(.collective("01-KV02"), on: &connection) } == .quotaExceeded)
            _ = try Nomination.add(.person("A1"), on: &connection)
            _ = try Nomination.add(.collective("01-KV02", award: "minister_certificate"), on: &connection)
            _ = try Nomination.add(.person("A2", award: "minister_certificate"), on: &connection)
        }
    }

    @Test func `The bureaus share the headquarters' quota`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let bureaus = (1...3).map { "CUC,Cơ quan Cục,Ban \($0),bureau,9\r\n" }.joined()
            try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
            _ = try Nomination.add(.collective("CUC-BAN-1", of: "CUC-BAN-1"), on: &connection)
            _ = try Nomination.add(.collective("CUC-BAN-2", of: "CUC"), on: &connection)
            let third = refusal { _ = try Nomination.add(.collective("CUC-BAN-3", of: "CUC-BAN-3"), on: &connection) }
            #expect(third == .quotaExceeded)
        }
    }

    @Test(arguments: [("minister_certificate", 2), ("director_certificate", 5)])
    func `The bureaus share the headquarters' quota of individuals`(award: String, allowed: Int) throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let bureaus = (1...6).map { "CUC,Cơ quan Cục,Ban \($0),bureau,9\r\n" }.joined()
            try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
            func nominate(_ number: Int) throws {
                _ = try Nomination.add(.person("A\(number)", of: "CUC-BAN-\(number)", award: award), on: &connection)
            }
            for number in 1...allowed { try nominate(number) }
            #expect(refusal { try nominate(allowed + 1) } == .quotaExceeded)
        }
    }

    @Test func `A closed campaign keeps its quotas when staffing changes`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 199).importStaffing(on: &connection)
            try connection.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST'")
            try ProvinceFixture(civilServants: 200).importStaffing(on: &connection)
            expect(try allowed("01", "director_certificate", "individual", on: &connection), is: 1)
        }
    }
}
