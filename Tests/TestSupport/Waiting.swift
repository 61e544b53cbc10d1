import Foundation

/// What was waited for did not come.
public struct NeverCame: Error, CustomStringConvertible {
    public let description: String

    public init(_ what: String) {
        description = "within a minute: " + what
    }
}

/// Returns as soon as something is so. There is nothing to be told by where another program brings it about, so it is looked at.
///
/// - Parameter what: What did not come, in the error's words.
/// - Throws: ``NeverCame``, after a minute.
public func waitUntil(_ what: String, _ isSo: () throws -> Bool) throws {
    let deadline = Date(timeIntervalSinceNow: 60)
    while try !isSo() {
        guard deadline > Date() else { throw NeverCame(what) }
        Thread.sleep(forTimeInterval: 0.005)
    }
}
