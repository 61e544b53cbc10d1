import Postgres

extension Nomination {
    /// What to change; nil leaves a value as it is.
    public struct Change: Sendable {
        /// The unit that proposes.
        public var unit: String?
        /// The award's code.
        public var award: String?
        /// The unit to nominate instead.
        public var collective: String?
        /// The person's name: it corrects the register, unless `staffNo` names another person.
        public var name: String?
        /// The person to nominate instead, by staff number.
        public var staffNo: String?
        /// The person's position.
        public var position: String?
        /// The unit where the person works.
        public var workplace: String?

        /// A change of nothing yet.
        public init() {}
    }

    /// Changes a nomination. If it then draws on another quota, it is checked again, and takes a slot there.
    ///
    /// - Throws: ``Refusal``.
    public static func edit(_ id: Int, _ change: Change, on connection: inout Connection) throws -> Nomination {
        var aim: Nomination?
        do {
            return try connection.transaction(.registryWrite) { transaction in
                let before = try find(id, &transaction)
                aim = before
                try before.apply(change, &transaction)
                return try find(id, &transaction)
            }
        } catch {
            let refusal = Refusal(keeping: error, on: &connection)
            guard let aim else { throw refusal }
            throw refusal.explained(
                campaign: aim.campaign, holderOf: change.unit ?? aim.unit, award: change.award ?? aim.award,
                subject: change.subject ?? aim.subject, on: &connection)
        }
    }

    /// Withdraws a nomination, which frees its slot.
    ///
    /// - Throws: ``Refusal``, also if it is already withdrawn, or its dossier is closed.
    public static func withdraw(_ id: Int, on connection: inout Connection) throws -> Nomination {
        try connection.transaction(.registryWrite) { transaction in
            let state = try find(id, &transaction).state
            let isDone = try step(id, from: state, to: "withdrawn", &transaction)
            guard isDone else { throw state == "withdrawn" ? Refusal.withdrawnAlready(id) : Refusal.closed(id) }
            return try find(id, &transaction)
        }
    }

    /// Undoes a withdrawal. The nomination is checked again, and takes a slot again.
    ///
    /// - Throws: ``Refusal``, also if it is not withdrawn.
    public static func restore(_ id: Int, on connection: inout Connection) throws -> Nomination {
        var aim: Nomination?
        do {
            return try connection.transaction(.registryWrite) { transaction in
                aim = try find(id, &transaction)
                guard try step(id, from: "withdrawn", to: "draft", &transaction) else { throw Refusal.notWithdrawn(id) }
                return try find(id, &transaction)
            }
        } catch {
            let refusal = Refusal(keeping: error, on: &connection)
            guard let aim else { throw refusal }
            throw refusal.explained(
                campaign: aim.campaign, holderOf: aim.unit, award: aim.award, subject: aim.subject, on: &connection)
        }
    }

    /// - Returns: Whether there was such a nomination in that state.
    /// - Throws: ``RefusedClaim``.
    private static func step(
        _ id: Int, from: String, to: String, _ transaction: inout Transaction
    ) throws -> Bool {
        let done: Bool?? = try transaction.first("SELECT nomination_step(\(id), \(from), \(to)) AS done") { try $0["done"] }
        guard let done = done ?? nil else { throw RefusedClaim(try find(id, &transaction)) }
        return done
    }

    private func apply(_ change: Change, _ transaction: inout Transaction) throws {
        let unit = try Unit.code(change.unit ?? unit, &transaction)
        let award = try change.award.map { try Award.code($0, &transaction) }
        // Only an administrator may name another unit; naming one's own changes nothing.
        let move: SQL = unit == self.unit ? "" : "unit = \(unit),"
        let changed: Int
        let nominee: Nominee
        if let code = change.collective {
            nominee = .collective(code: code)
            changed = try transaction.execute(
                """
                UPDATE nomination
                SET \(move) award = coalesce(\(award), award), subject = 'collective',
                    collective = coalesce(read_unit(\(code)), read_code(\(code))), staff_no = NULL, position = NULL, workplace = NULL
                WHERE id = \(id)
                """)
        } else if let person = try person(after: change) {
            nominee = .individual(person)
            if change.staffNo == nil && change.name != nil {
                guard try person.rename(in: unit, &transaction) else {
                    throw RefusedClaim(campaign: campaign, nominee: nominee, nomination: id)
                }
            } else {
                try person.register(in: unit, &transaction)
            }
            changed = try transaction.execute(
                """
                UPDATE nomination
                SET \(move) award = coalesce(\(award), award), subject = 'individual', collective = NULL,
                    staff_no = read_code(\(person.staffNo)), position = tidy(\(person.position)),
                    workplace = coalesce(read_unit(\(person.workplace)), read_code(\(person.workplace)))
                WHERE id = \(id)
                """)
        } else {
            try transaction.execute(
                "UPDATE nomination SET \(move) award = coalesce(\(award), award) WHERE id = \(id)")
            return
        }
        guard changed > 0 else {
            // It may also be another unit's by now.
            throw RefusedClaim(campaign: try Self.find(id, &transaction).campaign, nominee: nominee, nomination: id)
        }
    }

    /// The person nominated after a change; nil if the nominee stays a collective.
    private func person(after change: Change) throws -> Nominee.Individual? {
        guard subject == "individual" || change.subject == "individual" else { return nil }
        // Another person has another name: the old one is not a default then.
        let name = change.name ?? (change.staffNo == nil && subject == "individual" ? nominee : nil)
        guard let name, let staffNo = change.staffNo ?? staffNo, let position = change.position ?? position,
            let workplace = change.workplace ?? workplace
        else { throw Refusal.incompletePerson }
        return Nominee.Individual(name: name, staffNo: staffNo, position: position, workplace: workplace)
    }
}

extension Nomination.Change {
    /// The kind of subject that it requires; nil if it requires none.
    fileprivate var subject: String? {
        if collective != nil { return "collective" }
        return name != nil || staffNo != nil || position != nil || workplace != nil ? "individual" : nil
    }
}

extension Refusal {
    fileprivate static func withdrawnAlready(_ id: Int) -> Refusal {
        Refusal(.illegalStep, Phrase("Đề nghị số \(id) đã rút trước đó.", "Nomination \(id) is withdrawn already."))
    }

    fileprivate static func closed(_ id: Int) -> Refusal {
        Refusal(constraint: "nomination_dossier_is_open") ?? .withdrawnAlready(id)
    }

    fileprivate static let incompletePerson = Refusal(
        .invalidInput,
        Phrase(
            "Nêu đủ họ và tên, số hiệu công chức, chức vụ và nơi công tác.", "Give name, staff number, position and workplace."),
        clause: "1.1.b")

    fileprivate static func notWithdrawn(_ id: Int) -> Refusal {
        Refusal(.illegalStep, Phrase("Đề nghị số \(id) chưa rút.", "Nomination \(id) is not withdrawn."))
    }
}
