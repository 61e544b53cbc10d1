import Postgres

/// How many nominations may be proposed or endorsed, and how many have been.
public struct Quota: Sendable {
    /// The campaign's code.
    public let campaign: String
    /// The province or the headquarters that holds it; `*` for the pool that all provinces share.
    public let unit: String
    /// The holder's name; nil for the pool.
    public let unitName: String?
    /// The award's code.
    public let award: String
    /// `collective` or `individual`.
    public let subject: String
    /// `proposal` or `endorsement`.
    public let stage: String
    /// The maximum number of slots.
    public let allowed: Int
    /// Slots that are taken.
    public let used: Int
    /// Slots that are free.
    public let remaining: Int
    /// What its size is based on.
    public let basis: Basis
    /// The circular's clause.
    public let clause: String

    /// What a quota's size is based on.
    public enum Basis: Sendable, Equatable {
        /// A number that the circular states.
        case fixed
        /// The number of civil servants.
        case civilServants(Int)
        /// The number of area offices.
        case areaOffices(Int)
    }
}

extension Quota {
    /// A campaign's quotas: the headquarters', the provinces' by code, then the pool.
    ///
    /// - Parameters:
    ///   - unit: Only those of the house to which this unit belongs; `*` for the pool.
    ///   - award: Only those for this award.
    public static func list(
        campaign: String, unit: String? = nil, award: String? = nil, _ transaction: inout Transaction
    ) throws -> [Quota] {
        let award = try award.map { try Award.code($0, &transaction) }
        return try transaction.query(
            """
            SELECT q.* FROM quota_status(campaign => \(campaign)) q
            JOIN award a ON a.code = q.award
            JOIN stage s ON s.code = q.stage
            WHERE (\(unit)::text IS NULL OR q.holder = \(unit) OR q.holder = (SELECT coalesce(parent, code) FROM unit WHERE code = \(unit)))
              AND (\(award)::text IS NULL OR q.award = \(award))
            ORDER BY q.holder = '*', q.holder_kind, q.holder, a.rank, q.subject, s.rank
            """, Quota.init)
    }

    private init(_ row: borrowing Row) throws {
        campaign = try row["campaign"]
        unit = try row["holder"]
        unitName = try row["holder_name"]
        award = try row["award"]
        subject = try row["subject"]
        stage = try row["stage"]
        allowed = try row["allowed"]
        used = try row["used"]
        remaining = try row["remaining"]
        clause = try row["clause"]
        basis = Basis(measure: try row["measure"] as String, measured: try row["measured"] as Int?)
    }
}

extension Quota.Basis {
    /// From a rule's measure (`none`, `civil_servants` or `area_offices`) and what was measured.
    public init(measure: String, measured: Int?) {
        switch (measure, measured) {
        case ("civil_servants", let count?): self = .civilServants(count)
        case ("area_offices", let count?): self = .areaOffices(count)
        default: self = .fixed
        }
    }

    /// Why the quota is what it is: "212 công chức".
    public var phrase: Phrase {
        switch self {
        case .fixed: Phrase("chỉ tiêu ấn định", "fixed number")
        case .civilServants(let count): Phrase("\(count) công chức", "\(count) civil servants")
        case .areaOffices(let count): Phrase("\(count) Phòng THADS khu vực", "\(count) area offices")
        }
    }
}
