import Foundation

/// Runs `body` on a separate thread for each number below `count`, and waits for all of them.
///
/// It does not use tasks: the tests already occupy their threads, and blocked tasks would wait for each other.
///
/// - Throws: The first error that a thread threw.
public func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) throws -> Void) throws {
    let failures = Mailbox<any Error>()
    let group = DispatchGroup()
    for number in 0..<count {
        group.enter()
        Thread.detachNewThread {
            do { try body(number) } catch { failures.append(error) }
            group.leave()
        }
    }
    group.wait()
    if let failure = failures.contents.first { throw failure }
}

/// Collects values from several threads.
public final class Mailbox<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value] = []

    /// Creates an empty mailbox.
    public init() {}

    /// Adds a value.
    public func append(_ value: Value) {
        lock.withLock { values.append(value) }
    }

    /// The values, in the order in which they were added.
    public var contents: [Value] { lock.withLock { values } }
}

/// Makes threads wait until all have arrived.
public final class Barrier: @unchecked Sendable {
    private let condition = NSCondition()
    private var missing: Int

    /// Creates a barrier for `count` threads.
    public init(_ count: Int) {
        missing = count
    }

    /// Returns once `count` threads have called it, and immediately from then on; and after a minute, so that failures do not
    /// hang.
    public func meet() {
        condition.lock()
        defer { condition.unlock() }
        missing -= 1
        condition.broadcast()
        let deadline = Date(timeIntervalSinceNow: 60)
        while missing > 0, condition.wait(until: deadline) {}
    }
}
