import Postgres

extension StaffingImport {
    /// Puts a stored staffing table in force.
    ///
    /// - Throws: ``Refusal``.
    public static func apply(_ number: Int, on connection: inout Connection) throws -> StaffingImport {
        try connection.transaction(.registryWrite) { transaction in
            try begin(&transaction)
            var result = StaffingImport()
            result.table = number
            result.rows = try StaffingTable.check(number, &transaction)
            try result.count(against: number, &transaction)
            try result.apply(number, isDryRun: false, &transaction)
            return result
        }
    }

    /// Takes a staffing table back: for every house in which it is in force, what was in force before is so again.
    ///
    /// - Throws: ``Refusal``, also where it is in force nowhere, or a quota would fall below the slots in use.
    public static func revert(_ number: Int, on connection: inout Connection) throws -> StaffingImport {
        try connection.transaction(.registryWrite) { transaction in
            try begin(&transaction)
            var result = StaffingImport()
            result.table = number
            result.rows = try StaffingTable.check(number, &transaction)
            let houses: [String] = try transaction.query("SELECT house FROM staffing_take_back(\(number)) AS house") {
                try $0["house"]
            }
            guard !houses.isEmpty else { throw Refusal.notInForce(number) }
            try result.settle(isDryRun: false, &transaction)
            return result
        }
    }

    mutating func apply(_ number: Int, isDryRun: Bool, _ transaction: inout Transaction) throws {
        try transaction.execute("SELECT staffing_take_effect(\(number))")
        try settle(isDryRun: isDryRun, &transaction)
        applied = true
    }

    mutating func count(against number: Int, _ transaction: inout Transaction) throws {
        let counts = try transaction.first("SELECT * FROM staffing_difference_count(\(number))") { row in
            (added: try row["added"] as Int, changed: try row["changed"] as Int, missing: try row["missing"] as Int)
        }
        guard let counts else { return }
        (added, changed, missing) = counts
    }

    /// Has the quotas follow; a dry run only asks what would become of them.
    private mutating func settle(isDryRun: Bool, _ transaction: inout Transaction) throws {
        quotaChanges = try QuotaChange.list(&transaction)
        if isDryRun && quotaChanges.contains(where: { !$0.nominations.isEmpty }) { return }
        do {
            try transaction.savepoint { try $0.execute("SELECT quota_apply()") }
        } catch let error as ServerError where error.constraint == "quota_covers_the_slots_in_use" {
            throw Refusal(error).explained(by: quotaChanges, try Words(&transaction))
        }
    }

    /// Why a dry run says that it would be refused; nil where it would not.
    public func obstacle(_ words: Words) -> Refusal? {
        guard quotaChanges.contains(where: { !$0.nominations.isEmpty }) else { return nil }
        return Refusal(constraint: "quota_covers_the_slots_in_use")?.explained(by: quotaChanges, words)
    }
}

extension Refusal {
    /// The refusal with the quotas in question, from what to what, and the nominations that hold the slots.
    fileprivate func explained(by changes: [QuotaChange], _ words: Words) -> Refusal {
        func lines(_ language: Language) -> String {
            changes.filter { !$0.nominations.isEmpty }.map { change in
                let ids = change.nominations.map { "\($0)" }.joined(separator: ", ")
                let what = [change.award, change.subject].map { words.name(of: $0, in: language) }.joined(separator: ", ")
                let holders = Phrase("đang giữ suất: \(ids)", "slots held by: \(ids)")[language]
                return "\n  \(change.unit), \(what): \(change.from ?? 0) → \(change.to ?? 0), \(holders)"
            }.joined()
        }
        var refusal = self
        refusal.message = Phrase(message.vi + lines(.vi), message.en + lines(.en))
        return refusal
    }

    fileprivate static func notInForce(_ number: Int) -> Refusal {
        Refusal(
            .illegalStep,
            Phrase("Bảng biên chế số \(number) không đang áp dụng ở đâu.", "Staffing table \(number) is in force nowhere."),
            hint: Phrase("Xem: thidua staffing list", "See: thidua staffing list"))
    }
}
