import Glibc

/// A call to the operating system that failed.
public struct SystemError: Error, Sendable, Equatable {
    /// `errno`.
    public let number: Int32

    /// The system's own words.
    public var words: String { String(cString: strerror(number)) }

    public init(number: Int32) {
        self.number = number
    }

    /// Of the call that has just failed.
    public static var last: SystemError { SystemError(number: errno) }
}
