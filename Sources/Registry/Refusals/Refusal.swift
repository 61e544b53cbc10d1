import Postgres

/// What a user is told when something was not done. Nothing was changed then.
public struct Refusal: Error, Sendable {
    /// What kind of refusal it is; stable, for programs.
    public enum Code: String, Sendable, CaseIterable {
        // A rule of the campaign refuses.
        case quotaExceeded = "quota_exceeded"
        case quotaBelowUse = "quota_below_use"
        case noStaffingData = "no_staffing_data"
        case alreadyNominated = "already_nominated"
        case notEligible = "not_eligible"
        case dossierIncomplete = "dossier_incomplete"
        case dossierClosed = "dossier_closed"
        case deadlinePassed = "deadline_passed"
        case illegalStep = "illegal_step"
        // The request, or its surroundings, are at fault.
        case notFound = "not_found"
        case fileNotFound = "file_not_found"
        case invalidInput = "invalid_input"
        case notPermitted = "not_permitted"
        case databaseUnreachable = "database_unreachable"
        case schemaOutdated = "schema_outdated"
        case busy
        case usage
        case internalError = "internal"

        /// As programs read it. A missing file is told from a missing row by the exit status only.
        public var name: String { self == .fileNotFound ? Code.notFound.rawValue : rawValue }
    }

    /// Its kind.
    public let code: Code
    /// The constraint that refused, as it is named in SQL.
    public let constraint: String?
    /// The clause of the circular, or the article of law, on which it rests.
    public var clause: String?
    /// What is the matter, in a sentence.
    public var message: Phrase
    /// What to do about it.
    public var hint: Phrase?
    /// For the operator: the database's own words. Never shown unless asked for; never carries a row's values.
    public let cause: String?

    /// A refusal in words of one's own.
    public init(
        _ code: Code, _ message: Phrase, hint: Phrase? = nil, clause: String? = nil, constraint: String? = nil,
        cause: String? = nil
    ) {
        self.code = code
        self.constraint = constraint
        self.clause = clause
        self.message = message
        self.hint = hint
        self.cause = cause
    }
}

extension Refusal {
    /// What is the matter, and on which clause that rests.
    public var sentence: Phrase {
        guard let clause else { return message }
        // The circular's clauses are numbers; a law is called by its name.
        let isNumber = clause.first?.isNumber ?? false
        return Phrase(
            "\(message.vi) (\(isNumber ? "khoản " : "")\(clause))", "\(message.en) (\(isNumber ? "clause " : "")\(clause))")
    }
}

/// What a constraint says to a user when it refuses.
struct Sentence: Sendable {
    let code: Refusal.Code
    let message: Phrase
    let hint: Phrase?
    let clause: String?

    init(_ code: Refusal.Code, _ vi: String, _ en: String, hint: Phrase? = nil, clause: String? = nil) {
        self.code = code
        self.message = Phrase(vi, en)
        self.hint = hint
        self.clause = clause
    }
}

extension Refusal {
    /// Every constraint of the schema, and the names that `RAISE` gives, with its sentence.
    /// A test compares the names with the catalogue of a migrated database, both ways.
    static let sentences: [String: Sentence] = [
        nominationSentences, stepSentences, eligibilitySentences, dossierSentences, endorsementSentences, decisionSentences,
        quotaSentences, staffingSentences, unitSentences, accessSentences, auditSentences, reportSentences, valueSentences,
    ].reduce(into: [:]) { all, some in
        all.merge(some) { first, _ in first }
    }

    /// The names of the constraints that have a sentence.
    public static var constraints: [String] { Array(sentences.keys) }

    /// The refusal of a constraint that is known by name.
    public init?(constraint: String, cause: String? = nil) {
        guard let sentence = Self.sentences[constraint] else { return nil }
        self.init(
            sentence.code, sentence.message, hint: sentence.hint, clause: sentence.clause, constraint: constraint,
            cause: cause)
    }
}
