import Foundation
import Testing

/// How long each test of a suite may take. A test that takes longer is reported by name, and ends the run.
///
/// Swift Testing's own `.timeLimit` reports such a test, too, but then waits for it to end; and it includes the time for which a
/// test waits for its ``Turn``. This limit starts with the test's first line.
public struct TimeLimit: SuiteTrait, TestTrait, TestScoping {
    let seconds: Int

    public var isRecursive: Bool { true }

    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await Turn.with {
            let key = Watch.shared.begin(test, limitSeconds: seconds)
            defer { Watch.shared.end(key) }
            try await function()
        }
    }
}

extension Trait where Self == TimeLimit {
    /// Every suite has a limit (``SuiteTests`` checks that): five minutes. On two idle processors the longest test of a short run
    /// takes half a minute; while eight busy loops are running, five times as long.
    public static var limited: TimeLimit { limited(toSeconds: 300) }

    /// For suites that need more time, or should fail sooner.
    public static func limited(toSeconds seconds: Int) -> TimeLimit { TimeLimit(seconds: seconds) }
}

/// The running tests, and a thread that watches them.
private final class Watch: @unchecked Sendable {
    static let shared = Watch()

    private struct Entry {
        let name: String
        let began: Date
        let limitSeconds: Int

        var deadline: Date { began.addingTimeInterval(Double(limitSeconds)) }
    }

    private let condition = NSCondition()
    private var entries: [UUID: Entry] = [:]
    /// The file to which each test's time is written, to find the slow ones: `THIDUA_TEST_TIMES=FILE`.
    private let times = ProcessInfo.processInfo.environment["THIDUA_TEST_TIMES"].map {
        open($0, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    }

    private init() {
        Thread.detachNewThread { self.look() }
    }

    func begin(_ test: Test, limitSeconds: Int) -> UUID {
        let key = UUID()
        let suites = test.id.nameComponents.dropLast().joined(separator: ".")
        condition.withLock {
            entries[key] = Entry(
                name: "\(suites): \(test.displayName ?? test.name)", began: Date(), limitSeconds: limitSeconds)
            condition.signal()
        }
        return key
    }

    func end(_ key: UUID) {
        guard let entry = condition.withLock({ entries.removeValue(forKey: key) }), let times else { return }
        let line = String(format: "%.3f\t", Date().timeIntervalSince(entry.began)) + entry.name + "\n"
        _ = line.withCString { write(times, $0, strlen($0)) }
    }

    private func look() {
        condition.lock()
        while true {
            guard let next = entries.values.min(by: { $0.deadline < $1.deadline }) else {
                condition.wait()
                continue
            }
            if next.deadline <= Date() { giveUp(on: next) }
            _ = condition.wait(until: next.deadline)
        }
    }

    /// Ends the run: a test that hangs cannot be ended alone, and the processes that it started would be left behind.
    private func giveUp(on entry: Entry) -> Never {
        var words = "✘ Test did not end within \(entry.limitSeconds) seconds; ending the run: \(entry.name)\n"
        for other in entries.values where other.name != entry.name { words += "  also running: \(other.name)\n" }
        let children = Descendants.current()
        for child in children { words += "  a process that was left running: \(child.pid) \(child.command)\n" }
        FileHandle.standardError.write(Data(words.utf8))
        for child in children { kill(child.pid, SIGKILL) }
        // Not exit(): it might wait for the very thing that hangs.
        _exit(1)
    }
}

/// The descendants of this process.
private enum Descendants {
    static func current() -> [(pid: pid_t, command: String)] {
        let processes = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { pid_t($0) }
        let parents = Dictionary(uniqueKeysWithValues: processes.compactMap { pid in parent(of: pid).map { (pid, $0) } })
        func isBelow(_ pid: pid_t) -> Bool {
            parents[pid].map { $0 == getpid() || isBelow($0) } ?? false
        }
        return parents.keys.filter(isBelow).sorted().map { ($0, command(of: $0)) }
    }

    private static func parent(of pid: pid_t) -> pid_t? {
        // "4711 (a name) S 1 …"
        guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else { return nil }
        return text.split(separator: ")").last?.split(separator: " ").dropFirst().first.flatMap { pid_t($0) }
    }

    private static func command(of pid: pid_t) -> String {
        let text = (try? String(contentsOfFile: "/proc/\(pid)/cmdline", encoding: .utf8)) ?? ""
        return text.isEmpty ? "(ended)" : text.replacing("\0", with: " ")
    }
}
