import Foundation
import Postgres
import TestSupport
import Testing

/// Each in a process of its own: a signal is for the whole process.
@Suite(.keepsFailedDatabases) struct InterruptionTests {
    @Test(arguments: [SIGINT, SIGTERM])
    func `A signal cancels the statement and rolls the transaction back`(signal: Int32) async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String, signal = signal as Int32] in
            Interruption.install()
            var connection = try Connection(conninfo)
            try connection.execute("CREATE TEMPORARY TABLE t (n int)")
            let begin = Date()
            sendLater(signal)
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
        for kind in 0...2 {
            await #expect(processExitsWith: .success) { [conninfo = conninfo as String, kind = kind as Int] in
                Interruption.install()
                var connection = try Connection(conninfo)
                try connection.execute("CREATE TEMPORARY TABLE t (n int)")
                sendLater(SIGINT)
                #expect(throws: Interrupted.self) {
                    switch kind {
                    case 0: try connection.forEachRow("SELECT generate_series(1, 1000000000)") { _ in }
                    case 1: try connection.copyOut("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT") { _ in }
                    default:
                        try connection.copyIn("COPY t FROM STDIN") { writer in
                            while true { try writer.writeRow(["1"]) }
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
                    sendAndLinger(SIGINT)
                    committed = true
                }
            }
            #expect(committed, "the body ran to its end, and was not committed")
        }
    }

    @Test func `Without a connection a signal has its default action`() async {
        await #expect(processExitsWith: .signal(SIGTERM)) {
            Interruption.install()
            sendAndLinger(SIGTERM)
        }
    }

    @Test func `A second signal has its default action`() async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .signal(SIGINT)) { [conninfo = conninfo as String] in
            Interruption.install()
            let connection = try Connection(conninfo)
            sendAndLinger(SIGTERM)
            expect(connection.isLost, is: false)
            sendAndLinger(SIGINT)
        }
    }

    @Test func `A signal that was ignored stays so`() async throws {
        let conninfo = TestServer.server.conninfo(database: "postgres")
        await #expect(processExitsWith: .success) { [conninfo = conninfo as String] in
            signal(SIGINT, SIG_IGN)
            Interruption.install()
            var connection = try Connection(conninfo)
            sendAndLinger(SIGINT)
            try connection.execute("SELECT 1")
        }
    }
}

/// Sends this process a signal a little later.
func sendLater(_ signal: Int32) {
    Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 0.3)
        kill(getpid(), signal)
    }
}

/// Sends this process a signal, and gives the kernel time to deliver it: any thread may be the one to receive it.
func sendAndLinger(_ signal: Int32) {
    kill(getpid(), signal)
    Thread.sleep(forTimeInterval: 0.3)
}
