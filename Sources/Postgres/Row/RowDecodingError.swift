/// A column that could not be read as what the program expects: the program and the schema disagree.
public struct RowDecodingError: Error, Sendable {
    /// The column's name, as reported by the server, or as requested.
    public let column: String
    /// The Swift type that was requested; empty where the column is missing.
    public let expected: String
    /// PostgreSQL's name of the column's type, or `OID n`; empty where the column is missing.
    public let found: String
    /// The statement, without its parameters.
    public let statement: String
    /// What is wrong, without the value itself.
    public let reason: String
}

extension RowDecodingError: CustomStringConvertible {
    public var description: String {
        let types = expected.isEmpty ? "" : " (\(found), read as \(expected))"
        return "column \(column)\(types): \(reason); in: \(statement)"
    }
}
