import Postgres

/// What a unit sends for a campaign (clause 2).
public struct Dossier: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// The unit that sends it.
    public let unit: String
    /// The unit's name.
    public let unitName: String
    /// `open`, `submitted`, `returned` or `not_submitted`.
    public let state: String
    /// Whether anything has been entered for it.
    public let isBegun: Bool
    /// When it was last submitted; ISO 8601, by the clock in Hanoi.
    public let submittedAt: String?
    /// When it was last returned.
    public let returnedAt: String?
    /// Why it was returned.
    public let returnReason: String?
    /// When the paper set arrived (D4, T4).
    public let paperAt: String?
    /// When the soft copy arrived by e-mail (D4).
    public let emailAt: String?
    /// Its documents, those of the dossier itself first.
    public let documents: [Document]
    /// Its nominations.
    public let nominations: [Nomination]
    /// What keeps it from being submitted.
    public let faults: [DossierFault]
}

extension Dossier {
    /// A unit's dossier; an empty one if nothing has been entered yet.
    ///
    /// - Throws: ``Refusal`` if there is no such unit, or it does not submit dossiers.
    public static func find(unit: String, campaign: String, _ transaction: inout Transaction) throws -> Dossier {
        let unit = try Unit.code(unit, &transaction)
        let found = try transaction.first(
            """
            SELECT u.code AS unit, u.name, coalesce(d.state, CASE WHEN c.is_open THEN 'open' ELSE 'not_submitted' END) AS state,
                   in_hanoi(d.submitted_at) AS submitted_at, in_hanoi(d.returned_at) AS returned_at, d.return_reason,
                   in_hanoi(d.paper_at) AS paper_at, in_hanoi(d.email_at) AS email_at, d.unit IS NOT NULL AS is_begun
            FROM unit u JOIN campaign_status c ON c.code = \(campaign)
            LEFT JOIN dossier_status(campaign => \(campaign), unit => \(unit)) d ON true
            WHERE u.code = \(unit) AND u.proposes_under IS NOT NULL
            """
        ) { row in
            (
                unit: try row["unit"] as String, name: try row["name"] as String, state: try row["state"] as String,
                submitted: try row["submitted_at"] as String?, returned: try row["returned_at"] as String?,
                reason: try row["return_reason"] as String?, paper: try row["paper_at"] as String?,
                email: try row["email_at"] as String?, isBegun: try row["is_begun"] as Bool
            )
        }
        guard let found else {
            throw Refusal(constraint: "dossier_unit_sends_dossiers") ?? Refusal.noUnit(unit)
        }
        return Dossier(
            campaign: campaign, unit: found.unit, unitName: found.name, state: found.state, isBegun: found.isBegun,
            submittedAt: found.submitted,
            returnedAt: found.returned, returnReason: found.reason, paperAt: found.paper, emailAt: found.email,
            documents: try Document.list(unit: found.unit, campaign: campaign, &transaction),
            nominations: try Nomination.list(campaign: campaign, unit: found.unit, &transaction),
            faults: found.isBegun
                ? try DossierFault.list(unit: found.unit, campaign: campaign, &transaction) : [DossierFault.noNomination])
    }

    /// Submits a dossier, which closes it. It must be complete and eligible, before the deadline by the database's clock.
    ///
    /// - Throws: ``Refusal``, which names what is missing.
    public static func submit(unit: String, campaign: String?, on connection: inout Connection) throws -> Dossier {
        var aim: (unit: String, campaign: String)?
        do {
            return try change(unit: unit, campaign: campaign, on: &connection) { unit, campaign, transaction in
                aim = (unit, campaign)
                let count = try transaction.first("SELECT dossier_submit(\(unit), \(campaign)) AS count") {
                    try $0["count"] as Int?
                }
                guard (count ?? nil) != nil else { throw Refusal.notOwnUnit }
            }
        } catch {
            guard let aim else { throw Refusal(error) }
            throw Refusal(error).naming(faultsOf: aim.unit, aim.campaign, on: &connection)
        }
    }

