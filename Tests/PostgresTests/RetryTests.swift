import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct RetryTests {
    private let serializable = TransactionOptions(isolation: .serializable, retry: .init(maximumAttempts: 5))

    /// Raises the state in the first `failures` attempts, which are counted outside the transaction.
    private func failing(_ state: SQLState, times failures: Int, _ options: TransactionOptions) throws -> (
        Int, (any Error)?
    ) {
        try TestServer.withConnection { connection in
            var attempts = 0
            do {
                try connection.transaction(options) { transaction in
                    attempts += 1
                    guard attempts <= failures else { return }
                    try transaction.execute(script: "DO $$ BEGIN RAISE 'x' USING ERRCODE = '\(state)'; END $$")
                }
            } catch {
                return (attempts, error)
            }
            return (attempts, nil)
        }
    }

    @Test(arguments: [SQLState.serializationFailure, .deadlockDetected])
    func `The body runs again after a serialisation failure or a deadlock`(state: SQLState) throws {
        let (attempts, error) = try failing(state, times: 2, .init(retry: .standard))
        #expect(attempts == 3)
        #expect(error == nil)
    }

    @Test func `The last error is thrown when the attempts are used up`() throws {
        let (attempts, error) = try failing(.deadlockDetected, times: 9, .init(retry: .init(maximumAttempts: 3)))
        #expect(attempts == 3)
        #expect((error as? ServerError)?.sqlState == .deadlockDetected)
    }

    @Test func `By default nothing is run again`() throws {
        let (attempts, error) = try failing(.serializationFailure, times: 1, .init())
        #expect(attempts == 1)
        #expect(error is ServerError)
    }

    @Test func `After other errors the body runs again only if the caller says so`() throws {
        #expect(try failing(.uniqueViolation, times: 1, .init(retry: .standard)).0 == 1)
        let retry = Retry(maximumAttempts: 10, also: { $0.sqlState == .uniqueViolation })
        #expect(try failing(.uniqueViolation, times: 1, .init(retry: retry)).0 == 2)
    }

    @Test func `Two transactions that read what the other writes are serialised`() throws {
        try TestServer.withDatabase { conninfo in
            var setup = try Connection(conninfo)
            try setup.execute("CREATE TABLE t AS SELECT 1 AS n")
            let bothHaveRead = Barrier(2)
            let attempts = Mailbox<Int>()
            try onThreads(2) { number in
                var connection = try Connection(conninfo)
                try connection.transaction(serializable) { transaction in
                    attempts.append(number)
                    let count: Int = try #require(try transaction.first("SELECT count(*) AS c FROM t") { try $0["c"] })
                    bothHaveRead.meet()
                    try transaction.execute("INSERT INTO t VALUES (\(Int32(count) + 1))")
                }
            }
            let numbers = try setup.query("SELECT n FROM t ORDER BY n") { try $0["n"] as Int }
            #expect(numbers == [1, 2, 3])
            #expect(attempts.contents.count >= 3)
        }
    }

    @Test func `The body runs again after a serialisation failure that COMMIT raises`() throws {
        try TestServer.withDatabase { conninfo in
            var setup = try Connection(conninfo)
            try setup.execute("CREATE TABLE t AS SELECT 1 AS n")
            let states = Mailbox<String>()
            // The rival commits between this transaction's last statement and its COMMIT, which then finds the cycle.
            var first = try Connection(conninfo)
            var rivals = 1
            try first.transaction(serializable) { transaction in
                let count: Int = try #require(try transaction.first("SELECT count(*) AS c FROM t") { try $0["c"] })
                states.append("read \(count)")
                if rivals > 0 {
                    rivals -= 1
                    var second = try Connection(conninfo)
                    try second.transaction(.init(isolation: .serializable)) { rival in
                        _ = try rival.query("SELECT n FROM t") { try $0["n"] as Int }
                        try transaction.execute("INSERT INTO t VALUES (10)")
                        try rival.execute("INSERT INTO t VALUES (20)")
                    }
                } else {
                    try transaction.execute("INSERT INTO t VALUES (10)")
                }
                states.append("at COMMIT")
            }
            #expect(states.contents == ["read 1", "at COMMIT", "read 2", "at COMMIT"])
        }
    }

    @Test func `The body runs again after a real deadlock`() throws {
        try TestServer.withDatabase { conninfo in
            var setup = try Connection(conninfo)
            try setup.execute("CREATE TABLE t AS SELECT g AS id, 0 AS n FROM generate_series(0, 1) g")
            let bothHoldOne = Barrier(2)
            let attempts = Mailbox<Int>()
            try onThreads(2) { number in
                var connection = try Connection(conninfo + " options='-c deadlock_timeout=50ms'")
                try connection.transaction(.init(retry: .standard)) { transaction in
                    attempts.append(number)
                    try transaction.execute("UPDATE t SET n = n + 1 WHERE id = \(number)")
                    bothHoldOne.meet()
                    try transaction.execute("UPDATE t SET n = n + 1 WHERE id = \(1 - number)")
                }
            }
            expect(try setup.query("SELECT n FROM t") { try $0["n"] as Int }, is: [2, 2])
            // One was rolled back at least once; it may retry before the other has woken up, and collide again.
            #expect(attempts.contents.count >= 3)
        }
    }
}
