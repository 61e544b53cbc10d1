import Postgres

/// The units visible to a login, as forms offer them to choose from.
public struct UnitDirectory: Sendable {
    /// In the order of their codes, a house before its parts.
    public let units: [Entry]
    /// The kinds' codes, a house's before its parts'.
    public let kinds: [String]
    /// The house of the login's unit; nil if it is tied to none.
    public let ownHouse: String?

    /// A unit, and what it may be in a nomination.
    public struct Entry: Sendable {
        /// `CUC`, `01`, `01-KV03`.
        public let code: String
        /// The kind's code.
        public let kind: String
        /// Its name in full, in Vietnamese.
        public let name: String
        /// The code of its province, or of the headquarters.
        public let house: String
        /// What its house is called in a staffing table: `Hà Nội`, `Cơ quan Cục`.
        public let province: String
        /// Whether it sends dossiers (clause 2).
        public let proposes: Bool
        /// Whether it can be nominated as a collective (N1).
        public let isNominated: Bool
    }

    /// Reads the directory.
    public init(_ transaction: inout Transaction) throws {
        // A clerk can see neither the short names in `unit_alias` nor `proposes_under` and `nominated_under`, which follow from
        // the kind. The result is only used for forms: what is entered is still checked against those two.
        units = try transaction.query(
            """
            SELECT u.code, u.kind, u.name, h.code AS house, regexp_replace(h.name, '^THADS (tỉnh|thành phố) ', '') AS province,
                   u.kind IN ('headquarters', 'bureau', 'province') AS proposes, u.kind <> 'headquarters' AS is_nominated
            FROM unit u JOIN unit h ON h.code = coalesce(u.parent, u.code)
            ORDER BY h.kind, h.code, u.parent NULLS FIRST, u.kind DESC, u.code
            """, Entry.init)
        kinds = try transaction.query("SELECT code FROM unit_kind ORDER BY coalesce(parent, code), parent NULLS FIRST, code") {
            try $0["code"]
        }
        let own: String?? = try transaction.first("SELECT own_house() AS house") { try $0["house"] }
        ownHouse = own ?? nil
    }

    /// The headquarters and the provinces.
    public var houses: [Entry] { units.filter { $0.code == $0.house } }

    /// The units of a house, itself first.
    public func units(of house: String) -> [Entry] { units.filter { $0.house == house } }
}

extension UnitDirectory.Entry {
    fileprivate init(_ row: borrowing Row) throws {
        code = try row["code"]
        kind = try row["kind"]
        name = try row["name"]
        house = try row["house"]
        province = try row["province"]
        proposes = try row["proposes"]
        isNominated = try row["is_nominated"]
    }
}
