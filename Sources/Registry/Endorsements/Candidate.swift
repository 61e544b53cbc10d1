import Postgres

/// A submitted nomination, as the council sees it: who finished first, and whether the Department puts it forward.
public struct Candidate: Sendable {
    /// The nomination's number.
    public let id: Int
    /// The campaign's code.
    public let campaign: String
    /// The unit that proposes.
    public let unit: String
    /// The award's code.
    public let award: String
    /// `collective` or `individual`.
    public let subject: String
    /// The collective's or the person's name.
    public let nominee: String
    /// `submitted`, `endorsed`, `awarded` or `declined`.
    public let state: String
    /// Its rank, from 1, among those for the same award and subject that finished on time with data of assured quality (N4);
    /// ties share a rank. Nil for the others, and until the directives' due dates are set.
    public let rank: Int?
    /// When the last directive was completed; ISO 8601.
    public let finishedOn: String?
    /// Whether every directive was completed on time; nil if that is not known yet.
    public let isOnTime: Bool?
    /// Whether the quality of the data is assured.
    public let isOfQuality: Bool?
    /// Its slot in the pool, from 1; nil if it has none.
    public let slot: Int?
}

extension Candidate {
    /// A campaign's submitted nominations by award, subject and rank; those without a rank last.
    public static func list(campaign: String, _ transaction: inout Transaction) throws -> [Candidate] {
        try transaction.query(
            """
            SELECT c.*, c.finished_on::text AS finished FROM candidate(campaign => \(campaign)) c JOIN award a ON a.code = c.award
            ORDER BY a.rank, c.subject, c.rank, c.finished_on, c.unit, c.id
            """
        ) { row in
            Candidate(
                id: try row["id"], campaign: try row["campaign"], unit: try row["unit"], award: try row["award"],
                subject: try row["subject"], nominee: try row["nominee"], state: try row["state"], rank: try row["rank"],
                finishedOn: try row["finished"], isOnTime: try row["is_on_time"], isOfQuality: try row["is_of_quality"],
                slot: try row["slot"])
        }
    }
}
