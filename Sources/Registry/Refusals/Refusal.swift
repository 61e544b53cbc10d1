import Postgres

/// Why a request was refused, as reported to the user. Nothing was changed.
public struct Refusal: Error, Sendable {
    /// What kind of refusal it is; stable, for programs.
    public enum Code: String, Sendable, CaseIterable {
        // Refused by a rule of the campaign.
        case quotaExceeded = "quota_exceeded"
        case quotaBelowUse = "quota_below_use"
        case noStaffingData = "no_staffing_data"
        case alreadyNominated = "already_nominated"
        case notEligible = "not_eligible"
        case dossierIncomplete = "dossier_incomplete"
        case dossierClosed = "dossier_closed"
        case deadlinePassed = "deadline_passed"
        case illegalStep = "illegal_step"
        // The request, or the environment, is at fault.
        case notFound = "not_found"
        case fileNotFound = "file_not_found"
        case invalidInput = "invalid_input"
        case needsAnswer = "needs_answer"
        case notPermitted = "not_permitted"
        case databaseUnreachable = "database_unreachable"
        case outcomeUnknown = "outcome_unknown"
        /// Not a failure: the change that was asked for had been made before, under the same id.
        case storedBefore = "stored_before"
        case schemaOutdated = "schema_outdated"
        case schemaDamaged = "schema_damaged"
        case busy
        case usage
        case internalError = "internal"

        /// The code for programs. Only the exit status distinguishes a missing file from a missing row.
        public var name: String { self == .fileNotFound ? Code.notFound.rawValue : rawValue }
    }

    /// Its kind.
    public let code: Code
    /// The constraint that refused, as it is named in SQL.
    public let constraint: String?
    /// The clause of the circular, or the article of law, on which it rests.
    public var clause: String?
    /// What is wrong, in a sentence.
    public var message: Phrase
    /// What to do about it.
    public var hint: Phrase?
    /// For the operator: the database's own message. Shown only on request; never contains a row's values.
    public let cause: String?
    /// The date that could not be read, as it was given, if that is what is wrong.
    public internal(set) var unreadDate: String?
    /// The change that had been made before, if that is why nothing was changed now.
    public internal(set) var stored: StoredChange?

    /// A refusal with these words.
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
    /// The refusal with the place where the date was given; unchanged if it is not about a date.
    public func naming(placeOfDate place: Phrase) -> Refusal {
        guard let date = unreadDate else { return self }
        var refusal = self
        refusal.message = Phrase("Ngày “\(date)” (\(place.vi)) không đúng.", "The date “\(date)” (\(place.en)) is not valid.")
        return refusal
    }
}

extension Refusal {
    /// What is wrong, and the clause on which the refusal rests.
    public var sentence: Phrase {
        guard let clause else { return message }
        // The circular's clauses are numbers; a law is cited by name.
        let isNumber = clause.first?.isNumber ?? false
        return Phrase(
            "\(message.vi) (\(Clause.cited(clause).vi))", "\(message.en) (\(isNumber ? "clause " : "")\(clause))")
    }
}

/// What is reported to the user when a constraint refuses.
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
    /// The sentence for every constraint of the schema, and for every constraint name in a `RAISE`.
    /// A test compares the names with the catalogue of a migrated database, both ways.
    static let sentences: [String: Sentence] = [
        nominationSentences, stepSentences, eligibilitySentences, dossierSentences, endorsementSentences, decisionSentences,
        quotaSentences, staffingSentences, unitSentences, accessSentences, auditSentences, reportSentences, valueSentences,
    ].reduce(into: [:]) { all, some in
        all.merge(some) { first, _ in first }
    }

    /// The names of the constraints that have a sentence.
    public static var constraints: [String] { Array(sentences.keys) }

    /// The refusal of the constraint with this name; nil if it has no sentence.
    public init?(constraint: String, cause: String? = nil) {
        guard let sentence = Self.sentences[constraint] else { return nil }
        self.init(
            sentence.code, sentence.message, hint: sentence.hint, clause: sentence.clause, constraint: constraint,
            cause: cause)
    }
}
