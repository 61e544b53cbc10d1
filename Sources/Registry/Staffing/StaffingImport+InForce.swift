import Postgres

extension StaffingImport {
    /// Puts a stored staffing table into force.
    ///
    /// - Parameter mayRemoveUnits: Whether units may vanish that are in force; otherwise that is asked, by a refusal.
    /// - Throws: ``Refusal``.
    public static func apply(_ number: Int, mayRemoveUnits: Bool = false, on connection: inout Connection) throws
        -> StaffingImport
    {
        try connection.transaction(.registryWrite) { transaction in
            try begin(&transaction)
            var result = StaffingImport()
            result.table = number
            result.rows = try StaffingTable.check(number, &transaction)
            try result.count(against: number, &transaction)
            if !mayRemoveUnits, let question = try result.questionOfUnits(missingFrom: number, &transaction) {
                throw question.refusal
            }
            try result.apply(number, isDryRun: false, &transaction)
            return result
        }
    }

    /// Reverts a staffing table: in every house where it is in force, what was in force before takes effect again.
    ///
    /// - Throws: ``Refusal``, also if it is not in force anywhere, or if a quota would fall below the slots in use.
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

    /// Updates the quotas. A dry run in which nominations are in the way only reports the changes.
    private mutating func settle(isDryRun: Bool, _ transaction: inout Transaction) throws {
        quotaChanges = try QuotaChange.list(&transaction)
        if isDryRun && quotaChanges.contains(where: { !$0.nominations.isEmpty }) { return }
        do {
            try transaction.savepoint { try $0.execute("SELECT quota_apply()") }
        } catch let error as ServerError where error.constraint == "quota_covers_the_slots_in_use" {
            throw Refusal(error).explained(by: quotaChanges, try Words(&transaction))
        }
    }

    /// Why the import would be refused, according to a dry run; nil if it would not be.
    public func obstacle(_ words: Words) -> Refusal? {
        guard quotaChanges.contains(where: { !$0.nominations.isEmpty }) else { return nil }
        return Refusal(constraint: "quota_covers_the_slots_in_use")?.explained(by: quotaChanges, words)
    }
}

extension Refusal {
    /// The refusal with the quotas in question, their sizes before and after, and the nominations that hold their slots.
    fileprivate func explained(by changes: [QuotaChange], _ words: Words) -> Refusal {
        func lines(_ language: Language) -> String {
            changes.filter { !$0.nominations.isEmpty }.map { change in
                let ids = change.nominations.map { "\($0)" }.joined(separator: ", ")
                let what =
                    "\(change.unit), \(words.name(of: change.award, in: language)), \(words.name(of: change.subject, in: language).lowercased())"
                let (before, after) = (change.from ?? 0, change.to ?? 0)
                return Phrase(
                    "\n  \(what): chỉ tiêu giảm từ \(before) xuống \(after), suất đã tính cho đề nghị số \(ids)",
                    "\n  \(what): reduced from \(before) to \(after), slots held by nominations \(ids)")[language]
            }.joined()
        }
        var refusal = self
        refusal.message = Phrase(message.vi + lines(.vi), message.en + lines(.en))
        return refusal
    }

    fileprivate static func notInForce(_ number: Int) -> Refusal {
        Refusal(
            .illegalStep,
            Phrase(
                "Bảng biên chế số \(number) hiện không được áp dụng ở địa phương nào.",
                "Staffing table \(number) is not in force anywhere."),
            hint: Phrase("Xem: thidua staffing list", "See: thidua staffing list"))
    }
}
