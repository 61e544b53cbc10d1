import Postgres

extension AuditCheck {
    /// A row that differs from what the trail says: it was changed while the triggers were off.
    public struct Gap: Sendable, Equatable {
        /// Its table.
        public let relation: String
        /// What identifies it, as a JSON object; personal values are "…" for logins that may not see them.
        public let key: String
        /// The same, for people: `staff_no A1, unit 01`.
        public let name: String
        /// The columns that differ; empty if there is no such row in the table, or in the trail.
        public let columns: [String]
        /// How it differs.
        public let kind: Kind

        /// How a row can differ from the trail.
        public enum Kind: String, Sendable {
            /// Some of its columns differ.
            case changed
            /// It is in the trail, but not in the table.
            case missing
            /// It is in the table, but not in the trail.
            case unknown
        }
    }
}

extension AuditCheck.Gap {
    static func find(_ transaction: inout Transaction) throws -> [AuditCheck.Gap] {
        try transaction.query(
            """
            SELECT g.relation, g.key::text AS key, g.columns, g.fault,
                   (SELECT coalesce(string_agg(concat_ws(' ', e.key, e.value), ', ' ORDER BY e.key), '') FROM jsonb_each_text(g.key) e) AS name
            FROM audit_gap() g
            """
        ) { row in
            guard let kind = Kind(rawValue: try row["fault"] as String) else {
                throw Refusal(.internalError, Phrase("Mã lỗi không xác định.", "Unknown code."))
            }
            return AuditCheck.Gap(
                relation: try row["relation"], key: try row["key"], name: try row["name"], columns: try row["columns"],
                kind: kind)
        }
    }

    /// What is wrong, in words.
    public var phrase: Phrase {
        let row = Phrase("Bảng \(relation), dòng \(name)", "Table \(relation), row \(name)")
        let names = columns.joined(separator: ", ")
        return switch kind {
        case .changed:
            Phrase(
                "\(row.vi): nội dung cột \(names) khác với nhật ký.",
                "\(row.en): \(columns.count == 1 ? "column" : "columns") \(names) \(columns.count == 1 ? "differs" : "differ") from the trail."
            )
        case .missing:
            Phrase("\(row.vi): có trong nhật ký nhưng không có trong bảng.", "\(row.en) is in the trail, but not in the table.")
        case .unknown:
            Phrase("\(row.vi): có trong bảng nhưng không có trong nhật ký.", "\(row.en) is in the table, but not in the trail.")
        }
    }
}
