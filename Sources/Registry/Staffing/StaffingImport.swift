import Postgres

/// What importing, applying or taking back a staffing table did, or would do.
public struct StaffingImport: SheetImport {
    /// The number of the staffing table; nil where none was stored.
    public var table: Int?
    /// Whether it is in force now.
    public var applied = false
    /// Whether this very file is stored already, so that nothing was done.
    public var unchanged = false
    /// Rows that list a unit.
    public var rows = 0
    /// Units that the provinces named did not have before.
    public var added = 0
    /// Units whose kind, name or headcount differs.
    public var changed = 0
    /// Units that the provinces named had before, and the table does not name.
    public var missing = 0
    /// The units added, changed and missing, in a dry run; the first ``StaffingDifference/kept`` of them.
    public var units: [StaffingDifference] = []
    /// Quotas whose size changed.
    public var quotaChanges: [QuotaChange] = []
    /// What is wrong with the file; nothing was stored then.
    public var errors = CellErrors()
    /// The rows at fault, as the file has them, where they were asked for.
    public var failedRows: [FailedRow] = []
    /// Where the file's table begins, and what its columns were taken for; nil where no file was read.
    public var header: SheetHeader?
    /// Rows that list no unit: sums at the foot, and what stands below.
    public var aside: [AsideRow] = []

    /// Nothing, so far.
    public init() {}
}

/// A quota whose size changed, or would.
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
    /// What its size followed from, and what it follows from now.
    public let basis: (from: Quota.Basis?, to: Quota.Basis?)
    /// The circular's clause.
    public let clause: String
    /// The nominations that hold more slots than would be left.
    public let nominations: [Int]
}

extension StaffingImport {
    /// How a file is to be imported.
    public struct Options: Sendable {
        /// The date for which the figures hold: 1/11/2026 or 2026-11-01; nil for today, in Hanoi.
        public var asOf: String?
        /// `replace`: the file is the whole truth for the provinces that it names. `merge`: only what it names is changed.
        public var mode = Mode.replace
        /// Stores it, and leaves the quotas alone.
        public var storesOnly = false
        /// Finds out what it would do, and does not.
        public var isDryRun = false
        /// Keeps the rows at fault.
        public var keepsFailedRows = false

        /// To be stored and applied, as of today.
        public init() {}
    }

    /// How a file stands to what is in force.
    public enum Mode: String, Sendable, CaseIterable {
        case replace, merge
    }
}

extension QuotaChange {
    static func list(_ transaction: inout Transaction) throws -> [QuotaChange] {
        try transaction.query(
            """
            SELECT m.* FROM quota_move m JOIN award a ON a.code = m.award
            ORDER BY m.campaign, m.holder = '*', m.holder, a.rank, m.subject, m.stage
            """
        ) { try QuotaChange($0) }
    }

    private init(_ row: borrowing Row) throws {
        campaign = try row["campaign"]
        unit = try row["holder"]
        award = try row["award"]
        subject = try row["subject"]
        from = try row["allowed_before"]
        to = try row["allowed_after"]
        clause = try row["clause"]
        nominations = try row["nominations"] as [Int]? ?? []
        let measure: String = try row["measure"]
        basis = (
            from == nil ? nil : Quota.Basis(measure: measure, measured: try row["measured_before"] as Int?),
            to == nil ? nil : Quota.Basis(measure: measure, measured: try row["measured_after"] as Int?)
        )
    }
}
