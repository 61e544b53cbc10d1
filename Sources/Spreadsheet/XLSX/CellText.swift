import Glibc

/// A text being assembled from pieces; no longer than ``SheetLimits/cellBytes``.
struct CellText {
    /// Room for the longest text, allocated once. Emptying and refilling an array for each cell takes longer than the cell.
    private var room = [UInt8](repeating: 0, count: SheetLimits.cellBytes)
    private(set) var count = 0
    /// What could not be read as it is.
    private(set) var fault: CellFault.Code?

    var isEmpty: Bool { count == 0 }

    mutating func clear() {
        count = 0
        fault = nil
    }

    /// Calls `body` with the bytes.
    func withBytes<Result, Failure>(_ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result) throws(Failure) -> Result {
        try room.withUnsafeBufferPointer { room throws(Failure) in
            try body(UnsafeBufferPointer(rebasing: room[..<count]))
        }
    }

    /// Adds a piece, or as many of its characters as there is room for.
    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard fault == nil, let source = piece.baseAddress else { return }
        var end = min(piece.count, room.count - count)
        if end < piece.count {
            while end > 0, piece[end] & 0xC0 == 0x80 { end -= 1 }
            fault = .cellTooLong
        }
        room.withUnsafeMutableBufferPointer { room in
            room.baseAddress?.advanced(by: count).update(from: source, count: end)
        }
        count += end
    }

    /// Removes the blanks around a number, which mean nothing.
    mutating func trim() {
        while count > 0, Self.isBlank(room[count - 1]) { count -= 1 }
        guard count > 0, Self.isBlank(room[0]) else { return }
        replace(by: Array(room[..<count].drop(while: Self.isBlank)))
    }

    /// Replaces it with another text, which must not be longer.
    private mutating func replace(by bytes: [UInt8]) {
        count = bytes.count
        room.replaceSubrange(..<count, with: bytes)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    }

    /// Decodes `_x000D_` and the like, with which Excel escapes what XML cannot contain.
    mutating func decodeEscapes() {
        let mark = withBytes { bytes in bytes.baseAddress.flatMap { memchr($0, Int32(UInt8(ascii: "_")), bytes.count) } }
        guard mark != nil else { return }
        var decoded: [UInt8] = []
        var index = 0
        while index < count {
            guard let unit = escape(at: index) else {
                decoded.append(room[index])
                index += 1
                continue
            }
            index += 7
            var scalar = Unicode.Scalar(unit)
            if UTF16.isLeadSurrogate(unit), let trail = escape(at: index), UTF16.isTrailSurrogate(trail) {
                index += 7
                scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
            }
            append(scalar, to: &decoded)
        }
        replace(by: decoded)
    }

    /// The UTF-16 unit that is escaped here.
    private func escape(at index: Int) -> UInt16? {
        guard index + 7 <= count, room[index] == UInt8(ascii: "_"), room[index + 1] == UInt8(ascii: "x"),
            room[index + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for byte in room[(index + 2)..<(index + 6)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    /// Leaves out a character that text may not contain, and notes the fault.
    private mutating func append(_ scalar: Unicode.Scalar?, to decoded: inout [UInt8]) {
        guard let scalar, scalar.value >= 0x20 || [0x9, 0xA, 0xD].contains(scalar.value), scalar.value & 0xFFFE != 0xFFFE else {
            fault = fault ?? .controlCharacter
            return
        }
        decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.EncodedScalar())
    }
}

/// Tracks the elements of a text that may be in runs, each with its own format: `t`, `r/t`; not `rPh/t`, which gives the
/// pronunciation.
struct TextElements {
    /// Whether text at this point belongs to it. Blanks are kept whatever `xml:space` says: programs forget to set it, and a
    /// blank between two runs is one between two words.
    private(set) var isOpen = false
    private var isInRun = false
    /// Whether the run is struck out, or raised as the mark of a footnote: nobody reads "180¹" as 1801.
    private var isLeftOut = false

    /// An element begins, `level` levels below the text's own.
    mutating func start(_ name: XMLName, _ attributes: XMLAttributes, level: Int) {
        if level == 1 { (isInRun, isLeftOut) = (name.isLetter("r"), false) }
        if level == 3, isInRun {
            if name == "strike", attributes["val"].map(\.isTrue) ?? true { isLeftOut = true }
            if name == "vertAlign", attributes["val"]?.equals("superscript") == true { isLeftOut = true }
        }
        isOpen = name.isLetter("t") && (level == 1 || level == 2 && isInRun && !isLeftOut)
    }

    /// An element ends.
    mutating func end() { isOpen = false }
}
