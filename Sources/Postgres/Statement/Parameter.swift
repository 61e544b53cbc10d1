/// A value bound to a statement: its type, its wire format, its bytes.
public struct Parameter: Sendable {
    package let type: TypeOID
    package let isBinary: Bool
    /// `nil` is NULL. A text has no terminator; ``Wire`` adds it.
    package let bytes: [UInt8]?

    /// NULL, announced as `type`.
    public static func null(_ type: TypeOID) -> Parameter {
        Parameter(type: type, isBinary: false, bytes: nil)
    }

    /// A value in PostgreSQL's text form.
    public static func text(_ text: String, as type: TypeOID) -> Parameter {
        Parameter(type: type, isBinary: false, bytes: Array(text.utf8))
    }

    /// A value in PostgreSQL's binary form.
    public static func binary(_ bytes: [UInt8], as type: TypeOID) -> Parameter {
        Parameter(type: type, isBinary: true, bytes: bytes)
    }

    package var hasNUL: Bool {
        !isBinary && (bytes?.contains(0) ?? false)
    }
}

/// A Swift type whose values can be bound to a statement.
///
/// | Swift | announced as |
/// |---|---|
/// | `String` | nothing: PostgreSQL infers the type from its context, as it does for a quoted literal |
/// | `Int`, `Int64`; `Int32`; `Int16` | `int8`; `int4`; `int2` |
/// | `Bool`, `Double`, `[UInt8]` | `bool`, `float8`, `bytea` |
/// | `Date` | `timestamptz` |
/// | `[String]`; `[Int]` | `text[]`; `int8[]` |
/// | an optional | what it wraps; `nil` is NULL |
/// | an enum with raw values | its raw value |
///
/// A `String` can therefore be used as it is for a date, a domain, a `numeric` or a `jsonb`. Where the context is no help
/// (`SELECT \(name)` is taken as text; a polymorphic function or `\(name) IS NULL` is refused), write
/// `\(name)::text`. An `Int` is always `bigint`, whatever its size, so that a statement means the same for every value;
/// where a function or an operator takes `integer` only (`date + \(days)`), bind an `Int32` or write `\(days)::int`.
public protocol PostgresEncodable {
    /// The type announced to the server, also for NULL.
    static var parameterType: TypeOID { get }

    /// The value, ready to be bound.
    var parameter: Parameter { get }
}
