extension String: PostgresDecodable {
    /// Reads text and JSON. UTF-8 is checked, never repaired.
    public static func decode(_ field: Field) throws(DecodingFailure) -> String {
        switch field.type {
        case .text, .varchar, .bpchar, .name, .json, .char, .unknown:
            return try String(strict: try field.value())
        case .jsonb:
            return try String(strict: try jsonText(field.value()))
        default:
            throw .type
        }
    }

    private init(strict bytes: UnsafeRawBufferPointer) throws(DecodingFailure) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
        self = text
    }

    /// jsonb is its text after a version number, which has been 1 from the start.
    private static func jsonText(_ bytes: UnsafeRawBufferPointer) throws(DecodingFailure) -> UnsafeRawBufferPointer {
        guard bytes.first == 1 else { throw .malformed("a version of jsonb other than 1") }
        return UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    }
}

extension String: PostgresEncodable {
    /// Inferred from the place, as for a quoted literal.
    public static var parameterType: TypeOID { .inferred }

    public var parameter: Parameter { .text(self, as: .inferred) }
}
