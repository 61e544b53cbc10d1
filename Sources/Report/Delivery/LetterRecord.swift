import Postgres
import Registry

/// The database's record of one letter; each change is a separate transaction, since a letter cannot be rolled back.
struct LetterRecord {
    /// The name of the constraint by which a letter is released only once.
    static let once = "report_letter_is_sent_once"

    let campaign: String
    let date: String
    let revision: Int
    let specialist: String
    let email: String

    /// Records that it is released now.
    ///
    /// - Throws: ``ServerError`` of the constraint ``once`` where it was released before.
    func begin(on connection: inout Connection) throws {
        try connection.transaction(.registryAside) { transaction in
            try transaction.insistOnDurability()
            try transaction.execute(
                "SELECT report_letter_begin(\(campaign), \(date)::date, \(revision)::integer, \(specialist), \(email))")
        }
    }

    /// Records that it was accepted; or that it was not, and may be released again.
    func end(isSent: Bool, on connection: inout Connection) throws {
        try connection.transaction(.registryAside) { transaction in
            try transaction.insistOnDurability()
            try transaction.execute(
                "SELECT report_letter_end(\(campaign), \(date)::date, \(revision)::integer, \(specialist), \(isSent))")
        }
    }
}

/// An area specialist who has an address and provinces.
struct Recipient {
    let code: String
    let name: String
    let email: String
    /// The outcome of an earlier attempt to send their letter; nil where there was none.
    let earlier: ReportLetters.Outcome?

    /// All of them, by code.
    static func list(campaign: String, date: String, revision: Int, on connection: inout Connection) throws -> [Recipient] {
        try connection.transaction(.registryRead) { transaction in
            try transaction.query(
                """
                SELECT s.code, s.name, s.email, l.begun_at IS NOT NULL AS is_begun, l.sent_at IS NOT NULL AS is_sent
                FROM area_specialist s
                LEFT JOIN report_letter l ON (l.campaign, l.date, l.revision, l.specialist)
                    = (\(campaign), \(date)::date, \(revision), s.code)
                WHERE s.email IS NOT NULL AND EXISTS (SELECT FROM specialist_area a WHERE a.specialist = s.code)
                ORDER BY s.code
                """
            ) { row in
                Recipient(
                    code: try row["code"], name: try row["name"], email: try row["email"],
                    earlier: try outcome(isBegun: row["is_begun"] as Bool, isSent: row["is_sent"] as Bool))
            }
        }
    }

    private static func outcome(isBegun: Bool, isSent: Bool) -> ReportLetters.Outcome? {
        guard isBegun else { return nil }
        guard !isSent else { return .alreadySent }
        return .unknown(
            Phrase(
                "Thư đã được gửi đi trước đó; chưa rõ đã được nhận hay chưa.",
                "The letter was released before; it is not known whether it was accepted."))
    }
}
