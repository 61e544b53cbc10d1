import Postgres

/// The forms of commendation.
enum Award {
    /// - Throws: ``Refusal`` where there is no award of this code.
    static func check(_ code: String?, _ transaction: inout Transaction) throws {
        try Refusal.unlessKnown(
            code, among: transaction.query("SELECT code FROM award ORDER BY rank") { try $0["code"] },
            Phrase("hình thức khen thưởng", "award"))
    }
}
