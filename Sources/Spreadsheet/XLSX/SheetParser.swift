/// Turns a worksheet's XML into rows: tracks its elements, and passes each row to the caller as it ends.
///
/// An element counts only at its proper depth: `worksheet/sheetData/row/c/v`. A `row` in an extension does not.
struct SheetParser: XMLHandler {
    let strings: SharedStrings
    let styles: CellStyles
    let isDate1904: Bool
    private let body: (SheetRow) throws -> Bool

    var bytesRead = 0
    /// Bytes of text delivered so far. Cells that all refer to one long text turn a small file into a huge amount of text.
    private var bytesDelivered = 0
    private(set) var mergedRanges: [MergedRange] = []
    /// What the caller's own code threw.
    private(set) var bodyError: (any Error)?

    var current = SheetRow()
    var cell = SheetCell()
    var text = CellText()
    private var section = Section.other
    private var isInRow = false
    private var isInCell = false
    private var isInValue = false
    private var isInInline = false
    private var elements = TextElements()

    private enum Section { case rows, merges, columns, other }

    init(
        strings: SharedStrings, styles: CellStyles, isDate1904: Bool, body: @escaping (SheetRow) throws -> Bool
    ) {
        (self.strings, self.styles, self.isDate1904, self.body) = (strings, styles, isDate1904, body)
    }

    var row: Int? { section == .rows && current.number > 0 ? current.number : nil }
    var column: Int? { isInCell && cell.column >= 0 ? cell.column : nil }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, depth: Int) throws(ReadingError) {
        switch depth {
        case 5 where isInCell: startContent(name)
        case 4 where isInRow && name.isLetter("c"):
            isInCell = true
            text.clear()
            try cell.start(attributes, row: current.number)
        case 3 where section == .rows && name == "row": try startRow(attributes)
        case 3 where section == .merges && name == "mergeCell": addMerge(attributes)
        case 3 where section == .columns && name == "col": addColumns(attributes)
        case 2: section = name == "sheetData" ? .rows : name == "mergeCells" ? .merges : name == "cols" ? .columns : .other
        case 1: guard name == "worksheet" else { throw ReadingError(.damaged) }
        default: if isInInline { elements.start(name, attributes, level: depth - 5) }
        }
    }

    private mutating func startContent(_ name: XMLName) {
        if name.isLetter("v") {
            (isInValue, cell.hasValue) = (true, true)
            text.clear()
        } else if name.isLetter("f") {
            cell.hasFormula = true
        } else if name == "is" {
            (isInInline, cell.kind) = (true, .text)
            text.clear()
        }
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) {
        if isInValue || elements.isOpen { text.append(piece) }
    }

    mutating func end(depth: Int) throws(ReadingError) -> Bool {
        switch depth {
        case 5: (isInValue, isInInline) = (false, false)
        case 4 where isInCell:
            try finishCell()
            isInCell = false
        case 3 where isInRow:
            isInRow = false
            return try finishRow()
        case 2: section = .other
        default: elements.end()
        }
        return true
    }
}

extension SheetParser {
    private mutating func startRow(_ attributes: XMLAttributes) throws(ReadingError) {
        let previous = current.number
        current.begin(previous + 1)
        try attributes.forEach { name, value throws(ReadingError) in
            if name.isLetter("r") {
                guard let number = value.number else { throw ReadingError(.damaged) }
                current.number = number
            } else if name == "hidden" {
                current.isHidden = value.isTrue
            }
        }
        guard current.number > previous, current.number <= SheetLimits.rows else { throw ReadingError(.damaged) }
        cell.column = -1
        isInRow = true
    }

    /// Passes the row to the caller, unless it is blank.
    private mutating func finishRow() throws(ReadingError) -> Bool {
        guard !current.ends.isEmpty else { return true }
        bytesDelivered += current.text.count
        guard bytesDelivered <= XLSXSheet.largestPart else { throw ReadingError(.bomb) }
        current.offset = bytesRead
        do {
            return try body(current)
        } catch {
            bodyError = error
            return false
        }
    }

    private mutating func addColumns(_ attributes: XMLAttributes) {
        guard attributes["hidden"]?.isTrue == true, let first = attributes["min"]?.number, let last = attributes["max"]?.number,
            1 <= first, first <= last
        else { return }
        current.hideColumns((first - 1)...(last - 1))
    }

    private mutating func addMerge(_ attributes: XMLAttributes) {
        guard mergedRanges.count < XLSXSheet.mostMergedRanges, let range = attributes["ref"].flatMap(MergedRange.init) else {
            return
        }
        mergedRanges.append(range)
    }
}
