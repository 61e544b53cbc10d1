import CLibPQ

/// One row of a result. It is passed to the closure that reads it, and cannot escape from it.
///
///     let unit = try session.first("SELECT name, staff FROM unit WHERE code = \(code)") { row in
///         Unit(name: try row["name"], staff: try row["staff"])
///     }
public struct Row: ~Copyable {
    private let result: UnsafeMutablePointer<pg_result>
    private let index: Int32
    private let statement: String

    /// Row `index` of `result`, which must outlive it.
    package init(_ result: UnsafeMutablePointer<pg_result>, at index: Int32, of statement: String) {
        self.result = result
        self.index = index
        self.statement = statement
    }

    /// The number of columns.
    public var count: Int { Int(PQnfields(result)) }

    /// The value in the column of this name; in the first such column, if there are several.
    ///
    /// - Throws: ``RowDecodingError`` where there is no such column, or it cannot be read as a `T`; ``InvalidText`` for
    ///   text that is not UTF-8.
    public subscript<T: PostgresDecodable>(_ column: StaticString) -> T {
        get throws {
            let index = PQfnumber(result, UnsafeRawPointer(column.utf8Start).assumingMemoryBound(to: CChar.self))
            guard index >= 0 else { throw missing(column.description) }
            return try decode(index)
        }
    }

    /// The value in the column of this number, from 0.
    ///
    /// - Throws: As for a column's name.
    public subscript<T: PostgresDecodable>(_ column: Int) -> T {
        get throws {
            guard column >= 0, column < count else { throw missing("number \(column)") }
            return try decode(Int32(column))
        }
    }

    private func decode<T: PostgresDecodable>(_ column: Int32) throws -> T {
        do throws(DecodingFailure) {
            return try T.decode(field(column))
        } catch {
            throw describe(error, in: column, as: T.self)
        }
    }

    private func field(_ column: Int32) -> Field {
        let type = TypeOID(rawValue: PQftype(result, column))
        guard PQgetisnull(result, index, column) == 0 else { return Field(type: type, bytes: nil) }
        let count = Int(PQgetlength(result, index, column))
        return Field(type: type, bytes: UnsafeRawBufferPointer(start: PQgetvalue(result, index, column), count: count))
    }

    private func missing(_ column: String) -> RowDecodingError {
        var names: [String] = []
        for column in 0..<PQnfields(result) { names.append(name(column)) }
        return RowDecodingError(
            column: column, expected: "", found: "", statement: statement,
            reason: "the result has no such column, only: \(names.joined(separator: ", "))")
    }

    private func name(_ column: Int32) -> String {
        String(cString: PQfname(result, column))
    }

    private func describe<T>(_ failure: DecodingFailure, in column: Int32, as _: T.Type) -> any Error {
        let name = name(column)
        let reason: String
        switch failure {
        case .invalidUTF8: return InvalidText(.notUTF8, in: "column \(name) of \(statement)")
        case .null: reason = "NULL, where the Swift type is not optional"
        case .type: reason = "the Swift type cannot be read from this type; cast it in the statement"
        case .unexpected(let what): reason = what
        case .malformed(let what): reason = "malformed: \(what)"
        }
        return RowDecodingError(
            column: name, expected: "\(T.self)", found: TypeOID(rawValue: PQftype(result, column)).description,
            statement: statement, reason: reason)
    }
}
