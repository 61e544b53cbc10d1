import Postgres

/// What importing a file of nominations did, or would do.
public struct NominationImport: SheetImport {
    /// The nominations entered, in the file's order; none where a single row was wrong.
    public var nominations: [Nomination] = []
    /// Rows that propose somebody.
    public var rows = 0
    /// The quotas on which they draw, as they stand with them.
    public var quotas: [Quota] = []
    /// What is wrong with the file; nothing was entered then.
    public var errors = CellErrors()
    /// The rows at fault, as the file has them.
    public var failedRows: [FailedRow] = []
    /// Where the file's table begins, and what its columns were taken for; nil where no file was read.
    public var header: SheetHeader?
    /// Rows that propose nobody: blank ones, sums at the foot, and what stands below.
    public var aside: [AsideRow] = []

    /// Nothing, so far.
    public init() {}

    /// More rows than all quotas of the country have slots are no list of nominations.
    public static let mostRows = 10_000
}

extension NominationImport {
    /// How a file is to be imported.
    public struct Options: Sendable {
        /// The campaign's code; nil for the one that is open.
        public var campaign: String?
        /// The unit that proposes where a row names none; nil for the login's own.
        public var unit: String?
        /// Finds out what it would do, and does not.
        public var isDryRun = false

        /// To be entered in the open campaign.
        public init() {}
    }

    /// The refusal of the first row, where rules alone refused; nil where a cell is wrong in itself.
    public func firstRefusal(where isRule: (Refusal.Code) -> Bool) -> Refusal? {
        let isAllRules =
            errors.count == errors.list.count && errors.list.allSatisfy { $0.refusal.map { isRule($0.code) } ?? false }
        guard isAllRules, let first = errors.list.first, var refusal = first.refusal, let row = first.row else { return nil }
        let count = errors.count
        refusal.message = Phrase(
            "\(count) dòng bị từ chối; không nhập dòng nào. Dòng \(row): \(refusal.message.vi)",
            "\(count) rows were refused; nothing was imported. Row \(row): \(refusal.message.en)")
        return refusal
    }
}
