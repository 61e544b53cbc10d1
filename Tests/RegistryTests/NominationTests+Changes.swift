import Postgres
import Registry
import TestSupport
import Testing

/// A nomination is changed.
extension NominationTests {
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
