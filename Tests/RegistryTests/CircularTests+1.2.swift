import Postgres
import Registry
import TestSupport
import Testing

extension CircularTests {
    /// Enters nominations until one is refused.
    ///
    /// - Returns: How many were entered.
    private static func countNominations(
        of unit: String, _ award: String, _ subject: String, on connection: inout Connection
    ) throws -> Int {
        var count = 0
        while count < 30 {
            let office = "\(unit)-\(unit == "CUC" ? "BAN-" : count < 9 ? "KV0" : "KV")\(count + 1)"
            let entry =
                subject == "collective"
                ? Nomination.Entry.collective(office, of: unit, award: award)
                : .person("\(unit)-P\(count)", of: unit, award: award)
            if let code = refusal({ _ = try Nomination.add(entry, on: &connection) }) {
                #expect(code == .quotaExceeded)
                return count
            }
            count += 1
        }
        return count
    }

    /// A headquarters with eight bureaus.
    private static func importBureaus(on connection: inout Connection) throws {
        let bureaus = (1...8).map { "CUC,Cơ quan Cục,Ban \($0),bureau,9\r\n" }.joined()
        try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
    }

    /// How a bureau's own nomination is refused; nil if it is entered.
    private static func ofBureau(_ subject: String, _ award: String, on connection: inout Connection) -> Refusal.Code? {
        let entry: Nomination.Entry =
            subject == "collective"
            ? .collective("CUC-BAN-8", of: "CUC-BAN-8", award: award) : .person("B8", of: "CUC-BAN-8", award: award)
        return refusal { _ = try Nomination.add(entry, on: &connection) }
    }

