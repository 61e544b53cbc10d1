import Foundation
import Postgres
import Registry
import Testing
import TestSupport

@testable import Report

/// The night's letters: each arrives once, and is recorded.
@Suite(.limited, .keepsFailedDatabases) struct ReportLettersTests {
    private static let both = ["cq1@example.vn", "cq2@example.vn"]

    @Test(arguments: Language.allCases)
    func `Each area specialist is sent their own part, once`(_ language: Language) throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer { room in
                #expect(try night.send(to: room, in: language) == ["CQ1": .sent, "CQ2": .sent])
                #expect(try night.send(to: room, in: language) == ["CQ1": .alreadySent, "CQ2": .alreadySent])
                #expect(try room.receivers == Self.both)
                expect(try night.records(&connection), is: ["CQ1": true, "CQ2": true])

                let part = night.report.bySpecialist[0]
                let read = try #require(try Python.read("read_letter.py", room.letters[0]) as? [String: Any])
                let text = try #require(read["text"] as? String)
                expect(read["page"] as? String, is: try part.html(in: language))
                #expect(text.contains(part.verdict.sentence[language]))
                #expect(text.contains(part.units[0].name) && text.contains(part.units[1].name))
                #expect(!text.contains(night.report.bySpecialist[1].units[0].name))
            }
        }
    }

    @Test func `What each province lacks is in the letter`() throws {
        let report = try QuotaReport.demo()
        let unit = try #require(report.incomplete.first)
        let text = report.letterText(to: "Hạnh", in: .vi)
        let sentences = Dictionary(report.items.map { ($0.key, $0.sentence.vi) }) { first, _ in first }
        for key in unit.missing.flatMap(\.items) { #expect(text.contains(sentences[key] ?? "?")) }
    }

    @Test func `A receiver whom the server refuses does not affect other letters, and may be tried again`() throws {
        try NightlyReport.with(secondAddress: "nobody@example.vn") { night, connection in
            try Mailroom.withServer { room in
                let outcomes = try night.send(to: room)
                #expect(outcomes["CQ1"] == .sent)
                guard case .failed(let reason) = outcomes["CQ2"] else { return #expect(outcomes["CQ2"] == nil) }
                #expect(reason.en.contains("550"))
                expect(try night.records(&connection), is: ["CQ1": true])

                try connection.execute("SELECT area_specialist_set('CQ2', 'Trần Văn Bình', 'cq2@example.vn', '{08}')")
                #expect(try night.send(to: room) == ["CQ1": .alreadySent, "CQ2": .sent])
                #expect(try room.receivers == Self.both)
            }
        }
    }

    @Test(arguments: [(2, "sent"), (3, "failed")])
    func `A busy server is tried three times`(_ times: Int, _ expected: String) throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer("end=\(times)") { room in
                let outcomes = try night.send(to: room)
                #expect("\(outcomes["CQ1"] ?? .alreadySent)".hasPrefix(expected))
                #expect(outcomes["CQ2"] == .sent)
                expect(try night.records(&connection), is: expected == "sent" ? ["CQ1": true, "CQ2": true] : ["CQ2": true])
            }
        }
    }

    @Test func `A letter that may have been accepted is not sent again`() throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer("drop") { room in
                for _ in 1...2 {
                    for outcome in try night.send(to: room).values {
                        guard case .unknown = outcome else { return #expect(outcome == .alreadySent, "unknown") }
                    }
                }
                #expect(try room.receivers == Self.both)
                expect(try night.records(&connection), is: ["CQ1": false, "CQ2": false])
            }
        }
    }

    @Test func `Two concurrent senders send each letter once`() throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer { room in
                let outcomes = Mailbox<ReportLetters.Outcome>()
                try onThreads(2) { _ in try night.send(to: room).values.forEach(outcomes.append) }
                #expect(outcomes.contents.filter { $0 == .sent }.count == 2)
                #expect(outcomes.contents.count == 4)
                #expect(try room.receivers.sorted() == Self.both)
                expect(try night.records(&connection), is: ["CQ1": true, "CQ2": true])
            }
        }
    }

    @Test func `A letter that was recorded but not released is not sent automatically`() throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer { room in
                let record = LetterRecord(
                    campaign: "TEST", date: try #require(night.report.edition).date, revision: 1, specialist: "CQ1",
                    email: "cq1@example.vn")
                do {
                    _ = try room.route.deliver(.sample()) {
                        try record.begin(on: &connection)
                        throw CancellationError()
                    }
                } catch is CancellationError {}
                let outcomes = try night.send(to: room)
                guard case .unknown = outcomes["CQ1"] else { return #expect(outcomes["CQ1"] == nil) }
                #expect(try room.receivers == ["cq2@example.vn"])
            }
        }
    }

    @Test func `Only a nightly report is sent, and only a complete one`() throws {
        try NightlyReport.with { night, connection in
            try Mailroom.withServer { room in
                var report = night.report
                report.edition = nil
                let notKept = NightlyReport(report: report, conninfo: night.conninfo)
                #expect(throws: Refusal.self) { try notKept.send(to: room) }
                let part = NightlyReport(report: night.report.bySpecialist[0], conninfo: night.conninfo)
                #expect(throws: Refusal.self) { try part.send(to: room) }
            }
        }
    }
}
