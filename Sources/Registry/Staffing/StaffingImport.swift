import Postgres

/// What importing, applying or reverting a staffing table did, or would do.
public struct StaffingImport: SheetImport {
    /// The number of the staffing table; nil if none was stored.
    public var table: Int?
    /// Whether it is in force now.
    public var applied = false
    /// Whether the same file was stored already, so that nothing was done.
    public var unchanged = false
    /// Rows that list a unit.
    public var rows = 0
    /// Units that the listed provinces did not have before.
    public var added = 0
    /// Units whose kind, name or headcount differs.
    public var changed = 0
    /// Units that the listed provinces had before and that the table does not list.
    public var missing = 0
    /// The units added, changed and missing, in a dry run; the first ``StaffingDifference/kept`` of them.
    public var units: [StaffingDifference] = []
    /// Quotas whose size changed.
    public var quotaChanges: [QuotaChange] = []
    /// What has to be decided first; nothing was stored then.
    public var question: Question?
    /// How the file relates to what was in force; ``Mode/merge`` also for a file of mended rows.
    public var mode = Mode.replace
    /// What is wrong with the file; nothing was stored then.
    public var errors = CellErrors()
    /// The rows with errors, as they appear in the file, if they were requested.
    public var failedRows: [FailedRow] = []
    /// Where the file's table begins, and which field each column holds; nil if no file was read.
    public var header: SheetHeader?
    /// Rows that list no unit: sums, headings, and signatures below the last unit.
    public var aside: [AsideRow] = []
    /// Rows that were read although a spreadsheet program does not show them.
    public var hidden = HiddenRows()

    /// An empty result.
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
    /// Its size before; nil if it did not exist.
    public let from: Int?
    /// Its size now; nil if it no longer exists.
    public let to: Int?
    /// What its size was based on, and what it is based on now.
    public let basis: (from: Quota.Basis?, to: Quota.Basis?)
    /// The circular's clause.
    public let clause: String
    /// The nominations that hold its slots, if too few would be left for them; otherwise empty.
    public let nominations: [Int]
}

extension StaffingImport {
    /// How to import a file.
    public struct Options: Sendable {
        /// The date that the figures are for: 1/11/2026 or 2026-11-01; nil for today, in Hanoi.
        public var asOf: String?
        /// `replace`: the file is complete for the provinces that it lists. `merge`: only the units that it lists are changed.
        public var mode = Mode.replace
        /// Stores the table without applying it, so that the quotas stay as they are.
        public var storesOnly = false
        /// Only reports what the import would do.
        public var isDryRun = false
        /// What the row of a province itself lists; nil to be asked, if both are possible.
        public var provinceRows: ProvinceRows?
        /// Whether units may vanish that are in force.
        public var mayRemoveUnits = false
        /// The columns that the user has named, by field.
        public var columns: [String: String] = [:]
        /// Keeps the rows with errors.
        public var keepsFailedRows = false

        /// Stores and applies the file, as of today.
        public init() {}
    }

    /// What the row of a province itself lists.
    public enum ProvinceRows: String, Sendable, CaseIterable {
        /// Its own civil servants, who are in none of its units.
        case own
        /// All its civil servants, those of its units included.
        case total
    }

    /// How a file relates to what is in force.
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