    /// Reopens a submitted dossier (D6).
    ///
    /// - Throws: ``Refusal``.
    public static func sendBack(
        unit: String, campaign: String?, because reason: String, on connection: inout Connection
    ) throws -> Dossier {
        try change(unit: unit, campaign: campaign, on: &connection) { unit, campaign, transaction in
            let count = try transaction.first("SELECT dossier_return(\(unit), \(campaign), \(reason)) AS count") {
                try $0["count"] as Int?
            }
            guard (count ?? nil) != nil else { throw Refusal.notSubmitted(unit) }
        }
    }

    /// How a dossier arrived (D4).
    public enum Channel: String, Sendable, CaseIterable {
        case paper, email
    }

    /// Records when the paper set, or the soft copy, arrived.
    ///
    /// - Parameter moment: 24/4/2026, or 2026-04-24 16:00; nil for now.
    /// - Throws: ``Refusal``.
    public static func receive(
        unit: String, campaign: String?, by channel: Channel, at moment: String?, on connection: inout Connection
    ) throws -> Dossier {
        try change(unit: unit, campaign: campaign, on: &connection) { unit, campaign, transaction in
            let (paper, email) = (channel == .paper, channel == .email)
            let found = try transaction.first(
                """
                SELECT dossier_receive(\(unit), \(campaign), CASE WHEN \(paper) THEN m.moment END, CASE WHEN \(email) THEN m.moment END) AS done
                FROM (SELECT coalesce(read_moment(\(moment)), clock_timestamp()) AS moment OFFSET 0) m
                """
            ) { try $0["done"] as Bool }
            guard found == true else { throw Refusal(constraint: "dossier_unit_sends_dossiers") ?? Refusal.notOwnUnit }
        }
    }

    private static func change(
        unit: String, campaign: String?, on connection: inout Connection,
        _ body: (_ unit: String, _ campaign: String, _ transaction: inout Transaction) throws -> Void
    ) throws -> Dossier {
        try connection.transaction(.registryWrite) { transaction in
            let campaign = try Campaign.code(campaign, &transaction)
            let unit = try Unit.code(unit, &transaction)
            try body(unit, campaign, &transaction)
            return try find(unit: unit, campaign: campaign, &transaction)
        }
    }
}

extension Refusal {
    static let notOwnUnit = Refusal(
        .notPermitted,
        Phrase(
            "Tài khoản không có quyền thao tác với hồ sơ của đơn vị khác.", "This login may not work on another unit's dossier."),
        hint: Phrase("Liên hệ quản trị viên của Cục.", "Ask the Department's administrator."))

    fileprivate static func notSubmitted(_ unit: String) -> Refusal {
        Refusal(
            .illegalStep,
            Phrase(
                "Hồ sơ của đơn vị \(unit) chưa nộp nên không trả lại được.",
                "The dossier of unit \(unit) has not been submitted, so it cannot be returned."))
    }

    /// Adds what is missing in a dossier that could not be submitted.
    fileprivate func naming(faultsOf unit: String, _ campaign: String, on connection: inout Connection) -> Refusal {
        guard code == .dossierIncomplete || code == .notEligible,
            let faults = try? connection.transaction(
                .registryRead,
                {
                    try DossierFault.list(unit: unit, campaign: campaign, &$0)
                })
        else { return self }
        let meant = code == .notEligible ? faults.filter { $0.kind == .barred } : faults
        guard !meant.isEmpty else { return self }
        var refusal = self
        refusal.clause = meant[0].clause
        refusal.message = meant.prefix(Self.faultsShown).reduce(message) { text, fault in
            Phrase("\(text.vi)\n  - \(fault.sentence.vi)", "\(text.en)\n  - \(fault.sentence.en)")
        }
        let rest = meant.count - Self.faultsShown
        if rest > 0 {
            refusal.message = Phrase(
                "\(refusal.message.vi)\n  - … và \(rest) nội dung khác.", "\(refusal.message.en)\n  - … and \(rest) more.")
        }
        return refusal
    }

    private static let faultsShown = 20
}
