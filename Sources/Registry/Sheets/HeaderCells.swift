import Spreadsheet

/// The cells of a header, which may extend over several rows: "Biên chế" above "Giao" and "Có mặt".
struct HeaderCells {
    /// The rows' cells, each on one line.
    let rows: [[String]]

    /// How many rows a header has at most.
    static let deepest = 3

    var depth: Int { rows.count }

    /// Whether there is more than one.
    var isOfColumns: Bool { names.count { !$0.isEmpty } > 1 }

    /// - Parameter from: The index of its first row; those below belong to it as far as they divide its columns.
    init(from: Int, of all: [SheetRow]) {
        var rows = [all[from].cells.map(SheetHeader.inOneLine)]
        for (above, row) in zip(all[from...], all[(from + 1)...]) {
            guard rows.count < Self.deepest, row.number == above.number + 1 else { break }
            let below = row.cells.map(SheetHeader.inOneLine)
            guard Self.divides(below, rows) else { break }
            rows.append(below)
        }
        self.rows = rows
    }

    /// Whether a row's cells stand below groups only: below a cell that is followed by blank ones, or below these.
    private static func divides(_ row: [String], _ above: [[String]]) -> Bool {
        func isBlank(_ cells: [String], _ column: Int) -> Bool { column >= cells.count || cells[column].isEmpty }
        func isBlank(_ column: Int) -> Bool { above.allSatisfy { isBlank($0, column) } }
        let filled = row.indices.filter { !row[$0].isEmpty }
        guard filled.count > 1, !ColumnNumbers.isRow(row), row.allSatisfy({ !$0.contains(where: \.isNumber) }) else {
            return false
        }
        let last = above.last ?? []
        // A cell below another one is the first of several that divide it: it may be a group itself.
        let areDivided = filled.allSatisfy { column in
            // What is merged downwards, as "STT" is, has data below it.
            guard let name = above.last(where: { !isBlank($0, column) }) else { return true }
            return filled.first { $0 > column }.map { ((column + 1)...$0).allSatisfy { isBlank(name, $0) } } ?? false
        }
        // A title has nothing beside it that goes on below.
        return areDivided && last.indices.contains { !isBlank($0) && isBlank(row, $0) }
    }

    /// The cells above each other in a column, groups included.
    private func parts(of column: Int) -> [String] {
        rows.indices.compactMap { level in
            let cells = rows[level]
            if column < cells.count, !cells[column].isEmpty { return cells[column] }
            // A group's name stands in its first column.
            let isBelow = rows[(level + 1)...].contains { column < $0.count && !$0[column].isEmpty }
            guard isBelow, let group = cells.prefix(column).lastIndex(where: { !$0.isEmpty }) else { return nil }
            let isDivided = rows[(level + 1)...].contains { group < $0.count && !$0[group].isEmpty }
            return isDivided ? cells[group] : nil
        }
    }

    private var columns: Int { rows.map(\.count).max() ?? 0 }

    /// Each column's header.
    var names: [String] { (0..<columns).map { parts(of: $0).joined(separator: " / ") } }

    /// Each column's lowest header, if it stands below others.
    var lowest: [String] {
        (0..<columns).map { column in
            let parts = parts(of: column)
            return parts.count > 1 ? parts[parts.count - 1] : ""
        }
    }

    /// The column that a user has named: by its header, by the lowest of its headers if only one has it, or by its letters.
    func column(of choice: String) -> Int? {
        let wanted = Self.comparable(choice)
        for candidates in [names, lowest] {
            let found = candidates.indices.filter { Self.comparable(candidates[$0]) == wanted }
            if found.count == 1 { return found[0] }
        }
        return (0..<columns).first { CellReference.letters(of: $0) == choice.uppercased() }
    }

    private static func comparable(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

/// Rows of column numbers, as official tables have below the header.
enum ColumnNumbers {
    /// Whether a row is "(1) (2) (3) …", "A B 1 2 …", "-1 -2 -3 …" (which is what Excel makes of the first), or has sums: "(6)=(7)+(8)".
    static func isRow(_ cells: [String]) -> Bool {
        let filled = cells.map { $0.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
        let numbers = filled.drop { $0.count == 1 && ("A"..."Z").contains($0) }.map(number)
        guard filled.count > 2, let first = numbers.first ?? 1 else { return false }
        return numbers.enumerated().allSatisfy { $1 == first + $0 }
    }

    /// The number in "(6)=(7)+(8)"; nil if there is none.
    private static func number(_ cell: String) -> Int? {
        let parts = cell.split(separator: "=", maxSplits: 1)
        guard let head = parts.first, parts.dropFirst().allSatisfy({ $0.allSatisfy { $0.isNumber || "()+-*/".contains($0) } })
        else {
            return nil
        }
        let digits = head.drop { "(-[".contains($0) }.prefix { $0.isASCII && $0.isNumber }
        guard head.allSatisfy({ $0.isNumber || "()-[]".contains($0) }) else { return nil }
        return Int(digits)
    }
}
