/// One value of a result, in PostgreSQL's binary form; valid while its row is.
public struct Field {
    /// The column's type. A domain appears as its base type.
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
/// Besides the types in this module, an enum with raw values only needs to declare conformance:
///
///     enum State: String, PostgresDecodable { case draft, endorsed }
public protocol PostgresDecodable {
    /// Reads a value, only from types that match exactly: nothing is parsed, rounded or repaired.
    static func decode(_ field: Field) throws(DecodingFailure) -> Self
}

/// Why a value could not be read. The row turns it into a ``RowDecodingError``, with column and statement.
public enum DecodingFailure: Error, Sendable {
    /// NULL, where the type is not optional.
    case null
    /// A type from which the Swift type cannot be read.
    case type
    /// Bytes that are not UTF-8.
    case invalidUTF8
    /// The right type, but a value that the Swift type does not have: what is wrong with it, not the value itself.
    case unexpected(String)
    /// Bytes that do not have the type's format.
    case malformed(String)
}
