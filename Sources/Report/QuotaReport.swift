import Registry

/// The state of every quota of a campaign, as of a moment, and what needs attention: one value, from which every format is made.
///
/// It is the result of `report_content()`, with the same names. Times are ISO 8601, in Hanoi time.
public struct QuotaReport: Sendable, Decodable {
    /// The campaign.
    public var campaign: Campaign
    /// The moment that the numbers refer to.
    public var asOf: String
    /// Changes are listed from this moment, that of the previous report; nil if there was none.
    public var since: String?
    /// Whether the campaign accepted nominations at that moment.
    public var isOpen: Bool
    /// Whole minutes until the deadline; 0 once it has passed.
    public var minutesLeft: Int
    /// The units that may send a dossier: bureaus, then provinces by code.
    public var units: [Unit]
    /// The headquarters' quotas, the provinces' by code, then the pool.
    public var quotas: [Quota]
    /// The number of nominations in each state.
    public var nominations: [NominationCount]
    /// The number of active nominations that were entered, and submitted, on each day.
    public var days: [Day]
    /// Submitted nominations by award, subject and rank (N4).
    public var ranking: [Ranked]
    /// Duplicates that the Department has to settle (N2); empty where only a part of the registry is shown.
    public var findings: [Finding]
    /// What was changed, and by whom.
    public var changes: [Change]
    /// Quotas that became larger or smaller.
    public var quotaChanges: [QuotaChange]
    /// Staffing tables that were imported.
    public var imports: [StaffingImport]
    /// Where the trail ended; nil where only a part of the registry is shown.
    public var trail: Trail?
    /// What can be missing from a dossier, by key.
    public var items: [Item]
    var words: [Word]

    /// Which of the nightly reports it is; nil for a report made on request.
    public var edition: Edition?
    /// Whose rows are in it.
    public var scope = Scope.everything

    private enum CodingKeys: CodingKey {
        case campaign, asOf, since, isOpen, minutesLeft, units, quotas, nominations, days, ranking, changes, quotaChanges, imports
        case findings, trail, items, words
    }
}

extension QuotaReport {
    /// The names of codes.
    public var dictionary: Words {
        Words(Dictionary(words.map { ($0.code, Phrase($0.vi, $0.en)) }) { first, _ in first })
    }
}
