import Spreadsheet

/// The errors in a file: the first ones, and how many there are. A file of a million rows can have a million.
public struct CellErrors: Sendable {
    /// The first, up to ``kept``.
    public private(set) var list: [CellError] = []
    /// How many there are.
    public private(set) var count = 0

    /// The maximum number that are listed.
    public static let kept = 10_000

    /// No errors.
    public init() {}

    /// These errors.
    public init(_ errors: [CellError]) {
        add(errors)
    }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Adds errors. `total` says how many there are, if the list has only the first of them.
    mutating func add(_ errors: [CellError], outOf total: Int? = nil) {
        list += errors.prefix(Self.kept - list.count)
        count += total ?? errors.count
    }

    /// Distinguishes cells that were merged into others from cells that are merely empty.
    mutating func explain(by merged: [MergedRange]) {
        guard !merged.isEmpty else { return }
        list = list.map { $0.explained(by: merged) }
    }

    /// Sets the sheet that they are in.
    mutating func place(on sheet: String?) {
        for index in list.indices { list[index].sheet = sheet }
    }

    /// Sorts by row; errors of the file as a whole come first.
    mutating func sort() {
        list.sort { ($0.row ?? 0, $0.cell ?? "", $0.name) < ($1.row ?? 0, $1.cell ?? "", $1.name) }
    }
}
