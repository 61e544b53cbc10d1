import Postgres

/// A nomination that the Department puts forward: to the Minister, when it may take a slot of the pool, or to its Director.
public struct Endorsement: Sendable {
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
    /// Its slot in the pool, from 1; nil if it does not draw on the pool, or was taken off the list.
    public let slot: Int?
}

extension Endorsement {
    /// A campaign's list, by award, subject and slot.
    public static func list(campaign: String, _ transaction: inout Transaction) throws -> [Endorsement] {
        try transaction.query(
            """
            \(select) FROM endorsement_list(campaign => \(campaign)) e JOIN award a ON a.code = e.award
            WHERE e.is_endorsed
            ORDER BY a.rank, e.subject, e.slot, e.unit
            """, Endorsement.init)
    }

    /// Puts a nomination on the list. If it draws on the pool, it takes a slot there.
    ///
    /// - Throws: ``Refusal``.
    public static func add(_ id: Int, on connection: inout Connection) throws -> Endorsement {
        var aim: Nomination?
        do {
            return try connection.transaction(.registryWrite) { transaction in
                let nomination = try Nomination.find(id, &transaction)
                aim = nomination
                try transaction.execute("INSERT INTO endorsement (unit, nomination) VALUES (\(nomination.unit), \(id))")
                return try find(id, &transaction)
            }
        } catch {
            guard let aim else { throw Refusal(error) }
            throw Refusal(error).explained(
                campaign: aim.campaign, holderOf: aim.unit, award: aim.award, subject: aim.subject, on: &connection
            ).explained(stepOf: [id], to: "endorsed", on: &connection)
        }
    }

    /// Takes a nomination off the list and frees its slot.
    ///
    /// - Throws: ``Refusal``, also if it is not on the list.
    public static func remove(_ id: Int, on connection: inout Connection) throws -> Endorsement {
        try connection.transaction(.registryWrite) { transaction in
            let isRemoved = try transaction.first("SELECT endorsement_remove(\(id)) AS removed") { try $0["removed"] as Bool }
            let nomination = try find(id, &transaction)
            guard isRemoved == true else { throw Refusal.notEndorsed(id) }
            return nomination
        }
    }

    private static func find(_ id: Int, _ transaction: inout Transaction) throws -> Endorsement {
        guard
            let endorsement = try transaction.first(
                "\(select) FROM endorsement_list(number => \(id)) e", Endorsement.init)
        else {
            throw Refusal.noNomination(id)
        }
        return endorsement
    }

    private static let select: SQL = "SELECT e.id, e.campaign, e.unit, e.award, e.subject, e.nominee, e.slot"

    private init(_ row: borrowing Row) throws {
        id = try row["id"]
        campaign = try row["campaign"]
        unit = try row["unit"]
        award = try row["award"]
        subject = try row["subject"]
        nominee = try row["nominee"]
        slot = try row["slot"]
    }
}

extension Refusal {
    fileprivate static func notEndorsed(_ id: Int) -> Refusal {
        Refusal(
            .illegalStep,
            Phrase("Đề nghị số \(id) không có trong danh sách trình.", "Nomination \(id) is not on the list."))
    }
}
