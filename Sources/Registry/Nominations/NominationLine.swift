import Postgres

/// A row of a file of nominations, as the database interprets it.
struct NominationLine {
    /// From 1.
    let number: Int
    /// Whether it proposes no nominee.
    let isAside: Bool
    /// The house whose quota the row draws on.
    let house: String?
    private let unit: String?
    private let award: String?
    private let collective: String?
    private let person: (name: String?, staffNo: String?, position: String?, workplace: String?)

    init(_ row: borrowing Row) throws {
        number = try row["row_number"]
        isAside = try row["is_aside"]
        house = try row["house"]
        unit = try row["unit"]
        award = try row["award"]
        collective = try row["collective"]
        person = (
            try row["individual"] as String?, try row["staff_no"] as String?, try row["position"] as String?,
            try row["workplace"] as String?
        )
    }

    /// The nomination to enter; nil if the row lacks a value that it needs.
    func entry(in campaign: String) -> Nomination.Entry? {
        guard let unit, let award, let nominee else { return nil }
        return Nomination.Entry(campaign: campaign, unit: unit, award: award, nominee: nominee)
    }

    private var nominee: Nominee? {
        if let collective { return .collective(code: collective) }
        guard let name = person.name, let staffNo = person.staffNo, let position = person.position,
            let workplace = person.workplace
        else { return nil }
        return .individual(.init(name: name, staffNo: staffNo, position: position, workplace: workplace))
    }

    /// The field that a refusal is about; nil if it is about none in particular.
    func field(of refusal: Refusal) -> String? {
        switch refusal.constraint {
        case "campaign_is_before_its_deadline": nil
        case "nomination_unit_sends_dossiers": "unit"
        case "nomination_slot_is_within_quota", "nomination_draws_on_a_quota": "award"
        case "nomination_workplace_is_of_the_house": "workplace"
        case "nomination_bureau_proposes_its_own" where collective == nil: "workplace"
        default: collective == nil ? "staff_no" : "collective"
        }
    }
}
