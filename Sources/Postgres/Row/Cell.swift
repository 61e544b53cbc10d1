/// One value of a result, in PostgreSQL's binary form; valid while its row is.
public struct Cell {
    /// The column's type. A domain comes as the type beneath it.
    public let type: TypeOID
    /// `nil` is NULL.
    package let bytes: UnsafeRawBufferPointer?

    package init(type: TypeOID, bytes: UnsafeRawBufferPointer?) {
        self.type = type
        self.bytes = bytes
    }

    /// The bytes of a value that must not be NULL.
    func value() throws(DecodingFailure) -> UnsafeRawBufferPointer {
        guard let bytes else { throw .null }
        return bytes
    }

    /// The value as the big-endian integer of exactly its width.
    func integer<I: FixedWidthInteger>(_: I.Type) throws(DecodingFailure) -> I {
        let bytes = try value()
        guard bytes.count == MemoryLayout<I>.size else { throw .malformed("\(bytes.count) bytes") }
        return I(bigEndian: bytes.loadUnaligned(as: I.self))
    }
}

/// A Swift type that a column can be read as.
///
/// Besides the types of this module, an enum with raw values needs no more than to name the protocol:
///
///     enum State: String, PostgresDecodable { case draft, endorsed }
public protocol PostgresDecodable {
    /// Reads a value, of exactly the types that mean it: nothing is parsed, rounded or repaired.
    static func decode(_ cell: Cell) throws(DecodingFailure) -> Self
}

/// Why a value could not be read. The row makes a ``RowDecodingError`` of it, with column and statement.
public enum DecodingFailure: Error, Sendable {
    /// NULL, where the type is not optional.
    case null
    /// A type that the Swift type is not read from.
    case type
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// The right type, and a value that the Swift type does not have. Not the value itself, but what is wrong with it.
    case unexpected(String)
    /// Bytes that do not have the type's form.
    case malformed(String)
}
