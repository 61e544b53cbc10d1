import Foundation

/// Limits how many tests run at once, and gives each a separate thread.
///
/// Swift Testing starts all tests, and lets them share as many threads as there are processors. These tests block: while they
/// wait for servers and other programs, their threads are idle; and an asynchronous test would resume only after hundreds of
/// others have ended.
enum Turn {
    /// Twice the processors of the smallest machine that we test on: half of the tests wait for something.
    private static let places = Places(4)

    @TaskLocal private static var isHeld = false

    /// Runs a test when a place is free, or at once if its suite already holds a place for it.
    static func with(_ body: @Sendable () async throws -> Void) async throws {
        guard !isHeld else { return try await body() }
        await places.take()
        let thread = TestThread()
        defer {
            thread.end()
            places.give()
        }
        try await $isHeld.withValue(true) {
            try await withTaskExecutorPreference(thread) { try await body() }
        }
    }
}

/// A number of places, granted in the order in which they were requested.
private final class Places: @unchecked Sendable {
    private let lock = NSLock()
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) {
        free = count
    }

    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = lock.withLock {
                if free > 0 {
                    free -= 1
                    return true
                }
                waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func give() {
        let next = lock.withLock { () -> CheckedContinuation<Void, Never>? in
            guard waiting.isEmpty else { return waiting.removeFirst() }
            free += 1
            return nil
        }
        next?.resume()
    }
}

/// A thread that runs the jobs of one test.
private final class TestThread: TaskExecutor, @unchecked Sendable {
    private let condition = NSCondition()
    private var jobs: [UnownedJob] = []
    private var hasEnded = false

    init() {
        Thread.detachNewThread { [self] in
            while let job = next() { job.runSynchronously(on: asUnownedTaskExecutor()) }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.withLock {
            jobs.append(job)
            condition.signal()
        }
    }

    func end() {
        condition.withLock {
            hasEnded = true
            condition.signal()
        }
    }

    private func next() -> UnownedJob? {
        condition.withLock {
            while jobs.isEmpty && !hasEnded { condition.wait() }
            return jobs.isEmpty ? nil : jobs.removeFirst()
        }
    }
}
