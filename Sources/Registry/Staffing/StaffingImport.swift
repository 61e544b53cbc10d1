import Postgres

/// What importing a staffing file did, or would do.
public struct StaffingImport: Sendable {
    /// The number of the staffing table that was stored; nil where nothing was.
    public var table: Int?
    /// Whether it is in force now.
    public var applied = false
    /// Whether this very file is in force already, so that nothing was done.
    public var unchanged = false
    /// Rows read.
    public var rows = 0
    /// Units that the provinces named did not have before.
    public var added = 0
    /// Units whose kind, name or headcount differs.
    public var changed = 0
    /// Units that the provinces named had before, and the file does not name.
    public var missing = 0
    /// Quotas whose size changed.
    public var quotaChanges: [QuotaChange] = []
    /// What is wrong with the file; nothing was stored then.
    public var errors: [CellError] = []
    /// Columns of the file that were not understood, and left out.
    public var unknownColumns: [String] = []

    /// Nothing, so far.
    public init() {}
}

/// A quota whose size changed.
public struct QuotaChange: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// Its holder; `*` for the pool.
    public let unit: String
    /// The award's code.
    public let award: String
    /// `collective` or `individual`.
    public let subject: String
    /// Its size before; nil where there was none.
    public let from: Int?
    /// Its size now; nil where there is none any more.
    public let to: Int?
}

extension StaffingImport {
    /// How a file is to be imported.
    public struct Options: Sendable {
        /// The date for which the figures hold: 1/11/2026 or 2026-11-01; nil for today, in Hanoi.
        public var asOf: String?
        /// Stores it, and leaves the quotas alone.
        public var storesOnly = false
        /// Finds out what it would do, and does not.
        public var isDryRun = false

        /// To be stored and applied, as of today.
        public init() {}
    }
}

extension QuotaChange {
    init(_ row: borrowing Row) throws {
        campaign = try row["campaign"]
        unit = try row["holder"]
        award = try row["award"]
        subject = try row["subject"]
        from = try row["allowed_before"]
        to = try row["allowed_after"]
    }
}
