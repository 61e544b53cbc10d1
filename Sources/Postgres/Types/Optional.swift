extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Wrapped? {
        guard field.bytes != nil else { return nil }
        return try Wrapped.decode(field)
    }
}
