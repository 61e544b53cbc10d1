import Foundation

/// What was waited for did not happen in time.
public struct WaitTimedOut: Error, CustomStringConvertible {
    public let description: String

    public init(_ what: String) {
        description = "did not happen within a minute: " + what
    }
}

/// Returns as soon as a condition is true. It polls: if another program brings the condition about, there is no notification.
///
/// - Parameter what: The condition, for the error's description.
/// - Throws: ``WaitTimedOut``, after a minute.
public func waitUntil(_ what: String, _ isSo: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while try !isSo() {
        guard deadline > Date() else { throw WaitTimedOut(what) }
        Thread.sleep(forTimeInterval: 0.005)
    }
}
