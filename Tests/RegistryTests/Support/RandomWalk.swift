import Postgres
import Registry
import TestSupport

/// Random actions in a separate registry: as the administrator, and as the clerks of 01, 04 and the headquarters.
final class RandomWalk {
    private var superuser: Connection
    private var administrator: Connection
    private let clerks: [Clerk]
    private var dice: SeededGenerator
    private(set) var campaign = ""
    private var seen = Sighting()
    private var circumstances = Sighting.Circumstances(isAdministrator: true, unit: nil, isLate: false)
    private var isLate = false
    private(set) var civilServants = 300
    private(set) var areaOffices = 15
    private var oddities: [String] = []
    private var rowsOfTrail: Int?
    private var stepsSinceLook = 0
    private(set) var statesReached: Set<String> = []

    /// A class, because connections cannot be copied, and so cannot be stored in an array.
    private final class Clerk {
        let unit: String
        var connection: Connection

        init(_ login: RegistryDatabase.Login, _ conninfo: String) throws {
            unit = login.unit ?? ""
            connection = try Connection(login.conninfo(conninfo))
        }
    }

    init(_ conninfo: String, seed: UInt64) throws {
        superuser = try Connection(conninfo)
        administrator = try Connection(RegistryDatabase.Login.administrator.conninfo(conninfo))
        clerks = try [.clerk01, .clerk04, .clerkOfHeadquarters].map { try Clerk($0, conninfo) }
        dice = SeededGenerator(seed: seed)
        try importStaffing()
        let bureaus = (1...3).map { "CUC,Cơ quan Cục,Ban \($0),bureau,9\r\n" }.joined()
        try StaffingImport.run(csv: ProvinceFixture.header + bureaus, on: &superuser)
    }

    /// Begins another campaign: every slot is free again.
    func begin(_ code: String) throws {
        campaign = code
        isLate = false
        seen = Sighting()
        try superuser.execute("SELECT FROM campaign_copy('606/KH-CQLTHADS', \(code), clock_timestamp() + interval '30 days')")
    }

    func end() throws {
        try superuser.execute("UPDATE campaign SET deadline = clock_timestamp() WHERE code = \(campaign)")
    }

    // MARK: Steps

    /// Performs a random action as a random actor.
    ///
    /// - Returns: The action and its outcome, for the record.
    func step() throws -> String {
        let action = Action.bag.randomElement(using: &dice) ?? .add
        // The deadline: seldom in the past, and then not for long.
        if Int.random(in: 0..<(isLate ? 12 : 40), using: &dice) == 0 { try moveDeadline() }
        if action == .staff { return try staff() }
        let actor = Int.random(in: 0..<6, using: &dice)
        let clerk = actor < 3 ? clerks[actor] : nil
        circumstances = .init(isAdministrator: clerk == nil, unit: clerk?.unit, isLate: isLate)
        let act = Act(action, clerk?.unit, seen, campaign, &dice)
        do {
            if let clerk { try act.run(on: &clerk.connection) } else { try act.run(on: &administrator) }
            return "\(act): done"
        } catch {
            let refusal = Refusal(error)
            let isOdd = [.internalError, .schemaOutdated, .databaseUnreachable, .busy, .fileNotFound].contains(refusal.code)
            if isOdd { oddities.append("\(act): \(refusal.code): \(refusal.cause ?? refusal.message.en)") }
            return "\(act): \(refusal.constraint ?? refusal.code.rawValue)"
        }
    }

    private func moveDeadline() throws {
        isLate.toggle()
        let days = isLate ? 0.0 : 30.0
        try superuser.execute(
            "UPDATE campaign SET deadline = clock_timestamp() + \(days) * interval '1 day' WHERE code = \(campaign)")
    }

    /// Imports another staffing table, which is refused where the remaining slots would not be enough.
    private func staff() throws -> String {
        circumstances = .init(isAdministrator: true, unit: nil, isLate: isLate)
        // A closed campaign keeps its quotas, so an import would prove nothing. Besides, it takes as long as a hundred other
        // steps.
        guard !isLate, Int.random(in: 0..<5, using: &dice) == 0 else { return "nothing" }
        let before = (civilServants, areaOffices)
        civilServants = [199, 200, 500, 501].randomElement(using: &dice) ?? 200
        areaOffices = [14, 15].randomElement(using: &dice) ?? 14
        do {
            try importStaffing()
            return "staffing \(civilServants), \(areaOffices): done"
        } catch {
            (civilServants, areaOffices) = before
            let refusal = Refusal(error)
            if refusal.code != .quotaBelowUse { oddities.append("staffing: \(refusal)") }
            return "staffing: \(refusal.code)"
        }
    }

    private func importStaffing() throws {
        let csv = [("01", "Hà Nội"), ("04", "Cao Bằng")].map { code, name in
            ProvinceFixture(code: code, name: name, civilServants: civilServants, areaOffices: areaOffices).csv
        }.joined()
        try StaffingImport.run(csv: ProvinceFixture.header + csv, on: &superuser)
    }

    // MARK: Violations

