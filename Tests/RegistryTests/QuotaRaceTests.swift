import Postgres
import Registry
import Synchronization
import TestSupport
import Testing

/// 64 connections race for each kind of slot: exactly `allowed` win, and every other one is refused with the proper error.
@Suite(.limited, .keepsFailedDatabases) struct QuotaRaceTests {
    private static let rivals = 64

    /// The outcome for one rival.
    private enum Outcome: Hashable {
        case won
        case refused(Refusal.Code)
    }

    /// A quota to race for: each rival nominates a different subject.
    private struct Prize: Sendable {
        let rule: String
        let unit: String
        let award: String
        let subject: String
        let allowed: Int

        var campaign: String { "RACE-" + rule }
    }

    private static let prizes = [
        Prize(rule: "Q1", unit: "CUC", award: "minister_certificate", subject: "collective", allowed: 1),
        Prize(rule: "Q2", unit: "CUC", award: "minister_certificate", subject: "individual", allowed: 2),
        Prize(rule: "Q3", unit: "01", award: "minister_certificate", subject: "collective", allowed: 10),
        Prize(rule: "Q4", unit: "01", award: "minister_certificate", subject: "individual", allowed: 15),
        Prize(rule: "Q5", unit: "CUC", award: "director_certificate", subject: "collective", allowed: 2),
        Prize(rule: "Q6", unit: "CUC", award: "director_certificate", subject: "individual", allowed: 5),
        Prize(rule: "Q7", unit: "01", award: "director_certificate", subject: "collective", allowed: 2),
        Prize(rule: "Q8", unit: "01", award: "director_certificate", subject: "individual", allowed: 3),
    ]

    /// The options with which the tool writes, at another isolation level.
    private static func options(_ isolation: TransactionOptions.Isolation) -> TransactionOptions {
        var options = TransactionOptions.registryWrite
        options.isolation = isolation
        return options
    }

    private static let header = "province_code,province,unit,kind,civil_servants\n"

    /// 01 with an area office for each rival and 501 civil servants, and a headquarters with a bureau for each.
    private static func prepare(_ connection: inout Connection) throws {
        let offices = (1...rivals).map { "01,Hà Nội,Phòng THADS khu vực \($0),area_office,1\n" }
        let bureaus = (1...rivals).map { "CUC,Cơ quan Cục,Ban \($0),bureau,1\n" }
        let own = "01,Hà Nội,THADS,province,\(501 - rivals)\n"
        try StaffingImport.run(csv: header + own + (offices + bureaus).joined(), on: &connection)
    }

    /// Lets all rivals act at once, each on one connection for all rounds, and counts their outcomes.
    ///
    /// - Parameter judge: Checks the outcomes of each round, and prepares for the next.
    private static func race<Round: Sendable>(
        _ conninfo: String, _ rounds: [Round], act: @escaping @Sendable (Round, Int, inout Connection) throws -> Void,
        prepare: @escaping @Sendable (Round, inout Connection) throws -> Void = { _, _ in },
        judge: @escaping @Sendable (Round, [Outcome: Int], inout Connection) throws -> Void
    ) throws {
        let races = rounds.map { (round: $0, start: Barrier(rivals + 1), end: Barrier(rivals + 1), outcomes: Mailbox<Outcome>()) }
        try onThreads(rivals + 1) { number in
            var connection = try Connection(conninfo)
            for race in races {
                if number == rivals { try prepare(race.round, &connection) }
                race.start.meet()
                if number < rivals {
                    do {
                        try act(race.round, number, &connection)
                        race.outcomes.append(.won)
                    } catch {
                        race.outcomes.append(.refused(Refusal(error).code))
                    }
                }
                race.end.meet()
                if number == rivals {
                    let counts = Dictionary(grouping: race.outcomes.contents) { $0 }.mapValues(\.count)
                    try judge(race.round, counts, &connection)
                }
            }
        }
    }

