import Synchronization
import Testing

/// Which tests of this run have failed so far, so that their databases are kept to be looked at.
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
