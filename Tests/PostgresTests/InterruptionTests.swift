import Foundation
import Postgres
import TestSupport
import Testing

/// Each test runs in a separate process, because a signal affects the whole process.
@Suite(.limited, .keepsFailedDatabases) struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func `A signal cancels the statement and rolls the transaction back`(signal: Int32) async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String, signal = signal as Int32] in
            Interruption.install()
            var connection = try Connection(conninfo)
            try connection.execute("CREATE TEMPORARY TABLE t (n int)")
            let begin = Date()
            send(signal, whenBusy: connection.serverProcessID, conninfo)
            #expect(throws: Interrupted.self) {
                try connection.transaction { transaction in
                    try transaction.execute("INSERT INTO t VALUES (1)")
                    try transaction.execute("SELECT pg_sleep(30)")
                }
            }
            #expect(Date().timeIntervalSince(begin) < 10)
            #expect(throws: Interrupted.self, "the process is to end") { try connection.execute("SELECT 1") }
            expect(connection.isLost, is: false)
        }
    }

    @Test func `A signal stops a stream, and a COPY in either direction`() async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        for kind in 0...1 {
            await #expect(processExitsWith: .success) { [conninfo = conninfo as String, kind = kind as Int] in
                Interruption.install()
                var connection = try Connection(conninfo)
                try connection.execute("CREATE TEMPORARY TABLE t (n int)")
                // In the middle: once the first of many rows has been transferred.
                var isSent = false
                func sendOnce() {
                    if !isSent { sendNow(SIGINT) }
                    isSent = true
                }
                #expect(throws: Interrupted.self) {
                    switch kind {
                    case 0: try connection.forEachRow("SELECT generate_series(1, 1000000000)") { _ in sendOnce() }
                    default:
                        try connection.copyIn("COPY t FROM STDIN") { writer in
                            while true {
                                try writer.writeRow(["1"])
                                sendOnce()
                            }
                        }
                    }
                }
                expect(connection.isLost, is: false)
            }
        }
    }

    @Test func `A signal between statements keeps the transaction from being committed`() async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
            Interruption.install()
            var connection = try Connection(conninfo)
            var committed = false
            #expect(throws: Interrupted.self) {
                try connection.transaction { transaction in
                    try transaction.execute("SELECT 1")
                    sendNow(SIGINT)
                    committed = true
                }
            }
            #expect(committed, "the body ran to its end, and was not committed")
        }
    }

    @Test func `Without a connection a signal has its default action`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            Interruption.install()
            sendNow(SIGTERM)
        }
    }

    @Test func `A second signal has its default action`() async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .signal(SIGINT)) { [conninfo = conninfo as String] in
            Interruption.install()
            let connection = try Connection(conninfo)
            sendNow(SIGTERM)
            expect(connection.isLost, is: false)
            sendNow(SIGINT)
        }
    }

    @Test func `A signal that was ignored stays ignored`() async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
            signal(SIGINT, SIG_IGN)
            Interruption.install()
            var connection = try Connection(conninfo)
            sendNow(SIGINT)
            try connection.execute("SELECT 1")
        }
    }
}

/// Sends this process a signal once a session is executing a statement.
func send(_ signal: Int32, whenBusy backend: Int32, _ conninfo: String) {
    Thread.detachNewThread {
        do {
            try waitForWork(of: backend, conninfo)
        } catch {
            Issue.record(error)
        }
        kill(getpid(), signal)
    }
}

private func waitForWork(of backend: Int32, _ conninfo: String) throws {
    var watcher = try Connection(conninfo)
    try waitUntil("the session sleeps") {
        try watcher.execute("SELECT FROM pg_stat_activity WHERE pid = \(backend) AND wait_event = 'PgSleep'") > 0
    }
}

/// Sends this thread a signal, which takes effect before this function returns. Test threads may block signals.
func sendNow(_ signal: Int32) {
    var (set, before) = (sigset_t(), sigset_t())
    sigemptyset(&set)
    sigaddset(&set, signal)
    pthread_sigmask(SIG_UNBLOCK, &set, &before)
    pthread_kill(pthread_self(), signal)
    pthread_sigmask(SIG_SETMASK, &before, nil)
}
