import Foundation
import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct TimeoutTests {
    @Test func `A statement that takes too long is cancelled`() throws {
        try TestServer.withConnection { connection in
            let error = #expect(throws: ServerError.self) {
                try connection.transaction(.init(statementTimeout: 50)) { try $0.execute("SELECT pg_sleep(30)") }
            }
            #expect(error?.sqlState == .queryCanceled)
        }
    }

    @Test func `Waiting too long for a lock fails`() throws {
        try TestServer.withDatabase { conninfo in
            var holder = try Connection(conninfo)
            var waiter = try Connection(conninfo)
            try holder.execute("CREATE TABLE t (n int)")
            try holder.transaction { holding in
                try holding.execute("LOCK TABLE t")
                let error = #expect(throws: ServerError.self) {
                    try waiter.transaction(.init(lockTimeout: 50)) { try $0.execute("LOCK TABLE t") }
                }
                #expect(error?.sqlState == .lockNotAvailable)
            }
        }
    }

    @Test func `An idle transaction is ended, along with its connection`() throws {
        try TestServer.withDatabase { conninfo in
            var connection = try Connection(conninfo)
            var watcher = try Connection(conninfo)
            let backend = connection.serverProcessID
            let error = #expect(throws: ConnectionError.self) {
                try connection.transaction(.init(idleTimeout: 50)) { transaction in
                    try waitUntil("the server has ended the session") {
                        try watcher.execute("SELECT FROM pg_stat_activity WHERE pid = \(backend)") == 0
                    }
                    try transaction.execute("SELECT 1")
                }
            }
            guard case .lost(_, .idleInTransactionSessionTimeout?)? = error else {
                return #expect(Bool(false), "\(error!)")
            }
            expect(connection.isLost, is: true)
        }
    }

    @Test func `The limits end with the transaction`() throws {
        try TestServer.withConnection { connection in
            func settings(_ session: inout some Session & ~Copyable) throws -> [String] {
                try session.query(
                    """
                    SELECT current_setting(name) AS value
                      FROM unnest(\(["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout"])) name
                    """
                ) { try $0["value"] }
            }
            let limits = TransactionOptions(statementTimeout: 4000, lockTimeout: 3000, idleTimeout: 2000)
            try connection.transaction(limits) { expect(try settings(&$0), is: ["4s", "3s", "2s"]) }
            expect(try settings(&connection), is: ["0", "0", "0"])
        }
    }

    @Test func `BEGIN and its limits are one script`() {
        let options = TransactionOptions(isolation: .serializable, readOnly: true, statementTimeout: 1, idleTimeout: 0)
        #expect(
            options.begin == """
                BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY; SET LOCAL statement_timeout = 1; \
                SET LOCAL idle_in_transaction_session_timeout = 0
                """)
    }

    @Test func `A limit that PostgreSQL does not accept leaves no transaction open`() throws {
        try TestServer.withConnection { connection in
            #expect(throws: ServerError.self) { try connection.transaction(.init(lockTimeout: -5)) { _ in } }
            try connection.transaction { try $0.execute("SELECT 1") }
        }
    }
}
