import Postgres
import Registry
import TestSupport
import Testing

/// Clauses 1.1 and 1.2, and the law's principle: who may be nominated, by whom, and the slot that a nomination takes.
@Suite(.limited, .keepsFailedDatabases) struct NominationTests {
    private func withProvince<T>(_ body: (inout Connection) throws -> T) throws -> T {
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
            #expect(refused?.message.vi.contains("2/2 suất (15 Phòng THADS khu vực)") == true)
            #expect(refused?.message.en.contains("2 of 2 slots used (15 area offices)") == true)
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

    @Test func `A bureau proposes only itself`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let bureaus = (1...2).map { "CUC,Cơ quan Cục,Ban \($0),bureau,9\r\n" }.joined()
            try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &connection)
            let refused = #expect(throws: Refusal.self) {
                try Nomination.add(.collective("CUC-BAN-2", of: "CUC-BAN-1"), on: &connection)
            }
            #expect(refused?.constraint == "nomination_bureau_proposes_its_own")
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

    // MARK: Changes

    @Test func `Changing the award takes a slot of the other quota and frees the first`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.collective("01-KV01"), on: &connection)
            var change = Nomination.Change()
            change.award = "minister_certificate"
            let changed = try Nomination.edit(first.id, change, on: &connection)
            #expect(changed.allowed == 10)
            expect(try Nomination.add(.collective("01-KV02"), on: &connection).slot, is: 1)
        }
    }

    @Test func `Changing the award is refused where the other quota is used up, and changes nothing`() throws {
        try withProvince { connection in
            for number in 1...2 { _ = try Nomination.add(.collective("01-KV0\(number)"), on: &connection) }
            let third = try Nomination.add(.collective("01-KV03", award: "minister_certificate"), on: &connection)
            var change = Nomination.Change()
            change.award = "director_certificate"
            #expect(refusal { _ = try Nomination.edit(third.id, change, on: &connection) } == .quotaExceeded)
            let after = try connection.transaction(.registryRead) { try Nomination.find(third.id, &$0) }
            #expect(after.award == "minister_certificate")
        }
    }

    @Test func `Changing a person into a collective moves it to the collectives' quota`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.person("A1"), on: &connection)
            var change = Nomination.Change()
            change.collective = "01-KV01"
            let changed = try Nomination.edit(first.id, change, on: &connection)
            #expect(changed.subject == "collective")
            #expect(changed.staffNo == nil)
            #expect(changed.allowed == 2)
        }
    }

    @Test func `A person's name and position can be corrected`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.person("A1", name: "Nguyễn Vân An"), on: &connection)
            var change = Nomination.Change()
            change.name = "Nguyễn Văn An"
            change.position = "Thẩm tra viên"
            let changed = try Nomination.edit(first.id, change, on: &connection)
            #expect(changed.nominee == "Nguyễn Văn An")
            #expect(changed.position == "Thẩm tra viên")
            #expect(changed.slot == 1)
        }
    }

    @Test(arguments: ["hoa", "HOÀ", "Hòa", "tran thi", "Ho\u{300}a"])
    func `Names are found whatever their case and accents`(search: String) throws {
        try withProvince { connection in
            _ = try Nomination.add(.person("A1", name: "Trần Thị Hòa"), on: &connection)
            _ = try Nomination.add(.person("A2", name: "Đỗ Văn Đức"), on: &connection)
            let (people, units) = try connection.transaction(.registryRead) { transaction in
                (
                    try Nomination.list(campaign: "TEST", search: search, &transaction).map(\.staffNo),
                    try Unit.list(kind: "province", search: "đak lăk", &transaction).map(\.code)
                )
            }
            #expect(people == ["A1"])
            #expect(units == ["66"])
        }
    }

    @Test func `Replacing the nominee by another person requires that person's name`() throws {
        try withProvince { connection in
            let first = try Nomination.add(.person("A1"), on: &connection)
            var change = Nomination.Change()
            change.staffNo = "A2"
            #expect(refusal { _ = try Nomination.edit(first.id, change, on: &connection) } == .invalidInput)
            change.name = "Lê Thị Bình"
            expect(try Nomination.edit(first.id, change, on: &connection).nominee, is: "Lê Thị Bình")
            expect(try Nomination.add(.person("A1"), on: &connection).nominee, is: "Nguyễn Văn An")
        }
    }

    @Test func `People are listed by given name in Vietnamese order`() throws {
        try withProvince { connection in
            for (number, name) in ["Trần Thị Đào", "Lê Văn Dũng", "Nguyễn Thị Ánh"].enumerated() {
                _ = try Nomination.add(.person("A\(number)", name: name), on: &connection)
            }
            let names = try connection.transaction(.registryRead) { try Nomination.list(campaign: "TEST", &$0).map(\.nominee) }
            #expect(names == ["Nguyễn Thị Ánh", "Lê Văn Dũng", "Trần Thị Đào"])
        }
    }
}
