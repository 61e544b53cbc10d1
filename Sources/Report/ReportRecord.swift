import Postgres
import Registry

/// A nightly report as it was stored: one that stands, or one that was set aside.
public struct ReportRecord: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// The day whose midnight it is for: `2026-04-20`.
    public let date: String
    /// Its number among those for this day, from 1.
    public let revision: Int
    /// The moment to which its numbers refer, in ISO 8601 by the clock in Hanoi.
    public let asOf: String
    /// Whether it was made more than an hour after that.
    public let isLate: Bool
    /// Whether it is the report as of the deadline.
    public let isFinal: Bool
    /// When it was made.
    public let madeAt: String
    /// The login that made it.
    public let madeBy: String
    /// When it was set aside; nil if it stands.
    public let setAsideAt: String?
    /// The login that set it aside.
    public let setAsideBy: String?
    /// Why.
    public let reason: String?
}

extension ReportRecord {
    /// The reports of a campaign, by date and revision; only those for one day if it is given.
    public static func list(campaign: String, date: String? = nil, _ transaction: inout Transaction) throws -> [ReportRecord] {
        try transaction.query(
            """
            SELECT campaign, date::text AS date, revision, in_hanoi(as_of) AS as_of, is_late, is_final, in_hanoi(made_at) AS made_at,
                   made_by, in_hanoi(set_aside_at) AS set_aside_at, set_aside_by, set_aside_because
            FROM report_run WHERE campaign = \(campaign) AND date = coalesce(read_date(\(date)), date) ORDER BY date, revision
            """, ReportRecord.init)
    }

    /// Sets the report for a day aside, so that another one can be made. It is kept.
    ///
    /// - Throws: ``Refusal``, also if there is none that stands.
    public static func setAside(
        campaign: String?, date: String, because reason: String, on connection: inout Connection
    ) throws -> [ReportRecord] {
        try connection.transaction(.registryWrite) { transaction in
            let campaign = try Campaign.code(campaign, &transaction)
            let isDone: Bool? = try transaction.first(
                "SELECT report_set_aside(\(campaign), read_date(\(date)), \(reason)) AS done"
            ) { try $0["done"] }
            guard isDone == true else {
                throw Refusal(
                    .notFound,
                    Phrase(
                        "Không có báo cáo của đợt thi đua \(campaign) cho ngày này.",
                        "There is no report of \(campaign) for this day."),
                    hint: Phrase("Xem: thidua report list", "See: thidua report list"))
            }
            return try list(campaign: campaign, date: date, &transaction)
        }
    }

    private init(_ row: borrowing Row) throws {
        campaign = try row["campaign"]
        date = try row["date"]
        revision = try row["revision"]
        asOf = try row["as_of"]
        isLate = try row["is_late"]
        isFinal = try row["is_final"]
        madeAt = try row["made_at"]
        madeBy = try row["made_by"]
        setAsideAt = try row["set_aside_at"]
        setAsideBy = try row["set_aside_by"]
        reason = try row["set_aside_because"]
    }
}
