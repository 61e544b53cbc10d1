// Each Swift integer is read only from types whose values all fit into it: a column that is too wide fails at the first
// row, not at the first large value.

extension Int16: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Int16 {
        guard field.type == .int2 else { throw .type }
        return try field.integer(Int16.self)
    }
}

extension Int32: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Int32 {
        switch field.type {
        case .int4: try field.integer(Int32.self)
        case .int2: Int32(try field.integer(Int16.self))
        default: throw .type
        }
    }
}

extension Int64: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Int64 {
        switch field.type {
        case .int8: try field.integer(Int64.self)
        case .int4: Int64(try field.integer(Int32.self))
        case .int2: Int64(try field.integer(Int16.self))
        case .oid: Int64(try field.integer(UInt32.self))
        default: throw .type
        }
    }
}

extension Int: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Int {
        Int(try Int64.decode(field))
    }
}

extension Int16: PostgresEncodable {
    public static var parameterType: TypeOID { .int2 }

    public var parameter: Parameter { .binary(bigEndianBytes, as: .int2) }
}

extension Int32: PostgresEncodable {
    public static var parameterType: TypeOID { .int4 }

    public var parameter: Parameter { .binary(bigEndianBytes, as: .int4) }
}

extension Int64: PostgresEncodable {
    public static var parameterType: TypeOID { .int8 }

    public var parameter: Parameter { .binary(bigEndianBytes, as: .int8) }
}

extension Int: PostgresEncodable {
    public static var parameterType: TypeOID { .int8 }

    public var parameter: Parameter { Int64(self).parameter }
}

extension FixedWidthInteger {
    /// The integer in network byte order.
    var bigEndianBytes: [UInt8] {
        withUnsafeBytes(of: bigEndian) { Array($0) }
    }
}
