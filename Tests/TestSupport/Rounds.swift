import Foundation

/// The number of rounds of tests that could go on for ever: random walks, kills at random moments.
///
/// Few in an ordinary run, so that it is quick; many with `script/test --long`, before an issue is closed and before a release.
public enum Rounds {
    private static let environment = ProcessInfo.processInfo.environment
    /// Whether this is a long run.
    public static let areMany = environment["THIDUA_TEST_LONG"] != nil
    /// `script/test --rounds N`.
    private static let factor = environment["THIDUA_TEST_ROUNDS"].flatMap { Int($0) } ?? 1

    /// `few` in an ordinary run and `many` in a long one, times the factor.
    public static func of(_ few: Int, long many: Int) -> Int { (areMany ? many : few) * factor }

    /// The seed of all random choices, so that a failure can be reproduced: `script/test --seed N`.
    public static let seed = environment["THIDUA_SEED"].flatMap { UInt64($0) } ?? 606
}
