import Postgres

/// A row of the trail: one change, by whom, when and from which tool.
public struct AuditEntry: Sendable {
    /// The unit whose trail it is in; `*` for changes that belong to none.
    public let chain: String
    /// Its number there, from 1.
    public let number: Int
    /// ISO 8601, by the clock in Hanoi.
    public let at: String
    /// The login.
    public let login: String
    /// The tool and its version, as reported by the tool.
    public let tool: String
    /// The table changed; `seal` if the heads of all chains were recorded.
    public let relation: String
    /// `insert`, `update`, `delete` or `seal`.
    public let operation: String
    /// The nomination that it is about.
    public let nomination: Int?
    /// The row before, as a JSON object; nil if it is new.
    public let before: String?
    /// The row after, as a JSON object; nil if it was deleted.
    public let after: String?
    /// What differs, for people: `slot: 3 → 2; …`.
    public let changes: String
    /// Whether personal data in it is hidden from this login.
    public let isMasked: Bool
}

extension AuditEntry {
    /// Which rows to list.
    public struct Filter: Sendable {
        /// Only this unit's.
        public var unit: String?
        /// Only those about this person, by staff number.
        public var person: String?
        /// Only those about this nomination.
        public var nomination: Int?
        /// Only those by this login.
        public var login: String?
        /// Only those from this time on: 25/4/2026, 2026-04-25 or an instant.
        public var since: String?
        /// Only those before this time.
        public var until: String?
        /// Only this many, the latest; nil for all.
        public var limit: Int?

        /// Everything that is visible to the login.
        public init() {}
    }

    /// Rows of the trail, the latest last.
    public static func list(_ filter: Filter, _ transaction: inout Transaction) throws -> [AuditEntry] {
        let unit = try filter.unit.map { $0 == "*" ? $0 : try Unit.code($0, &transaction) }
        return try transaction.query(
            """
            SELECT * FROM (
                SELECT t.at AS moment, t.chain, t.number, in_hanoi(t.at) AS at, t.login, t.tool, t.relation, t.operation, t.nomination,
                       t.before::text AS before, t.after::text AS after, t.is_masked, coalesce(c.changes, '') AS changes
                FROM audit_trail t
                LEFT JOIN LATERAL (
                    SELECT string_agg(concat(key, ': ', (t.before ->> key) || CASE WHEN t.after IS NULL THEN '' ELSE ' → ' END,
                                             CASE WHEN t.after IS NOT NULL THEN coalesce(t.after ->> key, '–') END), '; ' ORDER BY key)
                    FROM jsonb_object_keys(coalesce(t.before, '{}') || coalesce(t.after, '{}')) AS key
                    WHERE t.operation <> 'seal' AND t.before -> key IS DISTINCT FROM t.after -> key
                ) c (changes) ON true
                WHERE (\(unit)::text IS NULL OR t.chain = \(unit))
                  AND (\(filter.person)::text IS NULL OR t.staff_no = read_code(\(filter.person)))
                  AND (\(filter.nomination)::bigint IS NULL OR t.nomination = \(filter.nomination))
                  AND (\(filter.login)::text IS NULL OR t.login = \(filter.login))
                  AND (\(filter.since)::text IS NULL OR t.at >= read_moment(\(filter.since)))
                  AND (\(filter.until)::text IS NULL OR t.at < read_moment(\(filter.until)))
                ORDER BY t.at DESC, t.chain DESC, t.number DESC
                LIMIT \(filter.limit)
            ) latest
            ORDER BY moment, chain, number
            """, AuditEntry.init)
    }

    private init(_ row: borrowing Row) throws {
        chain = try row["chain"]
        number = try row["number"]
        at = try row["at"]
        login = try row["login"]
        tool = try row["tool"]
        relation = try row["relation"]
        operation = try row["operation"]
        nomination = try row["nomination"]
        before = try row["before"]
        after = try row["after"]
        changes = try row["changes"]
        isMasked = try row["is_masked"]
    }
}
