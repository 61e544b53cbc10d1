import CLibPQ

/// An error that PostgreSQL reported.
///
/// Its ``description`` is for a log: it never contains ``detail`` or ``context``, in which PostgreSQL repeats the row's
/// values, nor a parameter.
public struct ServerError: Error, Sendable {
    /// The condition.
    public let sqlState: SQLState
    /// `ERROR`, `FATAL` or `PANIC`, in English whatever the server's language.
    public let severity: String
    /// The primary message, in the server's language.
    public let message: String
    /// Details. **Often contains the row's values.**
    public let detail: String?
    /// A suggestion.
    public let hint: String?
    /// The constraint that was violated: UNIQUE, CHECK, FOREIGN KEY, of a domain, or as `RAISE` named it. Not for NOT
    /// NULL.
    public let constraint: String?
    /// The schema of the table or type.
    public let schema: String?
    /// The table.
    public let table: String?
    /// The column, for NOT NULL.
    public let column: String?
    /// The type, for a domain's constraint.
    public let dataType: String?
    /// The functions and the line of COPY in which it happened. **May contain the row's values.**
    public let context: String?
    /// Where in ``statement`` it happened, in characters from 1.
    public let position: Int?
    /// The statement, with `$1` for its parameters and `'…'` for quoted literals.
    public let statement: String

    package init(_ result: UnsafePointer<pg_result>, statement: String) {
        func field(_ code: Int) -> String? {
            PQresultErrorField(result, Int32(code)).map { String(cString: $0) }
        }
        sqlState = SQLState(rawValue: field(FIELD_SQLSTATE) ?? "")
        severity = field(FIELD_SEVERITY) ?? "ERROR"
        message = field(FIELD_MESSAGE) ?? String(cString: PQresultErrorMessage(result)).trimmed
        detail = field(FIELD_DETAIL)
        hint = field(FIELD_HINT)
        constraint = field(FIELD_CONSTRAINT)
        schema = field(FIELD_SCHEMA)
        table = field(FIELD_TABLE)
        column = field(FIELD_COLUMN)
        dataType = field(FIELD_DATATYPE)
        context = field(FIELD_CONTEXT)
        position = field(FIELD_POSITION).flatMap { Int($0) }
        self.statement = statement
    }
}

extension ServerError: CustomStringConvertible {
    public var description: String {
        let constraint = constraint.map { ", constraint \($0)" } ?? ""
        return "\(message) (SQLSTATE \(sqlState)\(constraint)); in: \(statement)"
    }
}

extension String {
    /// Without white space at its end: libpq's own messages end with a line feed.
    var trimmed: String {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}
