import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Random sequences of steps, legal and illegal, by administrators and clerks, with the deadline moving back and forth: whatever
/// they do, the registry is never in a state that docs/develop/rules.md forbids, and loses nothing.
@Suite(.limited, .keepsFailedDatabases) struct PropertyTests {
    /// 250 steps in a short run, 10,000 in a long one.
    private static let parts = Rounds.of(1, long: 8)
    private static let campaigns = Rounds.of(1, long: 5)
    private static let stepsPerCampaign = 250

    @Test(arguments: 0..<parts)
    func `Random steps by four logins never reach a forbidden state, and never lose a row`(part: Int) throws {
        try RegistryDatabase.with { conninfo in
            // A walk is the same every time.
            let seed = Rounds.seed &* 1000 &+ UInt64(part)
            let walk = try RandomWalk(conninfo, seed: seed)
            for number in 1...Self.campaigns {
                try walk.begin("R\(number)")
                for step in 1...Self.stepsPerCampaign {
                    let action = try walk.step()
                    let wrong = try walk.violations()
                    guard wrong.isEmpty else {
                        Issue.record(
                            "--seed \(Rounds.seed), part \(part), campaign R\(number), step \(step), \(action): \(wrong)")
                        return
                    }
                }
                try walk.end()
            }
            let wrong = try walk.trailViolations()
            #expect(wrong == [], "--seed \(Rounds.seed), part \(part)")
            // A walk that gets nowhere proves nothing.
            let missed = Rules.states.subtracting(walk.statesReached)
            #expect(missed.count <= 2, "--seed \(Rounds.seed), part \(part): \(missed)")
        }
    }
}
