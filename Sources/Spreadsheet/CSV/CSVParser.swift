/// Reads rows from UTF-8 in pieces that are cut anywhere (RFC 4180, as interpreted by spreadsheets).
///
/// The input must be valid UTF-8: the file's bytes have been checked before.
struct CSVParser: ~Copyable {
    /// The number of the row being read, from 1.
    private(set) var number = 1
    /// Its cells so far.
    private(set) var buffer = RowBuffer()

    private let separator: UInt8
    private let stops: StopTable
    private let quotedStops = StopTable([.quote, 0])
    private var state = State.cellStart
    private var row = SheetRow()
    private var rowOffset: Int
    private var openedQuote = (row: 0, column: 0)

    private enum State {
        case cellStart, plain, quoted, quoteInQuoted, afterCarriageReturn
    }

    init(separator: UInt8, offset: Int = 0) {
        self.separator = separator
        rowOffset = offset
        stops = StopTable([separator, .lineFeed, .carriageReturn, 0])
    }

    /// Reads the next piece, and calls `body` with each row that ends in it.
    ///
    /// - Parameter place: The range of the piece in the file; of the same length, unless it had to be decoded.
    /// - Returns: Whether to continue, as returned by `body`.
    mutating func read(
        _ piece: UnsafeRawBufferPointer, at place: Range<Int>, _ body: (SheetRow) throws -> Bool
    ) throws -> Bool {
        var index = 0
        while index < piece.count {
            switch state {
            case .cellStart: startCell(piece, &index)
            case .plain: if try !readPlain(piece, &index, place, body) { return false }
            case .quoted: readQuoted(piece, &index)
            case .quoteInQuoted: readAfterQuote(piece, &index)
            case .afterCarriageReturn:
                if piece[index] == .lineFeed { index += 1 }
                rowOffset = min(place.lowerBound + index, place.upperBound)
                state = .cellStart
            }
        }
        return true
    }

    /// To be called after the last byte.
    mutating func finish(_ body: (SheetRow) throws -> Bool) throws {
        switch state {
        case .quoted: throw ReadingError(.unclosedQuote, row: openedQuote.row, column: openedQuote.column)
        case .afterCarriageReturn: return
        case .cellStart where buffer.columns == 0: return
        case .cellStart, .plain, .quoteInQuoted:
            buffer.dropEndMark()
            try endCell()
            _ = try endRow(body)
        }
    }

    @inline(__always)
    private mutating func startCell(_ piece: UnsafeRawBufferPointer, _ index: inout Int) {
        guard piece[index] == .quote else {
            state = .plain
            return
        }
        openedQuote = (number, buffer.columns)
        state = .quoted
        index += 1
    }

    @inline(__always)
    private mutating func readPlain(
        _ piece: UnsafeRawBufferPointer, _ index: inout Int, _ place: Range<Int>, _ body: (SheetRow) throws -> Bool
    ) throws -> Bool {
        var stop: UInt8
        repeat {
            let start = index
            index = stops.next(in: piece, from: start)
            buffer.append(piece, start..<index)
            guard index < piece.count else { return true }
            stop = piece[index]
            index += 1
            if stop == 0 {
                buffer.note(.controlCharacter)
                return true
            }
            try endCell()
            // Most cells are plain, and so is the next one: it is read without another turn of the outer loop.
        } while stop == separator && index < piece.count && piece[index] != .quote
        state = .cellStart
        if stop == separator { return true }
        if stop == .carriageReturn { state = .afterCarriageReturn }
        let goesOn = try endRow(body)
        rowOffset = min(place.lowerBound + index, place.upperBound)
        return goesOn
    }

    @inline(__always)
    private mutating func readQuoted(_ piece: UnsafeRawBufferPointer, _ index: inout Int) {
        let start = index
        index = quotedStops.next(in: piece, from: QuotedText.skipEights(piece, from: start))
        buffer.append(piece, start..<index)
        guard index < piece.count else { return }
        if piece[index] == .quote { state = .quoteInQuoted } else { buffer.note(.controlCharacter) }
        index += 1
    }

    /// After a quotation mark in a quoted cell: another one is a literal one, anything else ends the cell's quoted part.
    @inline(__always)
    private mutating func readAfterQuote(_ piece: UnsafeRawBufferPointer, _ index: inout Int) {
        switch piece[index] {
        case .quote:
            buffer.append(piece, index..<index + 1)
            state = .quoted
            index += 1
        case 0:
            buffer.note(.controlCharacter)
            index += 1
        case let byte:
            if !stops.contains(byte) { buffer.note(.textAfterQuote) }
            state = .plain
        }
    }

    @inline(__always)
    private mutating func endCell() throws {
        guard buffer.endCell() else { throw ReadingError(.tooManyColumns, row: number, column: buffer.columns) }
    }

    @inline(__always)
    private mutating func endRow(_ body: (SheetRow) throws -> Bool) throws -> Bool {
        defer { number += 1 }
        guard buffer.move(to: &row) else { return true }
        row.number = number
        row.offset = rowOffset
        return try body(row)
    }
}

extension UInt8 {
    static let quote = UInt8(ascii: "\"")
    static let lineFeed = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
}
