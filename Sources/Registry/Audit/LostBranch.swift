import Postgres

/// Reports whose seal this registry does not know: they were made on a branch of the past that is not this one, such as by a primary that was replaced
/// before its standby had everything, or before a backup was restored.
public struct LostBranch: Sendable {
    /// The names of their files, the earliest first.
    public let reports: [String]
    /// The moment of the earliest, in ISO 8601; what was stored before may be missing here, too.
    public let asOf: String
    /// The units that have written here since the last seal that both branches have.
    public let units: [String]
}

extension LostBranch {
    /// Compares the seals in reports, as `report nightly` writes them in JSON, with those of this registry.
    ///
    /// - Returns: Nil if all of them are known.
    public static func find(_ files: [(name: String, text: String)], _ transaction: inout Transaction) throws -> LostBranch? {
        guard !files.isEmpty else { return nil }
        let found = try transaction.first(
            """
            WITH given AS (
                SELECT f.name, f.report #>> '{trail,hash}' AS hash, f.report ->> 'as_of' AS as_of
                FROM unnest(\(files.map(\.name))::text[], \(files.map(\.text))::jsonb[]) AS f (name, report)
                WHERE f.report ->> 'format' = 'thidua/quota-report'
            ), lost AS (
                SELECT g.* FROM given g WHERE NOT EXISTS (SELECT FROM seal s WHERE s.hash = g.hash)
            ), common AS (
                SELECT s.heads FROM seal s JOIN given g ON g.hash = s.hash ORDER BY s.number DESC LIMIT 1
            )
            SELECT ARRAY(SELECT name FROM lost ORDER BY as_of::timestamptz) AS reports,
                   (SELECT as_of FROM lost ORDER BY as_of::timestamptz LIMIT 1) AS as_of,
                   ARRAY(SELECT h.chain::text FROM audit_head h WHERE h.chain <> '*'
                           AND h.number > coalesce((SELECT (c.heads -> h.chain ->> 0)::bigint FROM common c), 0) ORDER BY h.chain) AS units
            """
        ) { row in
            (reports: try row["reports"] as [String], asOf: try row["as_of"] as String?, units: try row["units"] as [String])
        }
        guard let found, let asOf = found.asOf else { return nil }
        return LostBranch(reports: found.reports, asOf: asOf, units: found.units)
    }

    /// What it is, and what to do.
    public var phrase: Phrase {
        let names = reports.joined(separator: ", ")
        let moment = ReadableTime.of(asOf)
        let writers = units.isEmpty ? "–" : units.joined(separator: ", ")
        return Phrase(
            "Cơ sở dữ liệu này không có mã niêm phong của báo cáo đã lập (\(names); sớm nhất tính đến \(moment)): có thể đã mất những gì ghi sau lần niêm phong chung cuối cùng. Đơn vị đã ghi từ đó, cần kiểm tra lại: \(writers). Xem docs/operate/failures.md",
            "This database does not know the seal of reports that were made (\(names); the earliest is as of \(moment)): what was stored after the last common seal may be lost. Units that have written since, and should check: \(writers). See docs/operate/failures.md"
        )
    }
}
