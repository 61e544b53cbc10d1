import Spreadsheet

/// Rows of a file that were read although a spreadsheet program does not show them: hidden by hand, or by a filter.
public struct HiddenRows: Sendable {
    /// The numbers of the first ones, from 1.
    public private(set) var numbers: [Int] = []
    /// How many there are.
    public private(set) var count = 0

    private static let kept = 100

    mutating func add(_ row: SheetRow) {
        guard row.isHidden else { return }
        count += 1
        if numbers.count < Self.kept { numbers.append(row.number) }
    }
}
