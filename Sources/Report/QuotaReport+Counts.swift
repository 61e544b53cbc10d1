import Registry

/// The counts made from a report's rows. No format counts anything itself.
extension QuotaReport {
    /// Quotas of which more is used than is allowed. The database prevents them.
    public var overUsed: [Quota] { quotas.filter { $0.remaining < 0 } }

    /// Quotas whose measure is close to the edge of a bracket.
    public var nearAnEdge: [Quota] { quotas.filter { $0.near != nil } }

    /// Provinces without staffing data, which have no quota for the Director's certificate.
    public var unstaffed: [Unit] { units.filter { $0.kind == "province" && $0.civilServants == nil } }

    /// Units without nominations.
    public var withNothing: [Unit] { units.filter { $0.nominations == 0 } }

    /// Units that have sent no dossier, or whose dossier was returned.
    public var unsubmitted: [Unit] { units.filter { $0.state != "submitted" } }

    /// Units with nominations whose dossier is incomplete.
    public var incomplete: [Unit] { units.filter { $0.missingCount > 0 && $0.nominations > 0 } }

    /// The number of active nominations: neither withdrawn nor disqualified.
    public var standing: Int { units.map(\.nominations).reduce(0, +) }

    /// The number of nominations in each state, over all units; states without nominations are left out.
    public var states: [NominationCount] {
        var sums: [[String]: Int] = [:]
        for row in nominations { sums[[row.award, row.subject, row.state], default: 0] += row.count }
        return sums.map { key, count in NominationCount(unit: "*", award: key[0], subject: key[1], state: key[2], count: count) }
            .sorted { ($0.award, $0.subject, $0.state) > ($1.award, $1.subject, $1.state) }
    }

    /// Running totals of entered and of submitted nominations, for each day on which there were new ones.
    public var curve: [(day: String, entered: Int, submitted: Int)] {
        var sums: [String: (entered: Int, submitted: Int)] = [:]
        for row in days {
            sums[row.day, default: (0, 0)].entered += row.entered
            sums[row.day, default: (0, 0)].submitted += row.submitted
        }
        var total = (entered: 0, submitted: 0)
        return sums.sorted { $0.key < $1.key }.map { day, sum in
            total = (total.entered + sum.entered, total.submitted + sum.submitted)
            return (day, total.entered, total.submitted)
        }
    }
}

extension QuotaReport.Quota {
    /// Why the quota has this size.
    public var basis: Phrase { Registry.Quota.Basis(measure: measure, measured: measured).phrase }
}

extension QuotaReport.Finding {
    /// What is to be settled.
    public var kind: Phrase { NominationFinding.kinds[finding] ?? Phrase(finding, finding) }
}

extension QuotaReport.Item {
    /// What is missing, in a sentence.
    public var sentence: Phrase {
        let name = nameVi.map { Phrase($0, nameEn ?? $0) }
        return DossierFault(kind: fault, item: item, clause: clause, name: name)?.sentence ?? Phrase(key, key)
    }
}
