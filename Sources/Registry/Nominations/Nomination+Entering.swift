import Postgres

extension Nomination {
    /// What a clerk enters.
    public struct Entry: Sendable {
        /// The campaign's code; nil for the one that is open.
        public var campaign: String?
        /// The unit that proposes.
        public var unit: String
        /// The award's code.
        public var award: String
        /// Who is nominated.
        public var nominee: Nominee

        /// A nomination to enter.
        public init(campaign: String?, unit: String, award: String, nominee: Nominee) {
            self.campaign = campaign
            self.unit = unit
            self.award = award
            self.nominee = nominee
        }
    }

    /// Enters a nomination, which takes a slot.
    ///
    /// - Throws: ``Refusal``.
    public static func add(_ entry: Entry, on connection: inout Connection) throws -> Nomination {
        do {
            return try connection.transaction(.registryWrite) { try add(entry, &$0) }
        } catch {
            throw Refusal(keeping: error, on: &connection).explained(
                campaign: entry.campaign, holderOf: entry.unit, award: entry.award, subject: entry.nominee.subject,
                on: &connection)
        }
    }

    package static func add(_ entry: Entry, _ transaction: inout Transaction) throws -> Nomination {
        let campaign = try Campaign.code(entry.campaign, &transaction)
        let unit = try Unit.code(entry.unit, &transaction)
        let award = try Award.code(entry.award, &transaction)
        let id: Int?
        switch entry.nominee {
        case .collective(let code):
            id = try transaction.first(
                """
                INSERT INTO nomination (unit, campaign, award, subject, collective)
                VALUES (\(unit), \(campaign), \(award), 'collective', coalesce(read_unit(\(code)), read_code(\(code))))
                RETURNING id
                """
            ) { try $0["id"] }
        case .individual(let person):
            try person.register(in: unit, &transaction)
            id = try transaction.first(
                """
                INSERT INTO nomination (unit, campaign, award, subject, staff_no, position, workplace)
                VALUES (\(unit), \(campaign), \(award), 'individual', read_code(\(person.staffNo)),
                        tidy(\(person.position)), coalesce(read_unit(\(person.workplace)), read_code(\(person.workplace))))
                RETURNING id
                """
            ) { try $0["id"] }
        }
        guard let id else { throw RefusedClaim(campaign: campaign, nominee: entry.nominee) }
        return try find(id, &transaction)
    }
}
