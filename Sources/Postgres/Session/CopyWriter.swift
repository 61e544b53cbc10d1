/// Takes the bytes of a `COPY … FROM STDIN` in pieces of any size, which need not be rows. It is passed to the closure
/// that writes.
public struct CopyWriter: ~Copyable {
    private let wire: Wire
    private var buffer: [UInt8] = []
    private var isInRow = false

    /// Pieces of 64 KB: larger ones gain nothing, smaller ones cost system calls.
    private static let pieceSize = 64 * 1024

    init(_ wire: Wire) {
        self.wire = wire
        buffer.reserveCapacity(2 * Self.pieceSize)
    }

    /// Writes bytes in the format that the statement names.
    public mutating func write(_ bytes: some Sequence<UInt8>) throws {
        buffer.append(contentsOf: bytes)
        try flushIfFull()
    }

    /// Writes bytes in the format that the statement names.
    public mutating func write(_ bytes: Span<UInt8>) throws {
        bytes.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
        try flushIfFull()
    }

    /// Writes text in the format that the statement names.
    public mutating func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        try flushIfFull()
    }

    /// Writes one row in COPY's own text format (the default), with everything escaped; `nil` is NULL.
    public mutating func writeRow(_ fields: some Sequence<String?>) throws {
        var isFirst = true
        for field in fields {
            if !isFirst { buffer.append(UInt8(ascii: "\t")) }
            isFirst = false
            append(field)
        }
        buffer.append(UInt8(ascii: "\n"))
        try flushIfFull()
    }

    /// Writes one field of a row in COPY's own text format, from UTF-8 without NUL; ``endRow()`` must follow the last.
    public mutating func writeField(_ text: UnsafeBufferPointer<UInt8>) {
        separate()
        // Nearly always there is nothing to escape, and the field is appended in one piece.
        guard text.contains(where: Self.isEscaped) else { return buffer.append(contentsOf: text) }
        for byte in text { append(byte) }
    }

    /// Writes one field of a row; ``endRow()`` must follow the last.
    public mutating func writeField(_ number: Int) {
        separate()
        // From the last digit to the first, and then reversed; no String, since a row has several numbers.
        var (first, rest) = (buffer.count, number.magnitude)
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        if number < 0 { buffer.append(UInt8(ascii: "-")) }
        var last = buffer.count - 1
        while first < last {
            buffer.swapAt(first, last)
            (first, last) = (first + 1, last - 1)
        }
    }

    /// Writes NULL as one field of a row; ``endRow()`` must follow the last.
    public mutating func writeNull() {
        separate()
        buffer.append(UInt8(ascii: "\\"))
        buffer.append(UInt8(ascii: "N"))
    }

    /// Ends a row whose fields were written one by one.
    public mutating func endRow() throws {
        buffer.append(UInt8(ascii: "\n"))
        isInRow = false
        try flushIfFull()
    }

    private mutating func separate() {
        if isInRow { buffer.append(UInt8(ascii: "\t")) }
        isInRow = true
    }

    private mutating func append(_ field: String?) {
        guard let field else { return buffer.append(contentsOf: #"\N"#.utf8) }
        for byte in field.utf8 { append(byte) }
    }

    private mutating func append(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\\"): buffer.append(contentsOf: #"\\"#.utf8)
        case UInt8(ascii: "\t"): buffer.append(contentsOf: #"\t"#.utf8)
        case UInt8(ascii: "\n"): buffer.append(contentsOf: #"\n"#.utf8)
        case UInt8(ascii: "\r"): buffer.append(contentsOf: #"\r"#.utf8)
        default: buffer.append(byte)
        }
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "\\") || (byte < 0x0E && byte > 0x08)
    }

    private mutating func flushIfFull() throws {
        if buffer.count >= Self.pieceSize { try flush() }
    }

    mutating func flush() throws {
        try buffer.withUnsafeBytes { try wire.putCopyData($0) }
        buffer.removeAll(keepingCapacity: true)
    }
}