    @Test(arguments: TransactionOptions.Isolation.allCases)
    func `Exactly as many win as the quota allows`(isolation: TransactionOptions.Isolation) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try Self.prepare(&connection)
            try Self.race(conninfo, Self.prizes) { prize, number, rival in
                try rival.transaction(Self.options(isolation)) { transaction in
                    _ = try Nomination.add(Self.entry(number, prize), &transaction)
                }
            } prepare: { prize, connection in
                // A campaign for each: within one campaign, nobody is nominated twice (N2).
                try connection.execute(
                    "SELECT FROM campaign_copy('TEST', \(prize.campaign), clock_timestamp() + interval '30 days')")
            } judge: { prize, outcomes, connection in
                #expect(
                    outcomes == [.won: prize.allowed, .refused(.quotaExceeded): Self.rivals - prize.allowed], "\(prize.rule)")
                let slots: [Int] = try connection.query(
                    "SELECT slot FROM nomination WHERE campaign = \(prize.campaign) ORDER BY slot"
                ) { try $0["slot"] }
                #expect(slots == Array(1...prize.allowed), "\(prize.rule)")
            }
        }
    }

    private static func entry(_ number: Int, _ prize: Prize) -> Nomination.Entry {
        guard prize.subject == "collective" else {
            return .person("S\(number)", of: prize.unit, award: prize.award, campaign: prize.campaign)
        }
        let number = number + 1
        let code = prize.unit == "CUC" ? "CUC-BAN-\(number)" : "01-KV\(number < 10 ? "0" : "")\(number)"
        return .collective(code, of: prize.unit, award: prize.award, campaign: prize.campaign)
    }

    @Test(arguments: [("collective", 10), ("individual", 15)])
    func `Exactly as many are endorsed as the pool allows`(pool: (subject: String, allowed: Int)) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            let ids = try proposals(pool.subject, on: &connection)
            try DossierFixture.submitAll(on: &connection)
            try Self.race(conninfo, TransactionOptions.Isolation.allCases) { isolation, number, rival in
                try rival.transaction(Self.options(isolation)) { transaction in
                    _ = try transaction.execute(
                        "INSERT INTO endorsement (unit, nomination) SELECT unit, id FROM nomination WHERE id = \(ids[number])")
                }
            } judge: { isolation, outcomes, connection in
                #expect(outcomes == [.won: pool.allowed, .refused(.quotaExceeded): Self.rivals - pool.allowed], "\(isolation)")
                let slots: [Int] = try connection.query("SELECT slot FROM endorsement ORDER BY slot") { try $0["slot"] }
                #expect(slots == Array(1...pool.allowed), "\(isolation)")
                try connection.execute("DELETE FROM endorsement")
            }
        }
    }

    /// A nomination for the Minister's certificate for each rival, from several provinces.
    private func proposals(_ subject: String, on connection: inout Connection) throws -> [Int] {
        let codes = ["01", "04", "08", "11", "12", "14", "15"]
        if subject == "individual" {
            return try (0..<Self.rivals).map { number in
                let entry = Nomination.Entry.person("S\(number)", of: codes[number % 7], award: "minister_certificate")
                return try Nomination.add(entry, on: &connection).id
            }
        }
        let names = try connection.transaction(.registryRead) { transaction in
            try codes.map { try Unit.find($0, &transaction).name }
        }
        let offices = zip(codes, names).flatMap { code, name in
            (1...10).map { "\(code),\(name),Phòng THADS khu vực \($0),area_office,1\n" }
        }
        try StaffingImport.run(csv: Self.header + offices.joined(), on: &connection)
        return try (0..<Self.rivals).map { number in
            let (code, office) = (codes[number % 7], number / 7 + 1)
            let collective = "\(code)-KV\(office < 10 ? "0" : "")\(office)"
            return try Nomination.add(.collective(collective, of: code, award: "minister_certificate"), on: &connection).id
        }
    }

    @Test(arguments: TransactionOptions.Isolation.allCases)
    func `A quota that staffing imports keep changing is never exceeded`(isolation: TransactionOptions.Isolation) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try Self.prepare(&connection)
            let isOver = Flag()
            let refusals = Mailbox<Refusal.Code>()
            let results = Mailbox<[Outcome: Int]>()
            try onThreads(2) { role in
                guard role == 0 else { return try Self.keepImporting(conninfo, until: isOver, refusals) }
                defer { isOver.raise() }
                try Self.race(conninfo, ["once"]) { _, number, rival in
                    try rival.transaction(Self.options(isolation)) { transaction in
                        _ = try Nomination.add(.person("S\(number)"), &transaction)
                    }
                } judge: { _, outcomes, _ in
                    results.append(outcomes)
                }
            }
            let outcomes = try #require(results.contents.first)
            let won = outcomes[.won] ?? 0
            #expect((1...3).contains(won))
            #expect(outcomes == [.won: won, .refused(.quotaExceeded): Self.rivals - won])
            // An import is refused only if a quota would fall below its use.
            #expect(Set(refusals.contents).isSubset(of: [.quotaBelowUse]))
            let state = try connection.first(
                "SELECT used, allowed FROM quota_status WHERE (campaign, holder, award, subject) = ('TEST', '01', 'director_certificate', 'individual')"
            ) { (try $0["used"] as Int, try $0["allowed"] as Int) }
            let (used, allowed) = try #require(state)
            #expect(used == won && used <= allowed)
        }
    }

    /// Imports 199, 200 and 501 civil servants for 01 in turn: one, two and three slots.
    private static func keepImporting(_ conninfo: String, until isOver: Flag, _ refusals: Mailbox<Refusal.Code>) throws {
        var connection = try Connection(conninfo)
        let headcounts = [199, 501, 200]
        var turn = 0
        while !isOver.isRaised {
            let csv = header + "01,Hà Nội,THADS,province,\(headcounts[turn % 3])\n"
            turn += 1
            do {
                try StaffingImport.run(csv: csv, on: &connection)
            } catch {
                refusals.append(Refusal(error).code)
            }
        }
    }
}

/// Tells another thread to stop.
private final class Flag: Sendable {
    private let value = Atomic(false)

    var isRaised: Bool { value.load(ordering: .relaxed) }

    func raise() {
        value.store(true, ordering: .relaxed)
    }
}
