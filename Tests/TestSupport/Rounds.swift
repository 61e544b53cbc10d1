import Foundation

/// How often that is done which could be done for ever: random walks, kills at random moments.
///
/// Few in every run, so that it is quick; many by `script/test --long`, before an issue is closed and before a release.
public enum Rounds {
    private static let environment = ProcessInfo.processInfo.environment
    /// Whether this is a long run.
    public static let areMany = environment["THIDUA_TEST_LONG"] != nil
    /// `script/test --rounds N`.
    private static let factor = environment["THIDUA_TEST_ROUNDS"].flatMap { Int($0) } ?? 1

    /// So many.
    public static func of(_ few: Int, long many: Int) -> Int { (areMany ? many : few) * factor }

    /// With what random choices begin, so that whatever they bring about can be had again: `script/test --seed N`.
    public static let seed = environment["THIDUA_SEED"].flatMap { UInt64($0) } ?? 606
}
