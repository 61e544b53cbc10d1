extension Double: PostgresDecodable {
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Double {
        switch cell.type {
        case .float8: Double(bitPattern: try cell.integer(UInt64.self))
        case .float4: Double(Float(bitPattern: try cell.integer(UInt32.self)))
        default: throw .type
        }
    }
}

extension Double: PostgresEncodable {
    public static var parameterType: TypeOID { .float8 }

    public var parameter: Parameter { .binary(bitPattern.bigEndianBytes, as: .float8) }
}
