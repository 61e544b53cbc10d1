import Postgres

/// A unit's proposal that a collective or a person be given an award.
public struct Nomination: Sendable {
    /// The number by which the tool identifies it.
    public let id: Int
    /// The campaign's code.
    public let campaign: String
    /// The unit that proposes.
    public let unit: String
    /// The award's code.
    public let award: String
    /// `collective` or `individual`.
    public let subject: String
    /// The collective's or the person's name.
    public let nominee: String
    /// The unit nominated; nil for a person.
    public let collective: String?
    /// The person nominated; nil for a collective.
    public let staffNo: String?
    /// The person's position; nil for a collective.
    public let position: String?
    /// The unit where the person works; nil for a collective.
    public let workplace: String?
    /// The workplace's name.
    public let workplaceName: String?
    /// `draft`, or a state that a ``NominationStep`` leads to.
    public let state: String
    /// Its slot in the quota, from 1; nil once withdrawn.
    public let slot: Int?
    /// The quota's size; nil once withdrawn.
    public let allowed: Int?
    /// The fact for which it was disqualified, by its code; nil if it was not.
    public let bar: String?
    /// Why it was disqualified, in words.
    public let reason: String?
    /// ISO 8601, by the clock in Hanoi.
    public let enteredAt: String
    /// ISO 8601, by the clock in Hanoi.
    public let changedAt: String
}

extension Nomination {
    /// A campaign's nominations: by unit, award and subject, people by given name.
    ///
    /// - Parameters:
    ///   - unit: Only those that this unit proposes.
    ///   - award: Only those for this award.
    ///   - state: Only those in this state.
    ///   - search: Only those whose nominee has this in the name, ignoring case and accents.
    public static func list(
        campaign: String, unit: String? = nil, award: String? = nil, state: String? = nil, search: String? = nil,
        _ transaction: inout Transaction
    ) throws -> [Nomination] {
        let award = try award.map { try Award.code($0, &transaction) }
        try checkState(state, &transaction)
        return try transaction.query(
            """
            \(select) FROM nomination_status(campaign => \(campaign), unit => \(unit)) n JOIN award a ON a.code = n.award
            WHERE (\(award)::text IS NULL OR n.award = \(award))
              AND (\(state)::text IS NULL OR n.state = \(state))
              AND (\(search)::text IS NULL OR strpos(fold(n.nominee), fold(\(search))) > 0)
            ORDER BY n.unit, a.rank, n.subject, given_name(n.nominee) COLLATE "vi-x-icu", n.nominee COLLATE "vi-x-icu", n.id
            """, Nomination.init)
    }

    /// The nomination with this number.
    ///
    /// - Throws: ``Refusal`` if there is none.
    public static func find(_ id: Int, _ transaction: inout Transaction) throws -> Nomination {
        guard
            let nomination = try transaction.first(
                "\(select) FROM nomination_status(number => \(id)) n", Nomination.init)
        else {
            throw Refusal.noNomination(id)
        }
        return nomination
    }

    private static func checkState(_ code: String?, _ transaction: inout Transaction) throws {
        try Refusal.unlessKnown(
            code, among: transaction.query("SELECT code FROM nomination_state ORDER BY code") { try $0["code"] as String },
            Phrase("trạng thái", "state"))
    }

    private static let select: SQL = """
        SELECT n.id, n.campaign, n.unit, n.award, n.subject, n.nominee, n.collective, n.staff_no, n.position, n.workplace,
               n.workplace_name, n.state, n.slot, n.allowed, n.bar, n.reason,
               in_hanoi(n.entered_at) AS entered_at, in_hanoi(n.changed_at) AS changed_at
        """

    private init(_ row: borrowing Row) throws {
        id = try row["id"]
        campaign = try row["campaign"]
        unit = try row["unit"]
        award = try row["award"]
        subject = try row["subject"]
        nominee = try row["nominee"]
        collective = try row["collective"]
        staffNo = try row["staff_no"]
        position = try row["position"]
        workplace = try row["workplace"]
        workplaceName = try row["workplace_name"]
        state = try row["state"]
        slot = try row["slot"]
        allowed = try row["allowed"]
        bar = try row["bar"]
        reason = try row["reason"]
        enteredAt = try row["entered_at"]
        changedAt = try row["changed_at"]
    }
}

extension Refusal {
    static func noNomination(_ id: Int) -> Refusal {
        Refusal(
            .notFound, Phrase("Không có đề nghị số \(id).", "There is no nomination \(id)."),
            hint: Phrase("Xem: thidua nomination list", "See: thidua nomination list"))
    }
}
