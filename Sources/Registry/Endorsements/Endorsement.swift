import Postgres

/// The Department's list for the Minister, out of what the provinces propose: the pool.
public enum Endorsement {
    /// Puts a nomination on the list, where it takes a slot of the pool.
    ///
    /// - Throws: ``Refusal``.
    public static func add(_ id: Int, on connection: inout Connection) throws -> Nomination {
        var aim: Nomination?
        do {
            return try connection.transaction(.registryWrite) { transaction in
                aim = try Nomination.find(id, &transaction)
                try transaction.execute(
                    "INSERT INTO endorsement (unit, nomination) SELECT unit, id FROM nomination WHERE id = \(id)")
                return try Nomination.find(id, &transaction)
            }
        } catch {
            guard let aim else { throw Refusal(error) }
            throw Refusal(error).explained(
                campaign: aim.campaign, holderOf: aim.unit, award: aim.award, subject: aim.subject, on: &connection)
        }
    }

    /// Takes a nomination off the list, and frees its slot.
    ///
    /// - Throws: ``Refusal``, also where it is not on it.
    public static func remove(_ id: Int, on connection: inout Connection) throws -> Nomination {
        try connection.transaction(.registryWrite) { transaction in
            let removed = try transaction.execute("DELETE FROM endorsement WHERE nomination = \(id)")
            let nomination = try Nomination.find(id, &transaction)
            guard removed == 1 else { throw Refusal.notEndorsed }
            return nomination
        }
    }
}

extension Refusal {
    fileprivate static let notEndorsed = Refusal(
        .illegalStep,
        Phrase("Đề nghị này không có trong danh sách trình Bộ trưởng.", "This nomination is not on the list for the Minister."))
}
