extension Bool: PostgresDecodable {
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Bool {
        guard cell.type == .bool else { throw .type }
        return try cell.integer(UInt8.self) != 0
    }
}

extension Bool: PostgresEncodable {
    public static var parameterType: TypeOID { .bool }

    public var parameter: Parameter { .binary([self ? 1 : 0], as: .bool) }
}