    /// What is wrong with the current state, or with how it was reached.
    func violations() throws -> [String] {
        // Most steps are refused. That they have left the trail unchanged is checked every time, the rest only now and then.
        let rows: Int? = try superuser.first("SELECT sum(number)::bigint AS rows FROM audit_head") { try $0["rows"] }
        stepsSinceLook += 1
        guard rows != rowsOfTrail || stepsSinceLook == 10 else { return oddities }
        (rowsOfTrail, stepsSinceLook) = (rows, 0)
        let before = seen
        seen = try Sighting(of: campaign, on: &superuser)
        statesReached.formUnion(seen.nominations.values.map(\.state))
        return oddities + seen.violations(civilServants: civilServants, areaOffices: areaOffices)
            + seen.violations(since: before, circumstances)
    }

    /// What is wrong with the trail, which has every change of every campaign.
    func trailViolations() throws -> [String] {
        try superuser.faults() + superuser.trailViolations() + superuser.gaps()
    }
}

extension Connection {
    /// Where the trail lacks changes of nominations, dossiers and documents, or contradicts the tables.
    mutating func trailViolations() throws -> [String] {
        let steps = try query(
            "SELECT nomination AS id, before ->> 'state' AS earlier, after ->> 'state' AS later FROM audit WHERE relation = 'nomination'"
        ) { (id: try $0["id"] as Int, earlier: try $0["earlier"] as String?, later: try $0["later"] as String?) }
        let impossible = steps.filter { step in
            guard let later = step.later else { return true }
            return step.earlier.map { $0 != later && Rules.steps[$0]?.contains(later) != true } ?? (later != "draft")
        }
        let differences: [String] = try query(
            """
            WITH recorded AS (
                SELECT a.*, lag(a.after) OVER up AS after_before, lead(a.number) OVER up IS NULL AS is_last,
                       CASE a.relation WHEN 'nomination' THEN a.nomination::text WHEN 'document' THEN coalesce(a.after, a.before) ->> 'id'
                                       ELSE coalesce(a.after, a.before) ->> 'campaign' END AS key
                FROM (
                    -- With personal data, which includes a name if a person was nominated before or after the change.
                    SELECT a.chain, a.number, a.relation, a.nomination, a.before || coalesce(p.before, '{}') AS before,
                           a.after || coalesce(p.after, '{}') AS after
                    FROM audit a LEFT JOIN audit_personal p USING (chain, number) WHERE a.relation IN ('nomination', 'dossier', 'document')) a
                WINDOW up AS (PARTITION BY a.chain, a.relation, CASE a.relation WHEN 'nomination' THEN a.nomination::text
                    WHEN 'document' THEN coalesce(a.after, a.before) ->> 'id' ELSE coalesce(a.after, a.before) ->> 'campaign' END ORDER BY a.number)
            ), kept AS (
                SELECT 'nomination' AS relation, unit, id::text AS key, state AS content FROM nomination
                UNION ALL SELECT 'dossier', unit, campaign, is_open::text FROM dossier
                UNION ALL SELECT 'document', unit, id::text, encode(sha256, 'hex') FROM document
            )
            SELECT format('%s %s: a change is missing before %s', relation, key, number) AS fault FROM recorded
            WHERE before IS DISTINCT FROM after_before
            UNION ALL
            SELECT format('%s %s differs from the trail', coalesce(k.relation, t.relation), coalesce(k.key, t.key))
            FROM kept k FULL JOIN (SELECT * FROM recorded WHERE is_last AND after IS NOT NULL) t ON (k.relation, k.unit, k.key) = (t.relation, t.chain, t.key)
            WHERE k.content IS DISTINCT FROM CASE t.relation WHEN 'nomination' THEN t.after ->> 'state' WHEN 'dossier' THEN t.after ->> 'is_open'
                                                  ELSE substr(t.after ->> 'sha256', 3) END
            UNION ALL
            SELECT format('%s %s was deleted', relation, key) FROM recorded WHERE is_last AND after IS NULL AND relation <> 'document'
            UNION ALL
            SELECT format('the file of document %s is gone', key) FROM recorded t
            -- One that was replaced is kept if it had been submitted.
            WHERE t.relation = 'document'
              AND (t.is_last AND t.after IS NOT NULL OR EXISTS (
                  SELECT FROM submitted_file s WHERE s.unit = t.chain AND encode(s.sha256, 'hex') = substr(coalesce(t.after, t.before) ->> 'sha256', 3)))
              AND NOT EXISTS (
                  SELECT FROM file f WHERE f.unit = t.chain AND encode(f.sha256, 'hex') = substr(coalesce(t.after, t.before) ->> 'sha256', 3))
            UNION ALL
            SELECT format('file %s of %s is of no document', encode(f.sha256, 'hex'), f.unit) FROM file f
            WHERE NOT EXISTS (SELECT FROM document d WHERE (d.unit, d.sha256) = (f.unit, f.sha256))
              AND NOT EXISTS (SELECT FROM submitted_file s WHERE (s.unit, s.sha256) = (f.unit, f.sha256))
            """
        ) { try $0["fault"] }
        return impossible.map { "\($0.id): not a legal step: \($0.earlier ?? "–") → \($0.later ?? "–")" } + differences
    }
}
