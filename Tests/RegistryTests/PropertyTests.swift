import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// Random sequences of steps, legal and not, by administrators and clerks, with the deadline going to and fro: whatever they do, the registry
/// is never in a state that RULES.md forbids, and loses nothing.
@Suite(.keepsFailedDatabases) struct PropertyTests {
    /// THIDUA_SEED tries other sequences, or one again: a walk does the same every time.
    private static let seed = ProcessInfo.processInfo.environment["THIDUA_SEED"].flatMap { UInt64($0) } ?? 606

    private static let campaigns = 5
    private static let stepsPerCampaign = 250

    @Test(arguments: 0..<8)
    func `10,000 random steps by four logins never reach a forbidden state, and never lose a row`(part: Int) throws {
        try RegistryDatabase.with { conninfo in
            let seed = Self.seed &* 1000 &+ UInt64(part)
            let walk = try RandomWalk(conninfo, seed: seed)
            for number in 1...Self.campaigns {
                try walk.begin("R\(number)")
                for step in 1...Self.stepsPerCampaign {
                    let deed = try walk.step()
                    let wrong = try walk.violations()
                    guard wrong.isEmpty else {
                        Issue.record(
                            "THIDUA_SEED=\(Self.seed), part \(part), campaign R\(number), step \(step), \(deed): \(wrong)")
                        return
                    }
                }
                try walk.end()
            }
            let wrong = try walk.trailViolations()
            #expect(wrong == [], "THIDUA_SEED=\(Self.seed), part \(part)")
            // A walk that gets nowhere proves nothing.
            let missed = Rules.states.subtracting(walk.statesReached)
            #expect(missed.count <= 2, "THIDUA_SEED=\(Self.seed), part \(part): \(missed)")
        }
    }
}
