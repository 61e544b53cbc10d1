/// A statement: text written in the source, and the values bound to it.
///
///     let people = try session.query("SELECT name FROM person WHERE unit = \(code)") { try $0["name"] as String }
///
/// An interpolated value is never pasted into the text: it becomes `$1`, `$2`, … and is sent separately. Literals are
/// `StaticString`, and there is no initialiser from `String`, so that no string created at run time can become SQL.
/// Utility statements take no parameters; for them there are `\(identifier: name)` and `\(literal: value)`, which quote
/// their argument.
///
/// The types that PostgreSQL assigns to values are listed at ``PostgresEncodable``.
public struct SQL: Sendable {
    package private(set) var pieces: [Piece] = []

    package enum Piece: Sendable {
        case text(StaticString)
        case parameter(Parameter)
        case identifier(String)
        case literal(String)
    }
}

extension SQL: ExpressibleByStringInterpolation {
    public init(stringLiteral text: StaticString) {
        pieces = [.text(text)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// Collects the pieces of an interpolated statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ text: StaticString) {
            pieces.append(.text(text))
        }

        /// Binds `value` as the next parameter.
        public mutating func appendInterpolation(_ value: some PostgresEncodable) {
            pieces.append(.parameter(value.parameter))
        }

        /// Binds `value` as the next parameter; `nil` is NULL.
        ///
        /// A separate method: the compiler warns about an optional that is interpolated in any other way.
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            pieces.append(.parameter(value?.parameter ?? .null(Value.parameterType)))
        }

        /// Inserts another statement's text, and binds its parameters here.
        public mutating func appendInterpolation(_ fragment: SQL) {
            pieces.append(contentsOf: fragment.pieces)
        }

        /// Quotes a name: `"my ""table"""`.
        public mutating func appendInterpolation(identifier name: String) {
            pieces.append(.identifier(name))
        }

        /// Quotes a text, for utility statements only. Errors show it as `'…'`, since it may be a password.
        public mutating func appendInterpolation(literal text: String) {
            pieces.append(.literal(text))
        }
    }
}
