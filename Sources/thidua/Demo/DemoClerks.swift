import Glibc
import Postgres
import Registry
import Synchronization

/// Clerks who work at the same time, each on a separate thread and connection, with their unit's login.
struct DemoClerks {
    let logins: DemoLogins

    /// The outcome of their work.
    struct Tally: Sendable {
        var entered = 0
        var refused: [Refusal.Code: Int] = [:]

        var phrase: Phrase {
            let reasons = refused.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.name) \($0.value)" }
            let list = reasons.isEmpty ? "0" : reasons.joined(separator: ", ")
            return Phrase("Đã lập \(entered) đề nghị; bị từ chối: \(list).", "\(entered) nominations entered; refused: \(list).")
        }
    }

    /// Every province except Đắk Lắk (reserved for the race) tries to nominate two collectives and four people.
    func enterAll() -> Tally {
        let provinces = DemoStaffing.codes.filter { $0 != Self.racedFor }
        return work(provinces.count, as: { logins.clerk(of: provinces[$0]) }) { number, connection in
            let code = provinces[number]
            return (1...2).map { collective("\(code)-KV0\($0)", of: code, connection: &connection) }
                + (1...4).map { person($0, of: code, connection: &connection) }
        }
    }

    /// Sixteen clerks of Đắk Lắk try to nominate one person each.
    func race() -> Tally {
        work(16, as: { _ in logins.clerk(of: Self.racedFor) }) { number, connection in
            [person(number + 1, of: Self.racedFor, connection: &connection)]
        }
    }

    /// Eleven provinces propose a collective to the Minister.
    func proposeToMinister() throws -> [Nomination] {
        try DemoStaffing.codes.prefix(11).map { code in
            var connection = try logins.clerk(of: code).connect()
            let entry = Nomination.Entry(
                campaign: DemoCommand.campaign, unit: code, award: "minister_certificate",
                nominee: .collective(code: "\(code)-KV05"))
            return try Nomination.add(entry, on: &connection)
        }
    }

    private static let racedFor = "66"

    private func collective(_ collective: String, of unit: String, connection: inout Connection) -> Refusal.Code? {
        enter(.collective(code: collective), of: unit, &connection)
    }

    private func person(_ number: Int, of unit: String, connection: inout Connection) -> Refusal.Code? {
        let names = ["Trần Thị Bình", "Nguyễn Văn An", "Lê Hoàng Đức", "Phạm Thu Hòa"]
        return enter(
            .individual(
                .init(
                    name: names[number % names.count], staffNo: "\(unit)-\(number)", position: "Chấp hành viên",
                    workplace: "\(unit)-KV03")), of: unit, &connection)
    }

    /// - Returns: Why it was refused; nil if it was entered.
    private func enter(_ nominee: Nominee, of unit: String, _ connection: inout Connection) -> Refusal.Code? {
        let entry = Nomination.Entry(
            campaign: DemoCommand.campaign, unit: unit, award: "director_certificate", nominee: nominee)
        do {
            _ = try Nomination.add(entry, on: &connection)
            return nil
        } catch {
            return Refusal(error).code
        }
    }

    private func work(
        _ count: Int, as login: @escaping @Sendable (Int) -> DemoLogins.Login,
        _ body: @escaping @Sendable (Int, inout Connection) -> [Refusal.Code?]
    ) -> Tally {
        let tally = Mutex(Tally())
        Threads.run(count) { number in
            let outcomes: [Refusal.Code?]
            do {
                var connection = try login(number).connect()
                outcomes = body(number, &connection)
            } catch {
                outcomes = [Refusal(error).code]
            }
            tally.withLock { tally in
                for outcome in outcomes {
                    if let outcome { tally.refused[outcome, default: 0] += 1 } else { tally.entered += 1 }
                }
            }
        }
        return tally.withLock { $0 }
    }
}

/// Operating system threads: a clerk blocks while waiting for the database, which Swift tasks must not do.
enum Threads {
    /// Runs `body` on a separate thread for each number below `count`, and waits for all of them.
    static func run(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let threads = (0..<count).compactMap { number -> pthread_t? in
            let work = Unmanaged.passRetained(Work { body(number) })
            var thread = pthread_t()
            let code = pthread_create(
                &thread, nil,
                { pointer in
                    guard let pointer else { return nil }
                    Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
                    return nil
                }, work.toOpaque())
            return code == 0 ? thread : nil
        }
        for thread in threads { pthread_join(thread, nil) }
    }

    private final class Work: Sendable {
        let body: @Sendable () -> Void

        init(_ body: @escaping @Sendable () -> Void) {
            self.body = body
        }
    }
}
