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

    /// - Throws: ``Held``; errors that concern no single row, such as a lost race with another clerk: the whole import is then retried.
    mutating func enter(_ line: NominationLine, _ transaction: inout Transaction) throws {
        // A row that could not be parsed has already been reported.
        guard let entry = line.entry(in: campaign), let house = line.house else { return }
        let draw = Draw(house: house, award: entry.award, subject: entry.nominee.subject)
        do {
            entered.append(try transaction.savepoint { try Nomination.add(entry, &$0) })
            holders[draw, default: []].append(line.number)
            exhausted[draw] = nil
            if entered.count == 1 { try Self.wait(milliseconds: 300, &transaction) }
        } catch let error as ServerError where !entered.isEmpty && error.sqlState == .lockNotAvailable {
            throw Held(entry: entry, error: error)
        } catch let error as TransactionError {
            throw error
        } catch {
            let refusal = Refusal(error)
            guard refusal.code.concernsARow else { throw error }
            if let claim = error as? RefusedClaim { claims.append(claim) }
            errors.append(cells.error(try explained(refusal, draw, &transaction), line))
        }
    }

    /// To be called when all rows are entered: whatever is stored now may have to wait as long as any change.
    func finish(_ transaction: inout Transaction) throws {
        try Self.wait(milliseconds: TransactionOptions.registryWrite.lockTimeout ?? 0, &transaction)
    }

    /// How long each lock is waited for from now on.
    private static func wait(milliseconds: Int, _ transaction: inout Transaction) throws {
        try transaction.execute("SELECT set_config('lock_timeout', \(milliseconds)::text, true)")
    }

    /// What a row needs is held by somebody else. Rows that are entered already are not kept meanwhile: others may want what they hold, and two who wait
    /// for each other can be made to do so again and again.
    struct Held: Error {
        let entry: Nomination.Entry
        let error: ServerError

        /// Waits until the row could be entered, and leaves it at that.
        func wait(on connection: inout Connection) throws {
            struct Free: Error {}
            do {
                try connection.transaction(.registryAside) { transaction in
                    _ = try Nomination.add(entry, &transaction)
                    throw Free()
                }
            } catch is Free {
            } catch let error as ServerError where error.sqlState == .lockNotAvailable {
            } catch {
                // The import itself will say so.
                guard Refusal(error).code.concernsARow else { throw error }
            }
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
