/// The number of a type in PostgreSQL's catalogue. Those of the built-in types never change.
public struct TypeOID: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    /// Not announced: the server infers the type.
    public static let inferred = TypeOID(rawValue: 0)

    static let bool = TypeOID(rawValue: 16)
    static let bytea = TypeOID(rawValue: 17)
    static let char = TypeOID(rawValue: 18)
    static let name = TypeOID(rawValue: 19)
    static let int8 = TypeOID(rawValue: 20)
    static let int2 = TypeOID(rawValue: 21)
    static let int4 = TypeOID(rawValue: 23)
    static let text = TypeOID(rawValue: 25)
    static let oid = TypeOID(rawValue: 26)
    static let json = TypeOID(rawValue: 114)
    static let float4 = TypeOID(rawValue: 700)
    static let float8 = TypeOID(rawValue: 701)
    static let unknown = TypeOID(rawValue: 705)
    static let textArray = TypeOID(rawValue: 1009)
    static let int8Array = TypeOID(rawValue: 1016)
    static let bpchar = TypeOID(rawValue: 1042)
    static let varchar = TypeOID(rawValue: 1043)
    static let date = TypeOID(rawValue: 1082)
    static let timestamptz = TypeOID(rawValue: 1184)
    static let numeric = TypeOID(rawValue: 1700)
    static let uuid = TypeOID(rawValue: 2950)
    static let jsonb = TypeOID(rawValue: 3802)
}

extension TypeOID: CustomStringConvertible {
    /// The type's name where it is built in and common, else its number.
    public var description: String {
        Self.names[rawValue] ?? "OID \(rawValue)"
    }

    /// Includes types that nothing here decodes, since errors have to name them.
    private static let names: [UInt32: String] = [
        16: "bool", 17: "bytea", 18: "\"char\"", 19: "name", 20: "int8", 21: "int2", 23: "int4", 25: "text", 26: "oid",
        114: "json", 142: "xml", 600: "point", 650: "cidr", 700: "float4", 701: "float8", 705: "unknown", 790: "money",
        869: "inet", 1000: "bool[]", 1003: "name[]", 1005: "int2[]", 1007: "int4[]", 1009: "text[]", 1015: "varchar[]",
        1016: "int8[]", 1042: "bpchar", 1043: "varchar", 1082: "date", 1083: "time", 1114: "timestamp",
        1184: "timestamptz", 1186: "interval", 1266: "timetz", 1560: "bit", 1700: "numeric", 2205: "regclass",
        2249: "record", 2278: "void", 2950: "uuid", 3802: "jsonb", 3904: "int4range", 3912: "daterange",
        3926: "int8range",
    ]
}
