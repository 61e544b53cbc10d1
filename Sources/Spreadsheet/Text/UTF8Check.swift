import Glibc

/// What one pass over all bytes of a file shows: where it stops being UTF-8, and where its NULs are.
struct UTF8Check {
    /// Where the first sequence that is not UTF-8 begins.
    private(set) var firstFault: Int?
    /// NULs at even and at odd offsets: they reveal UTF-16 without a byte order mark.
    private(set) var nulCounts = (even: 0, odd: 0)
    private var offset = 0
    /// The sequence that is being read: where it begins, how many bytes it still needs, and what the next may be.
    private var sequence = Sequence()

    private struct Sequence {
        var start = 0
        var missing = 0
        var next: ClosedRange<UInt8> = 0x80...0xBF
    }

    /// Reads the file's next bytes.
    mutating func read(_ piece: UnsafeRawBufferPointer) {
        countNULs(in: piece)
        if firstFault == nil { validate(piece) }
        offset += piece.count
    }

    /// To be called after the last byte.
    ///
    /// - Returns: Whether the file ends within a character.
    mutating func finish() -> Bool {
        guard firstFault == nil, sequence.missing > 0 else { return false }
        firstFault = sequence.start
        return true
    }

    private mutating func countNULs(in piece: UnsafeRawBufferPointer) {
        guard let base = piece.baseAddress, memchr(base, 0, piece.count) != nil else { return }
        for index in piece.indices where piece[index] == 0 {
            if (offset + index).isMultiple(of: 2) { nulCounts.even += 1 } else { nulCounts.odd += 1 }
        }
    }

    private mutating func validate(_ piece: UnsafeRawBufferPointer) {
        var state = sequence
        var index = 0
        while index < piece.count {
            if state.missing == 0 {
                index = Self.skipASCII(piece, from: index)
                guard index < piece.count else { break }
                guard let begun = Self.sequence(startingWith: piece[index], at: offset + index) else {
                    firstFault = offset + index
                    return
                }
                state = begun
            } else {
                guard state.next.contains(piece[index]) else {
                    firstFault = state.start
                    return
                }
                state.missing -= 1
                state.next = 0x80...0xBF
            }
            index += 1
        }
        sequence = state
    }

    @inline(__always)
    private static func skipASCII(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= piece.count {
            let high = piece.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if high != 0 { return index + UInt64(littleEndian: high).trailingZeroBitCount / 8 }
            index += 8
        }
        while index < piece.count, piece[index] < 0x80 { index += 1 }
        return index
    }

    /// Table 3-7 of the Unicode standard: well-formed byte sequences.
    @inline(__always)
    private static func sequence(startingWith lead: UInt8, at start: Int) -> Sequence? {
        switch lead {
        case 0xC2...0xDF: Sequence(start: start, missing: 1)
        case 0xE0: Sequence(start: start, missing: 2, next: 0xA0...0xBF)
        case 0xED: Sequence(start: start, missing: 2, next: 0x80...0x9F)
        case 0xE1...0xEF: Sequence(start: start, missing: 2)
        case 0xF0: Sequence(start: start, missing: 3, next: 0x90...0xBF)
        case 0xF1...0xF3: Sequence(start: start, missing: 3)
        case 0xF4: Sequence(start: start, missing: 3, next: 0x80...0x8F)
        default: nil
        }
    }
}
