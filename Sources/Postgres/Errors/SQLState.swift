/// The five characters by which PostgreSQL identifies a condition; the same in all versions and languages.
///
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
public struct SQLState: RawRepresentable, Hashable, Sendable {
    /// The five characters.
    public let rawValue: String

    /// The condition of five characters.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The first two characters: the condition's class, such as `23` for integrity constraints.
    public var category: Substring { rawValue.prefix(2) }
}

extension SQLState: CustomStringConvertible {
    public var description: String { rawValue }
}

extension SQLState {
    /// No such day or time.
    public static let datetimeFieldOverflow = SQLState(rawValue: "22008")
    /// Text that is not a date or a time.
    public static let invalidDatetimeFormat = SQLState(rawValue: "22007")
    /// Bytes that are not valid in the encoding.
    public static let characterNotInRepertoire = SQLState(rawValue: "22021")
    /// A row that COPY cannot read.
    public static let badCopyFileFormat = SQLState(rawValue: "22P04")

    /// A required column has no value.
    public static let notNullViolation = SQLState(rawValue: "23502")
    /// The referenced row does not exist, or is still referenced.
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    /// The key exists already.
    public static let uniqueViolation = SQLState(rawValue: "23505")
    /// A CHECK refused the row.
    public static let checkViolation = SQLState(rawValue: "23514")

    /// The transaction may only read.
    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    /// The transaction has failed, and waits for its ROLLBACK.
    public static let inFailedTransaction = SQLState(rawValue: "25P02")
    /// The transaction was idle for too long.
    public static let idleInTransactionSessionTimeout = SQLState(rawValue: "25P03")

    /// The transaction could not be serialised with others. Running it again helps.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// Two transactions waited for each other; this one was chosen to give way. Running it again helps.
    public static let deadlockDetected = SQLState(rawValue: "40P01")

    /// The role lacks the privilege.
    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    /// The statement is not valid SQL.
    public static let syntaxError = SQLState(rawValue: "42601")
    /// There is no such column.
    public static let undefinedColumn = SQLState(rawValue: "42703")
    /// There is no such role, type or other object.
    public static let undefinedObject = SQLState(rawValue: "42704")
    /// There is no such function for these types.
    public static let undefinedFunction = SQLState(rawValue: "42883")
    /// There is no such table or view.
    public static let undefinedTable = SQLState(rawValue: "42P01")
    /// The database exists already.
    public static let duplicateDatabase = SQLState(rawValue: "42P04")

    /// The login may not connect from there, or not at all.
    public static let invalidAuthorization = SQLState(rawValue: "28000")
    /// A wrong password, or an unknown login.
    public static let invalidPassword = SQLState(rawValue: "28P01")
    /// There is no such database.
    public static let unknownDatabase = SQLState(rawValue: "3D000")
    /// The server has no connection left.
    public static let tooManyConnections = SQLState(rawValue: "53300")
    /// A lock was not available, or not within `lock_timeout`.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// Cancelled: by the client, or by `statement_timeout`.
    public static let queryCanceled = SQLState(rawValue: "57014")
    /// The server is starting up, or shutting down.
    public static let cannotConnectNow = SQLState(rawValue: "57P03")
    /// The server was instructed to end the connection.
    public static let adminShutdown = SQLState(rawValue: "57P01")
}
