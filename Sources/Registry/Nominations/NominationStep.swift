import Postgres

/// A step that a nomination may take. There are no others.
public struct NominationStep: Sendable {
    /// The state that it leaves.
    public let from: String
    /// The state that it leads to.
    public let to: String
    /// Who takes it: `clerk` for its own unit (an administrator may, too), or `administrator`.
    public let role: String
    /// Whether it can be taken only before the deadline (clause 3); otherwise, at any time.
    public let isBeforeDeadline: Bool
    /// The command that takes it.
    public let command: String
}

extension NominationStep {
    /// All of them, as the database has them.
    public static func list(_ transaction: inout Transaction) throws -> [NominationStep] {
        try transaction.query("SELECT * FROM step ORDER BY before_deadline DESC, role DESC, earlier, later") { row in
            NominationStep(
                from: try row["earlier"], to: try row["later"], role: try row["role"],
                isBeforeDeadline: try row["before_deadline"], command: try row["command"])
        }
    }
}
