import Postgres

/// The forms of commendation.
public enum Award {
    /// Their codes, the highest form first.
    public static func codes(_ transaction: inout Transaction) throws -> [String] {
        try transaction.query("SELECT code FROM award ORDER BY rank") { try $0["code"] }
    }

    /// - Throws: ``Refusal`` if there is no award with this code.
    static func check(_ code: String?, _ transaction: inout Transaction) throws {
        try Refusal.unlessKnown(
            code, among: codes(&transaction), Phrase("hình thức khen thưởng", "award"))
    }
}
