import FoundationEssentials
import Postgres
import Registry

/// A nightly report that is due, or was made.
public struct ReportRun: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// The day whose midnight the report is for: `2026-04-20`.
    public let date: String
    /// Whether it is stored already.
    public let isMade: Bool
}

extension ReportRun {
    /// The reports to be made, by date and campaign.
    ///
    /// - Parameters:
    ///   - campaign: Only this campaign; without it, those in progress, or else the last one.
    ///   - date: The day: `2026-04-20` or `20/4/2026`; without it, today in Hanoi, by the database's clock.
    ///   - catchingUp: Whether the days since the last report before it are included.
    /// - Throws: ``Refusal``, also where there is no such campaign.
    public static func due(
        campaign: String?, date: String?, catchingUp: Bool, _ transaction: inout Transaction
    ) throws -> [ReportRun] {
        let campaign = try campaign.map { try Campaign.code($0, &transaction) }
        let due = try transaction.query(
            "SELECT campaign, date::text AS date, is_made FROM report_due(\(campaign), read_date(\(date)), \(catchingUp))"
        ) { row in
            ReportRun(
                campaign: try row["campaign"], date: try row["date"], isMade: try row["is_made"])
        }
        guard !due.isEmpty else {
            throw Refusal(.notFound, Phrase("Không có đợt thi đua nào.", "There is no campaign."))
        }
        return due
    }

    /// Keeps other processes from making reports until this transaction ends; on the primary.
    ///
    /// - Throws: ``Refusal`` (busy) at once where another process is making reports, or another session does as if it were.
    public static func claim(_ transaction: inout Transaction) throws {
        do {
            try transaction.execute("SELECT report_claim()")
        } catch let error as ServerError where error.constraint == "report_is_made_by_one_at_a_time" {
            var refusal = Refusal(error)
            if let holder = error.detail {
                refusal.hint = Phrase(
                    "Tài khoản \(holder) đang lập. Nếu không phải thì kết thúc phiên: thidua user end-sessions \(holder)",
                    "It is being made by \(holder). If not, end that session: thidua user end-sessions \(holder)")
            }
            throw refusal
        }
    }

    /// Reads the report, signed by the database, to be stored by ``keep(_:_:)``.
    public func read(_ transaction: inout Transaction) throws -> String {
        let reading: String?? = try transaction.first(
            "SELECT report_read(\(campaign), \(date)::date)::text AS reading"
        ) { try $0["reading"] }
        guard let reading, let reading else { throw Refusal.noCampaign(campaign) }
        return reading
    }

    /// Stores what was read, and seals the trail as of the report's moment. A report that is stored already is left unchanged.
    ///
    /// - Throws: ``ServerError`` (serialization failure) where a transaction had begun before that moment and ended only now: the
    ///   report must be read again.
    public func keep(_ reading: String, _ transaction: inout Transaction) throws {
        try transaction.execute("SELECT report_keep(\(reading)::jsonb)")
    }

    /// The report as stored; nil where it has not been made yet.
    public func kept(_ transaction: inout Transaction) throws -> QuotaReport? {
        try transaction.first(
            """
            SELECT content::text AS content, date::text AS date, is_late, is_final, revision FROM report_run
            WHERE (campaign, date) = (\(campaign), \(date)::date) AND set_aside_at IS NULL
            """
        ) { row in
            var report = try QuotaReport(content: try row["content"] as String)
            report.edition = .init(
                date: try row["date"] as String, isLate: try row["is_late"] as Bool, isFinal: try row["is_final"] as Bool,
                revision: try row["revision"] as Int)
            return report
        }
    }
}

extension QuotaReport {
    /// The report as of now, regardless of earlier reports.
    public static func current(campaign: String, _ transaction: inout Transaction) throws -> QuotaReport {
        let since: Date?? = try transaction.first(
            "SELECT max(as_of) AS since FROM report_run WHERE campaign = \(campaign) AND set_aside_at IS NULL"
        ) { try $0["since"] }
        let content: String?? = try transaction.first(
            "SELECT report_content(\(campaign), NULL, \(since ?? nil))::text AS content"
        ) { try $0["content"] }
        guard let content, let content else { throw Refusal.noCampaign(campaign) }
        return try QuotaReport(content: content)
    }

    /// Decodes the result of `report_content()`.
    init(content: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(QuotaReport.self, from: Data(content.utf8))
    }
}
