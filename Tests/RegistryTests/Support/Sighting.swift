import Postgres

/// The visible state of a campaign, read from the tables themselves and not through the views that the product reads.
struct Sighting {
    /// A nomination, and what belongs to it.
    struct Nominated: Equatable {
        /// Its position among the campaign's nominations in the order of entry: nomination numbers are random.
        let rank: Int
        let unit: String
        let house: String
        let award: String
        let subject: String
        let nominee: String
        let state: String
        let slot: Int?
        /// Who is nominated for what, and as what.
        let content: String
        /// What was attested, declared, counted, certified and attached for it.
        let parts: String
        /// What it lacks and must have once it is submitted.
        let lacks: String
        let isEndorsed: Bool
        let outcome: String?
    }

    /// A unit's dossier.
    struct Sent: Equatable {
        let isOpen: Bool
        let hasPaper: Bool
        let documents: String
    }

    var nominations: [Int: Nominated] = [:]
    var dossiers: [String: Sent] = [:]

    /// Nominations by number, in the order in which they were entered.
    func numbers(where isMeant: (Nominated) -> Bool) -> [Int] {
        nominations.filter { isMeant($0.value) }.sorted { $0.value.rank < $1.value.rank }.map(\.key)
    }
}

extension Sighting {
    init(of campaign: String, on connection: inout Connection) throws {
        let rows = try connection.query(
            """
            SELECT n.id, rank() OVER (ORDER BY n.entered_at) AS rank, n.unit, n.holder, n.award, n.subject, n.state, n.slot, coalesce(n.unit || ' ' || n.collective, n.staff_no) AS nominee,
                   concat_ws('|', n.unit, n.campaign, n.award, n.subject, n.collective, n.staff_no, n.position, n.workplace) AS content,
                   md5(concat_ws('|', a.all, c.all, b.all, d.document, v.all, f.all, r.all)) AS parts,
                   concat_ws(', ', CASE WHEN a.count IS DISTINCT FROM 6 THEN 'criteria' END,
                       CASE WHEN c.count IS DISTINCT FROM 3 THEN 'directives' END,
                       CASE WHEN b.count IS DISTINCT FROM CASE n.subject WHEN 'collective' THEN 1 ELSE 6 END THEN 'conduct' END,
                       CASE WHEN b.applies THEN 'eligibility' END, CASE WHEN d.document IS DISTINCT FROM l.id THEN 'declaration' END,
                       CASE WHEN v.document IS DISTINCT FROM m.id THEN 'votes' END, CASE WHEN r.id IS NULL THEN 'report' END,
                       CASE WHEN f.document IS DISTINCT FROM r.id OR f.is_own THEN 'certification' END,
                       CASE WHEN l.id IS NULL THEN 'letter' END, CASE WHEN m.id IS NULL THEN 'minutes' END) AS lacks,
                   EXISTS (SELECT FROM endorsement e WHERE (e.unit, e.nomination) = (n.unit, n.id)) AS is_endorsed,
                   (SELECT o.outcome FROM decision_outcome o WHERE (o.unit, o.nomination) = (n.unit, n.id)) AS outcome
            FROM nomination n
            LEFT JOIN LATERAL (SELECT count(*), string_agg(a::text, ',' ORDER BY a.criterion) AS all FROM attestation a WHERE (a.unit, a.nomination) = (n.unit, n.id)) a ON true
            LEFT JOIN LATERAL (SELECT count(*), string_agg(c::text, ',' ORDER BY c.directive) AS all FROM completion c WHERE (c.unit, c.nomination) = (n.unit, n.id)) c ON true
            LEFT JOIN LATERAL (SELECT count(*), bool_or(b.applies) AS applies, string_agg(b::text, ',' ORDER BY b.bar) AS all
                               FROM conduct b WHERE (b.unit, b.nomination) = (n.unit, n.id)) b ON true
            LEFT JOIN declaration d ON (d.unit, d.nomination) = (n.unit, n.id)
            LEFT JOIN LATERAL (SELECT v.document, v::text AS all FROM selection_vote v WHERE (v.unit, v.nomination) = (n.unit, n.id)) v ON true
            LEFT JOIN LATERAL (SELECT f.document, f.staff_no = n.staff_no OR f.agency = n.collective AS is_own, f::text AS all
                               FROM certification f WHERE (f.unit, f.nomination) = (n.unit, n.id)) f ON true
            LEFT JOIN LATERAL (SELECT r.id, r::text AS all FROM document r WHERE (r.unit, r.nomination, r.kind) = (n.unit, n.id, 'achievement_report')) r ON true
            LEFT JOIN document l ON (l.unit, l.campaign, l.kind) = (n.unit, n.campaign, 'proposal_letter')
            LEFT JOIN document m ON (m.unit, m.campaign, m.kind) = (n.unit, n.campaign, 'selection_minutes')
            WHERE n.campaign = \(campaign)
            """
        ) { row in
            (
                try row["id"] as Int,
                Nominated(
                    rank: try row["rank"], unit: try row["unit"], house: try row["holder"], award: try row["award"],
                    subject: try row["subject"],
                    nominee: try row["nominee"], state: try row["state"], slot: try row["slot"], content: try row["content"],
                    parts: try row["parts"], lacks: try row["lacks"], isEndorsed: try row["is_endorsed"],
                    outcome: try row["outcome"])
            )
        }
        nominations = Dictionary(uniqueKeysWithValues: rows)
        let sent = try connection.query(
            """
            SELECT d.unit, d.is_open, d.paper_at IS NOT NULL AS has_paper,
                   coalesce((SELECT string_agg(x::text, ',' ORDER BY x.id) FROM document x
                             WHERE (x.unit, x.campaign) = (d.unit, d.campaign) AND x.nomination IS NULL), '') AS documents
            FROM dossier d WHERE d.campaign = \(campaign)
            """
        ) {
            (
                try $0["unit"] as String,
                Sent(isOpen: try $0["is_open"], hasPaper: try $0["has_paper"], documents: try $0["documents"])
            )
        }
        dossiers = Dictionary(uniqueKeysWithValues: sent)
    }
}

