extension PostgresDecodable where Self: RawRepresentable, RawValue: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Self {
        guard let value = Self(rawValue: try RawValue.decode(field)) else {
            throw .unexpected("not a value of \(Self.self)")
        }
        return value
    }
}

extension PostgresEncodable where Self: RawRepresentable, RawValue: PostgresEncodable {
    public static var parameterType: TypeOID { RawValue.parameterType }

    public var parameter: Parameter { rawValue.parameter }
}
