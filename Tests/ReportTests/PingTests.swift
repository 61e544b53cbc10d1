import Foundation
import Registry
import Testing
import TestSupport

@testable import Report

/// Pings to a real server.
@Suite(.limited) struct PingTests {
    @Test(arguments: [true, false])
    func `A job's start and end are reported, and the address is hidden from other users`(_ isSuccess: Bool) throws {
        let (requests, troubles) = try ping("200", query: "?create=1") { $0.finish(isSuccess: isSuccess) }
        #expect(requests == ["/key/start?create=1 hidden", isSuccess ? "/key?create=1 hidden" : "/key/fail?create=1 hidden"])
        #expect(troubles == [])
    }

    @Test func `A service that refuses is reported, and nothing fails`() throws {
        let (requests, troubles) = try ping("404") { $0.finish(isSuccess: true) }
        #expect(requests == ["/key/start hidden", "/key hidden"])
        #expect(troubles.count == 2)
        #expect(troubles.allSatisfy { $0.contains("404") && !$0.contains("key") })
    }

    @Test func `A service that does not answer is not waited for`() throws {
        let (requests, troubles) = try ping("silent") {
            $0.patienceMilliseconds = 1500
            $0.finish(isSuccess: true)
        }
        #expect(requests.first == "/key/start hidden")
        #expect(troubles.count == 2)
    }

    @Test func `An unreachable service does not matter`() throws {
        let troubles = Mailbox<String>()
        var ping = try Ping(url: "http://127.0.0.1:1/key") { troubles.append($0.en) }
        ping.start()
        ping.finish(isSuccess: true)
        #expect(troubles.contents.count == 2)
    }

    @Test(arguments: [
        "", "x", "file:///etc/passwd", "http://", "https:///x", "http://a/\"\nupload-file=x", "http://a/ b", "http://a/#b",
        "http://a\\b",
    ])
    func `Only web addresses are pinged, and a refusal does not repeat them`(_ url: String) {
        let refusal = #expect(throws: Refusal.self) { _ = try Ping(url: url) { _ in } }
        #expect(refusal?.code == .usage)
    }

    private func ping(_ status: String, query: String = "", _ end: (inout Ping) -> Void) throws -> (
        requests: [String], troubles: [String]
    ) {
        try Python.withServer("ping_server.py", status) { port, folder in
            let troubles = Mailbox<String>()
            var ping = try Ping(url: "http://127.0.0.1:\(port)/key\(query)") { troubles.append($0.en) }
            ping.start()
            end(&ping)
            let log = try String(contentsOfFile: folder + "/requests", encoding: .utf8)
            return (log.split(separator: "\n").map(String.init), troubles.contents)
        }
    }
}
