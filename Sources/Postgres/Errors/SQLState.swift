/// The five characters by which PostgreSQL names a condition; stable over versions and languages.
///
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
public struct SQLState: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

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
    public static let featureNotSupported = SQLState(rawValue: "0A000")
    public static let stringDataRightTruncation = SQLState(rawValue: "22001")
    public static let numericValueOutOfRange = SQLState(rawValue: "22003")
    public static let datetimeFieldOverflow = SQLState(rawValue: "22008")
    public static let characterNotInRepertoire = SQLState(rawValue: "22021")
    public static let invalidTextRepresentation = SQLState(rawValue: "22P02")
    public static let badCopyFileFormat = SQLState(rawValue: "22P04")

    public static let restrictViolation = SQLState(rawValue: "23001")
    public static let notNullViolation = SQLState(rawValue: "23502")
    public static let foreignKeyViolation = SQLState(rawValue: "23503")
    public static let uniqueViolation = SQLState(rawValue: "23505")
    public static let checkViolation = SQLState(rawValue: "23514")
    public static let exclusionViolation = SQLState(rawValue: "23P01")

    public static let readOnlyTransaction = SQLState(rawValue: "25006")
    public static let inFailedTransaction = SQLState(rawValue: "25P02")
    public static let idleInTransactionSessionTimeout = SQLState(rawValue: "25P03")
    public static let invalidAuthorization = SQLState(rawValue: "28000")
    public static let invalidPassword = SQLState(rawValue: "28P01")
    public static let invalidCatalogName = SQLState(rawValue: "3D000")

    /// The transaction could not be serialised with others. Running it again cures it.
    public static let serializationFailure = SQLState(rawValue: "40001")
    /// Two transactions waited for each other; this one was chosen to give way. Running it again cures it.
    public static let deadlockDetected = SQLState(rawValue: "40P01")

    public static let insufficientPrivilege = SQLState(rawValue: "42501")
    public static let syntaxError = SQLState(rawValue: "42601")
    public static let undefinedColumn = SQLState(rawValue: "42703")
    public static let undefinedObject = SQLState(rawValue: "42704")
    public static let duplicateObject = SQLState(rawValue: "42710")
    public static let undefinedFunction = SQLState(rawValue: "42883")
    public static let undefinedTable = SQLState(rawValue: "42P01")
    public static let duplicateDatabase = SQLState(rawValue: "42P04")
    public static let duplicateTable = SQLState(rawValue: "42P07")

    public static let tooManyConnections = SQLState(rawValue: "53300")
    public static let objectInUse = SQLState(rawValue: "55006")
    /// A lock was not to be had, or not within `lock_timeout`.
    public static let lockNotAvailable = SQLState(rawValue: "55P03")
    /// Cancelled: by the client, or by `statement_timeout`.
    public static let queryCanceled = SQLState(rawValue: "57014")
    public static let adminShutdown = SQLState(rawValue: "57P01")
    public static let crashShutdown = SQLState(rawValue: "57P02")
    public static let cannotConnectNow = SQLState(rawValue: "57P03")
    /// `RAISE EXCEPTION` without a state of its own.
    public static let raiseException = SQLState(rawValue: "P0001")
}
