import Foundation
import Postgres
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct ConnectionTests {
    @Test func `A connection describes its server`() throws {
        try TestServer.withConnection { connection in
            expect(connection.serverVersion >= 150_000, is: true)
            expect(connection.isUsingTLS, is: false)
            expect(connection.parameterStatus("client_encoding"), is: "UTF8")
            expect(connection.parameterStatus("no_such_setting"), is: nil)
            let pid: Int32? = try connection.first("SELECT pg_backend_pid()") { try $0[0] }
            expect(connection.serverProcessID, is: pid)
        }
    }

    @Test func `The application's name is sent, unless the string has another`() throws {
        try TestServer.withDatabase { conninfo in
            for (string, name) in [(conninfo, "mine"), (conninfo + " application_name=theirs", "theirs")] {
                var connection = try Connection(string, .init(applicationName: "mine"))
                let shown: String? = try connection.first("SHOW application_name") { try $0[0] }
                #expect(shown == name)
            }
        }
    }

    @Test func `Notices reach the caller`() throws {
        try TestServer.withDatabase { conninfo in
            let notices = Mailbox<Notice>()
            var connection = try Connection(conninfo, .init(onNotice: { notices.append($0) }))
            try connection.execute(script: "DO $$ BEGIN RAISE WARNING 'careful' USING HINT = 'slowly'; END $$")
            try connection.execute("DROP TABLE IF EXISTS nothing")
            #expect(notices.contents.map(\.severity) == ["WARNING", "NOTICE"])
            #expect(notices.contents.first?.message == "careful")
            #expect(notices.contents.first?.hint == "slowly")
        }
    }

    @Test func `A nonexistent server is unreachable, and the error says where it was expected`() {
        let error = #expect(throws: ConnectionError.self) { _ = try Connection("host=/nonexistent dbname=x") }
        guard case .unreachable(let message, .noSocket)? = error else { return #expect(Bool(false)) }
        #expect(message.contains("/nonexistent"))
    }

    @Test func `A nonexistent database is unreachable`() {
        let error = #expect(throws: ConnectionError.self) {
            _ = try Connection(TestServer.server.conninfo(database: "no such database"))
        }
        #expect(error?.description.contains(#"database "no such database" does not exist"#) == true)
        guard case .unreachable(_, .server(.unknownDatabase))? = error else {
            return #expect(Bool(false), "\(String(describing: error))")
        }
    }

    @Test(arguments: [
        "password='s3cret host=x", "host x s3cret", "postgresql://u:s3cret@[::1/db", "s3cret=1",
        "postgresql://u:s3cret@h:p:q/x?y",
    ])
    func `A malformed string is refused without being repeated`(conninfo: String) {
        let error = #expect(throws: ConnectionError.self) { _ = try Connection(conninfo) }
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test func `A password is not repeated in an error`() {
        let error = #expect(throws: ConnectionError.self) {
            _ = try Connection("host=127.0.0.1 port=1 password=s3cret user=u dbname=d")
        }
        #expect(error?.description.contains("s3cret") == false)
    }

    @Test func `A connection that the server ended is lost, with the server's SQLSTATE, and stays lost`() throws {
        try TestServer.withConnection { connection in
            try terminate(connection.serverProcessID)
            let error = #expect(throws: ConnectionError.self) { try connection.execute("SELECT 1") }
            guard case .lost(_, .adminShutdown?)? = error else { return #expect(Bool(false), "\(error!)") }
            for _ in 1...3 {
                let again = #expect(throws: ConnectionError.self) { try connection.execute("SELECT 1") }
                guard case .lost? = again else { return #expect(Bool(false), "\(again!)") }
            }
            #expect(throws: ConnectionError.self) { try connection.transaction { _ in } }
            #expect(throws: ConnectionError.self) { try connection.copyIn("COPY t FROM STDIN") { _ in } }
            #expect(throws: ConnectionError.self) { try connection.forEachRow("SELECT 1") { _ in } }
        }
    }

    @Test(arguments: [0, 1, 2])
    func `A connection that ends in the middle of a statement is lost`(kind: Int) throws {
        try TestServer.withConnection { connection in
            let pid = connection.serverProcessID
            let error = #expect(throws: ConnectionError.self) {
                switch kind {
                case 0: try connection.execute("SELECT pg_terminate_backend(pg_backend_pid()), pg_sleep(10)")
                case 1:
                    try connection.forEachRow("SELECT generate_series(1, 1000000000)") { row in
                        if try row[0] == 1000 { try terminate(pid) }
                    }
                default:
                    try connection.execute("CREATE TABLE t (n int)")
                    try connection.copyIn("COPY t FROM STDIN") { writer in
                        for n in 1...200_000 {
                            try writer.writeRow([String(n)])
                            if n == 100_000 { try terminate(pid) }
                        }
                    }
                }
            }
            guard case .lost? = error else { return #expect(Bool(false), "\(error!)") }
            expect(connection.isLost, is: true)
        }
    }

    @Test func `Of several hosts, the first that answers is used`() throws {
        let server = TestServer.server
        let hosts = "/nonexistent,\(server.socketDirectory)"
        var connection = try Connection(
            "host=\(hosts) port=5432,5432 dbname=postgres user=thidua target_session_attrs=read-write")
        expect(try connection.query("SELECT 1") { try $0[0] as Int }, is: [1])
        let encoded = server.socketDirectory.replacing("/", with: "%2F")
        var other = try Connection(
            "postgresql://thidua@%2Fnonexistent,\(encoded)/postgres?target_session_attrs=read-write")
        expect(try other.query("SELECT 1") { try $0[0] as Int }, is: [1])
    }

    @Test func `Connections can be used on several threads`() throws {
        try TestServer.withDatabase { conninfo in
            try onThreads(8) { number in
                var connection = try Connection(conninfo)
                expect(try connection.query("SELECT \(number)") { try $0[0] as Int }, is: [number])
            }
        }
    }

    @Test func `More parameters than PostgreSQL accepts are refused, and the connection remains usable`() throws {
        try TestServer.withConnection { connection in
            let tooMany = (0..<17).reduce("\(1)" as SQL) { numbers, _ in "\(numbers), \(numbers)" }
            #expect(throws: Misuse.self) { try connection.execute("SELECT 1 WHERE 1 IN (\(tooMany))") }
            expect(try connection.query("SELECT 1") { try $0[0] as Int }, is: [1])
        }
    }

    @Test func `Large parameters and large values are transferred`() throws {
        try TestServer.withConnection { connection in
            let text = String(repeating: "đ", count: 10_000_000)
            let back: String? = try connection.first("SELECT \(text)::text AS t") { try $0["t"] }
            #expect(back?.utf8.count == 20_000_000)
        }
    }
}
