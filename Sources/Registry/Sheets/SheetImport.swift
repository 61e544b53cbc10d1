import Postgres

/// What importing a file came to, whatever the file lists: what people are told of every file alike.
public protocol SheetImport: Sendable {
    /// Nothing, so far.
    init()

    /// Rows that list something.
    var rows: Int { get }
    /// Where the file's table begins, and what its columns were taken for; nil where no file was read.
    var header: SheetHeader? { get set }
    /// Rows that list nothing.
    var aside: [AsideRow] { get }
    /// What is wrong with the file; nothing was imported then.
    var errors: CellErrors { get set }
    /// The rows at fault, as the file has them, where they were asked for.
    var failedRows: [FailedRow] { get }
}

extension SheetImport {
    /// Finds the file's header, and has the rows below it taken where nothing is wrong with it.
    mutating func read(
        _ file: SourceFile, as form: SheetForm, _ transaction: inout Transaction,
        _ take: (inout Self, SheetHeader, inout Transaction) throws -> Void
    ) throws {
        do {
            let header = try SheetHeader.find(in: file, for: form, &transaction)
            self.header = header
            errors.add(header.errors)
            if header.errors.isEmpty { try take(&self, header, &transaction) }
        } catch let error as CellError {
            errors.add([error])
        }
        errors.place(on: file.sheet.sheet)
        errors.sort()
    }
}

/// A row that lists nothing: sums at the foot, and what stands below. It is told, and not imported.
public struct AsideRow: Sendable {
    /// From 1.
    public let number: Int
    /// Its cells, in one line.
    public let text: String
    /// The sum that it states, if it does.
    public let total: Int?
    /// The sum of the rows above it, where that is another.
    public var sum: Int?
}

/// A row that is wrong.
public struct FailedRow: Sendable {
    /// From 1.
    public let number: Int
    /// Its cells, in the order of ``SheetForm/fields``.
    public let cells: [String]
}
