import Spreadsheet

/// Errors of a file: the first of them, and how many there are. A file of a million rows can have as many.
public struct CellErrors: Sendable {
    /// The first, up to ``kept``.
    public private(set) var list: [CellError] = []
    /// How many there are.
    public private(set) var count = 0

    /// How many are told one by one.
    public static let kept = 10_000

    /// None yet.
    public init() {}

    /// Some, all of which are kept.
    public init(_ errors: [CellError]) {
        add(errors)
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Adds some.
    mutating func add(_ errors: [CellError], outOf total: Int? = nil) {
        list += errors.prefix(Self.kept - list.count)
        count += total ?? errors.count
    }

    /// Tells cells that were merged away from cells that are merely empty.
    mutating func explain(by merged: [MergedRange]) {
        guard !merged.isEmpty else { return }
        list = list.map { $0.explained(by: merged) }
    }

    /// Says of which sheet they are.
    mutating func place(on sheet: String?) {
        for index in list.indices { list[index].sheet = sheet }
    }

    /// By row, the file's own first.
    mutating func sort() {
        list.sort { ($0.row ?? 0, $0.cell ?? "", $0.name) < ($1.row ?? 0, $1.cell ?? "", $1.name) }
    }
}
