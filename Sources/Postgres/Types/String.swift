extension String: PostgresDecodable {
    /// Reads text, JSON, and `numeric` with all its digits. UTF-8 is checked, never repaired.
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> String {
        switch cell.type {
        case .text, .varchar, .bpchar, .name, .json, .char, .unknown:
            return try String(strict: try cell.value())
        case .jsonb:
            return try String(strict: try jsonText(cell.value()))
        case .numeric:
            return try String(numeric: try cell.value())
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
