import Foundation

/// So many tests are under way at once, each on a thread of its own.
///
/// Testing starts them all, and lets them share as many threads as there are processors. These tests block: they wait for servers and other
/// programs, during which nobody works; and one that is asynchronous goes on only when hundreds of others have ended.
enum Turn {
    /// Twice the processors of the smallest machine that we test on: half of the tests wait for something.
    private static let places = Places(4)

    @TaskLocal private static var isHeld = false

    /// Runs a test when there is a place, or at once where its suite holds one for it.
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

/// A number of places, given in the order in which they were asked for.
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

/// A thread that runs what one test does.
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
