import Postgres

/// Something that must be attested of a nominee before submission (clause 1.1), and what has been attested.
public struct ChecklistItem: Sendable {
    /// What is attested.
    public enum Kind: String, Sendable, CaseIterable, PostgresDecodable {
        /// That a criterion is met (N3).
        case criterion
        /// When a directive was completed (N4).
        case directive
        /// Whether a fact that would bar the nominee applies (N5).
        case bar
    }

    /// The nomination.
    public let nomination: Int
    /// What is attested.
    public let kind: Kind
    /// Its code: `a1`, `259/CQLTHADS-CĐ&TKDL`, `prosecution`.
    public let item: String
    /// The circular's clause.
    public let clause: String
    /// The circular's own words, and an English translation.
    public let words: Phrase
    /// The evidence; nil if nothing has been attested.
    public let evidence: String?
    /// When a directive was completed; ISO 8601.
    public let completedOn: String?
    /// Whether that was on time; nil if no due date is set.
    public let isOnTime: Bool?
    /// Whether the quality of the data is assured.
    public let isOfQuality: Bool?
    /// Whether a fact that bars the nominee applies.
    public let applies: Bool?
    /// Whether it no longer prevents submission.
    public let isMet: Bool
}

extension ChecklistItem {
    /// All that must be attested of a nomination, in the circular's order.
    public static func list(of nomination: Int, _ transaction: inout Transaction) throws -> [ChecklistItem] {
        try transaction.query(
            """
            SELECT c.*, c.completed_on::text AS completed FROM checklist(number => \(nomination)) c
            ORDER BY c.rank, c.item
            """
        ) { row in
            ChecklistItem(
                nomination: try row["nomination"], kind: try row["kind"] as ChecklistItem.Kind, item: try row["item"],
                clause: try row["clause"], words: Phrase(try row["words"] as String, try row["words_en"] as String),
                evidence: try row["evidence"],
                completedOn: try row["completed"], isOnTime: try row["is_on_time"], isOfQuality: try row["is_of_quality"],
                applies: try row["applies"], isMet: try row["is_met"])
        }
    }
}
