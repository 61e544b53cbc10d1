import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct TransactionTests {
    private struct Failure: Error, Equatable {}

    private func withTable(_ body: (inout Connection) throws -> Void) throws {
        try TestServer.withConnection { connection in
            try connection.execute(
                "CREATE TABLE t (n int CONSTRAINT n_is_unique UNIQUE DEFERRABLE INITIALLY IMMEDIATE)")
            try body(&connection)
        }
    }

    private func numbers(_ connection: inout Connection) throws -> [Int] {
        try connection.query("SELECT n FROM t ORDER BY n") { try $0["n"] }
    }

    @Test func `The body's result is returned after the commit`() throws {
        try withTable { connection in
            let count = try connection.transaction { try $0.execute("INSERT INTO t VALUES (1), (2)") }
            #expect(count == 2)
            expect(try numbers(&connection), is: [1, 2])
        }
    }

    @Test func `A body that throws leaves nothing behind`() throws {
        try withTable { connection in
            #expect(throws: Failure()) {
                try connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    throw Failure()
                }
            }
            expect(try numbers(&connection), is: [])
        }
    }

    @Test func `A server error is passed on, and the connection remains usable`() throws {
        try withTable { connection in
            let error = #expect(throws: ServerError.self) {
                try connection.transaction { try $0.execute("INSERT INTO t VALUES (1), (1)") }
            }
            #expect(error?.constraint == "n_is_unique")
            expect(try numbers(&connection), is: [])
        }
    }

    @Test func `A COMMIT that is answered by ROLLBACK is an error`() throws {
        try withTable { connection in
            let error = #expect(throws: TransactionError.self) {
                try connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    _ = try? transaction.execute("SELECT 1 / 0")
                }
            }
            guard case .commitRolledBack? = error else { return #expect(Bool(false), "\(String(describing: error))") }
            expect(try numbers(&connection), is: [])
        }
    }

    @Test func `After a failed statement the transaction refuses further statements`() throws {
        try withTable { connection in
            let error = #expect(throws: ServerError.self) {
                try connection.transaction { transaction in
                    _ = try? transaction.execute("SELECT 1 / 0")
                    try transaction.execute("SELECT 1")
                }
            }
            #expect(error?.sqlState == .inFailedTransaction)
        }
    }

    @Test func `A deferred constraint fails at COMMIT`() throws {
        try withTable { connection in
            let error = #expect(throws: ServerError.self) {
                try connection.transaction { transaction in
                    try transaction.execute("SET CONSTRAINTS ALL DEFERRED")
                    try transaction.execute("INSERT INTO t VALUES (1), (1)")
                }
            }
            #expect(error?.sqlState == .uniqueViolation)
            #expect(error?.statement == "COMMIT")
            expect(try numbers(&connection), is: [])
        }
    }

    @Test func `The body's error is kept when the connection ends during the body`() throws {
        try withTable { connection in
            let error = #expect(throws: TransactionError.self) {
                try connection.transaction { transaction in
                    try terminate(transaction.serverProcessID())
                    throw Failure()
                }
            }
            guard case .rollbackFailed(let body, let rollback)? = error else { return #expect(Bool(false)) }
            #expect(body is Failure)
            #expect(rollback is ConnectionError)
        }
    }

    @Test func `A connection that ends during COMMIT leaves the outcome unknown`() throws {
        try withTable { connection in
            try connection.execute(
                script: """
                    CREATE FUNCTION end_it() RETURNS trigger LANGUAGE plpgsql AS
                        $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(10); RETURN NULL; END $$;
                    CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION end_it();
                    """)
            let error = #expect(throws: TransactionError.self) {
                try connection.transaction { try $0.execute("INSERT INTO t VALUES (1)") }
            }
            guard case .commitOutcomeUnknown(ConnectionError.lost(_, .adminShutdown?))? = error else {
                return #expect(Bool(false))
            }
        }
    }

    @Test func `A savepoint rolls back only its own part`() throws {
        try withTable { connection in
            try connection.transaction { transaction in
                try transaction.execute("INSERT INTO t VALUES (1)")
                #expect(throws: ServerError.self) {
                    try transaction.savepoint { try $0.execute("INSERT INTO t VALUES (2), (1)") }
                }
                try transaction.savepoint { outer in
                    try outer.execute("INSERT INTO t VALUES (3)")
                    #expect(throws: Failure()) {
                        try outer.savepoint { inner in
                            try inner.execute("INSERT INTO t VALUES (4)")
                            throw Failure()
                        }
                    }
                    try outer.savepoint { try $0.execute("INSERT INTO t VALUES (5)") }
                }
            }
            expect(try numbers(&connection), is: [1, 3, 5])
        }
    }

    @Test func `A savepoint whose body swallowed an error is rolled back, and throws`() throws {
        try withTable { connection in
            try connection.transaction { transaction in
                try transaction.execute("INSERT INTO t VALUES (1)")
                #expect(throws: ServerError.self) {
                    try transaction.savepoint { inner in _ = try? inner.execute("SELECT 1 / 0") }
                }
                try transaction.execute("INSERT INTO t VALUES (2)")
            }
            expect(try numbers(&connection), is: [1, 2])
        }
    }

    @Test func `Isolation and read-only apply to the transaction`() throws {
        try withTable { connection in
            for isolation in TransactionOptions.Isolation.allCases {
                let found = try connection.transaction(.init(isolation: isolation)) { transaction in
                    try transaction.first("SELECT upper(current_setting('transaction_isolation')) AS i") {
                        row -> String in
                        try row["i"]
                    }
                }
                #expect(found == isolation.rawValue)
            }
            let error = #expect(throws: ServerError.self) {
                try connection.transaction(.init(readOnly: true)) { try $0.execute("INSERT INTO t VALUES (1)") }
            }
            #expect(error?.sqlState == .readOnlyTransaction)
        }
    }

    @Test(arguments: ["COMMIT", "ROLLBACK", "BEGIN", "SAVEPOINT x", "/* done */ end"])
    func `Transaction control is refused before it is sent`(command: String) throws {
        try withTable { connection in
            #expect(throws: Misuse.self) {
                try connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    try transaction.execute(Self.commands[command]!)
                }
            }
            expect(try numbers(&connection), is: [])
            #expect(throws: Misuse.self) { try connection.execute(Self.commands[command]!) }
        }
    }

    private static let commands: [String: SQL] = [
        "COMMIT": "COMMIT", "ROLLBACK": "ROLLBACK", "BEGIN": "BEGIN", "SAVEPOINT x": "SAVEPOINT x",
        "/* done */ end": "/* done */ end",
    ]

    @Test(arguments: ["COMMIT", "ROLLBACK; BEGIN", "INSERT INTO t VALUES (2); COMMIT; BEGIN"])
    func `A script that ends the transaction is reported`(script: String) throws {
        try withTable { connection in
            #expect(throws: Misuse.scriptEndedTransaction) {
                try connection.transaction { try $0.execute(script: script) }
            }
            expect(try connection.transaction { try $0.execute("INSERT INTO t VALUES (9)") }, is: 1)
        }
    }

    @Test func `A transaction that a script ended is not reported as committed, even if the error is ignored`() throws {
        try withTable { connection in
            #expect(throws: Misuse.scriptEndedTransaction) {
                try connection.transaction { transaction in _ = try? transaction.execute(script: "ROLLBACK") }
            }
        }
    }

    @Test func `A script that leaves a transaction open is rolled back`() throws {
        try withTable { connection in
            #expect(throws: Misuse.scriptEndedTransaction) {
                try connection.execute(script: "BEGIN; INSERT INTO t VALUES (1)")
            }
            expect(try numbers(&connection), is: [])
        }
    }

    @Test func `A script is all or nothing, and may have its own transactions`() throws {
        try withTable { connection in
            #expect(throws: ServerError.self) {
                try connection.execute(script: "INSERT INTO t VALUES (1); SELECT 1 / 0")
            }
            expect(try numbers(&connection), is: [])
            try connection.execute(script: "BEGIN; INSERT INTO t VALUES (1); COMMIT; INSERT INTO t VALUES (2)")
            expect(try numbers(&connection), is: [1, 2])
        }
    }
}

extension Session where Self: ~Copyable {
    mutating func serverProcessID() throws -> Int32 {
        try #require(try first("SELECT pg_backend_pid() AS pid") { try $0["pid"] })
    }
}

/// Ends a connection from another one, and waits until its process is gone.
func terminate(_ pid: Int32) throws {
    var connection = try Connection(TestServer.server.conninfo(database: "postgres"))
    try connection.execute("SELECT pg_terminate_backend(\(pid), 5000)")
}
