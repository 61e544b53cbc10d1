/// How a workbook's reader fills a row, cell by cell.
extension SheetRow {
    /// The maximum size of a row's text.
    private static let longest = 16 << 20

    /// Empties the row.
    mutating func begin(_ number: Int) {
        self.number = number
        isHidden = false
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        if !faults.isEmpty { faults.removeAll() }
    }

    /// Adds a cell to the right of the ones before it. A blank cell adds nothing: gaps are filled before the next one.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, at column: Int, fault: CellFault.Code?) throws(ReadingError) {
        guard !bytes.isEmpty || fault != nil else { return }
        guard text.count + bytes.count <= Self.longest else { throw ReadingError(.bomb) }
        let gap = column - ends.count
        if gap > 0 { ends.append(contentsOf: repeatElement(text.count, count: gap)) }
        text.append(contentsOf: bytes)
        ends.append(text.count)
        if let fault { faults.append(CellFault(column: column, code: fault)) }
    }
}
