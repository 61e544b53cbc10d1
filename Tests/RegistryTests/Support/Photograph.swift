import Postgres
import Registry

/// A campaign's rows at one moment, read straight from tables and views, to be compared with what schema `past` says later.
struct Photograph {
    /// When it was taken, by the database's clock: ISO 8601 in UTC, to the microsecond.
    let moment: String
    private let campaign: String
    private let contents: [String: String]

    /// Photographs the current state.
    init(of campaign: String, on connection: inout Connection) throws {
        let moment: String? = try connection.first("SELECT clock_timestamp()::text AS moment") { try $0["moment"] }
        self.moment = moment ?? ""
        self.campaign = campaign
        contents = try connection.transaction { try Self.read(campaign, "public", "infinity", &$0) }
    }

    /// The relations for which schema `past` reports other rows.
    func differences(on connection: inout Connection) throws -> [String] {
        let past = try connection.transaction { try Self.read(campaign, "past, public", moment, &$0) }
        return contents.filter { past[$0.key] != $0.value }.map { name, then in
            "\(name) at \(moment): \(then.count) \(past[name]?.count ?? 0) \(Self.firstDifference(then, past[name] ?? ""))"
        }.sorted()
    }

    private static func read(
        _ campaign: String, _ path: String, _ moment: String, _ transaction: inout Transaction
    ) throws -> [String: String] {
        try transaction.execute(
            "SELECT set_config('search_path', \(path), true), set_config('thidua.moment', \(moment), true), set_config('thidua.campaign', \(campaign), true)"
        )
        // Every table and view that schema `past` has. Times of change, and contents recorded only as a hash, are not in the
        // trail. There is only one campaign in the past.
        return try transaction.query(
            """
            SELECT v.relname, coalesce((xpath('/row/rows/text()', query_to_xml(format(
                'SELECT string_agg(row::text, E''\\n'' ORDER BY row::text) AS rows FROM (SELECT to_jsonb(t) - ''{changed_at,content}''::text[] FROM %I t) q (row) '
                'WHERE coalesce(row ->> ''campaign'', CASE WHEN row ? ''deadline'' THEN row ->> ''code'' END, %L) = %2$L', v.relname, \(campaign)::text), false, true, '')))[1]::text, '') AS rows
            FROM pg_class v WHERE v.relnamespace = 'past'::regnamespace AND v.relkind = 'v' AND v.relname <> 'undone'
            """
        ) { (try $0["relname"] as String, try $0["rows"] as String) }
        .reduce(into: [:]) { $0[$1.0] = $1.1 }
    }

    private static func firstDifference(_ one: String, _ other: String) -> String {
        let (mine, theirs) = (Set(one.split(separator: "\n")), Set(other.split(separator: "\n")))
        return "– \(mine.subtracting(theirs).first ?? "") + \(theirs.subtracting(mine).first ?? "")"
    }
}
