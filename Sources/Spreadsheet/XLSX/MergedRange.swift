import CExpat

/// Cells that are shown as one; only the first of them has a value.
public struct MergedRange: Sendable, Equatable {
    /// From 1.
    public let rows: ClosedRange<Int>
    /// From 0.
    public let columns: ClosedRange<Int>

    init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        (self.rows, self.columns) = (rows, columns)
    }

    /// `B2:D5`.
    init?(_ reference: XMLValue) {
        guard let first = A1Place(reference.start), first.end == UInt8(ascii: ":") else { return nil }
        guard let last = A1Place(reference.start + first.length + 1), last.end == 0 else { return nil }
        guard first.row <= last.row, first.column <= last.column else { return nil }
        (rows, columns) = (first.row...last.row, first.column...last.column)
    }
}

/// `C12`, as written in a file.
struct A1Place {
    /// From 1.
    private(set) var row = 0
    /// From 0.
    private(set) var column = 0
    /// How long the text is.
    private(set) var length = 0
    /// The byte after it.
    let end: UInt8

    /// Nil where there are no letters, no digits after them, or more of either than any sheet has.
    init?(_ start: UnsafePointer<XML_Char>) {
        while true {
            let letter = UInt8(bitPattern: start[length]) & 0xDF &- UInt8(ascii: "A")
            guard letter < 26 else { break }
            guard length < 7 else { return nil }
            column = column * 26 + Int(letter) + 1
            length += 1
        }
        let letters = length
        while true {
            let digit = UInt8(bitPattern: start[length]) &- UInt8(ascii: "0")
            guard digit <= 9 else { break }
            guard length < letters + 8 else { return nil }
            row = row * 10 + Int(digit)
            length += 1
        }
        guard letters > 0, length > letters else { return nil }
        column -= 1
        end = UInt8(bitPattern: start[length])
    }
}
