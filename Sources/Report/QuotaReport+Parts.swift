extension QuotaReport {
    /// Which of the nightly reports it is.
    public struct Edition: Sendable, Equatable {
        /// The day whose midnight the report is for: `2026-04-20`.
        public let date: String
        /// Whether it was made more than an hour after its moment.
        public let isLate: Bool
        /// Whether it is the report at the deadline, which is the record.
        public let isFinal: Bool
        /// Its number among the reports for this day, from 1; the earlier ones were set aside.
        public let revision: Int

        init(date: String, isLate: Bool, isFinal: Bool, revision: Int = 1) {
            (self.date, self.isLate, self.isFinal, self.revision) = (date, isLate, isFinal, revision)
        }
    }

    /// Whose rows are in it.
    public enum Scope: Sendable, Equatable {
        case everything
        /// An area specialist's provinces.
        case specialist(code: String, name: String)
        /// One province.
        case unit(code: String, name: String)
    }

    /// The campaign.
    public struct Campaign: Sendable, Decodable {
        public let code: String
        public let title: String
        /// Strictly before this instant.
        public let deadline: String
        /// `all_provinces` or `each_province`.
        public let pool: String
        /// When it was entered.
        public let startedAt: String
    }

    /// A unit that may send a dossier, and the state of its dossier.
    public struct Unit: Sendable, Decodable {
        public let code: String
        public let name: String
        /// `Cao Bằng`.
        public let shortName: String
        /// `province`, `bureau` or `headquarters`.
        public let kind: String
        /// The province or the headquarters that it belongs to.
        public let house: String
        /// Its area specialist's code.
        public let specialist: String?
        public let specialistName: String?
        /// Of the whole province; nil without staffing data, and for a bureau.
        public let civilServants: Int?
        /// Its area offices; nil as above.
        public let areaOffices: Int?
        /// `none`, `open`, `returned`, `submitted` or `not_submitted`.
        public let state: String
        public let submittedAt: String?
        /// When the paper set arrived.
        public let paperAt: String?
        /// When the soft copy arrived.
        public let emailAt: String?
        /// The number of its active nominations: neither withdrawn nor disqualified.
        public let nominations: Int
        /// The number of items missing from its dossier.
        public let missingCount: Int
        /// The missing items by nomination; those of the dossier itself first.
        public let missing: [Missing]
    }

    /// What is missing from one nomination, or from the dossier itself.
    public struct Missing: Sendable, Decodable {
        /// Nil for the dossier itself.
        public let nomination: Int?
        public let nominee: String?
        /// Keys of ``QuotaReport/items``.
        public let items: [String]
    }

    /// Something that a dossier can lack.
    public struct Item: Sendable, Decodable {
        /// The fault and the item: `not_attested:a1`.
        public let key: String
        /// As ``DossierFault/Kind``.
        public let fault: String
        /// The document, criterion, directive or bar.
        public let item: String?
        public let clause: String
        public let nameVi: String?
        public let nameEn: String?
    }

    /// One quota, and how much of it is used.
    public struct Quota: Sendable, Decodable {
        /// The holder; `*` for the pool.
        public let unit: String
        /// Nil for the pool.
        public let unitName: String?
        public let award: String
        public let subject: String
        public let stage: String
        public let allowed: Int
        public let used: Int
        /// Below 0 where more is used than is allowed.
        public let remaining: Int
        /// `none`, `civil_servants` or `area_offices`.
        public let measure: String
        public let measured: Int?
        public let rule: String
        public let clause: String
        /// The edge of a bracket that its measure is close to.
        public let near: Int?
    }

    /// The number of a unit's nominations in a state.
    public struct NominationCount: Sendable, Decodable {
        public let unit: String
        public let award: String
        public let subject: String
        public let state: String
        public let count: Int
    }

    /// What a unit did on a day; withdrawn and disqualified nominations are left out.
    public struct Day: Sendable, Decodable {
        /// `2026-04-20`.
        public let day: String
        public let unit: String
        /// Nominations entered.
        public let entered: Int
        /// Nominations in the dossier submitted that day.
        public let submitted: Int
    }

    /// A submitted nomination and its rank.
    public struct Ranked: Sendable, Decodable {
        public let award: String
        public let subject: String
        /// Nil where not every directive was completed on time with data of assured quality.
        public let rank: Int?
        public let nomination: Int
        public let unit: String
        public let nominee: String
        public let state: String
        /// `2026-03-01`.
        public let finishedOn: String?
        public let isOnTime: Bool?
        public let isOfQuality: Bool?
    }

    /// Something about nominees that the Department has to settle, as ``NominationFinding``.
    public struct Finding: Sendable, Decodable {
        /// `claim` or `alike_number`.
        public let finding: String
        /// The unit that was refused, or whose nomination was entered later.
        public let unit: String
        public let subject: String
        public let nominee: String?
        /// The unit that it would nominate; nil for a person.
        public let collective: String?
        /// Nil for a collective.
        public let staffNo: String?
        public let foundAt: String
        /// The unit whose nomination stands against it.
        public let otherUnit: String
        public let otherNomination: Int
        public let otherNominee: String
        public let otherStaffNo: String?
    }

    /// Changes of one kind by one login.
    public struct Change: Sendable, Decodable {
        /// `*` for what belongs to no unit.
        public let unit: String
        public let login: String
        /// The table, and what its rows are called.
        public let relation: String
        public let nameVi: String
        public let nameEn: String
        /// `insert`, `update` or `delete`.
        public let operation: String
        /// The new state of the nominations, where the change was one of state.
        public let state: String?
        public let count: Int
        public let lastAt: String
    }

    /// A quota that became larger or smaller.
    public struct QuotaChange: Sendable, Decodable {
        public let unit: String
        public let award: String
        public let subject: String
        public let stage: String
        /// Nil for a new quota.
        public let from: Int?
        /// Nil where the quota no longer exists.
        public let to: Int?
        public let login: String
        public let at: String
    }

    /// An imported staffing table.
    public struct StaffingImport: Sendable, Decodable {
        public let staffingTable: Int
        public let asOf: String
        public let fileName: String
        public let mode: String
        /// The number of rows; nil where only a part of the registry is shown.
        public var units: Int?
        /// The headquarters and provinces that it names.
        public var houses: [String]
        public let importedAt: String
        public let importedBy: String
        public let isApplied: Bool
    }

    /// Where the trail ended.
    public struct Trail: Sendable, Decodable {
        public let chains: Int
        public let rows: Int
        /// One hash over the heads of all chains: the seal.
        public let hash: String
        /// The tables that differed from the trail when the report was made; nil if they were not compared for it.
        public let gaps: [Gap]?

        /// How many rows of a table differ from the trail.
        public struct Gap: Sendable, Decodable {
            public let table: String
            public let rows: Int
        }
    }

    struct Word: Sendable, Decodable {
        let code: String
        let vi: String
        let en: String
    }
}
