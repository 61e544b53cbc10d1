import Postgres

/// A unit of the registry: the headquarters, a bureau, a province, a division or an area office.
public struct Unit: Sendable {
    /// Its code: `CUC`, `01`, `01-KV03`.
    public let code: String
    /// `headquarters`, `bureau`, `province`, `division` or `area_office`.
    public let kind: String
    /// Its name in full, in Vietnamese.
    public let name: String
    /// The code of the unit that it is part of.
    public let parent: String?
    /// Its own civil servants according to the staffing table in force; nil if none lists it.
    public let civilServants: Int?
}

extension Unit {
    /// Units in the order of their codes, a house before its parts.
    ///
    /// - Parameters:
    ///   - kind: Only of this kind.
    ///   - house: Only this province, or the headquarters, with its parts.
    ///   - search: Only those with this in their names, ignoring case and accents.
    public static func list(
        kind: String? = nil, house: String? = nil, search: String? = nil, _ transaction: inout Transaction
    ) throws -> [Unit] {
        try Refusal.unlessKnown(
            kind, among: transaction.query("SELECT code FROM unit_kind ORDER BY code") { try $0["code"] as String },
            Phrase("loại đơn vị", "kind of unit"))
        return try transaction.query(
            """
            \(select) WHERE u.kind = coalesce(\(kind), u.kind) AND h.code = coalesce(\(house), h.code)
              AND (\(search)::text IS NULL OR strpos(fold(u.name), fold(\(search))) > 0)
            ORDER BY h.kind, h.code, u.parent NULLS FIRST, u.kind DESC, u.code
            """, Unit.init)
    }

    /// The unit with this code.
    ///
    /// - Throws: ``Refusal`` if there is none.
    public static func find(_ code: String, _ transaction: inout Transaction) throws -> Unit {
        let code = try self.code(code, &transaction)
        guard let unit = try transaction.first("\(select) WHERE u.code = \(code)", Unit.init) else {
            throw Refusal.noUnit(code)
        }
        return unit
    }

    /// A unit's code, as it is stored.
    ///
    /// - Throws: ``Refusal`` if there is no such unit.
    public static func code(_ code: String, _ transaction: inout Transaction) throws -> String {
        let found: String?? = try transaction.first("SELECT read_unit(\(code)) AS code") { try $0["code"] }
        guard let found, let found else { throw Refusal.noUnit(code) }
        return found
    }

    private static let select: SQL = """
        SELECT u.code, u.kind, u.name, u.parent, s.civil_servants
        FROM unit u
        JOIN unit h ON h.code = coalesce(u.parent, u.code)
        LEFT JOIN staffing_in_force s ON (s.house, s.unit) = (h.code, u.code)
        """

    private init(_ row: borrowing Row) throws {
        code = try row["code"]
        kind = try row["kind"]
        name = try row["name"]
        parent = try row["parent"]
        civilServants = try row["civil_servants"]
    }
}

extension Refusal {
    static func noUnit(_ code: String) -> Refusal {
        Refusal(
            .notFound, Phrase("Không có đơn vị mang mã \(code).", "There is no unit with the code \(code)."),
            hint: Phrase("Xem: thidua unit list", "See: thidua unit list"))
    }
}
