import Foundation
import Postgres
import Registry
import Synchronization
import TestSupport
import Testing

/// The numbers of a report equal a recount straight from the tables, at any moment, while 16 connections write.
@Suite(.limited, .keepsFailedDatabases) struct ReportLoadTests {
    /// Used slots, nominations by state, dossiers by state and what is missing, counted from the tables alone.
    private static let recount: SQL = """
        SELECT concat_ws(' ', 'used', q.holder, q.award, q.subject, q.stage, q.allowed,
                   CASE q.stage WHEN 'proposal' THEN (SELECT count(*) FROM nomination n WHERE (n.holder, n.campaign, n.award, n.subject) = (q.holder, q.campaign, q.award, q.subject) AND n.stands)
                   ELSE (SELECT count(*) FROM endorsement e WHERE (e.holder, e.campaign, e.award, e.subject) = (q.holder, q.campaign, q.award, q.subject) AND e.slot > 0) END) AS line
        FROM quota q WHERE q.campaign = 'TEST'
        UNION ALL
        SELECT concat_ws(' ', 'state', n.unit, n.award, n.subject, n.state, count(*)) FROM nomination n WHERE n.campaign = 'TEST' GROUP BY n.unit, n.award, n.subject, n.state
        UNION ALL
        SELECT concat_ws(' ', 'dossier', d.unit, CASE WHEN d.is_open THEN CASE WHEN d.returned_at IS NULL THEN 'open' ELSE 'returned' END ELSE 'submitted' END)
        FROM dossier d WHERE d.campaign = 'TEST'
        UNION ALL
        SELECT concat_ws(' ', 'missing', f.unit, f.nomination, count(*)) FROM dossier_fault f WHERE f.campaign = 'TEST' GROUP BY f.unit, f.nomination
        """

    /// The same numbers from a report.
    private static func report(_ moment: String?) -> SQL {
        """
        WITH c AS MATERIALIZED (SELECT report_content('TEST', \(moment)::text::timestamptz, NULL) AS c)
        SELECT concat_ws(' ', 'used', q ->> 'unit', q ->> 'award', q ->> 'subject', q ->> 'stage', q ->> 'allowed', q ->> 'used') AS line
        FROM c, jsonb_array_elements(c -> 'quotas') q
        UNION ALL
        SELECT concat_ws(' ', 'state', n ->> 'unit', n ->> 'award', n ->> 'subject', n ->> 'state', n ->> 'count') FROM c, jsonb_array_elements(c -> 'nominations') n
        UNION ALL
        SELECT concat_ws(' ', 'dossier', u ->> 'code', u ->> 'state') FROM c, jsonb_array_elements(c -> 'units') u WHERE u ->> 'state' <> 'none'
        UNION ALL
        SELECT concat_ws(' ', 'missing', u ->> 'code', m ->> 'nomination', jsonb_array_length(m -> 'items'))
        FROM c, jsonb_array_elements(c -> 'units') u, jsonb_array_elements(u -> 'missing') m
        """
    }

