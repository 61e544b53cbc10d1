import Postgres

/// Something about nominees that only the Department can settle (N2).
public struct NominationFinding: Sendable {
    /// `claim`: a unit was refused what another unit has nominated. `alike_number`: two nominations whose staff numbers are
    /// alike, under different names.
    public let kind: String
    /// The campaign's code.
    public let campaign: String
    /// The unit that was refused, or whose nomination was entered later.
    public let unit: String
    /// `collective` or `individual`.
    public let subject: String
    /// The collective's or the person's name, as that unit has it.
    public let nominee: String?
    /// The unit that it would nominate; nil for a person.
    public let collective: String?
    /// The person's staff number; nil for a collective.
    public let staffNo: String?
    /// When the unit was first refused, or entered its nomination: ISO 8601, by the clock in Hanoi.
    public let foundAt: String
    /// The unit whose nomination stands against it.
    public let otherUnit: String
    /// The number of that nomination.
    public let otherNomination: Int
    /// The nominee's name there.
    public let otherNominee: String
    /// The person's staff number there.
    public let otherStaffNo: String?
}

extension NominationFinding {
    /// All of a campaign, as they are now, the oldest first. For administrators only.
    public static func list(campaign: String, _ transaction: inout Transaction) throws -> [NominationFinding] {
        try transaction.query(
            """
            SELECT f.*, in_hanoi(f.found_at) AS since FROM nomination_finding f WHERE f.campaign = \(campaign)
            ORDER BY f.finding DESC, f.found_at, f.unit, f.other_nomination
            """
        ) { row in
            NominationFinding(
                kind: try row["finding"], campaign: try row["campaign"], unit: try row["unit"], subject: try row["subject"],
                nominee: try row["nominee"], collective: try row["collective"], staffNo: try row["staff_no"],
                foundAt: try row["since"], otherUnit: try row["other_unit"], otherNomination: try row["other_nomination"],
                otherNominee: try row["other_nominee"], otherStaffNo: try row["other_staff_no"])
        }
    }

    /// What each kind is called.
    public static let kinds = [
        "claim": Phrase("Đơn vị khác đã đề nghị", "Nominated by another unit"),
        "alike_number": Phrase("Số hiệu gần giống", "Alike staff numbers"),
    ]
}
