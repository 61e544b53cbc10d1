import Postgres

/// A quota that would fall below the slots in use.
struct Shortfall {
    let unit: String
    let award: String
    let subject: String
    let from: Int
    let to: Int
    /// The nominations that hold its slots.
    let nominations: [Int]

    static func list(_ transaction: inout Transaction) throws -> [Shortfall] {
        try transaction.query(
            "SELECT * FROM quota_shortfall ORDER BY campaign, holder, award, subject, stage"
        ) { row in
            Shortfall(
                unit: try row["holder"], award: try row["award"], subject: try row["subject"],
                from: try row["allowed_before"], to: try row["allowed_after"], nominations: try row["nominations"])
        }
    }
}

extension Refusal {
    /// The refusal with the quotas in question, from what to what, and the nominations that hold the slots.
    func explained(by shortfalls: [Shortfall], _ words: Words) -> Refusal {
        func lines(_ language: Language) -> String {
            shortfalls.map { shortfall in
                let ids = shortfall.nominations.map { "\($0)" }.joined(separator: ", ")
                let what = [shortfall.award, shortfall.subject].map { words.name(of: $0, in: language) }.joined(separator: ", ")
                let holders = Phrase("đang giữ suất: \(ids)", "slots held by: \(ids)")[language]
                return "\n  \(shortfall.unit), \(what): \(shortfall.from) → \(shortfall.to), \(holders)"
            }.joined()
        }
        var refusal = self
        refusal.message = Phrase(message.vi + lines(.vi), message.en + lines(.en))
        return refusal
    }
}