    @Test func `While 16 connections write, a report equals a recount of the same moment, then and at any later time`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let staffing = ["01", "04"].map {
                ProvinceFixture(code: $0, name: $0 == "01" ? "Hà Nội" : "Cao Bằng", areaOffices: 9).csv
            }
            try StaffingImport.run(csv: ProvinceFixture.header + staffing.joined(), on: &connection)
            let isOver = Atomic(false)
            let turnstile = Turnstile()
            let (written, photographs) = (Mailbox<Int>(), Mailbox<(moment: String, lines: [String])>())
            try onThreads(17) { number in
                if number == 16 {
                    defer { isOver.store(true, ordering: .relaxed) }
                    try watch(conninfo, turnstile, photographs)
                } else {
                    written.append(try Self.write(number, conninfo, turnstile, until: isOver))
                }
            }
            // Each of them made progress; otherwise nothing is proved.
            #expect(written.contents.count == 16 && written.contents.allSatisfy { $0 > 0 })
            for photograph in photographs.contents {
                let lines = try connection.query(Self.report(photograph.moment)) { try $0["line"] as String }
                #expect(lines.sorted() == photograph.lines, "\(photograph.moment)")
            }
            #expect(photographs.contents.count == 3)
        }
    }

    /// Compares report and recount in one snapshot, and takes photographs of moments at which no change was in progress.
    private func watch(_ conninfo: String, _ turnstile: Turnstile, _ photographs: Mailbox<(moment: String, lines: [String])>)
        throws
    {
        var connection = try Connection(conninfo)
        for round in 1...9 {
            try connection.transaction(.registryRead) { transaction in
                let counted = try transaction.query(Self.recount) { try $0["line"] as String }
                let reported = try transaction.query(Self.report(nil)) { try $0["line"] as String }
                #expect(reported.sorted() == counted.sorted())
            }
            guard round.isMultiple(of: 3) else { continue }
            // No change is in progress: PastTests covers those that begin before a moment and end after it.
            try turnstile.close {
                try connection.transaction { transaction in
                    let moment = try transaction.first("SELECT clock_timestamp()::text AS moment") { try $0["moment"] as String }
                    let lines = try transaction.query(Self.recount) { try $0["line"] as String }
                    photographs.append((try #require(moment), lines.sorted()))
                }
            }
        }
    }

    /// Enters, completes, submits, endorses and withdraws, for one province, until it is stopped.
    private static func write(_ number: Int, _ conninfo: String, _ turnstile: Turnstile, until isOver: borrowing Atomic<Bool>)
        throws -> Int
    {
        let units = ["01", "04", "08", "11", "12", "14", "15", "19"]
        let unit = units[number % units.count]
        var connection = try Connection(conninfo)
        var done = 0
        while !isOver.load(ordering: .relaxed) {
            for step in 0..<6 where !isOver.load(ordering: .relaxed) {
                if turnstile.pass({ refusal { try act(step, number, done, unit, &connection) } }) == nil { done += 1 }
            }
        }
        return done
    }

    private static func act(_ step: Int, _ number: Int, _ done: Int, _ unit: String, _ connection: inout Connection) throws {
        switch step {
        case 0:
            _ = try Nomination.add(.person("\(number)-\(done)", of: unit, award: "minister_certificate"), on: &connection)
        case 1: try DossierFixture(unit: unit).submit(on: &connection)
        case 2: try endorseOne(of: unit, &connection)
        case 3: try connection.execute("DELETE FROM endorsement WHERE unit = \(unit)")
        case 4: _ = try CompleteDossier(unit: unit).sendBack(on: &connection)
        default:
            let open = try connection.first("SELECT id FROM nomination WHERE unit = \(unit) AND is_open LIMIT 1") {
                try $0["id"] as Int
            }
            if let open { _ = try Nomination.withdraw(open, on: &connection) }
        }
    }

    private static func endorseOne(of unit: String, _ connection: inout Connection) throws {
        try connection.execute(
            "INSERT INTO endorsement (unit, nomination) SELECT unit, id FROM nomination WHERE unit = \(unit) AND state = 'submitted' LIMIT 1"
        )
    }
}

/// Lets many threads through at once, until one needs exclusive access.
private final class Turnstile: @unchecked Sendable {
    private let condition = NSCondition()
    private var isClosed = false
    private var inside = 0

    func pass<T>(_ body: () throws -> T) rethrows -> T {
        condition.withLock {
            while isClosed { condition.wait() }
            inside += 1
        }
        defer {
            condition.withLock {
                inside -= 1
                condition.broadcast()
            }
        }
        return try body()
    }

    /// Waits until all threads inside have left, and keeps others out until `body` returns.
    func close(_ body: () throws -> Void) rethrows {
        condition.withLock {
            isClosed = true
            while inside > 0 { condition.wait() }
        }
        defer {
            condition.withLock {
                isClosed = false
                condition.broadcast()
            }
        }
        try body()
    }
}
