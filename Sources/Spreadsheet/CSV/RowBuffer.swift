/// The row being read: its cells' bytes end to end, in its own memory, which is reused for each row.
///
/// It never holds more than ``SheetLimits`` allow, however long a cell is.
struct RowBuffer: ~Copyable {
    /// Cells that are complete.
    private(set) var columns = 0
    private var bytes: UnsafeMutableRawBufferPointer
    private let ends: UnsafeMutableBufferPointer<Int>
    private var count = 0
    private var cellStart = 0
    private var isCut = false
    private var faults: [CellFault] = []

    init() {
        bytes = .allocate(byteCount: 1 << 14, alignment: 16)
        ends = .allocate(capacity: SheetLimits.columns)
    }

    deinit {
        bytes.deallocate()
        ends.deallocate()
    }

    /// Bytes of memory allocated for cells' text.
    var capacity: Int { bytes.count }

    /// Appends to the cell, up to the limits of a cell and a row.
    @inline(__always)
    mutating func append(_ piece: UnsafeRawBufferPointer, _ range: Range<Int>) {
        guard !range.isEmpty, !isCut else { return }
        let room = min(cellStart + SheetLimits.cellBytes, SheetLimits.rowBytes) - count
        guard range.count <= room else { return cut(piece, range, room: room) }
        copy(piece, range)
    }

    @inline(__always)
    private mutating func copy(_ piece: UnsafeRawBufferPointer, _ range: Range<Int>) {
        if count + range.count > bytes.count { grow(to: count + range.count) }
        UnsafeMutableRawBufferPointer(rebasing: bytes[count...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: piece[range]))
        count += range.count
    }

    private mutating func grow(to size: Int) {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: max(size, 2 * bytes.count), alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        bytes.deallocate()
        bytes = larger
    }

    /// Appends what there is room for, without splitting a character, and ignores the rest of this cell.
    private mutating func cut(_ piece: UnsafeRawBufferPointer, _ range: Range<Int>, room: Int) {
        copy(piece, range.prefix(room))
        var next = piece[range.lowerBound + room]
        while next & 0xC0 == 0x80, count > cellStart {
            count -= 1
            next = bytes[count]
        }
        isCut = true
        note(.cellTooLong)
    }

    /// Remembers a fault of the cell, once.
    mutating func note(_ code: CellFault.Code) {
        let fault = CellFault(column: columns, code: code)
        if !faults.reversed().prefix(while: { $0.column == columns }).contains(fault) { faults.append(fault) }
    }

    /// - Returns: Whether a row may have that many cells.
    @inline(__always)
    mutating func endCell() -> Bool {
        guard columns < SheetLimits.columns else { return false }
        if count > cellStart, bytes[cellStart] == UInt8(ascii: "=") { unwrapText() }
        ends[columns] = count
        columns += 1
        cellStart = count
        isCut = false
        return true
    }

    /// `="04"` is how people make Excel keep the text of a cell: what it shows is 04.
    private mutating func unwrapText() {
        let cell = UnsafeMutableRawBufferPointer(rebasing: bytes[cellStart..<count])
        guard cell.count >= 3, cell[1] == .quote, cell[cell.count - 1] == .quote,
            !cell[2..<cell.count - 1].contains(.quote)
        else { return }
        cell.copyBytes(from: Array(cell[2..<cell.count - 1]))
        count -= 3
    }

    /// Removes the mark by which DOS programs ended a text (^Z), if the last cell ends with it.
    mutating func dropEndMark() {
        if count > cellStart, bytes[count - 1] == 0x1A { count -= 1 }
    }

    /// Moves the cells to `row`, and starts the next row.
    ///
    /// - Returns: Whether the row has any content.
    @inline(__always)
    mutating func move(to row: inout SheetRow) -> Bool {
        defer { clear() }
        guard count > 0 || !faults.isEmpty else { return false }
        var used = columns
        let kept = 1 + (faults.last?.column ?? 0)
        while used > kept, ends[used - 1] == ends[used - 2] { used -= 1 }
        row.text.removeAll(keepingCapacity: true)
        row.text.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        row.ends.removeAll(keepingCapacity: true)
        row.ends.append(contentsOf: UnsafeBufferPointer(rebasing: ends[..<used]))
        if !(row.faults.isEmpty && faults.isEmpty) { row.faults = faults }
        return true
    }

    private mutating func clear() {
        (columns, count, cellStart, isCut) = (0, 0, 0, false)
        if !faults.isEmpty { faults = [] }
    }
}

extension Range<Int> {
    fileprivate func prefix(_ room: Int) -> Range<Int> { lowerBound..<Swift.min(upperBound, lowerBound + room) }
}
