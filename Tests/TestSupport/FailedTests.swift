import Synchronization
import Testing

/// The tests of this run that have failed so far, whose databases are kept for inspection.
enum FailedTests {
    private static let failed = Mutex<Set<Test.ID>>([])

    /// Notes that the running test has failed.
    static func note() {
        guard let test = Test.current else { return }
        failed.withLock { _ = $0.insert(test.id) }
    }

    /// Whether the running test has failed.
    static var containsCurrent: Bool {
        guard let test = Test.current else { return false }
        return failed.withLock { $0.contains(test.id) }
    }
}

extension Trait where Self == IssueHandlingTrait {
    /// For suites that use ``TestServer``: a database in which an expectation failed is kept until the next run.
    public static var keepsFailedDatabases: Self {
        .filterIssues { _ in
            FailedTests.note()
            return true
        }
    }
}
