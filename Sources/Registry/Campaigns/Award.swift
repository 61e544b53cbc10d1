import Postgres

/// The forms of commendation.
public enum Award {
    /// Their codes, the highest form first.
    public static func codes(_ transaction: inout Transaction) throws -> [String] {
        try transaction.query("SELECT code FROM award ORDER BY rank") { try $0["code"] }
    }

    /// The code of the award that is meant: given by its code, or by a name that people use.
    ///
    /// - Throws: ``Refusal`` if there is none.
    static func code(_ name: String, _ transaction: inout Transaction) throws -> String {
        let found: String?? = try transaction.first("SELECT read_award(\(name)) AS code") { try $0["code"] }
        if let found, let found { return found }
        try Refusal.unlessKnown(name, among: codes(&transaction), Phrase("hình thức khen thưởng", "award"))
        return name
    }
}
