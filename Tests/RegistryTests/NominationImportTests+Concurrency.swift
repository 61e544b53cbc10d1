import Foundation
import Postgres
import Registry
import Spreadsheet
import TestSupport
import Testing

/// Two imports at once.
extension NominationImportTests {
    @Test func `Two imports at once, with their rows in opposite order, wait for each other`() throws {
        try withProvince { connection, conninfo in
            let rows = ["A", "B"].map { letter in
                ["01", "04"].flatMap { unit in
                    [
                        "\(unit),minister_certificate,,Nguyễn Văn An,\(letter)\(unit),Chấp hành viên,\(unit)",
                        "\(unit),minister_certificate,\(unit)-KV0\(letter == "A" ? 1 : 2),,,,",
                    ]
                }
            }
            let files = [rows[0], rows[1].reversed()].map { $0.joined(separator: "\n") + "\n" }
            let together = Barrier(2)
            let wrong = Mailbox<String>()
            try onThreads(2) { number in
                var own = try Connection(conninfo)
                together.meet()
                for _ in 0..<3 {
                    let result = try importing(files[number], on: &own)
                    for error in result.errors.list { wrong.append("\(error.message.en)") }
                    for nomination in result.nominations { _ = try Nomination.withdraw(nomination.id, on: &own) }
                }
            }
            #expect(wrong.contents == [])
        }
    }

    @Test func `Of two transactions that wait for each other's quotas one is retried, and both are entered`() throws {
        try withProvince { _, conninfo in
            let (began, entered) = (Barrier(2), Mailbox<String>())
            try onThreads(2) { number in
                var own = try Connection(conninfo)
                guard number == 0 else {
                    began.meet()
                    // Takes the quota of 01 first, then waits for that of 04.
                    let rows = ["01", "04"].map { "\($0),minister_certificate,\($0)-KV01,,,,\n" }
                    let result = try importing(rows.joined(), on: &own)
                    return result.nominations.forEach { entered.append($0.nominee) }
                }
                try own.transaction(.registryWrite) { transaction in
                    let minister = "minister_certificate"
                    _ = try Nomination.add(.collective("04-KV02", of: "04", award: minister), &transaction)
                    began.meet()
                    try waitUntil("the import waits") {
                        try transaction.execute("SELECT FROM pg_locks WHERE NOT granted") > 0
                    }
                    _ = try Nomination.add(.collective("01-KV02", award: minister), &transaction)
                }
                entered.append("02")
            }
            #expect(entered.contents.count == 3)
        }
    }

    /// One keeps the second number, and asks for the first one again and again; the import would be cancelled each time that they wait for each other.
    @Test func `An import holds nothing that others want while it waits for what somebody holds`() throws {
        try withProvince { _, conninfo in
            let steps = Mailbox<String>(), longest = Mailbox<Double>()
            try onThreads(2) { part in
                var own = try Connection(conninfo)
                guard part == 0 else {
                    try waitUntil("it is held") { !steps.contents.isEmpty }
                    let rows = [1, 2].map { "01,minister_certificate,,Nguyễn Văn An,E\($0),Chấp hành viên,01\n" }
                    let result = try importing(rows.joined(), on: &own)
                    #expect(result.errors.isEmpty && result.nominations.count == 2)
                    return steps.append("imported")
                }
                struct Undone: Error {}
                try? own.transaction { transaction in
                    _ = try Nomination.add(.person("E2", of: "04", name: "Nguyễn Văn An"), &transaction)
                    steps.append("held")
                    for _ in 1...12 {
                        let began = ContinuousClock.now
                        try? transaction.savepoint {
                            _ = try Nomination.add(.person("E1", of: "04", name: "Nguyễn Văn An"), &$0)
                            throw Undone()
                        }
                        longest.append((ContinuousClock.now - began) / .seconds(1))
                        // Not for an event: the import gets its turn.
                        Thread.sleep(forTimeInterval: 0.25)
                    }
                    #expect(!steps.contents.contains("imported"))
                    throw Undone()
                }
                try waitUntil("the import goes on") { steps.contents.contains("imported") }
            }
            // The server would have cancelled one of them after a second.
            #expect((longest.contents.max() ?? 9) < 1)
        }
    }
}
