import FoundationEssentials

/// A JSON value, with nulls where a key has no value: programs may rely on every key.
public enum JSON: Codable, Sendable {
    case null
    case bool(Bool)
    case number(Int)
    /// A number with a fraction, or beyond an integer's range.
    case decimal(Decimal)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    /// The text; null if there is none.
    public static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

    /// The number; null if there is none.
    public static func optional(_ number: Int?) -> JSON { number.map(JSON.number) ?? .null }

    /// The flag; null if there is none.
    public static func optional(_ flag: Bool?) -> JSON { flag.map(JSON.bool) ?? .null }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .decimal(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .array(let values): try container.encode(values)
        case .object(let members): try container.encode(members)
        }
    }

    /// A document that the database wrote; null if it is not valid JSON.
    public init(parsing text: String) {
        self = (try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))) ?? .null
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int.self) {
            self = .number(value)
        } else if let value = try? container.decode(Decimal.self) {
            self = .decimal(value)
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let values = try? container.decode([JSON].self) {
            self = .array(values)
        } else {
            self = .object(try container.decode([String: JSON].self))
        }
    }

    /// As text, with a line feed at its end.
    public var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Encoding cannot fail: every number is finite, and every key is a string.
        let data = (try? encoder.encode(self)) ?? Data()
        return String(decoding: data, as: UTF8.self) + "\n"
    }
}