// MARK: What docs/develop/rules.md forbids

extension Sighting {
    /// What is wrong with this state by itself.
    func violations(civilServants: Int, areaOffices: Int) -> [String] {
        var wrong: [String] = []
        let standing = nominations.values.filter { $0.state != "withdrawn" && $0.state != "disqualified" }
        for (quota, rows) in Dictionary(grouping: standing, by: { [$0.house, $0.award, $0.subject] }) {
            let allowed = Rules.allowed(quota[0], quota[1], quota[2], civilServants: civilServants, areaOffices: areaOffices)
            let slots = rows.compactMap(\.slot)
            if rows.count > allowed { wrong.append("\(rows.count) of \(allowed): \(quota)") }
            if slots.count != rows.count || Set(slots).count != rows.count || slots.contains(where: { $0 < 1 }) {
                wrong.append("slots \(slots): \(quota)")
            }
        }
        let taken = nominations.values.filter { $0.state != "withdrawn" }.map(\.nominee)
        if Set(taken).count != taken.count { wrong.append("N2: \(taken.sorted())") }
        for (subject, size) in [("collective", 10), ("individual", 15)] {
            let pooled = nominations.values.filter {
                $0.isEndorsed && $0.house != "CUC" && $0.award == "minister_certificate" && $0.subject == subject
            }
            if pooled.count > size { wrong.append("pool of \(subject): \(pooled.count)") }
        }
        return wrong + nominations.flatMap { violations(of: $0.value, $0.key) }
    }

