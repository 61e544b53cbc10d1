import Postgres

/// What importing a file of nominations did, or would do.
public struct NominationImport: SheetImport {
    /// The nominations entered, in the file's order; empty if any row was wrong.
    public var nominations: [Nomination] = []
    /// The number of rows that propose a nominee.
    public var rows = 0
    /// The quotas on which they draw, with their slots counted.
    public var quotas: [Quota] = []
    /// What is wrong with the file; nothing was entered then.
    public var errors = CellErrors()
    /// The rows with errors, as they appear in the file.
    public var failedRows: [FailedRow] = []
    /// Where the file's table begins, and which field each column holds; nil if no file was read.
    public var header: SheetHeader?
    /// Rows that propose no nominee: blank ones, sums at the foot, and anything below them.
    public var aside: [AsideRow] = []
    /// Rows that were read although a spreadsheet program does not show them.
    public var hidden = HiddenRows()
    /// What was refused because another unit has nominated it.
    var claims: [RefusedClaim] = []

    /// An empty result.
    public init() {}

    /// A file with more rows than all quotas of the country have slots is not a list of nominations.
    public static let mostRows = 10_000
}

extension NominationImport {
    /// How to import a file.
    public struct Options: Sendable {
        /// The campaign's code; nil for the one that is open.
        public var campaign: String?
        /// The unit that proposes if a row names none; nil for the login's own.
        public var unit: String?
        /// The columns that the user has named, by field.
        public var columns: [String: String] = [:]
        /// Only reports what the import would do.
        public var isDryRun = false

        /// Enters the nominations in the open campaign.
        public init() {}
    }

    /// The refusal of the first row, if all errors are refusals by such rules; otherwise nil.
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
