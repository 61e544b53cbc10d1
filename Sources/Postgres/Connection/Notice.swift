import CLibPQ

/// A message from the server that is not an error: `RAISE NOTICE`, "table does not exist, skipping".
public struct Notice: Sendable {
    /// `WARNING`, `NOTICE`, `INFO`, `LOG` or `DEBUG`, in English.
    public let severity: String
    /// Its condition.
    public let sqlState: SQLState
    /// The message, in the server's language.
    public let message: String
    /// **May contain a row's values.**
    public let detail: String?
    /// A suggestion.
    public let hint: String?
    /// The constraint that it is about.
    public let constraint: String?

    package init(_ result: UnsafePointer<pg_result>) {
        let error = ServerError(result, statement: "")
        severity = error.severity
        sqlState = error.sqlState
        message = error.message
        detail = error.detail
        hint = error.hint
        constraint = error.constraint
    }
}

/// Holds the caller's closure at an address that libpq can keep.
final class NoticeHandler: Sendable {
    private let body: @Sendable (Notice) -> Void

    init(_ body: @escaping @Sendable (Notice) -> Void) {
        self.body = body
    }

    /// Receives what libpq would print to stderr. The connection must not outlive this object.
    func attach(to connection: UnsafeMutablePointer<pg_conn>) {
        let address = Unmanaged.passUnretained(self).toOpaque()
        PQsetNoticeReceiver(
            connection,
            { address, result in
                guard let address, let result else { return }
                Unmanaged<NoticeHandler>.fromOpaque(address).takeUnretainedValue().body(Notice(result))
            }, address)
    }
}
