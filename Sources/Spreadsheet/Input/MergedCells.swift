/// What a spreadsheet shows of cells that are merged downwards, which is the first one's text. A file has it only there, and LibreOffice keeps in the
/// others what they held before.
public struct MergedCells {
    private let columns: [Int: [ClosedRange<Int>]]
    private let filled: Set<Int>
    private var texts: [Int: (until: Int, bytes: [UInt8])] = [:]

    /// - Parameters:
    ///   - ranges: The sheet's merged cells.
    ///   - filled: The columns in which the first one's text counts for all of them.
    ///   - blanked: The columns in which the others hold nothing.
    public init(_ ranges: [MergedRange], filled: Set<Int>, blanked: Set<Int>) {
        let down = ranges.filter {
            $0.rows.count > 1 && (filled.contains($0.columns.lowerBound) || blanked.contains($0.columns.lowerBound))
        }
        self.filled = filled
        columns = Dictionary(grouping: down) { $0.columns.lowerBound }.mapValues {
            $0.map(\.rows).sorted { $0.lowerBound < $1.lowerBound }
        }
    }

    /// Whether nothing is merged in these rows.
    public func isEmpty(below row: Int) -> Bool { !columns.values.contains { $0.contains { $0.upperBound > row } } }

    /// The next row, with its merged cells as they are shown; a row with nothing beside them is blank.
    public mutating func filled(_ row: SheetRow) -> SheetRow {
        var additions: [(column: Int, bytes: [UInt8])] = []
        var covered: Set<Int> = []
        for (column, ranges) in columns {
            if texts[column].map({ row.number > $0.until }) ?? true, let range = Self.range(of: row.number, in: ranges) {
                let isFirst = range.lowerBound == row.number
                let shown = isFirst && filled.contains(column) ? Array(row.text[row.range(of: column)]) : []
                texts[column] = (range.upperBound, shown)
                if isFirst { continue }
            }
            guard let text = texts[column], row.number <= text.until else { continue }
            covered.insert(column)
            if !row.text[row.range(of: column)].elementsEqual(text.bytes) { additions.append((column, text.bytes)) }
        }
        guard !additions.isEmpty else { return row }
        // Somebody merged over the blank rows too: they say nothing of their own.
        let isBlank = (0..<row.count).allSatisfy { covered.contains($0) || row.range(of: $0).isEmpty }
        return row.with(isBlank ? covered.map { ($0, []) } : additions)
    }

    /// Found by binary search: a sheet may have thousands.
    private static func range(of row: Int, in ranges: [ClosedRange<Int>]) -> ClosedRange<Int>? {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < row { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(row) ? ranges[low] : nil
    }
}

extension SheetRow {
    /// The row with these cells in place of its own.
    fileprivate func with(_ cells: [(column: Int, bytes: [UInt8])]) -> SheetRow {
        var row = self
        row.text.removeAll(keepingCapacity: true)
        row.ends.removeAll(keepingCapacity: true)
        let last = max(count - 1, cells.map(\.column).max() ?? 0)
        for column in 0...last {
            row.text += cells.first { $0.column == column }?.bytes ?? Array(text[range(of: column)])
            row.ends.append(row.text.count)
        }
        return row
    }
}
