import FoundationEssentials
import Postgres
import Registry

/// A nightly report that is due, or was made.
public struct ReportRun: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// The day with whose midnight it is concerned: `2026-04-20`.
    public let date: String
    /// Whether it is kept already.
    public let isMade: Bool
    private let asOf: Date
    private let since: Date?
}

extension ReportRun {
    /// Which reports are to be made, by date and campaign.
    ///
    /// - Parameters:
    ///   - campaign: Only this one's; without it, the campaigns' that are going on, or the last one's.
    ///   - date: Of this day: `2026-04-20` or `20/4/2026`; without it, of today in Hanoi, by the database's clock.
    ///   - catchingUp: Also of the days since the last report before it.
    /// - Throws: ``Refusal``, also where there is no such campaign.
    public static func due(
        campaign: String?, date: String?, catchingUp: Bool, _ transaction: inout Transaction
    ) throws -> [ReportRun] {
        let campaign = try campaign.map { try Campaign.code($0, &transaction) }
        let due = try transaction.query(
            "SELECT campaign, date::text AS date, as_of, since, is_made FROM report_due(\(campaign), read_date(\(date)), \(catchingUp))"
        ) { row in
            ReportRun(
                campaign: try row["campaign"], date: try row["date"], isMade: try row["is_made"], asOf: try row["as_of"],
                since: try row["since"])
        }
        guard !due.isEmpty else {
            throw Refusal(.notFound, Phrase("Không có đợt thi đua nào.", "There is no campaign."))
        }
        return due
    }

    /// Holds others off from making reports until this transaction ends, on the primary.
    ///
    /// - Throws: ``ServerError`` (busy) at once where another is at it.
    public static func claim(_ transaction: inout Transaction) throws {
        try transaction.execute("SELECT report_claim()")
    }

    /// Reads what the report says; JSON, to be kept by ``keep(_:_:)``.
    public func read(_ transaction: inout Transaction) throws -> String {
        try Self.content(of: campaign, asOf: asOf, since: since, &transaction)
    }

    /// Keeps what was read, and seals the trail as it was at the report's moment. What is kept already stays.
    ///
    /// - Throws: ``ServerError`` (serialization failure) where somebody had begun before that moment and ended only now: read again.
    public func keep(_ content: String, _ transaction: inout Transaction) throws {
        try transaction.execute("SELECT report_keep(\(campaign), \(date)::date, \(asOf), \(content)::jsonb)")
    }

    /// The report as it is kept; nil where it was not made yet.
    public func kept(_ transaction: inout Transaction) throws -> QuotaReport? {
        try transaction.first(
            """
            SELECT content::text AS content, date::text AS date, is_late, is_final FROM report_run
            WHERE (campaign, date) = (\(campaign), \(date)::date)
            """
        ) { row in
            var report = try QuotaReport(content: try row["content"] as String)
            report.edition = .init(
                date: try row["date"] as String, isLate: try row["is_late"] as Bool, isFinal: try row["is_final"] as Bool)
            return report
        }
    }
}

extension ReportRun {
    fileprivate static func content(
        of campaign: String, asOf: Date?, since: Date?, _ transaction: inout Transaction
    ) throws -> String {
        let content: String?? = try transaction.first(
            "SELECT report_content(\(campaign), \(asOf), \(since))::text AS content"
        ) { try $0["content"] }
        guard let content, let content else { throw Refusal.noCampaign(campaign) }
        return content
    }
}

extension QuotaReport {
    /// The report of now, whatever was reported before.
    public static func current(campaign: String, _ transaction: inout Transaction) throws -> QuotaReport {
        let since: Date?? = try transaction.first(
            "SELECT max(as_of) AS since FROM report_run WHERE campaign = \(campaign)"
        ) { try $0["since"] }
        return try QuotaReport(content: ReportRun.content(of: campaign, asOf: nil, since: since ?? nil, &transaction))
    }

    /// What `report_content()` says.
    init(content: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(QuotaReport.self, from: Data(content.utf8))
    }
}
