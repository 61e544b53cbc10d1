extension Bool: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Bool {
        guard field.type == .bool else { throw .type }
        return try field.integer(UInt8.self) != 0
    }
}

extension Bool: PostgresEncodable {
    public static var parameterType: TypeOID { .bool }

    public var parameter: Parameter { .binary([self ? 1 : 0], as: .bool) }
}
