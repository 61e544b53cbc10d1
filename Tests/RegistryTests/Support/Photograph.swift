import Postgres
import Registry

/// What the tables hold of a campaign, read straight from them, to be held against what the past is said to have been.
struct Photograph {
    /// When it was taken, by the database's clock: ISO 8601 in UTC, to the microsecond.
    let moment: String
    private let campaign: String
    private let contents: [String: String]

    /// Tables and views that have a past, with what their rows are told apart by. Times of change are not in the trail.
    private static let relations: [String: SQL] = [
        "campaign": "SELECT to_jsonb(t) AS row FROM campaign t",
        "directive": "SELECT to_jsonb(t) AS row FROM directive t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "staffing_current": "SELECT to_jsonb(t) AS row FROM staffing_current t",
        "quota": "SELECT to_jsonb(t) AS row FROM quota t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "dossier":
            "SELECT to_jsonb(t) - 'changed_at' AS row FROM dossier t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "endorsement":
            "SELECT to_jsonb(t) AS row FROM endorsement t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "nomination":
            "SELECT to_jsonb(t) - 'changed_at' AS row FROM nomination t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "attestation": "SELECT to_jsonb(t) AS row FROM attestation t",
        "completion": "SELECT to_jsonb(t) AS row FROM completion t",
        "conduct": "SELECT to_jsonb(t) AS row FROM conduct t", "document": "SELECT to_jsonb(t) AS row FROM document t",
        "certification": "SELECT to_jsonb(t) AS row FROM certification t",
        "declaration": "SELECT to_jsonb(t) AS row FROM declaration t",
        "selection_vote": "SELECT to_jsonb(t) AS row FROM selection_vote t",
        "house_staff": "SELECT to_jsonb(t) AS row FROM house_staff t",
        "staffing_in_force": "SELECT to_jsonb(t) AS row FROM staffing_in_force t",
        "dossier_fault":
            "SELECT to_jsonb(t) AS row FROM dossier_fault t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "dossier_status":
            "SELECT to_jsonb(t) AS row FROM dossier_status t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
        "ranking": "SELECT to_jsonb(t) AS row FROM ranking t WHERE campaign = (SELECT current_setting('thidua.campaign'))",
    ]

    /// Takes one of now.
    init(of campaign: String, on connection: inout Connection) throws {
        let moment: String? = try connection.first("SELECT clock_timestamp()::text AS moment") { try $0["moment"] }
        self.moment = moment ?? ""
        self.campaign = campaign
        contents = try connection.transaction { try Self.read(campaign, "public", "infinity", &$0) }
    }

    /// The relations whose past is said to have been another.
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
        return try relations.mapValues { query in
            let rows: String? = try transaction.first(
                "SELECT coalesce(string_agg(row::text, E'\\n' ORDER BY row::text), '') AS rows FROM (\(query)) q"
            ) { try $0["rows"] }
            return rows ?? ""
        }
    }

    private static func firstDifference(_ one: String, _ other: String) -> String {
        let (mine, theirs) = (Set(one.split(separator: "\n")), Set(other.split(separator: "\n")))
        return "– \(mine.subtracting(theirs).first ?? "") + \(theirs.subtracting(mine).first ?? "")"
    }
}
