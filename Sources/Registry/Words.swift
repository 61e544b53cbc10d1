import Postgres

/// The words for codes: awards, subjects, stages, kinds and states.
public struct Words: Sendable {
    private let phrases: [String: Phrase]

    /// Reads them from the database, the only place where they are defined.
    public init(_ transaction: inout Transaction) throws {
        let pairs = try transaction.query("SELECT code, name_vi, name_en FROM word") { row in
            (try row["code"] as String, Phrase(try row["name_vi"] as String, try row["name_en"] as String))
        }
        phrases = Dictionary(pairs) { first, _ in first }
    }

    /// Uses words that were read before.
    public init(_ phrases: [String: Phrase]) {
        self.phrases = phrases
    }

    /// The words for a code; the code itself if it has none.
    public func name(of code: String, in language: Language) -> String {
        phrases[code]?[language] ?? code
    }
}

extension Refusal {
    /// Refuses a code that is not in a table of codes: a list filtered by it would be empty without saying why.
    static func unlessKnown(_ code: String?, among known: @autoclosure () throws -> [String], _ what: Phrase) throws {
        guard let code else { return }
        let known = try known()
        guard !known.contains(code) else { return }
        throw Refusal(
            .invalidInput, Phrase("Không có \(what.vi) “\(code)”.", "There is no \(what.en) “\(code)”."),
            hint: Phrase(
                "Chọn một trong các mã: \(known.joined(separator: ", ")).", "Use one of: \(known.joined(separator: ", "))."))
    }
}
