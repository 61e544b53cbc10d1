/// Reads PostgreSQL's compound binary values from front to back.
struct ByteReader {
    private var rest: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) {
        rest = bytes
    }

    /// The next integer, which is in network byte order.
    mutating func next<I: FixedWidthInteger>(_: I.Type) throws(DecodingFailure) -> I {
        I(bigEndian: try next(byteCount: MemoryLayout<I>.size).loadUnaligned(as: I.self))
    }

    mutating func next(byteCount: Int) throws(DecodingFailure) -> UnsafeRawBufferPointer {
        guard byteCount >= 0, byteCount <= rest.count else { throw .malformed("cut short") }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(byteCount)) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(byteCount))
    }
}