    @Suite("1.2.1.a: The Minister's certificate, headquarters", .keepsFailedDatabases) struct Clause_1_2_1_a {
        @Test(
            "1.2.1.a: at most 1 collective (Q1) and 2 individuals (Q2) of all bureaus together",
            arguments: [("collective", 1), ("individual", 2)])
        func headquarters(subject: String, allowed: Int) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try importBureaus(on: &connection)
                expect(try countNominations(of: "CUC", "minister_certificate", subject, on: &connection), is: allowed)
                expect(ofBureau(subject, "minister_certificate", on: &connection), is: .quotaExceeded)
            }
        }
    }

    @Suite("1.2.1.b: The Minister's certificate, provinces", .keepsFailedDatabases) struct Clause_1_2_1_b {
        @Test(
            "1.2.1.b: a province proposes at most 10 collectives (Q3) and 15 individuals (Q4)",
            arguments: [("collective", 10), ("individual", 15)])
        func province(subject: String, allowed: Int) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture(areaOffices: 12).importStaffing(on: &connection)
                expect(try countNominations(of: "01", "minister_certificate", subject, on: &connection), is: allowed)
                // What 01 has proposed leaves the other provinces' quotas as they were.
                let other: Nomination.Entry =
                    subject == "collective"
                    ? .collective("04", of: "04", award: "minister_certificate")
                    : .person("B1", of: "04", award: "minister_certificate")
                expect(try Nomination.add(other, on: &connection).slot, is: 1)
            }
        }

        @Test("1.2.1.b: 15 individuals (Q4) of all provinces together are endorsed, and no sixteenth")
        func pool() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let proposed = try CompleteDossier.submitted(15, on: &connection)
                let other = try CompleteDossier.submitted(of: "04", on: &connection)[0]
                let places = try proposed.map { try Endorsement.add($0.id, on: &connection).slot }
                #expect(places == Array(1...15))
                #expect(refusal { _ = try Endorsement.add(other.id, on: &connection) } == .quotaExceeded)
                _ = try Endorsement.remove(proposed[6].id, on: &connection)
                expect(try Endorsement.add(other.id, on: &connection).slot, is: 7)
            }
        }

        @Test("1.2.1.b: 10 collectives (Q3) of all provinces together are endorsed, and no eleventh")
        func poolOfCollectives() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture(areaOffices: 12).importStaffing(on: &connection)
                let entries = (1...9).map { Nomination.Entry.collective("01-KV0\($0)", award: "minister_certificate") }
                let proposed = try entries.map { try Nomination.add($0, on: &connection) }
                try CompleteDossier().complete(proposed, on: &connection)
                _ = try CompleteDossier().submit(on: &connection)
                let others = try ["04", "08"].map { unit in
                    let nomination = try Nomination.add(
                        .collective(unit, of: unit, award: "minister_certificate"), on: &connection)
                    try CompleteDossier(unit: unit).complete([nomination], on: &connection)
                    _ = try CompleteDossier(unit: unit).submit(on: &connection)
                    return nomination
                }
                for nomination in proposed { _ = try Endorsement.add(nomination.id, on: &connection) }
                expect(try Endorsement.add(others[0].id, on: &connection).slot, is: 10)
                #expect(refusal { _ = try Endorsement.add(others[1].id, on: &connection) } == .quotaExceeded)
            }
        }

        @Test("1.2.1.b: a nomination that the Department declines keeps its slot (Q4): it was proposed")
        func declined() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                let nomination = try CompleteDossier.submitted(on: &connection)[0]
                _ = try Decision.record(
                    "1/QĐ", campaign: "TEST", on: "1/3/2026", awarded: [], declined: [nomination.id], on: &connection)
                let after = try connection.transaction(.registryRead) { try Nomination.find(nomination.id, &$0) }
                #expect(after.state == "declined" && after.slot == 1)
            }
        }
    }

    @Suite("1.2.2.a: The Director's certificate, headquarters", .keepsFailedDatabases) struct Clause_1_2_2_a {
        @Test(
            "1.2.2.a: at most 2 collectives (Q5) and 5 individuals (Q6) of all bureaus together",
            arguments: [("collective", 2), ("individual", 5)])
        func headquarters(subject: String, allowed: Int) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try importBureaus(on: &connection)
                expect(try countNominations(of: "CUC", "director_certificate", subject, on: &connection), is: allowed)
                expect(ofBureau(subject, "director_certificate", on: &connection), is: .quotaExceeded)
            }
        }
    }

    @Suite("1.2.2.b: The Director's certificate, provinces", .keepsFailedDatabases) struct Clause_1_2_2_b {
        @Test("1.2.2.b: each province 1 collective; 2 from 15 area offices (Q7)", arguments: [(1, 1), (14, 1), (15, 2), (20, 2)])
        func collectives(areaOffices: Int, allowed: Int) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture(areaOffices: areaOffices).importStaffing(on: &connection)
                expect(try countCollectives(on: &connection), is: allowed)
            }
        }

        /// How many collectives of 01 are accepted: the province itself, its division, then its offices.
        private func countCollectives(on connection: inout Connection) throws -> Int {
            var count = 0
            for code in ["01", "01-PHONG-NGHIEP-VU", "01-KV01"] {
                if refusal({ _ = try Nomination.add(.collective(code), on: &connection) }) == .quotaExceeded { break }
                count += 1
            }
            return count
        }

        @Test(
            "1.2.2.b: under 200 civil servants 1 individual, from 200 to 500 2, over 500 3 (Q8)",
            arguments: [(199, 1), (200, 2), (500, 2), (501, 3)])
        func individuals(civilServants: Int, allowed: Int) throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture(civilServants: civilServants).importStaffing(on: &connection)
                expect(try countNominations(of: "01", "director_certificate", "individual", on: &connection), is: allowed)
            }
        }

        @Test("1.2.2.b: without staffing data there is no quota (Q7, Q8), never a default")
        func withoutData() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                #expect(refusal { _ = try Nomination.add(.person("A1"), on: &connection) } == .noStaffingData)
                #expect(refusal { _ = try Nomination.add(.collective("01"), on: &connection) } == .noStaffingData)
            }
        }
    }

    @Suite("1.2: At most, never exactly", .keepsFailedDatabases) struct Clause_1_2 {
        @Test("1.2: zero is valid, and the eight quotas (Q1–Q8) are independent of each other")
        func independent() throws {
            try RegistryDatabase.withOpenCampaign { connection, _ in
                try ProvinceFixture(areaOffices: 2).importStaffing(on: &connection)
                for award in ["director_certificate", "minister_certificate"] {
                    let number = award == "director_certificate" ? 1 : 2
                    _ = try Nomination.add(.collective("01-KV0\(number)", award: award), on: &connection)
                    _ = try Nomination.add(.person("A\(number)", award: award), on: &connection)
                }
                // 01 has used up Q7 and Q8, and the other quotas are not affected.
                #expect(refusal { _ = try Nomination.add(.collective("01"), on: &connection) } == .quotaExceeded)
                #expect(refusal { _ = try Nomination.add(.person("A3"), on: &connection) } == .quotaExceeded)
                _ = try Nomination.add(.person("A3", award: "minister_certificate"), on: &connection)
                _ = try Nomination.add(.person("C1", of: "CUC"), on: &connection)
            }
        }
    }
}
