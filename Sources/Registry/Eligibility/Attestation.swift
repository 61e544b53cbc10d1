import Postgres

/// What a unit attests of its nominee, with evidence (clause 1.1).
public enum Attestation: Sendable {
    /// A criterion, by its code, is met.
    case criterion(String, evidence: String)
    /// A directive, by its number, was completed on a day (25/2/2026 or 2026-02-25), with data of assured quality or not.
    case directive(String, completedOn: String, isOfQuality: Bool, evidence: String)
    /// A fact that bars nominees, by its code, applies or does not; nil for all such facts.
    case bar(String?, applies: Bool, evidence: String)
}

extension Attestation {
    /// Records these attestations of a nomination, all of them or none. They replace earlier ones.
    ///
    /// - Throws: ``Refusal``, also if there is no such criterion, directive or bar for the nominee.
    public static func record(
        _ attestations: [Attestation], of nomination: Int, on connection: inout Connection
    ) throws -> [ChecklistItem] {
        try connection.transaction(.registryWrite) { transaction in
            let found = try Nomination.find(nomination, &transaction)
            for attestation in attestations {
                guard try attestation.record(of: nomination, &transaction) else {
                    throw Refusal.nothingToAttest(attestation.item, of: found)
                }
            }
            return try ChecklistItem.list(of: nomination, &transaction)
        }
    }

    /// Its code, as it was given.
    private var item: String {
        switch self {
        case .criterion(let item, _), .directive(let item, _, _, _): item
        case .bar(let item, _, _): item ?? "*"
        }
    }

    /// - Returns: Whether the nomination has such an item.
    func record(of nomination: Int, _ transaction: inout Transaction) throws -> Bool {
        let call: SQL =
            switch self {
            case .criterion(let code, let evidence): "nomination_attest(\(nomination), \(code), \(evidence))"
            case .directive(let number, let day, let isOfQuality, let evidence):
                "nomination_complete_directive(\(nomination), \(number), read_date(\(day)), \(isOfQuality), \(evidence))"
            case .bar(let code, let applies, let evidence):
                "nomination_attest_conduct(\(nomination), \(code), \(applies), \(evidence))"
            }
        return try transaction.first("SELECT \(call) AS done") { try $0["done"] } ?? false
    }
}

extension Nomination {
    /// Disqualifies a submitted nomination for a fact that has arisen since (N5).
    ///
    /// - Parameters:
    ///   - bar: The fact, by its code.
    ///   - reason: What happened.
    /// - Throws: ``Refusal``.
    public static func disqualify(
        _ id: Int, for bar: String, because reason: String, on connection: inout Connection
    ) throws -> Nomination {
        do {
            return try connection.transaction(.registryWrite) { transaction in
                let found = try transaction.first("SELECT nomination_disqualify(\(id), \(bar), \(reason)) AS done") {
                    try $0["done"] as Bool
                }
                guard found == true else { throw Refusal.noNomination(id) }
                return try find(id, &transaction)
            }
        } catch {
            throw Refusal(error).explained(stepOf: [id], to: "disqualified", on: &connection)
        }
    }
}

extension Refusal {
    static func nothingToAttest(_ item: String, of nomination: Nomination) -> Refusal {
        Refusal(
            .invalidInput,
            Phrase("Đề nghị số \(nomination.id) không có mục \(item).", "Nomination \(nomination.id) has no item \(item)."),
            hint: Phrase(
                "Xem các mục: thidua nomination show \(nomination.id)",
                "For the items see: thidua nomination show \(nomination.id)"),
            clause: nomination.subject == "collective" ? "1.1.a" : "1.1.b")
    }
}
