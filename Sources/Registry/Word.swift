import Postgres

/// The words for codes: awards, subjects, stages, kinds and states.
public struct Words: Sendable {
    private let phrases: [String: Phrase]

    /// Reads them from the database, where they stand once.
    public init(_ transaction: inout Transaction) throws {
        let pairs = try transaction.query("SELECT code, name_vi, name_en FROM word") { row in
            (try row["code"] as String, Phrase(try row["name_vi"], try row["name_en"]))
        }
        phrases = Dictionary(pairs) { first, _ in first }
    }

    /// What a code is called; the code itself where it has no words.
    public func name(of code: String, in language: Language) -> String {
        phrases[code]?[language] ?? code
    }
}
