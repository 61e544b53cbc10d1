import Postgres
import Registry
import TestSupport
import Testing

/// Two sessions act on one dossier at once: one outcome, one trail, and neither gets a raw error.
@Suite(.limited, .keepsFailedDatabases) struct DossierRaceTests {
    static let rounds = 12
    static let isolations: [TransactionOptions.Isolation] = [.readCommitted, .repeatableRead]

    // MARK: The race

    /// Runs two calls at once.
    ///
    /// - Returns: The outcome of each: `done`; `nothing`, if there was nothing left to do; or what refused it.
    func race(
        _ conninfo: String, _ isolation: TransactionOptions.Isolation, _ first: SQL, _ second: SQL
    ) throws -> [String] {
        let outcomes = Mailbox<(Int, String)>()
        let start = Barrier(2)
        var options = TransactionOptions.registryWrite
        options.isolation = isolation
        let chosen = options
        try onThreads(2) { number in
            var rival = try Connection(conninfo)
            start.meet()
            outcomes.append((number, Self.outcome(of: number == 0 ? first : second, chosen, &rival)))
        }
        return outcomes.contents.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func outcome(of call: SQL, _ options: TransactionOptions, _ rival: inout Connection) -> String {
        do {
            let done = try rival.transaction(options) { transaction in
                try transaction.first("SELECT (\(call))::text AS done") { try $0["done"] as String? }
            }
            return (done ?? nil).map { $0 == "false" ? "nothing" : "done" } ?? "nothing"
        } catch {
            let refusal = Refusal(error)
            return refusal.constraint ?? "\(refusal.code): \(refusal.cause ?? "")"
        }
    }

    /// Calls `body` with a registry that has functions for the races, and checks the trail and all states afterwards.
    func raced(_ body: (inout Connection, String) throws -> Void) throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try connection.execute(
                script: """
                    CREATE FUNCTION test_endorse(unit text, nomination bigint) RETURNS boolean LANGUAGE sql AS
                        'INSERT INTO endorsement (unit, nomination) VALUES ($1, $2) RETURNING true';
                    CREATE FUNCTION test_take_back(nomination bigint) RETURNS boolean LANGUAGE sql AS
                        'DELETE FROM endorsement e WHERE e.nomination = $1 RETURNING true';
                    CREATE FUNCTION test_add(staff_no text) RETURNS boolean LANGUAGE sql AS $$
                        INSERT INTO person VALUES ('01', staff_no, 'Lê Thị Bình') ON CONFLICT DO NOTHING;
                        INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                        VALUES ('01', 'TEST', 'minister_certificate', 'individual', staff_no, 'Thư ký', '01') RETURNING true
                    $$;
                    -- The clock is read once the lock is held: otherwise the deadline would be set before what it waited for.
                    CREATE FUNCTION test_close() RETURNS boolean LANGUAGE sql AS $$
                        SELECT FROM campaign WHERE code = 'TEST' FOR UPDATE;
                        UPDATE campaign SET deadline = clock_timestamp() WHERE code = 'TEST' RETURNING true;
                    $$;
                    """)
            try body(&connection, conninfo)
            try connection.execute(script: "DROP FUNCTION test_endorse, test_take_back, test_add, test_close")
            let sighting = try Sighting(of: "TEST", on: &connection)
            #expect(sighting.violations(civilServants: 0, areaOffices: 0) == [])
            expect(try connection.faults() + connection.trailViolations(), is: [])
        }
    }

    /// Checks that the outcomes are among those that are allowed.
    func check(_ outcomes: [String], isOneOf allowed: [[String]], _ round: Int) {
        #expect(allowed.contains(outcomes), "round \(round)")
    }

    let dossier = CompleteDossier()
    static let submit: SQL = "dossier_submit('01', 'TEST')"
    static let sendBack: SQL = "dossier_return('01', 'TEST', 'Thiếu chữ ký')"
    private static let closed = "nomination_dossier_is_open"
    static let noStep = "nomination_step_is_known"

    // MARK: Before it is submitted

    @Test(arguments: isolations) func `Two submissions: one succeeds`(isolation: TransactionOptions.Isolation) throws {
        try raced { connection, conninfo in
            _ = try CompleteDossier.ready(2, on: &connection)
            for round in 1...Self.rounds {
                let outcomes = try race(conninfo, isolation, Self.submit, Self.submit)
                check(outcomes.sorted(), isOneOf: [["done", Self.closed]], round)
                _ = try dossier.sendBack(on: &connection)
            }
            let submissions = try connection.execute(
                "SELECT FROM audit WHERE relation = 'dossier' AND before ->> 'is_open' = 'true' AND after ->> 'is_open' = 'false'"
            )
            #expect(submissions == Self.rounds)
        }
    }

    @Test(arguments: isolations) func `A submission and a withdrawal: a withdrawn nomination is not submitted`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            let id = try CompleteDossier.ready(2, on: &connection)[0].id
            for round in 1...Self.rounds {
                let withdraw: SQL = "SELECT nomination_step(id, state, 'withdrawn') FROM nomination WHERE id = \(id)"
                let outcomes = try race(conninfo, isolation, Self.submit, withdraw)
                check(outcomes, isOneOf: [["done", "done"], ["done", "nothing"], ["done", Self.noStep]], round)
                _ = try dossier.sendBack(on: &connection)
                if outcomes[1] == "done" { _ = try Nomination.restore(id, on: &connection) }
            }
        }
    }

    @Test(arguments: isolations) func `A submission and the withdrawal of the only nomination: no empty dossier is submitted`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            let id = try CompleteDossier.ready(on: &connection)[0].id
            for round in 1...Self.rounds {
                let withdraw: SQL = "SELECT nomination_step(id, state, 'withdrawn') FROM nomination WHERE id = \(id)"
                let outcomes = try race(conninfo, isolation, Self.submit, withdraw)
                check(outcomes, isOneOf: [["done", "nothing"], ["done", Self.noStep], ["dossier_is_complete", "done"]], round)
                if outcomes[0] == "done" { _ = try dossier.sendBack(on: &connection) }
                if outcomes[1] == "done" { _ = try Nomination.restore(id, on: &connection) }
            }
        }
    }

    @Test(arguments: isolations) func `A submission and an added nomination: only one of the two succeeds`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            _ = try CompleteDossier.ready(on: &connection)
            for round in 1...Self.rounds {
                let outcomes = try race(conninfo, isolation, Self.submit, "test_add(\("A\(round)"))")
                // With an older snapshot, the session that submits does not see what keeps the dossier open.
                check(
                    outcomes, isOneOf: [["done", Self.closed], ["dossier_is_complete", "done"], [Self.closed, "done"]], round)
                #expect(isolation != .readCommitted || outcomes[0] != Self.closed)
                if outcomes[0] == "done" { _ = try dossier.sendBack(on: &connection) }
                try connection.execute(
                    "SELECT nomination_step(id, state, 'withdrawn') FROM nomination WHERE staff_no = \("A\(round)")")
            }
        }
    }

    @Test(arguments: isolations) func `A submission and a bar that is stated: no barred nominee is submitted`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            let id = try CompleteDossier.ready(on: &connection)[0].id
            for round in 1...Self.rounds {
                let outcomes = try race(
                    conninfo, isolation, Self.submit, "nomination_attest_conduct(\(id), 'trial', true, 'Bị xét xử')")
                check(outcomes, isOneOf: [["done", Self.closed], ["dossier_nominees_are_eligible", "done"]], round)
                if outcomes[0] == "done" { _ = try dossier.sendBack(on: &connection) }
                _ = try Attestation.record([.bar("trial", applies: false, evidence: "Đã xác minh")], of: id, on: &connection)
            }
        }
    }

    @Test(arguments: isolations) func `A submission and a letter that is replaced by one that declares nothing`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            _ = try CompleteDossier.ready(on: &connection)
            for round in 1...Self.rounds {
                let letter: SQL =
                    "dossier_attach('01', 'TEST', 'proposal_letter', NULL, '%PDF-%%EOF', 'to-trinh.pdf', NULL, NULL, NULL)"
                let outcomes = try race(conninfo, isolation, Self.submit, letter)
                check(outcomes, isOneOf: [["done", Self.closed], ["dossier_is_complete", "done"]], round)
                if outcomes[0] == "done" { _ = try dossier.sendBack(on: &connection) }
                try dossier.attach(dossier.letter, on: &connection)
            }
        }
    }
}
