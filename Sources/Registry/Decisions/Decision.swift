import Postgres

/// What was decided on a nomination.
public struct Decision: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// The decision's number.
    public let number: String
    /// Its date; ISO 8601.
    public let decidedOn: String
    /// The award's code.
    public let award: String
    /// `awarded` or `declined`.
    public let outcome: String
    /// The nomination.
    public let nomination: Int
    /// The unit that proposed it.
    public let unit: String
    /// `collective` or `individual`.
    public let subject: String
    /// The collective's or the person's name.
    public let nominee: String
}

extension Decision {
    /// The list of a campaign's awards, and of what was declined: by award, outcome and unit, people by given name.
    ///
    /// - Parameter outcome: Only `awarded`, or only `declined`.
    public static func list(campaign: String, outcome: String? = nil, _ transaction: inout Transaction) throws -> [Decision] {
        try transaction.query(
            """
            SELECT d.*, d.decided_on::text AS date FROM decision_list(campaign => \(campaign)) d
            JOIN award a ON a.code = d.award
            WHERE (\(outcome)::text IS NULL OR d.outcome = \(outcome))
            ORDER BY a.rank, d.outcome, d.subject, d.unit, given_name(d.nominee) COLLATE "vi-x-icu", d.nominee COLLATE "vi-x-icu", d.nomination
            """, Decision.init)
    }

    /// Records a decision on nominations, all of one award.
    ///
    /// - Parameters:
    ///   - number: The decision's number.
    ///   - date: Its date: 20/5/2026 or 2026-05-20.
    /// - Returns: All recorded outcomes of this decision.
    /// - Throws: ``Refusal``, also if one of them is not endorsed, or does not belong to the campaign.
    public static func record(
        _ number: String, campaign: String?, on date: String, awarded: [Int], declined: [Int], on connection: inout Connection
    ) throws -> [Decision] {
        do {
            return try connection.transaction(.registryWrite) { transaction in
                let campaign = try Campaign.code(campaign, &transaction)
                let count = try transaction.first(
                    "SELECT decision_record(\(campaign), \(number), read_date(\(date)), \(awarded), \(declined)) AS count"
                ) { try $0["count"] as Int }
                guard count == Set(awarded + declined).count else { throw Refusal.notOfCampaign(campaign) }
                let code = try transaction.first("SELECT read_code(\(number)) AS code") { try $0["code"] as String? } ?? nil
                return try list(campaign: campaign, &transaction).filter { $0.number == code }
            }
        } catch {
            throw Refusal(error).explained(stepOf: awarded, to: "awarded", on: &connection)
                .explained(stepOf: declined, to: "declined", on: &connection)
        }
    }

    private init(_ row: borrowing Row) throws {
        campaign = try row["campaign"]
        number = try row["number"]
        decidedOn = try row["date"]
        award = try row["award"]
        outcome = try row["outcome"]
        nomination = try row["nomination"]
        unit = try row["unit"]
        subject = try row["subject"]
        nominee = try row["nominee"]
    }
}

extension Refusal {
    fileprivate static func notOfCampaign(_ campaign: String) -> Refusal {
        Refusal(
            .notFound,
            Phrase(
                "Có đề nghị không thuộc đợt thi đua \(campaign).",
                "One of the nominations does not belong to campaign \(campaign)."),
            hint: Phrase("Xem: thidua endorsement list", "See: thidua endorsement list"))
    }
}
