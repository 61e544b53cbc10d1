import Foundation

/// Runs `body` on a thread of its own for each number below `count`, and waits for all.
///
/// Not on tasks: the tests already occupy their threads, and blocked ones would wait for each other.
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

/// Values from several threads.
public final class Mailbox<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Value] = []

    /// An empty one.
    public init() {}

    /// Adds a value.
    public func append(_ value: Value) {
        lock.withLock { values.append(value) }
    }

    /// What was put in, in the order in which it came.
    public var contents: [Value] { lock.withLock { values } }
}

/// Lets threads wait until all have come.
public final class Barrier: @unchecked Sendable {
    private let condition = NSCondition()
    private var missing: Int

    /// For so many threads.
    public init(_ count: Int) {
        missing = count
    }

    /// Returns when `count` threads have called it, from then on at once; and after a minute, lest a failure hang.
    public func meet() {
        condition.lock()
        defer { condition.unlock() }
        missing -= 1
        condition.broadcast()
        let deadline = Date(timeIntervalSinceNow: 60)
        while missing > 0, condition.wait(until: deadline) {}
    }
}
