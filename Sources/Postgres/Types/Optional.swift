extension Optional: PostgresDecodable where Wrapped: PostgresDecodable {
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Wrapped? {
        guard cell.bytes != nil else { return nil }
        return try Wrapped.decode(cell)
    }
}