    private func violations(of nomination: Nominated, _ id: Int) -> [String] {
        var wrong: [String] = []
        let isFree = ["withdrawn", "disqualified"].contains(nomination.state)
        let isOpen = ["draft", "returned"].contains(nomination.state)
        let isSent = ["submitted", "endorsed", "awarded", "declined"].contains(nomination.state)
        if isFree && nomination.slot != nil { wrong.append("holds a slot") }
        if isSent && !nomination.lacks.isEmpty { wrong.append("lacks \(nomination.lacks)") }
        if isSent && dossiers[nomination.unit]?.isOpen != false { wrong.append("its dossier is open") }
        if isOpen && dossiers[nomination.unit]?.isOpen != true { wrong.append("its dossier is closed") }
        if ["endorsed", "awarded"].contains(nomination.state) != (nomination.isEndorsed && nomination.state != "declined") {
            wrong.append("endorsed: \(nomination.isEndorsed)")
        }
        if (["awarded", "declined"].contains(nomination.state) ? nomination.state : nil) != nomination.outcome {
            wrong.append("decided: \(nomination.outcome ?? "–")")
        }
        return wrong.map { "\(id) is \(nomination.state), and \($0)" }
    }

    /// Who acts, and when.
    struct Circumstances {
        var isAdministrator: Bool
        /// The clerk's.
        var unit: String?
        var isLate: Bool
    }

    /// What is wrong with the change from an earlier state.
    func violations(since before: Sighting, _ circumstances: Circumstances) -> [String] {
        var wrong: [String] = []
        for (id, earlier) in before.nominations where nominations[id] == nil { wrong.append("\(id), \(earlier.state), is lost") }
        for unit in before.dossiers.keys where dossiers[unit] == nil { wrong.append("the dossier of \(unit) is lost") }
        for (id, nomination) in nominations where before.nominations[id] != nomination {
            wrong += changeViolations(from: before, of: nomination, before.nominations[id], circumstances).map { "\(id): \($0)" }
        }
        for (unit, dossier) in dossiers where before.dossiers[unit] != dossier {
            let earlier = before.dossiers[unit]
            if !circumstances.isAdministrator && circumstances.unit != unit {
                wrong.append("\(unit)'s dossier changed by another unit's clerk")
            }
            if dossier.hasPaper != (earlier?.hasPaper ?? false) && !circumstances.isAdministrator {
                wrong.append("paper set recorded by a clerk")
            }
            if dossier.isOpen, earlier?.isOpen == false, circumstances.isLate || !circumstances.isAdministrator {
                wrong.append("\(unit)'s dossier is open again")
            }
            if dossier.documents != (earlier?.documents ?? ""),
                circumstances.isLate && !(earlier?.hasPaper ?? false) || earlier?.isOpen == false
            {
                wrong.append("\(unit)'s documents changed once closed")
            }
        }
        return wrong
    }

    private func changeViolations(
        from before: Sighting, of nomination: Nominated, _ earlier: Nominated?, _ circumstances: Circumstances
    ) -> [String] {
        var wrong: [String] = []
        let step = "\(earlier?.state ?? "–") → \(nomination.state)"
        let wasOpen = before.dossiers[nomination.unit]?.isOpen ?? true
        // T4: the administrator keys in a paper set that arrived in time, and withdraws what is not in it.
        let isKeyedIn = circumstances.isAdministrator && before.dossiers[nomination.unit]?.hasPaper == true
        if !Rules.allows(earlier?.state, nomination.state) { wrong.append("not a legal step: \(step)") }
        if !circumstances.isAdministrator && circumstances.unit != nomination.unit { wrong.append("by another unit's clerk") }
        if nomination.content != earlier?.content && (!wasOpen || circumstances.isLate) {
            wrong.append("changed once closed: \(nomination.content)")
        }
        if let earlier, nomination.parts != earlier.parts, !wasOpen || circumstances.isLate && !isKeyedIn {
            wrong.append("its parts changed once closed")
        }
        if let earlier, earlier.state != nomination.state {
            let isTimely =
                !circumstances.isLate || Rules.stepsAfterDeadline[earlier.state]?.contains(nomination.state) == true
                || isKeyedIn && ["submitted", "withdrawn"].contains(nomination.state)
            if !isTimely { wrong.append("late: \(step)") }
            let isClerks = ["withdrawn", "draft"].contains(nomination.state) || ["draft", "returned"].contains(earlier.state)
            if !isClerks && !circumstances.isAdministrator { wrong.append("step taken by a clerk: \(step)") }
        }
        return wrong
    }
}
