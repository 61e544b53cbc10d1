extension Double: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Double {
        switch field.type {
        case .float8: Double(bitPattern: try field.integer(UInt64.self))
        case .float4: Double(Float(bitPattern: try field.integer(UInt32.self)))
        default: throw .type
        }
    }
}

extension Double: PostgresEncodable {
    public static var parameterType: TypeOID { .float8 }

    public var parameter: Parameter { .binary(bitPattern.bigEndianBytes, as: .float8) }
}
