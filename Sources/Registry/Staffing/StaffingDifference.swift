import Postgres

/// A unit on which two staffing tables differ.
public struct StaffingDifference: Sendable {
    /// `added`, `changed` or `missing`.
    public let change: String
    /// The province or the headquarters.
    public let house: String
    /// The unit's code.
    public let unit: String
    /// Its kind, according to the later of the tables that list it.
    public let kind: String
    /// Its name, according to the later of the tables that list it.
    public let name: String
    /// Its kind and name before, if they differ.
    public let before: (kind: String?, name: String?)
    /// Its civil servants before; nil if it was not listed.
    public let from: Int?
    /// Its civil servants now; nil if it is not listed.
    public let to: Int?
    /// If it is missing: the nominations of open campaigns that name it.
    public let nominations: [Int]

    /// The maximum number that are listed.
    public static let kept = 10_000
}

extension StaffingDifference {
    /// What one table adds, changes and leaves out compared with another.
    ///
    /// - Throws: ``Refusal`` if there is no such table.
    public static func list(from earlier: Int, to later: Int, _ transaction: inout Transaction) throws -> [StaffingDifference] {
        for number in [earlier, later] { try StaffingTable.check(number, &transaction) }
        return try transaction.query(
            "SELECT * FROM staffing_difference(\(earlier), \(later)) LIMIT \(kept)", StaffingDifference.init)
    }

    /// What a stored table would add, change and leave out compared with what is in force.
    static func list(to later: Int, _ transaction: inout Transaction) throws -> [StaffingDifference] {
        try transaction.query("SELECT * FROM staffing_difference(NULL, \(later)) LIMIT \(kept)", StaffingDifference.init)
    }

    private init(_ row: borrowing Row) throws {
        change = try row["change"]
        house = try row["house"]
        unit = try row["unit"]
        kind = try row["kind"]
        name = try row["name"]
        let (kindBefore, nameBefore) = (try row["kind_before"] as String?, try row["name_before"] as String?)
        before = (kindBefore == kind ? nil : kindBefore, nameBefore == name ? nil : nameBefore)
        from = try row["civil_servants_before"]
        to = try row["civil_servants_after"]
        nominations = try row["nominations"] as [Int]? ?? []
    }
}
