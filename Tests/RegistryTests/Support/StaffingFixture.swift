import Postgres
import Registry
import Spreadsheet

/// A province with a given headcount and number of area offices, imported as an administrator would import it.
struct ProvinceFixture {
    var code = "01"
    var name = "Hà Nội"
    var civilServants = 100
    var areaOffices = 2

    /// The province's rows: one civil servant per area office, one in a division, and the rest at the province itself.
    var csv: String {
        var rows = [[code, name, "THADS", "province", String(civilServants - areaOffices - 1)]]
        rows.append([code, name, "Phòng Nghiệp vụ", "division", "1"])
        for number in 1...max(1, areaOffices) where areaOffices > 0 {
            rows.append([code, name, "Phòng THADS khu vực \(number)", "area_office", "1"])
        }
        return rows.map(CSVWriter.row).joined()
    }

    @discardableResult
    func importStaffing(on connection: inout Connection) throws -> StaffingImport {
        try StaffingImport.run(csv: ProvinceFixture.header + csv, on: &connection)
    }

    static let header = CSVWriter.row(["province_code", "province", "unit", "kind", "civil_servants"])
}

extension StaffingImport {
    @discardableResult
    static func run(csv: String, _ options: Options = .agreed, on connection: inout Connection) throws -> StaffingImport {
        var result = StaffingImport()
        do {
            result = try run(SourceFile(name: "test.csv", ByteFile(bytes: Array(csv.utf8))), options, on: &connection)
        } catch let error as CellError {
            result.errors = CellErrors([error])
        }
        return result
    }
}

extension StaffingImport.Options {
    /// Somebody has agreed that units vanish.
    static var agreed: Self {
        var options = Self()
        options.mayRemoveUnits = true
        return options
    }
}

extension Nomination.Entry {
    /// A collective for the director's certificate, unless stated otherwise.
    static func collective(
        _ code: String, of unit: String = "01", award: String = "director_certificate", campaign: String? = "TEST"
    ) -> Nomination.Entry {
        Nomination.Entry(campaign: campaign, unit: unit, award: award, nominee: .collective(code: code))
    }

    /// A person for the director's certificate, unless stated otherwise.
    static func person(
        _ staffNo: String, of unit: String = "01", award: String = "director_certificate", campaign: String? = "TEST",
        name: String = "Nguyễn Văn An", workplace: String? = nil
    ) -> Nomination.Entry {
        Nomination.Entry(
            campaign: campaign, unit: unit, award: award,
            nominee: .individual(
                .init(name: name, staffNo: staffNo, position: "Chấp hành viên", workplace: workplace ?? unit)))
    }
}

/// The code of the refusal with which `body` fails; nil if it succeeds.
func refusal(_ body: () throws -> Void) -> Refusal.Code? {
    do {
        try body()
        return nil
    } catch {
        return Refusal(error).code
    }
}

/// The constraint that `body` violates; nil if it succeeds.
func refusingConstraint(_ body: () throws -> Void) throws -> String? {
    do {
        try body()
        return nil
    } catch let error as ServerError {
        return error.constraint
    }
}
