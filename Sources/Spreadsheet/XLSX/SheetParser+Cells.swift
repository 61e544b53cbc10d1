/// What is known about the cell being read.
struct SheetCell {
    /// From 0; that of the last cell until the next one begins.
    var column = -1
    var kind = Kind.number
    var style = 0
    var hasFormula = false
    var hasValue = false

    /// How its value is to be read.
    enum Kind { case number, shared, text, boolean, error, date }

    /// Reads `r`, `s` and `t`.
    mutating func start(_ attributes: XMLAttributes, row: Int) throws(ReadingError) {
        (kind, style, hasFormula, hasValue) = (.number, 0, false, false)
        let previous = column
        column += 1
        try attributes.forEach { name, value throws(ReadingError) in
            if name.isLetter("r") {
                // It is unknown where a cell that claims to be in another row belongs.
                guard let place = A1Place(value.start), place.end == 0, place.row == row else { throw ReadingError(.damaged) }
                column = place.column
            } else if name.isLetter("s") {
                style = value.number ?? 0
            } else if name.isLetter("t") {
                guard let kind = Kind(value) else { throw ReadingError(.damaged) }
                self.kind = kind
            }
        }
        guard column > previous else { throw ReadingError(.damaged) }
        guard column < SheetLimits.columns else { throw ReadingError(.tooManyColumns) }
    }
}

extension SheetCell.Kind {
    init?(_ value: XMLValue) {
        if value.equals("s") {
            self = .shared
        } else if value.equals("str") || value.equals("inlineStr") {
            self = .text
        } else if value.equals("n") {
            self = .number
        } else if value.equals("b") {
            self = .boolean
        } else if value.equals("e") {
            self = .error
        } else if value.equals("d") {
            self = .date
        } else {
            return nil
        }
    }
}

extension SheetParser {
    /// Adds the cell to its row. A blank cell adds nothing: gaps are filled before the next cell, trailing blanks dropped.
    mutating func finishCell() throws(ReadingError) {
        // A text may be empty: `=""`. Programs that cannot calculate write an empty value, or none.
        if cell.hasFormula, !cell.hasValue || text.isEmpty && cell.kind != .text {
            return try add(UnsafeBufferPointer(start: nil, count: 0), fault: .formulaWithoutValue)
        }
        switch cell.kind {
        case .text:
            text.decodeEscapes()
            try addText()
        case .error: try addText(fault: .formulaError)
        case .shared, .number, .boolean, .date:
            guard text.fault == nil else { return try addText() }
            text.trim()
            if !text.isEmpty { try addValue() }
        }
    }

    private mutating func addValue() throws(ReadingError) {
        switch cell.kind {
        case .shared: try addShared()
        case .number: try addNumber()
        case .boolean:
            let value = text.withBytes(CellNumber.whole)
            guard let value, value <= 1 else { throw ReadingError(.damaged) }
            try add(value == 1 ? "TRUE" : "FALSE")
        default:
            // A date in a strict file often has a time, which is midnight.
            let date = text.withBytes { String(decoding: $0, as: UTF8.self) }
            try add(date.hasSuffix("T00:00:00") ? String(date.dropLast(9)) : date)
        }
    }

    private mutating func addShared() throws(ReadingError) {
        guard let index = text.withBytes(CellNumber.whole), index < strings.count else { throw ReadingError(.damaged) }
        let (shared, fault) = strings[index]
        try add(shared, fault: fault)
    }

    private mutating func addNumber() throws(ReadingError) {
        guard cell.style < styles.isDate.count, styles.isDate[cell.style] else {
            if !styles.padding.isEmpty, let shown = text.withBytes({ styles.padding[cell.style]?.shown($0) }) {
                return try add(shown)
            }
            if text.withBytes(CellNumber.isPlain) { return try addText() }
            guard let value = text.withBytes(CellNumber.value) else { throw ReadingError(.damaged) }
            return try add(CellNumber.plain(value))
        }
        let whole = text.withBytes(CellNumber.whole).map { Double($0) }
        guard let serial = whole ?? text.withBytes(CellNumber.value) else { throw ReadingError(.damaged) }
        try add(CellDate.text(serial: serial, isDate1904: isDate1904) ?? CellNumber.plain(serial))
    }

    private mutating func addText(fault: CellFault.Code? = nil) throws(ReadingError) {
        let text = text
        try text.withBytes { bytes throws(ReadingError) in try add(bytes, fault: fault ?? text.fault) }
    }

    private mutating func add(_ value: String) throws(ReadingError) {
        var value = value
        let failure = value.withUTF8 { bytes -> ReadingError? in
            do throws(ReadingError) {
                try add(bytes, fault: nil)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, fault: CellFault.Code?) throws(ReadingError) {
        let isStruck = !styles.struck.isEmpty && !bytes.isEmpty && styles.struck.contains(cell.style)
        try current.add(bytes, at: cell.column, fault: fault ?? (isStruck ? .struckOut : nil))
    }
}
