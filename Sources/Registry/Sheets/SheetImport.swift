import Postgres

/// The result of importing a file: what is reported whatever the file lists.
public protocol SheetImport: Sendable {
    /// An empty result.
    init()

    /// Rows that list something.
    var rows: Int { get }
    /// Where the file's table begins, and which field each column holds; nil if no file was read.
    var header: SheetHeader? { get set }
    /// Rows that list nothing.
    var aside: [AsideRow] { get }
    /// Rows that were read although a spreadsheet program does not show them.
    var hidden: HiddenRows { get }
    /// What is wrong with the file; nothing was imported then.
    var errors: CellErrors { get set }
    /// The rows with errors, as they appear in the file, if they were requested.
    var failedRows: [FailedRow] { get }
}

extension SheetImport {
    /// Finds the file's header, and calls `take` to import the rows below it if nothing is wrong with it.
    mutating func read(
        _ file: SourceFile, as form: SheetForm, choices: [String: String], _ transaction: inout Transaction,
        _ take: (inout Self, SheetHeader, inout Transaction) throws -> Void
    ) throws {
        do {
            let header = try SheetHeader.find(in: file, for: form, choices: choices, &transaction)
            self.header = header
            let faults = header.errors.filter { !form.mayLack($0) }
            errors.add(faults)
            if faults.isEmpty { try take(&self, header, &transaction) }
        } catch let error as CellError {
            errors.add([error])
        }
        errors.place(on: header?.sheet.sheet ?? file.sheet.sheet)
        errors.sort()
    }
}

/// A row that lists nothing: a sum, a heading, a signature. It is reported, not imported.
public struct AsideRow: Sendable {
    /// From 1.
    public let number: Int
    /// Its cells, on one line.
    public let text: String
    /// The sum that it states, if any.
    public let total: Int?
    /// The sum of the rows above it, if it differs.
    public var sum: Int?
}

/// A row with errors.
public struct FailedRow: Sendable {
    /// From 1.
    public let number: Int
    /// Its cells, in the order of ``SheetForm/fields``.
    public let cells: [String]
}
