import Postgres

extension Refusal {
    /// The refusal with the state of the quota that caused it, if a quota did. The database has already decided; this only
    /// adds the wording.
    func explained(
        campaign: String?, holderOf unit: String, award: String, subject: String, on connection: inout Connection
    ) -> Refusal {
        guard stage != nil else { return self }
        let detailed = try? connection.transaction(.registryRead) { transaction in
            let campaign = try Campaign.code(campaign, &transaction)
            let unit = try Unit.code(unit, &transaction)
            return try explained(campaign: campaign, holderOf: unit, award: award, subject: subject, &transaction)
        }
        return detailed ?? self
    }

    /// The same, in the transaction in which the refusal occurred.
    func explained(
        campaign: String, holderOf unit: String, award: String, subject: String, _ transaction: inout Transaction
    ) throws -> Refusal {
        guard let stage else { return self }
        let quotas = try Quota.list(campaign: campaign, unit: unit, award: award, &transaction)
        let pool = try Quota.list(campaign: campaign, unit: "*", award: award, &transaction)
        guard let quota = (quotas + pool).first(where: { $0.subject == subject && $0.stage == stage }) else { return self }
        return explained(by: quota, try Words(&transaction))
    }

    /// The stage of the quota that refused; nil if none did.
    private var stage: String? {
        switch constraint {
        case "nomination_slot_is_within_quota": "proposal"
        case "endorsement_slot_is_within_quota": "endorsement"
        default: nil
        }
    }

    private func explained(by quota: Quota, _ words: Words) -> Refusal {
        func sentence(_ language: Language) -> String {
            let what = "\(words.name(of: quota.award, in: language)), \(words.name(of: quota.subject, in: language).lowercased())"
            let whose = quota.unitName ?? Quota.poolName[language]
            let count = Phrase(
                "đã dùng \(quota.used)/\(quota.allowed) suất", "\(quota.used) of \(quota.allowed) slots used")[language]
            return "\(message[language]) \(whose): \(count), \(what) (\(quota.basis.phrase[language]))."
        }
        var refusal = self
        refusal.message = Phrase(sentence(.vi), sentence(.en))
        refusal.clause = quota.clause
        return refusal
    }
}

extension Quota {
    /// The name shown for the pool's holder.
    public static let poolName = Phrase("Chung cho các tỉnh, thành phố", "All provinces together")
}
