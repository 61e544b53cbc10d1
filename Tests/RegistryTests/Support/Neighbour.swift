import Postgres
import Registry
import TestSupport

/// A unit about which the clerk of 01 must learn nothing.
struct Neighbour {
    var conninfo = ""
    private var values: [String: String]

    /// Strings that appear only in 04's rows.
    static let marks = ["Cao Bằng", "04-KV", "Hoàng Thị Lạ", "B1", "B2", "\"04\"", "(04,", ",04,", ",04)"]

    /// Nonexistent values, in the same form as existing ones.
    static let nonexistent = Neighbour(values: [
        "U": "99", "O": "99-KV01", "P": "Z1", "R": "Z2", "N": "999999999999", "D": "999999999998", "F": "255044462d7a2525454f46",
    ])

    private init(values: [String: String]) {
        self.values = values
    }

    /// Fills a registry: 01 and 04 each have staffing, and have nominated an office and a person. 04 has registered another
    /// person, and its dossier has been submitted, endorsed and decided. 01's dossier is open, with all documents, none of which
    /// states anything yet.
    init(_ superuser: inout Connection, _ conninfo: String) throws {
        let csv =
            ProvinceFixture.header + ProvinceFixture(civilServants: 300, areaOffices: 3).csv
            + ProvinceFixture(code: "04", name: "Cao Bằng", civilServants: 250, areaOffices: 4).csv
        try StaffingImport.run(csv: csv, on: &superuser)
        for (unit, staffNo, name) in [("01", "A1", "Trần Thị Hòa"), ("04", "B1", "Hoàng Thị Lạ")] {
            let campaign = "TEST"
            _ = try Nomination.add(
                .init(
                    campaign: campaign, unit: unit, award: "director_certificate", nominee: .collective(code: "\(unit)-KV01")),
                on: &superuser)
            let person = Nominee.Individual(name: name, staffNo: staffNo, position: "Chấp hành viên", workplace: unit)
            _ = try Nomination.add(
                .init(campaign: campaign, unit: unit, award: "director_certificate", nominee: .individual(person)), on: &superuser
            )
        }
        try superuser.execute("INSERT INTO person (unit, staff_no, name) VALUES ('04', 'B2', 'Hoàng Thị Lạ')")
        let endorsed = try Nomination.add(
            .init(campaign: "TEST", unit: "04", award: "minister_certificate", nominee: .collective(code: "04-KV02")),
            on: &superuser)
        let report = try Self.conclude(endorsed, on: &superuser)
        try Self.begin(on: &superuser)
        try superuser.execute(
            script: """
                SELECT database_close();
                CREATE FUNCTION mine.test_explain(query text) RETURNS SETOF text LANGUAGE plpgsql AS 'BEGIN RETURN QUERY EXECUTE query; END';
                ANALYZE;
                """)
        self.conninfo = conninfo
        values = ["U": "04", "O": "04-KV01", "P": "B1", "R": "B2", "N": "\(endorsed.id)", "D": "\(report)"]
        // A file that 04 has, which for 01 must be like any other.
        values["F"] = CompleteDossier(unit: "04").letter.content.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Submits 04's dossier, endorses all of it, and records the council's opinions and the award of the Director's certificates.
    private static func conclude(_ endorsed: Nomination, on superuser: inout Connection) throws -> Int {
        let dossier = try DossierFixture(unit: "04").submit(on: &superuser)
        for nomination in dossier.nominations { _ = try Endorsement.add(nomination.id, on: &superuser) }
        let votes = dossier.nominations.map { Document.Votes(nomination: $0.id, approving: 1, total: 1) }
        let session = CouncilOpinion.Session(heldOn: "2026-05-05", members: [("Lê Văn Chủ", "Chủ tịch")], votes: votes)
        _ = try CouncilOpinion.record(session, campaign: "TEST", on: &superuser)
        let awarded = dossier.nominations.map(\.id).filter { $0 != endorsed.id }
        _ = try Decision.record("1/QD", campaign: "TEST", on: "2026-05-20", awarded: awarded, declined: [], on: &superuser)
        return dossier.documents.first { $0.nomination == endorsed.id }?.id ?? 0
    }

    private static func begin(on superuser: inout Connection) throws {
        let own = try DossierFixture().find(on: &superuser).nominations
        for nomination in own { try DossierFixture().attest(nomination, on: &superuser) }
        for (kind, nomination) in [("proposal_letter", nil), ("selection_minutes", nil), ("achievement_report", own.last?.id)] {
            let entry = Document.Entry(kind: kind, nomination: nomination, fileName: "x.pdf", content: CompleteDossier.pdf(kind))
            _ = try Document.attach(entry, unit: "01", campaign: "TEST", on: &superuser)
        }
    }

    /// A query with this unit's values in place of `$U`, `$O`, `$P`, `$R`, `$N`, `$D` and `$F`.
    func query(_ template: String) -> String {
        values.reduce(template) { $0.replacing("$" + $1.key, with: $1.value) }
    }

    /// A plan without these values, which appear there in quotes, in an array's braces, or at the end of a login.
    func anonymous(_ plan: String) -> String {
        values.sorted { $0.value.count > $1.value.count }.reduce(plan) { plan, value in
            ["'", "{", "_", "\\x"].reduce(plan) { $0.replacing($1 + value.value, with: "\($1)$\(value.key)") }
                // A number that happens to be small is written as it is.
                .replacing("= \(value.value))", with: "= '$\(value.key)'::bigint)")
        }
    }
}

extension Connection {
    /// The rows of a query that is built at run time, as PostgreSQL writes a row: `(01,t)`.
    mutating func rows(_ query: String) throws -> [String] {
        try transaction { try $0.rows(query) }
    }

    /// Everything that a script returns to its sender: its rows, or the complete error. Its changes are rolled back.
    mutating func answer(to script: String) -> String {
        struct Undone: Error { let text: String }
        do {
            return try transaction { transaction in
                let parts = script.split(separator: "; ", maxSplits: 1).map(String.init)
                let isSetting = parts.count == 2 && parts[0].hasPrefix("SET LOCAL")
                if isSetting { try transaction.execute(script: parts[0]) }
                throw Undone(text: try transaction.rows(isSetting ? parts[1] : script).joined(separator: "\n"))
            }
        } catch let undone as Undone {
            return undone.text
        } catch let error as ServerError {
            let parts = [error.constraint, error.table, error.detail, error.hint, error.context]
            return "\(error.sqlState) \(error.message) " + parts.map { $0 ?? "–" }.joined(separator: " | ")
        } catch {
            return "\(error)"
        }
    }
}

extension Transaction {
    fileprivate mutating func rows(_ statement: String) throws -> [String] {
        if statement.hasPrefix("EXPLAIN") {
            return try query("SELECT test_explain(\(statement)) AS line") { try $0["line"] }
        }
        guard statement.hasPrefix("SELECT") else {
            try execute(script: statement)
            return ["done"]
        }
        try execute(script: "DECLARE asked CURSOR FOR SELECT ROW(asked.*)::text FROM (\(statement)) asked")
        defer { _ = try? execute("CLOSE asked") }
        return try query("FETCH ALL FROM asked") { try $0[0] }
    }
}
