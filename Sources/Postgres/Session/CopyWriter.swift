/// Takes the bytes of a `COPY … FROM STDIN`, in whatever pieces: they need not be rows. It is lent to the closure that
/// writes.
public struct CopyWriter: ~Copyable {
    private let wire: Wire
    private var buffer: [UInt8] = []

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

    private mutating func append(_ field: String?) {
        guard let field else { return buffer.append(contentsOf: #"\N"#.utf8) }
        for byte in field.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): buffer.append(contentsOf: #"\\"#.utf8)
            case UInt8(ascii: "\t"): buffer.append(contentsOf: #"\t"#.utf8)
            case UInt8(ascii: "\n"): buffer.append(contentsOf: #"\n"#.utf8)
            case UInt8(ascii: "\r"): buffer.append(contentsOf: #"\r"#.utf8)
            default: buffer.append(byte)
            }
        }
    }

    private mutating func flushIfFull() throws {
        if buffer.count >= Self.pieceSize { try flush() }
    }

    mutating func flush() throws {
        try buffer.withUnsafeBytes { try wire.putCopyData($0) }
        buffer.removeAll(keepingCapacity: true)
    }
}
