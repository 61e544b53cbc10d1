import Postgres
import Registry
import TestSupport
import Testing

/// Clauses 1.1 and 1.2, and the law's principle: who may be nominated, by whom, and the slot that a nomination takes.
@Suite(.limited, .keepsFailedDatabases) struct NominationTests {
    func withProvince<T>(_ body: (inout Connection) throws -> T) throws -> T {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture(civilServants: 600, areaOffices: 15).importStaffing(on: &connection)
            return try body(&connection)
        }
    }

    @Test func `A nomination takes the lowest free slot`() throws {
        try withProvince { connection in
            let slots = try (1...3).map { try Nomination.add(.person("A\($0)"), on: &connection) }
            #expect(slots.map(\.slot) == [1, 2, 3])
            _ = try Nomination.withdraw(slots[1].id, on: &connection)
            expect(try Nomination.add(.person("A4"), on: &connection).slot, is: 2)
        }
    }

    @Test func `A withdrawn nomination holds no slot, and may be made again`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.collective("01-KV01"), on: &connection)
            let withdrawn = try Nomination.withdraw(first.id, on: &connection)
            #expect(withdrawn.slot == nil)
            #expect(withdrawn.state == "withdrawn")
            expect(try Nomination.add(.collective("01-KV01"), on: &connection).slot, is: 1)
            #expect(refusal { _ = try Nomination.withdraw(first.id, on: &connection) } == .illegalStep)
        }
    }

    @Test func `Restoring a withdrawn nomination is checked again`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.collective("01-KV01"), on: &connection)
            _ = try Nomination.withdraw(first.id, on: &connection)
            let others = try [2, 3].map { try Nomination.add(.collective("01-KV0\($0)"), on: &connection) }
            #expect(refusal { _ = try Nomination.restore(first.id, on: &connection) } == .quotaExceeded)
            _ = try Nomination.withdraw(others[0].id, on: &connection)
            expect(try Nomination.restore(first.id, on: &connection).slot, is: 1)
            #expect(refusal { _ = try Nomination.restore(first.id, on: &connection) } == .illegalStep)
        }
    }

    @Test func `The refusal names the quota, its use and its clause`() throws {
        try withProvince { connection in
            for number in 1...2 { _ = try Nomination.add(.collective("01-KV0\(number)"), on: &connection) }
            let refused = #expect(throws: Refusal.self) { try Nomination.add(.collective("01-KV03"), on: &connection) }
            #expect(refused?.code == .quotaExceeded)
            #expect(refused?.clause == "1.2.2.b")
            #expect(
                refused?.message.vi.contains("đã dùng 2/2 suất, Giấy khen của Cục trưởng, tập thể (15 Phòng THADS khu vực)")
                    == true)
            #expect(
                refused?.message.en.contains("2 of 2 slots used, Director's certificate, collective (15 area offices)") == true)
        }
    }

    // MARK: N1

    @Test func `N1: homonyms are two people`() throws {
        try withProvince { connection in
            _ = try Nomination.add(.person("A1"), on: &connection)
            expect(try Nomination.add(.person("A2"), on: &connection).slot, is: 2)
        }
    }

    @Test func `N1: one staff number is one person`() throws {
        try withProvince { connection in
            _ = try Nomination.add(.person("A1"), on: &connection)
            let other = refusal { _ = try Nomination.add(.person("A1", name: "Lê Thị Bình"), on: &connection) }
            #expect(other == .invalidInput)
        }
    }

    @Test func `N1: Hòa typed in NFD is the same name`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.person("A1", name: "Trần Hòa"), on: &connection)
            _ = try Nomination.withdraw(first.id, on: &connection)
            let again = try Nomination.add(.person("a1", name: " Trần  Ho\u{300}a "), on: &connection)
            #expect(Array(again.nominee.unicodeScalars) == Array("Trần Hòa".unicodeScalars))
        }
    }

    @Test(arguments: ["01", "01-KV01", "01-PHONG-NGHIEP-VU"])
    func `N1: a province, its divisions and its area offices are collectives`(code: String) throws {
        try withProvince { connection in
            expect(try Nomination.add(.collective(code), on: &connection).collective, is: code)
        }
    }

    @Test(arguments: [("CUC", "CUC"), ("01", "CUC"), ("04", "01-KV01"), ("01", "99")])
    func `N1: the headquarters, another house's unit and a nonexistent unit are refused alike`(
        unit: String, collective: String
    ) throws {
        try withProvince { connection in
            let entry = Nomination.Entry.collective(collective, of: unit, award: "minister_certificate")
            let refused = #expect(throws: Refusal.self) { try Nomination.add(entry, on: &connection) }
            #expect(refused?.constraint == "nomination_collective_is_of_the_house")
        }
    }

    @Test func `N1: a person works at a unit of the house`() throws {
        try withProvince { connection in
            let refused = #expect(throws: Refusal.self) {
                try Nomination.add(.person("A1", of: "04", award: "minister_certificate", workplace: "01-KV01"), on: &connection)
            }
            #expect(refused?.constraint == "nomination_workplace_is_of_the_house")
        }
    }

    @Test func `D1: an area office sends no dossier`() throws {
        try withProvince { connection in
            let refused = #expect(throws: Refusal.self) {
                try Nomination.add(.collective("01-KV01", of: "01-KV01"), on: &connection)
            }
            #expect(refused?.constraint == "nomination_unit_sends_dossiers")
        }
    }

    @Test func `A bureau proposes only itself and its own staff`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let bureaus = (1...2).map { "CUC,Cơ quan Cục,Ban \($0),bureau,9\r\n" }.joined()
            try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
            for entry in [
                Nomination.Entry.collective("CUC-BAN-2", of: "CUC-BAN-1"), .person("A1", of: "CUC-BAN-1", workplace: "CUC-BAN-2"),
            ] {
                let refused = #expect(throws: Refusal.self) { try Nomination.add(entry, on: &connection) }
                #expect(refused?.constraint == "nomination_bureau_proposes_its_own")
            }
        }
    }

    // MARK: N2

    @Test func `N2: a subject is not nominated for both awards`() throws {
        try withProvince { connection in
            _ = try Nomination.add(.collective("01-KV01"), on: &connection)
            let both = refusal {
                _ = try Nomination.add(.collective("01-KV01", award: "minister_certificate"), on: &connection)
            }
            #expect(both == .alreadyNominated)
        }
    }

    @Test func `N2: two provinces cannot nominate the same person, and the refusal names neither`() throws {
        try withProvince { connection in
            _ = try Nomination.add(.person("A1", award: "minister_certificate"), on: &connection)
            let refused = #expect(throws: Refusal.self) {
                try Nomination.add(.person("A1", of: "04", award: "minister_certificate"), on: &connection)
            }
            #expect(refused?.code == .alreadyNominated)
            for text in [refused?.message.vi, refused?.message.en, refused?.hint?.vi, refused?.hint?.en] {
                #expect(text?.contains("01") == false)
                #expect(text?.contains("Hà Nội") == false)
            }
        }
    }

    @Test func `N2: an existing nomination is the reason that is reported, even if the quota is used up`() throws {
        try withProvince { connection in
            for number in 1...2 { _ = try Nomination.add(.collective("01-KV0\(number)"), on: &connection) }
            #expect(refusal { _ = try Nomination.add(.collective("01-KV01"), on: &connection) } == .alreadyNominated)
        }
    }

    @Test func `N2: a collective and its head may both be nominated`() throws {
        try withProvince { connection in
            _ = try Nomination.add(.collective("01-KV01"), on: &connection)
            _ = try Nomination.add(.person("A1", workplace: "01-KV01"), on: &connection)
        }
    }

    @Test func `N2: the same subject may be nominated in another campaign`() throws {
        try withProvince { connection in
            _ = try Campaign.copy("606/KH-CQLTHADS", as: "NEXT", deadline: "2099-01-01", on: &connection)
            _ = try Nomination.add(.collective("01-KV01"), on: &connection)
            _ = try Nomination.add(.collective("01-KV01", campaign: "NEXT"), on: &connection)
        }
    }
}
