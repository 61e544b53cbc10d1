import Postgres

/// A unit of which two staffing tables do not say the same.
public struct StaffingDifference: Sendable {
    /// `added`, `changed` or `missing`.
    public let change: String
    /// The province or the headquarters.
    public let house: String
    /// The unit's code.
    public let unit: String
    /// Its kind, by the later table that names it.
    public let kind: String
    /// Its name, by the later table that names it.
    public let name: String
    /// Its kind and name before, where they differ.
    public let before: (kind: String?, name: String?)
    /// Its civil servants before; nil where it was not named.
    public let from: Int?
    /// Its civil servants now; nil where it is not named.
    public let to: Int?
    /// Nominations of open campaigns that name it, where it is missing.
    public let nominations: [Int]

    /// How many are told one by one.
    public static let kept = 10_000
}

extension StaffingDifference {
    /// What one table adds, changes and leaves out against another.
    ///
    /// - Throws: ``Refusal`` where there is no such table.
    public static func list(from earlier: Int, to later: Int, _ transaction: inout Transaction) throws -> [StaffingDifference] {
        for number in [earlier, later] { try StaffingTable.check(number, &transaction) }
        return try transaction.query(
            "SELECT * FROM staffing_difference(\(earlier), \(later)) LIMIT \(kept)", StaffingDifference.init)
    }

    /// What a stored table would add, change and leave out against what is in force.
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
