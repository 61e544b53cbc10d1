import Postgres

/// One emulation drive, with its own rules and deadline.
public struct Campaign: Sendable {
    /// The number of the plan that started it: `606/KH-CQLTHADS`.
    public let code: String
    /// In Vietnamese.
    public let title: String
    /// Nominations are accepted strictly before this instant; ISO 8601, by the clock in Hanoi.
    public let deadline: String
    /// Whether it accepts nominations now, by the database's clock.
    public let isOpen: Bool
    /// When it was closed after its deadline, in ISO 8601 by the clock in Hanoi; nil if it has not been.
    public let closedAt: String?
    /// `all_provinces` or `each_province`: who shares the pooled quotas at endorsement.
    public let pool: String
}

/// One rule of a campaign's quotas.
public struct QuotaRule: Sendable {
    /// Its id: `Q8`.
    public let rule: String
    /// The circular's clause.
    public let clause: String
    /// The award's code.
    public let award: String
    /// `collective` or `individual`.
    public let subject: String
    /// `headquarters` or `province`.
    public let holderKind: String
    /// `none`, `civil_servants` or `area_offices`.
    public let measure: String
    /// The smallest number to which it applies, if something is measured.
    public let atLeast: Int?
    /// The largest number to which it applies, if something is measured; nil for no limit.
    public let atMost: Int?
    /// The maximum number that may be proposed.
    public let allowed: Int
}

extension Campaign {
    /// All campaigns, the latest deadline first.
    public static func list(_ transaction: inout Transaction) throws -> [Campaign] {
        try transaction.query("\(select) ORDER BY deadline DESC, code", Campaign.init)
    }

    /// The campaign with this code; without a code, the campaign that is open.
    ///
    /// - Throws: ``Refusal`` if there is none, or if no code is given and several campaigns are open.
    public static func find(_ code: String?, _ transaction: inout Transaction) throws -> Campaign {
        let code = try self.code(code, &transaction)
        guard let campaign = try transaction.first("\(select) WHERE code = \(code)", Campaign.init) else {
            throw Refusal.noCampaign(code)
        }
        return campaign
    }

    /// The code of the campaign that ``find(_:_:)`` finds, as it is stored.
    ///
    /// - Throws: ``Refusal``, like ``find(_:_:)``.
    public static func code(_ code: String?, _ transaction: inout Transaction) throws -> String {
        let meant: [String] =
            if let code {
                try transaction.query("SELECT code FROM campaign WHERE code = read_code(\(code))") { try $0["code"] as String }
            } else {
                try transaction.query("SELECT code FROM campaign_status WHERE is_meant ORDER BY code") {
                    try $0["code"] as String
                }
            }
        guard let campaign = meant.first else { throw Refusal.noCampaign(code ?? "*") }
        guard meant.count == 1 else { throw Refusal.severalCampaigns(meant) }
        return campaign
    }

    /// A campaign's rules, in their order.
    public static func rules(of code: String, _ transaction: inout Transaction) throws -> [QuotaRule] {
        try transaction.query(
            """
            SELECT r.rule, r.clause, r.award, r.subject, r.holder_kind, r.measure, b.allowed,
                   CASE WHEN r.measure <> 'none' THEN lower(b.bracket) END AS at_least,
                   upper(b.bracket) - 1 AS at_most
            FROM quota_rule r JOIN quota_bracket b USING (campaign, rule)
            WHERE r.campaign = \(code)
            ORDER BY r.rule, b.bracket
            """, QuotaRule.init)
    }

    /// Starts a campaign with the rules of another and its own deadline.
    ///
    /// - Parameters:
    ///   - original: The code of the campaign to copy.
    ///   - code: The new campaign's code.
    ///   - deadline: `25/4/2026` or `2026-04-25` (strictly before that day, in Hanoi), or an instant in ISO 8601.
    /// - Throws: ``Refusal``.
    public static func copy(
        _ original: String, as code: String, deadline: String, on connection: inout Connection
    ) throws -> Campaign {
        try connection.transaction(.registryWrite) { transaction in
            let copies = try transaction.execute(
                "SELECT FROM campaign_copy(read_code(\(original)), read_code(\(code)), read_moment(\(deadline)))")
            guard copies == 1 else { throw Refusal.noCampaign(original) }
            return try find(code, &transaction)
        }
    }

    private static let select: SQL = """
        SELECT code, title, in_hanoi(deadline) AS deadline, is_open, in_hanoi(closed_at) AS closed_at, pool FROM campaign_status
        """

    private init(_ row: borrowing Row) throws {
        code = try row["code"]
        title = try row["title"]
        deadline = try row["deadline"]
        isOpen = try row["is_open"]
        closedAt = try row["closed_at"]
        pool = try row["pool"]
    }
}

extension QuotaRule {
    fileprivate init(_ row: borrowing Row) throws {
        rule = try row["rule"]
        clause = try row["clause"]
        award = try row["award"]
        subject = try row["subject"]
        holderKind = try row["holder_kind"]
        measure = try row["measure"]
        atLeast = try row["at_least"]
        atMost = try row["at_most"]
        allowed = try row["allowed"]
    }
}

extension Refusal {
    /// The refusal for a nonexistent campaign.
    public static func noCampaign(_ code: String) -> Refusal {
        Refusal(
            .notFound, Phrase("Không có đợt thi đua \(code).", "There is no campaign \(code)."),
            hint: Phrase("Xem: thidua campaign list", "See: thidua campaign list"))
    }

    static func severalCampaigns(_ codes: [String]) -> Refusal {
        let codes = codes.joined(separator: ", ")
        return Refusal(
            .usage, Phrase("Có nhiều đợt thi đua đang mở: \(codes).", "Several campaigns are open: \(codes)."),
            hint: Phrase("Nêu rõ đợt thi đua bằng --campaign MÃ.", "Name one with --campaign CODE."))
    }
}
