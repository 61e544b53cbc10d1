import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Whom the Department's tool ends, where sessions wait for each other.
@Suite(.limited, .keepsFailedDatabases) struct SessionRingTests {
    /// One keeps what it holds and asks again and again; the other is cancelled by the server, and begins anew.
    @Test func `All that wait for each other are in front, and who is behind them is not`() throws {
        try RegistryDatabase.with { conninfo in
            var superuser = try Connection(conninfo)
            try superuser.execute(script: "CREATE TABLE held (name text PRIMARY KEY); INSERT INTO held VALUES ('X'), ('Y')")
            let isHeld = Barrier(4)
            let isDone = Mailbox<Bool>()
            let ring = Mailbox<Int32>(), waiters = Mailbox<Int32>(), ahead = Mailbox<[Int32]>()
            try onThreads(4) { part in
                var session = try Connection(conninfo)
                switch part {
                case 0:
                    ring.append(session.serverProcessID)
                    try session.transaction(.init(lockTimeout: 900)) { transaction in
                        try transaction.execute("SELECT FROM held WHERE name = 'Y' FOR UPDATE")
                        isHeld.meet()
                        while isDone.contents.isEmpty {
                            do {
                                try transaction.savepoint {
                                    try $0.execute("SELECT FROM held WHERE name = 'X' FOR UPDATE")
                                    throw CancellationError()
                                }
                            } catch is CancellationError {
                                // Not for an event: the other one gets its turn.
                                Thread.sleep(forTimeInterval: 0.2)
                            } catch let error as ServerError where error.sqlState == .lockNotAvailable {}
                        }
                    }
                case 1:
                    ring.append(session.serverProcessID)
                    isHeld.meet()
                    while isDone.contents.isEmpty {
                        try session.transaction(.init(retry: .init(maximumAttempts: 1000, longestDelay: 50))) { transaction in
                            try transaction.execute("SELECT FROM held WHERE name = 'X' FOR UPDATE")
                            if isDone.contents.isEmpty { try transaction.execute("SELECT FROM held WHERE name = 'Y' FOR UPDATE") }
                        }
                    }
                case 2:
                    waiters.append(session.serverProcessID)
                    // As the Department's logins have it.
                    try session.execute(script: "SET deadlock_timeout = '20s'")
                    isHeld.meet()
                    try session.execute("SELECT FROM held WHERE name = 'Y' FOR UPDATE")
                default:
                    isHeld.meet()
                    defer { isDone.append(true) }
                    let waiting = try #require(waiters.contents.first)
                    // As often as there is a ring.
                    try waitUntil("it was seen ten times") {
                        let seen = try session.query("SELECT pid FROM session_ahead(\(waiting)) WHERE is_in_ring") {
                            try $0["pid"] as Int32
                        }
                        let others = try session.first(
                            "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid <> \(waiting)"
                        ) { try $0[0] as Int }
                        if (others ?? 0) > 1, !seen.isEmpty { ahead.append(seen) }
                        return ahead.contents.count >= 10
                    }
                }
            }
            #expect(ahead.contents.filter { Set($0) != Set(ring.contents) } == [])
        }
    }
}
