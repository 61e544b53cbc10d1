import Foundation
import Postgres
import Registry
import Testing
import TestSupport

@testable import Report

/// The sender, a separate process, is killed with SIGKILL while it sends letters. Whatever is sent later, nothing arrives twice.
@Suite(.limited, .keepsFailedDatabases) struct KilledSenderTests {
    @Test func `If the sender is killed before the server requests the letter, it is sent the next time`() throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer("wait") { room in
                let sender = try SenderProcess(night, room)
                try waitForFile(room.folder + "/waiting")
                try sender.kill()
            }
            expect(try night.records(&connection), is: [:])
            try Mailroom.withServer { room in
                expect(try night.send(to: room), is: ["CQ1": .sent, "CQ2": .sent])
            }
        }
    }

    @Test(arguments: ["smtp", "sendmail"])
    func `If the sender is killed before it releases the end of a letter, only the next run sends it`(_ way: String) throws {
        try NightlyReport.with { night, connection in
            func killed(_ room: Mailroom) throws {
                var onlooker = try Connection(TestServer.server.conninfo(database: connection.place.database))
                try connection.transaction { transaction in
                    // The record of the letter waits for this.
                    try transaction.execute("LOCK TABLE report_letter IN SHARE MODE")
                    let sender = try SenderProcess(night, room)
                    try waitForLock(&onlooker)
                    try sender.kill()
                }
                expect(try night.records(&connection), is: [:])
                #expect(try night.send(to: room) == ["CQ1": .sent, "CQ2": .sent])
                #expect(try room.receivers.sorted() == ["cq1@example.vn", "cq2@example.vn"])
                expect(try night.records(&connection), is: ["CQ1": true, "CQ2": true])
            }
            try way == "smtp" ? Mailroom.withServer("", killed) : Mailroom.withSendmail("", killed)
        }
    }

    @Test func `If the sender is killed after it released a letter, that letter is not sent again`() throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withSendmail("slow") { room in
                let sender = try SenderProcess(night, room)
                try waitForFile(room.folder + "/reading")
                try sender.kill()
                try FileManager.default.removeItem(atPath: room.folder + "/slow")
                try waitForFile(room.folder + "/arguments")

                let outcomes = try night.send(to: room)
                guard case .unknown = outcomes["CQ1"] else { return #expect(outcomes["CQ1"] == nil) }
                #expect(outcomes["CQ2"] == .sent)
                #expect(try room.receivers.sorted() == ["cq1@example.vn", "cq2@example.vn"])
                expect(try night.records(&connection), is: ["CQ1": false, "CQ2": true])
            }
        }
    }

    private func waitForLock(_ connection: inout Connection) throws {
        // pg_locks covers all databases of the server, and this table has the same OID in each.
        try waitUntil("the sender waits for the lock") {
            try connection.execute(
                """
                SELECT FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                WHERE NOT l.granted AND l.relation = 'report_letter'::regclass AND d.datname = current_database()
                """) > 0
        }
    }
}

/// A second process of this program, which runs only ``LoneSender``.
private struct SenderProcess {
    private let program: Program

    init(_ night: NightlyReport, _ room: Mailroom) throws {
        guard let edition = night.report.edition else { throw CocoaError(.userCancelled) }
        program = try Program(
            ["/proc/\(getpid())/exe", "--testing-library", "swift-testing", "--filter", "LoneSender"],
            environment: ProcessInfo.processInfo.environment.merging(
                ["TEST_SENDER": [night.conninfo, LoneSender.text(room.route), edition.date].joined(separator: "|")]) { $1 })
    }

    func kill() throws {
        program.signal(SIGKILL)
        try program.wait()
    }
}

/// Not a test, but a program that ``KilledSenderTests`` kills.
@Suite(.limited) struct LoneSender {
    private static let task = ProcessInfo.processInfo.environment["TEST_SENDER"]?.split(separator: "|").map(String.init)

    @Test(.enabled(if: task != nil, "run only by KilledSenderTests")) func `Sends the letters of a report`() throws {
        let task = try #require(Self.task)
        var connection = try Connection(task[0])
        let report = try connection.transaction(.registryRead) { transaction in
            try ReportRun.due(campaign: "TEST", date: task[2], catchingUp: false, &transaction)
                .first { $0.campaign == "TEST" }?.kept(&transaction)
        }
        var letters = ReportLetters(by: try MailRoute(task[1]), from: try MailAddress("thidua@example.vn"), in: .vi)
        letters.limitSeconds = 5
        _ = try letters.send(try #require(report), on: &connection)
    }

    static func text(_ route: MailRoute) -> String {
        switch route {
        case .sendmail(let path): "sendmail:" + path
        case .smtp(let server, _): server.url
        }
    }
}
