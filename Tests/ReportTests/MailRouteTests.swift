import Foundation
import Registry
import Testing
import TestSupport

@testable import Report

/// The routes by which letters are sent, with real programs and a real server at their end.
@Suite(.limited) struct MailRouteTests {
    @Test(arguments: [1, 60_000, 1_500_000])
    func `A mail server receives a letter of any size unchanged`(_ size: Int) throws {
        try Mailroom.withServer { room in
            let letter = try Letter.sample(html: String(repeating: "x", count: size))
            let outcome = try room.route.deliver(letter) { expect(try room.letters.count, is: 0) }
            #expect(outcome == .taken)
            #expect(try room.letters == [letter.bytes])
        }
    }

    @Test(arguments: [1, 1_500_000])
    func `sendmail receives a letter with the line ends of this machine`(_ size: Int) throws {
        try Mailroom.withSendmail { room in
            let letter = try Letter.sample(html: String(repeating: "x", count: size))
            let outcome = try room.route.deliver(letter) { expect(try room.letters.count, is: 0) }
            #expect(outcome == .taken)
            #expect(try room.letters == [letter.bytes.filter { $0 != 13 }])
            let arguments = try String(contentsOfFile: room.folder + "/arguments", encoding: .utf8)
            #expect(arguments == "-oi -f thidua@example.vn -- chuyenquan@example.vn\n")
        }
    }

    @Test(arguments: ["greeting", "mail", "rcpt", "data"])
    func `A letter that a server refuses before its content is never released`(_ step: String) throws {
        try Mailroom.withServer(step) { room in
            let outcome = try room.route.deliver(Letter.sample()) { Issue.record("released") }
            guard case .notTaken(let reason) = outcome else { return #expect(outcome == .notTaken("…")) }
            #expect(reason.hasPrefix("curl: ("))
        }
    }

    @Test func `A letter that a server refuses after its content was not accepted`() throws {
        try Mailroom.withServer("end=1") { room in
            expect(try room.route.deliver(Letter.sample()) {}, is: .notTaken("curl: (8) Weird server reply"))
            expect(try room.route.deliver(Letter.sample()) {}, is: .taken)
        }
    }

    @Test(arguments: ["drop", "silent"])
    func `A letter whose server does not answer may have been accepted`(_ mode: String) throws {
        try Mailroom.withServer(mode) { room in
            let outcome = try room.route.deliver(Letter.sample(), limitSeconds: 3) {}
            guard case .unknown = outcome else { return #expect(outcome == .unknown("…")) }
            #expect(try room.letters.count == 1)
        }
    }

    @Test func `A server that keeps the sender waiting before the content does not have the letter`() throws {
        try Mailroom.withServer("wait") { room in
            let outcome = try room.route.deliver(Letter.sample(), limitSeconds: 1) { Issue.record("released") }
            #expect(outcome == .notTaken("curl: no answer"))
        }
    }

    @Test func `sendmail distinguishes letters that it refuses from those that it may have queued`() throws {
        try Mailroom.withSendmail("refuse") { room in
            expect(try room.route.deliver(Letter.sample()) {}, is: .notTaken("sendmail: no such user"))
        }
        try Mailroom.withSendmail("queued") { room in
            expect(try room.route.deliver(Letter.sample()) {}, is: .unknown("\(room.folder)/sendmail: 75"))
        }
    }

    @Test(arguments: ["smtp", "sendmail"])
    func `Giving up before the release sends nothing`(_ way: String) throws {
        func giveUp(_ room: Mailroom) throws {
            #expect(throws: CancellationError.self) {
                try room.route.deliver(Letter.sample()) { throw CancellationError() }
            }
            // The next one would arrive after it.
            expect(try room.route.deliver(Letter.sample(to: "next@example.vn")) {}, is: .taken)
            #expect(try room.receivers == ["next@example.vn"])
        }
        try way == "smtp" ? Mailroom.withServer("", giveUp) : Mailroom.withSendmail("", giveUp)
    }

    @Test func `Nothing is sent to another machine without encryption`() throws {
        try Mailroom.withServer { room in
            guard case .smtp(let server, _) = room.route else { return #expect(Bool(false), "\(room.route)") }
            // The same server by a name that is not known to be this machine.
            let route = try MailRoute(server.url.replacing("127.0.0.1", with: "0.0.0.0"))
            let outcome = try route.deliver(Letter.sample()) { Issue.record("released") }
            guard case .notTaken(let reason) = outcome else { return #expect(outcome == .notTaken("…")) }
            #expect(reason.hasPrefix("curl: (64)"))
            #expect(try room.letters.isEmpty)
        }
    }

    @Test(arguments: [
        ("localhost", true), ("127.1.2.3", true), ("[::1]", true), ("127.evil.example", false), ("10.0.0.1", false),
        ("[::2]", false),
    ])
    func `This machine is recognised by its loopback addresses`(_ host: String, _ isThisMachine: Bool) throws {
        #expect(try SMTPServer("smtp://\(host):25").isThisMachine == isThisMachine)
    }

    @Test func `A program that is missing is named`() throws {
        let refusal = #expect(throws: Refusal.self) {
            try MailRoute("sendmail:/no/such/sendmail").deliver(Letter.sample()) { Issue.record("released") }
        }
        #expect(refusal?.message.en == "The program /no/such/sendmail cannot be run.")
        #expect(refusal?.cause == "No such file or directory")
    }

    @Test func `Routes are parsed`() throws {
        #expect(try MailRoute("sendmail") == .sendmail(path: "/usr/sbin/sendmail"))
        #expect(try MailRoute("sendmail:/opt/send mail") == .sendmail(path: "/opt/send mail"))
        #expect(
            try MailRoute("smtps://thu.example.vn/", netrc: "/etc/thidua/netrc")
                == .smtp(SMTPServer("smtps://thu.example.vn"), netrc: "/etc/thidua/netrc"))
    }

    @Test(arguments: [
        "", "mail", "sendmail:", "sendmail:relative", "smtp:", "smtp://", "smtp://a b", "smtp://a/b", "smtp://a?b", "smtp://a#b",
        "smtp://a:0",
        "smtp://a:65536", "smtp://a:", "smtp://a:2:3", "smtp://[::1", "smtp://[x]", "smtp://[::1]25", "http://a", "smtp://%61",
        "smtp://a\n",
    ])
    func `Anything else is refused`(_ text: String) {
        let refusal = #expect(throws: Refusal.self) { try MailRoute(text) }
        #expect(refusal?.code == .usage)
    }

    @Test func `A password in a server's address is refused, and not repeated`() {
        let refusal = #expect(throws: Refusal.self) { try MailRoute("smtp://me:secret@thu.example.vn") }
        #expect(refusal?.code == .usage)
        #expect(refusal?.message.en.contains("secret") == false)
    }
}
