import Spreadsheet

/// The rows below a file's header: with merged cells filled, and without the header's repetitions and rows of column numbers.
struct SheetTable {
    private let file: SourceFile
    private let header: SheetHeader
    /// The fields that merged cells state for each of their rows.
    private let repeated: Set<Int>

    init(_ file: SourceFile, _ header: SheetHeader, _ form: SheetForm) {
        (self.file, self.header) = (file, header)
        repeated = Set(form.repeated.compactMap { header.positions[$0] })
    }

    /// Whether any of these cells changes what the rows below it say.
    func fills(_ merged: [MergedRange]) -> Bool { !shown(merged).isEmpty(below: header.lastRow) }

    private func shown(_ ranges: [MergedRange]) -> MergedCells {
        MergedCells(ranges, filled: repeated, blanked: Set(header.positions.values).subtracting(repeated))
    }

    /// Calls `body` with each row.
    ///
    /// - Parameter filling: Merged cells, as far as they are known: a file lists them after its rows.
    /// - Returns: The file's merged cells.
    /// - Throws: ``CellError`` if the file cannot be read to its end; what `body` throws.
    func readRows(filling ranges: [MergedRange] = [], _ body: (SheetRow) throws -> Void) throws -> [MergedRange] {
        var merged = shown(ranges)
        let isFilled = !merged.isEmpty(below: header.lastRow)
        var repetition = HeaderRepetition(header)
        return try file.readRows(of: header.sheet) { row in
            let filled = isFilled ? merged.filled(row) : row
            guard row.number > header.lastRow, !repetition.takes(row) else { return true }
            try body(filled)
            return true
        }
    }

    /// All rows, with merged cells filled: for files of a few rows.
    func readFewRows(_ body: (SheetRow) throws -> Void) throws -> [MergedRange] {
        let merged = try readRows { _ in }
        return try readRows(filling: merged, body)
    }
}

/// Recognizes the header's rows where they are repeated, as on each printed page.
private struct HeaderRepetition {
    private let first: [UInt8]
    private let column: Int
    private let header: SheetHeader
    /// The header's row that is to come next.
    private var next = 0
    private var mayBeNumbers = false

    init(_ header: SheetHeader) {
        self.header = header
        let cells = header.rows.first ?? []
        column = cells.firstIndex { !$0.isEmpty } ?? 0
        first = Array((column < cells.count ? cells[column] : "").utf8.prefix(1))
    }

    /// Whether a row belongs to a repeated header.
    mutating func takes(_ row: SheetRow) -> Bool {
        if next == 0 {
            // Nearly every row begins in another way.
            let range = row.range(of: column)
            guard mayBeNumbers || !range.isEmpty && row.text[range.lowerBound] == first.first else { return false }
            if mayBeNumbers {
                mayBeNumbers = false
                if ColumnNumbers.isRow(row.cells) { return true }
            }
        }
        guard next < header.rows.count, isRow(row, header.rows[next]) else {
            next = 0
            return false
        }
        next += 1
        if next == header.rows.count { (next, mayBeNumbers) = (0, true) }
        return true
    }

    private func isRow(_ row: SheetRow, _ cells: [String]) -> Bool {
        cells.indices.allSatisfy { SheetHeader.inOneLine(row[$0]) == cells[$0] }
    }
}
