/// Text that PostgreSQL or Swift cannot represent.
public struct InvalidText: Error, Sendable, Equatable {
    /// What is wrong with it.
    public enum Reason: Sendable, Equatable {
        /// U+0000: PostgreSQL's text cannot contain it, and libpq would silently truncate at it.
        case nul
        /// Bytes from the server that are not UTF-8, as an SQL_ASCII database may contain.
        case notUTF8
        /// The session's `client_encoding` was changed.
        case clientEncoding
    }

    /// What is wrong.
    public let reason: Reason
    /// Which text: `parameter $2`, `column name of SELECT …`.
    public let place: String

    package init(_ reason: Reason, in place: String) {
        self.reason = reason
        self.place = place
    }
}

extension InvalidText: CustomStringConvertible {
    public var description: String {
        switch reason {
        case .nul: "a NUL character in \(place)"
        case .notUTF8: "bytes that are not UTF-8 in \(place)"
        case .clientEncoding: "client_encoding is no longer UTF8, in \(place)"
        }
    }
}
