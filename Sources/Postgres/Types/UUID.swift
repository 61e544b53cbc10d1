public import FoundationEssentials

extension UUID: PostgresDecodable {
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> UUID {
        guard cell.type == .uuid else { throw .type }
        let bytes = try cell.value()
        guard bytes.count == 16 else { throw .malformed("\(bytes.count) bytes") }
        return UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))
    }
}

extension UUID: PostgresEncodable {
    public static var parameterType: TypeOID { .uuid }

    public var parameter: Parameter { .binary(withUnsafeBytes(of: uuid) { Array($0) }, as: .uuid) }
}
