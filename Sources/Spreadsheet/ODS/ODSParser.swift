/// Turns one table of `content.xml` into rows, as ``SheetParser`` does with a worksheet.
///
/// Rows and cells that are alike stand in the file once, with their number: a blank sheet is one row, a million times.
struct ODSParser: XMLHandler {
    private let table: Int
    private let body: (SheetRow) throws -> Bool

    var bytesRead = 0
    private var bytesDelivered = 0
    private(set) var mergedRanges: [MergedRange] = []
    /// What the caller's own code threw.
    private(set) var bodyError: (any Error)?

    private var current = SheetRow()
    private var cell = ODSCell()
    private var tables = 0
    private var isInSpreadsheet = false
    private var isInTable = false
    /// How deep the row, the cell and a remark in it are; 0 outside of them.
    private var (rowDepth, cellDepth, remarkDepth) = (0, 0, 0)
    private var rowsAlike = 1
    private var nextRow = 1
    private var nextColumn = 0
    private var columnsDescribed = 0
    /// The style being described; those that strike text out, and those that raise it as the mark of a footnote.
    private var style = ""
    private var (struckStyles, raisedStyles): (Set<String>, Set<String>) = ([], [])
    private var isStruck = false

    /// - Parameter table: Which of the tables, from 0.
    init(table: Int, body: @escaping (SheetRow) throws -> Bool) {
        (self.table, self.body) = (table, body)
    }

    var row: Int? { rowDepth > 0 ? current.number : nil }
    var column: Int? { cellDepth > 0 ? nextColumn : nil }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        if cellDepth > 0 {
            if remarkDepth == 0, name == "annotation" || name == "span" && isLeftOut(attributes) { remarkDepth = depth }
            if remarkDepth == 0 { cell.startContent(name, attributes) }
        } else if rowDepth > 0 {
            if name == "table-cell" || name == "covered-table-cell" {
                cellDepth = depth
                isStruck = !struckStyles.isEmpty && attributes["style-name"].map { struckStyles.contains($0.string) } ?? false
                try cell.start(attributes)
            }
        } else if isInTable {
            if name == "table-row" { try startRow(attributes, depth) }
            if name == "table-column" { addColumns(attributes) }
        } else if depth == 3 {
            isInSpreadsheet = name == "spreadsheet"
            if name == "style" { style = attributes["name"]?.string ?? "" }
        } else if depth == 4, isInSpreadsheet, name == "table" {
            isInTable = tables == table
            tables += 1
        } else if depth == 4, name == "text-properties" {
            describeStyle(attributes)
        }
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        if cellDepth > 0, remarkDepth == 0 { cell.append(piece) }
    }

    mutating func end(depth: Int) throws(ReadingError) -> Bool {
        switch depth {
        case remarkDepth: remarkDepth = 0
        case cellDepth:
            cellDepth = 0
            try finishCell()
        case rowDepth:
            rowDepth = 0
            return try finishRow()
        case 4 where isInTable: return false
        default: if cellDepth > 0, remarkDepth == 0 { cell.endContent() }
        }
        return true
    }
}

extension ODSParser {
    /// So many rows may be alike that are not blank.
    private static let mostRowsAlike = 1 << 16

    private mutating func startRow(_ attributes: XMLAttributes, _ depth: Int) throws(ReadingError) {
        rowDepth = depth
        current.begin(nextRow)
        (rowsAlike, nextColumn) = (1, 0)
        try attributes.forEach { name, value throws(ReadingError) in
            if name == "table:number-rows-repeated" {
                guard let number = value.number, number > 0 else { throw ReadingError(.damaged) }
                rowsAlike = number
            } else if name == "table:visibility" {
                current.isHidden = !value.equals("visible")
            }
        }
    }

    private mutating func describeStyle(_ attributes: XMLAttributes) {
        guard struckStyles.count + raisedStyles.count < 1 << 16 else { return }
        let line = attributes["text-line-through-style"] ?? attributes["text-line-through-type"]
        if let line, !line.equals("none") { struckStyles.insert(style) }
        // "super 58%", or how far it is raised: "33% 58%".
        let position = attributes["text-position"]?.string.prefix { $0 != " " } ?? ""
        if position == "super" || position.hasSuffix("%") && (Int(position.dropLast()) ?? 0) > 0 { raisedStyles.insert(style) }
    }

    /// As in ``TextElements``.
    private func isLeftOut(_ attributes: XMLAttributes) -> Bool {
        guard !(struckStyles.isEmpty && raisedStyles.isEmpty), let style = attributes["style-name"]?.string else { return false }
        return struckStyles.contains(style) || raisedStyles.contains(style)
    }

    private mutating func addColumns(_ attributes: XMLAttributes) {
        let first = columnsDescribed
        columnsDescribed += min(max(1, attributes["number-columns-repeated"]?.number ?? 1), SheetLimits.columns)
        if attributes["visibility"].map({ !$0.equals("visible") }) ?? false {
            current.hideColumns(first...(columnsDescribed - 1))
        }
    }

    private mutating func finishCell() throws(ReadingError) {
        defer { nextColumn += cell.cellsAlike }
        if cell.span.rows > 1 || cell.span.columns > 1, mergedRanges.count < XLSXSheet.mostMergedRanges {
            mergedRanges.append(
                MergedRange(
                    rows: current.number...(current.number + cell.span.rows - 1),
                    columns: nextColumn...(nextColumn + cell.span.columns - 1)))
        }
        let (text, damage) = cell.value
        let fault = damage ?? (isStruck && !text.isEmpty ? .struckOut : nil)
        guard !text.isEmpty || fault != nil else { return }
        guard nextColumn + cell.cellsAlike <= SheetLimits.columns else { throw ReadingError(.tooManyColumns) }
        var value = text
        for column in nextColumn..<(nextColumn + cell.cellsAlike) {
            let failure = value.withUTF8 { bytes -> ReadingError? in
                do throws(ReadingError) {
                    try current.add(bytes, at: column, fault: fault)
                    return nil
                } catch {
                    return error
                }
            }
            if let failure { throw failure }
        }
    }

    /// Passes the row to the caller, as often as it stands there, unless it is blank.
    private mutating func finishRow() throws(ReadingError) -> Bool {
        nextRow = current.number + rowsAlike
        guard !current.ends.isEmpty else { return true }
        guard nextRow - 1 <= SheetLimits.rows else { throw ReadingError(.damaged) }
        guard rowsAlike <= Self.mostRowsAlike else { throw ReadingError(.bomb) }
        current.offset = bytesRead
        for _ in 0..<rowsAlike {
            bytesDelivered += current.text.count
            guard bytesDelivered <= XLSXSheet.largestPart else { throw ReadingError(.bomb) }
            do {
                guard try body(current) else { return false }
            } catch {
                bodyError = error
                return false
            }
            current.number += 1
        }
        return true
    }
}
