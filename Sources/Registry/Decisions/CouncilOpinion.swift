import Postgres

/// What the council thinks of a nomination.
public struct CouncilOpinion: Sendable {
    /// The session's number.
    public let session: Int
    /// When it was held; ISO 8601.
    public let heldOn: String
    /// Who sat in it.
    public let members: [String]
    /// The nomination; nil if the session considered none.
    public let nomination: Int?
    /// The unit that proposed it.
    public let unit: String?
    /// The collective's or the person's name.
    public let nominee: String?
    /// Votes for.
    public let votesFor: Int?
    /// The total number of votes.
    public let votesTotal: Int?
    /// Its opinion in words.
    public let opinion: String?
}

extension CouncilOpinion {
    /// A session to record.
    public struct Session: Sendable {
        /// The day on which it was held: 5/5/2026 or 2026-05-05.
        public var heldOn: String
        /// Who sat in it, with a position or without.
        public var members: [(name: String, title: String?)]
        /// The votes on each nomination.
        public var votes: [Document.Votes]
        /// The opinions on nominations, in words.
        public var opinions: [Int: String]

        /// A session.
        public init(
            heldOn: String, members: [(name: String, title: String?)], votes: [Document.Votes], opinions: [Int: String] = [:]
        ) {
            self.heldOn = heldOn
            self.members = members
            self.votes = votes
            self.opinions = opinions
        }
    }

    /// Records a session of the council.
    ///
    /// - Throws: ``Refusal``, also if a nomination was not submitted in the campaign.
    public static func record(
        _ session: Session, campaign: String?, on connection: inout Connection
    ) throws -> [CouncilOpinion] {
        try connection.transaction(.registryWrite) { transaction in
            let campaign = try Campaign.code(campaign, &transaction)
            let opinions = session.votes.map { session.opinions[$0.nomination] ?? "" }
            let number = try transaction.first(
                """
                SELECT council_record(
                    \(campaign), read_date(\(session.heldOn)), \(session.members.map(\.name)), \(session.members.map { $0.title ?? "" })::text[],
                    \(session.votes.map(\.nomination)), \(session.votes.map(\.approving))::integer[],
                    \(session.votes.map(\.total))::integer[], \(opinions)::text[]) AS number
                """
            ) { try $0["number"] as Int }
            return try list(campaign: campaign, &transaction).filter { $0.session == number }
        }
    }

    /// A campaign's sessions and their opinions, the latest session first.
    public static func list(campaign: String, _ transaction: inout Transaction) throws -> [CouncilOpinion] {
        try transaction.query(
            """
            SELECT c.*, c.held_on::text AS held FROM council_list(campaign => \(campaign)) c
            ORDER BY c.held_on DESC, c.session DESC, c.unit, c.nomination
            """
        ) { row in
            CouncilOpinion(
                session: try row["session"], heldOn: try row["held"], members: try row["members"],
                nomination: try row["nomination"],
                unit: try row["unit"], nominee: try row["nominee"], votesFor: try row["votes_for"],
                votesTotal: try row["votes_total"], opinion: try row["opinion"])
        }
    }
}
