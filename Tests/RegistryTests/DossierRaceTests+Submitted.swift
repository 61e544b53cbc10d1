import Postgres
import Registry
import TestSupport
import Testing

/// Two sessions act on a dossier that has been submitted.
extension DossierRaceTests {
    @Test(arguments: isolations) func `A return and the deadline: what is returned is returned before it`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            _ = try CompleteDossier.ready(on: &connection)
            for round in 1...Self.rounds {
                _ = try dossier.submit(on: &connection)
                let outcomes = try race(conninfo, isolation, Self.sendBack, "test_close()")
                check(outcomes, isOneOf: [["done", "done"], ["campaign_is_before_its_deadline", "done"]], round)
                let isLate: Bool? = try connection.first(
                    "SELECT d.is_open AND d.returned_at >= c.deadline AS late FROM dossier d JOIN campaign c ON c.code = d.campaign"
                ) { try $0["late"] }
                #expect(isLate == false)
                try connection.setDeadline(inMilliseconds: 3_600_000)
                if outcomes[0] != "done" { _ = try dossier.sendBack(on: &connection) }
            }
        }
    }

    @Test(arguments: isolations) func `Two disqualifications: the first one's reason stays`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            for id in try CompleteDossier.submitted(Self.rounds, on: &connection).map(\.id) {
                let outcomes = try race(
                    conninfo, isolation, "nomination_disqualify(\(id), 'trial', 'Một')",
                    "nomination_disqualify(\(id), 'prosecution', 'Hai')")
                #expect(outcomes.filter { $0 == "done" }.count == 1, "\(outcomes)")
                let reason = try connection.rows("SELECT reason FROM nomination WHERE id = \(id)")
                #expect(reason == [outcomes[0] == "done" ? "(Một)" : "(Hai)"])
            }
        }
    }

    @Test(arguments: isolations) func `A return and an endorsement: what is endorsed is not returned`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            let id = try CompleteDossier.submitted(2, on: &connection)[1].id
            for round in 1...Self.rounds {
                let outcomes = try race(conninfo, isolation, Self.sendBack, "test_endorse('01', \(id))")
                check(outcomes, isOneOf: [["done", Self.noStep], ["dossier_is_returned_before_it_is_endorsed", "done"]], round)
                if outcomes[0] == "done" { _ = try dossier.submit(on: &connection) }
                if outcomes[1] == "done" { _ = try Endorsement.remove(id, on: &connection) }
            }
        }
    }

    @Test(arguments: isolations) func `An endorsement and a disqualification: a disqualified nominee is not on the list`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            for (round, nomination) in try CompleteDossier.submitted(Self.rounds, on: &connection).enumerated() {
                let outcomes = try race(
                    conninfo, isolation, "test_endorse('01', \(nomination.id))",
                    "nomination_disqualify(\(nomination.id), 'trial', 'Bị xét xử')")
                check(outcomes, isOneOf: [["done", "done"], ["done", Self.noStep], [Self.noStep, "done"]], round)
            }
        }
    }

    @Test(arguments: isolations)
    func `An endorsement that is removed and one that is added: the nomination's state matches the result`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            let id = try CompleteDossier.submitted(on: &connection)[0].id
            _ = try Endorsement.add(id, on: &connection)
            for round in 1...Self.rounds * 4 {
                let outcomes = try race(conninfo, isolation, "test_take_back(\(id))", "test_endorse('01', \(id))")
                check(outcomes, isOneOf: [["done", "done"], ["done", "endorsement_is_given_once"]], round)
                let isBroken =
                    try connection.execute(
                        "SELECT FROM nomination JOIN endorsement ON id = nomination WHERE state <> 'endorsed'") > 0
                try #require(!isBroken, "round \(round)")
                if outcomes[1] != "done" { _ = try Endorsement.add(id, on: &connection) }
            }
        }
    }

    @Test(arguments: isolations) func `Two decisions on one nomination: one is taken`(isolation: TransactionOptions.Isolation)
        throws
    {
        try raced { connection, conninfo in
            let nominations = try CompleteDossier.submitted(Self.rounds, on: &connection)
            for nomination in nominations { _ = try Endorsement.add(nomination.id, on: &connection) }
            try connection.setDeadline(inMilliseconds: 0)
            for (round, nomination) in nominations.enumerated() {
                func decide(_ number: String, _ awarded: [Int], _ declined: [Int]) -> SQL {
                    "decision_record('TEST', \("\(number)\(round)"), '2026-03-01', \(awarded), \(declined))"
                }
                let id = nomination.id
                let isSame = round.isMultiple(of: 2)
                let outcomes = try race(
                    conninfo, isolation, decide("A", [id], []), isSame ? decide("B", [id], []) : decide("C", [], [id]))
                let lost = isSame ? "decision_is_about_a_nomination_once" : Self.noStep
                check(outcomes.sorted(), isOneOf: [["done", lost].sorted()], round)
            }
            let decisions = try connection.execute("SELECT FROM audit WHERE relation = 'decision_outcome'")
            #expect(decisions == nominations.count)
        }
    }

    @Test(arguments: isolations) func `Two endorsements for the last slot of the pool: one succeeds`(
        isolation: TransactionOptions.Isolation
    ) throws {
        try raced { connection, conninfo in
            let nominations = try CompleteDossier.submitted(14, on: &connection)
            let rivals = try CompleteDossier.submitted(2, of: "04", on: &connection)
            for nomination in nominations { _ = try Endorsement.add(nomination.id, on: &connection) }
            for round in 1...Self.rounds {
                let outcomes = try race(
                    conninfo, isolation, "test_endorse('04', \(rivals[0].id))", "test_endorse('04', \(rivals[1].id))")
                check(outcomes.sorted(), isOneOf: [["done", "endorsement_slot_is_within_quota"]], round)
                _ = try Endorsement.remove(rivals[outcomes[0] == "done" ? 0 : 1].id, on: &connection)
            }
        }
    }
}
