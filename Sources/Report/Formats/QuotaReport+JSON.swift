import Registry

/// For programs: `thidua report schema` prints what they may rely on.
extension QuotaReport {
    /// The report as a JSON document.
    public func json(in language: Language) -> String {
        JSON.object([
            "format": .string("thidua/quota-report"), "version": .number(1),
            "campaign": campaign.json,
            "date": .optional(edition?.date), "is_late": .optional(edition?.isLate), "is_final": .optional(edition?.isFinal),
            "as_of": .string(asOf), "since": .optional(since), "is_open": .bool(isOpen),
            "time_left": .object([
                "days": .number(minutesLeft / 1440), "hours": .number(minutesLeft / 60 % 24),
                "minutes": .number(minutesLeft % 60),
            ]),
            "verdict": .object(["level": .string(verdict.level.rawValue), "message": .string(verdict.sentence[language])]),
            "totals": totals,
            "quotas": .array(quotas.map { $0.json(in: language) }),
            "units": .array(units.map(\.json)),
            "nominations": .array(nominations.map(\.json)),
            "days": .array(
                curve.map {
                    .object(["day": .string($0.day), "entered": .number($0.entered), "submitted": .number($0.submitted)])
                }),
            "ranking": .array(ranking.map(\.json)),
            "findings": .array(findings.map { $0.json(in: language) }),
            "changes": .array(changes.map(\.json)),
            "quota_changes": .array(quotaChanges.map(\.json)),
            "imports": .array(imports.map(\.json)),
            "trail": trail?.json ?? .null,
            "items": .array(items.map { $0.json(in: language) }),
        ]).text
    }

    private var totals: JSON {
        .object([
            "units": .number(units.count), "submitted": .number(units.count - unsubmitted.count),
            "without_nominations": .number(withNothing.count), "incomplete": .number(incomplete.count),
            "without_staffing": .number(unstaffed.count), "nominations": .number(standing),
            "over_used": .number(overUsed.count), "near_an_edge": .number(nearAnEdge.count),
            "findings": .number(findings.count),
        ])
    }
}

extension QuotaReport.Campaign {
    fileprivate var json: JSON {
        .object([
            "code": .string(code), "title": .string(title), "deadline": .string(deadline), "pool": .string(pool),
            "started_at": .string(startedAt),
        ])
    }
}

extension QuotaReport.Quota {
    fileprivate func json(in language: Language) -> JSON {
        .object([
            "unit": .string(unit), "unit_name": .string(unitName ?? Registry.Quota.poolName[language]), "award": .string(award),
            "subject": .string(subject), "stage": .string(stage), "allowed": .number(allowed), "used": .number(used),
            "remaining": .number(remaining), "basis": .string(basis[language]), "measure": .string(measure),
            "measured": .optional(measured), "rule": .string(rule), "clause": .string(clause), "near": .optional(near),
        ])
    }
}

extension QuotaReport.Unit {
    fileprivate var json: JSON {
        .object([
            "unit": .string(code), "unit_name": .string(name), "kind": .string(kind), "house": .string(house),
            "specialist": .optional(specialist), "civil_servants": .optional(civilServants),
            "area_offices": .optional(areaOffices),
            "nominations": .number(nominations), "state": .string(state), "submitted_at": .optional(submittedAt),
            "paper_at": .optional(paperAt), "email_at": .optional(emailAt), "missing_count": .number(missingCount),
            "missing": .array(missing.map(\.json)),
        ])
    }
}

extension QuotaReport.Missing {
    fileprivate var json: JSON {
        .object([
            "nomination": .optional(nomination), "nominee": .optional(nominee), "items": .array(items.map(JSON.string)),
        ])
    }
}

extension QuotaReport.NominationCount {
    fileprivate var json: JSON {
        .object([
            "unit": .string(unit), "award": .string(award), "subject": .string(subject), "state": .string(state),
            "count": .number(count),
        ])
    }
}

extension QuotaReport.Ranked {
    fileprivate var json: JSON {
        .object([
            "award": .string(award), "subject": .string(subject), "rank": .optional(rank), "nomination": .number(nomination),
            "unit": .string(unit), "nominee": .string(nominee), "state": .string(state), "finished_on": .optional(finishedOn),
            "is_on_time": .optional(isOnTime), "is_of_quality": .optional(isOfQuality),
        ])
    }
}

extension QuotaReport.Finding {
    fileprivate func json(in language: Language) -> JSON {
        .object([
            "finding": .string(finding), "message": .string(kind[language]), "unit": .string(unit), "subject": .string(subject),
            "nominee": .optional(nominee), "collective": .optional(collective), "staff_no": .optional(staffNo),
            "found_at": .string(foundAt), "other_unit": .string(otherUnit), "other_nomination": .number(otherNomination),
            "other_nominee": .string(otherNominee), "other_staff_no": .optional(otherStaffNo),
        ])
    }
}

extension QuotaReport.Change {
    fileprivate var json: JSON {
        .object([
            "unit": .string(unit), "login": .string(login), "relation": .string(relation), "operation": .string(operation),
            "state": .optional(state), "count": .number(count), "last_at": .string(lastAt),
        ])
    }
}

extension QuotaReport.QuotaChange {
    fileprivate var json: JSON {
        .object([
            "unit": .string(unit), "award": .string(award), "subject": .string(subject), "stage": .string(stage),
            "from": .optional(from), "to": .optional(to), "login": .string(login), "at": .string(at),
        ])
    }
}

extension QuotaReport.StaffingImport {
    fileprivate var json: JSON {
        .object([
            "staffing_table": .number(staffingTable), "as_of": .string(asOf), "file_name": .string(fileName),
            "mode": .string(mode),
            "units": .optional(units), "houses": .array(houses.map(JSON.string)), "imported_at": .string(importedAt),
            "imported_by": .string(importedBy), "is_applied": .bool(isApplied),
        ])
    }
}

extension QuotaReport.Trail {
    fileprivate var json: JSON {
        let gaps = gaps?.map { JSON.object(["table": .string($0.table), "rows": .number($0.rows)]) }
        return .object([
            "chains": .number(chains), "rows": .number(rows), "hash": .string(hash), "gaps": gaps.map(JSON.array) ?? .null,
        ])
    }
}

extension QuotaReport.Item {
    fileprivate func json(in language: Language) -> JSON {
        .object([
            "key": .string(key), "fault": .string(fault), "item": .optional(item), "clause": .string(clause),
            "message": .string(sentence[language]),
        ])
    }
}
