import Postgres

/// A directive of the Department that a nominee must have completed (N4).
public struct Directive: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// Its number: `259/CQLTHADS-CĐ&TKDL`.
    public let number: String
    /// When it was issued; ISO 8601.
    public let issuedOn: String
    /// The last day on which completing it is on time; nil until an administrator has set it.
    public let dueOn: String?
}

extension Directive {
    /// A campaign's directives, the earliest first.
    public static func list(campaign: String, _ transaction: inout Transaction) throws -> [Directive] {
        try transaction.query("\(select) WHERE campaign = \(campaign) ORDER BY issued_on, number", Directive.init)
    }

    /// Sets the last day on which completing a directive is on time.
    ///
    /// - Parameters:
    ///   - number: Its number, or the part before the slash: 259.
    ///   - date: The last day: 31/3/2026 or 2026-03-31.
    /// - Throws: ``Refusal``.
    public static func setDue(
        _ number: String, campaign: String?, on date: String, on connection: inout Connection
    ) throws -> Directive {
        try connection.transaction(.registryWrite) { transaction in
            let campaign = try Campaign.code(campaign, &transaction)
            let isSet = try transaction.first("SELECT directive_set_due(\(campaign), \(number), read_date(\(date))) AS done") {
                try $0["done"] as Bool
            }
            let found = try transaction.first(
                "\(select) WHERE campaign = \(campaign) AND number = directive_find(\(campaign), \(number))", Directive.init)
            guard isSet == true, let found else { throw Refusal.noDirective(number) }
            return found
        }
    }

    private static let select: SQL = """
        SELECT campaign, number, issued_on::text AS issued_on, due_on::text AS due_on FROM directive
        """

    private init(_ row: borrowing Row) throws {
        campaign = try row["campaign"]
        number = try row["number"]
        issuedOn = try row["issued_on"]
        dueOn = try row["due_on"]
    }
}

extension Refusal {
    fileprivate static func noDirective(_ number: String) -> Refusal {
        Refusal(
            .notFound, Phrase("Đợt thi đua không có văn bản số \(number).", "The campaign has no directive \(number)."),
            hint: Phrase("Xem: thidua campaign directives", "See: thidua campaign directives"), clause: "1.1")
    }
}
