import Postgres

/// Enters the rows of a file one by one, each in a savepoint: the database checks every row, even after it has refused another.
struct NominationEntering {
    let campaign: String
    let cells: NominationCells

    /// What was entered.
    private(set) var entered: [Nomination] = []
    /// What was refused.
    private(set) var errors: [CellError] = []
    /// What was refused because another unit has nominated it; the import is undone, and these are kept afterwards.
    private(set) var claims: [RefusedClaim] = []
    /// Which rows hold slots of a quota.
    private var holders: [Draw: [Int]] = [:]
    /// The refusal of each quota that is used up: it stays valid until a row takes another slot of the quota.
    private var exhausted: [Draw: Refusal] = [:]

    /// The quota on which a row draws.
    private struct Draw: Hashable {
        let house: String
        let award: String
        let subject: String
    }

    init(campaign: String, cells: NominationCells) {
        self.campaign = campaign
        self.cells = cells
    }

    /// - Throws: Errors that concern no single row, such as a lost race with another clerk: the whole import is then retried.
    mutating func enter(_ line: NominationLine, _ transaction: inout Transaction) throws {
        // A row that could not be parsed has already been reported.
        guard let entry = line.entry(in: campaign), let house = line.house else { return }
        let draw = Draw(house: house, award: entry.award, subject: entry.nominee.subject)
        do {
            entered.append(try transaction.savepoint { try Nomination.add(entry, &$0) })
            holders[draw, default: []].append(line.number)
            exhausted[draw] = nil
        } catch let error as TransactionError {
            throw error
        } catch {
            let refusal = Refusal(error)
            guard refusal.code.concernsARow else { throw error }
            if let claim = error as? RefusedClaim { claims.append(claim) }
            errors.append(cells.error(try explained(refusal, draw, &transaction), line))
        }
    }

    /// The quotas on which the entered nominations draw, as they are now.
    func quotas(_ transaction: inout Transaction) throws -> [Quota] {
        try Quota.list(campaign: campaign, &transaction).filter { quota in
            quota.stage == "proposal" && holders[Draw(house: quota.unit, award: quota.award, subject: quota.subject)] != nil
        }
    }

    /// A refusal with the quota in question, and the rows of the same file that hold its slots.
    private mutating func explained(
        _ refusal: Refusal, _ draw: Draw, _ transaction: inout Transaction
    ) throws -> Refusal {
        guard refusal.code == .quotaExceeded else { return refusal }
        if let known = exhausted[draw] { return known }
        var refusal = try refusal.explained(
            campaign: campaign, holderOf: draw.house, award: draw.award, subject: draw.subject, &transaction)
        if let rows = holders[draw] {
            let numbers = rows.map(String.init).joined(separator: ", ")
            refusal.message = Phrase(
                "\(refusal.message.vi) Trong đó \(rows.count) suất đã tính cho dòng \(numbers) của tệp này.",
                "\(refusal.message.en) Of these, \(rows.count) are held by rows of this file: \(numbers).")
        }
        exhausted[draw] = refusal
        return refusal
    }
}

extension Refusal.Code {
    /// Whether it concerns what a row proposes. Everything else stops an import.
    fileprivate var concernsARow: Bool {
        switch self {
        case .quotaExceeded, .noStaffingData, .alreadyNominated, .notEligible, .dossierIncomplete, .dossierClosed,
            .deadlinePassed, .illegalStep, .notFound, .invalidInput:
            true
        case .quotaBelowUse, .fileNotFound, .notPermitted, .databaseUnreachable, .outcomeUnknown, .storedBefore, .schemaOutdated,
            .schemaDamaged,
            .busy, .usage,
            .needsAnswer, .internalError:
            false
        }
    }
}
