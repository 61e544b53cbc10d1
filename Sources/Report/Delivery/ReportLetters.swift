import FoundationEssentials
import Postgres
import Registry

/// Sends each area specialist their part of a nightly report, never more than once.
public struct ReportLetters: Sendable {
    /// How the letters are sent.
    public let route: MailRoute
    /// The sender.
    public let from: MailAddress
    /// The language of the letters.
    public let language: Language
    /// How long to wait before each further attempt, in milliseconds.
    public var pauses: [Int32] = [1000, 4000]
    /// The time after which an attempt is abandoned; longer than any time-out of curl's own.
    var limitSeconds = 120

    /// Letters that are all sent in the same way.
    public init(by route: MailRoute, from: MailAddress, in language: Language) {
        (self.route, self.from, self.language) = (route, from, language)
    }

    /// The outcome of one specialist's letter.
    public struct Delivery: Sendable, Equatable {
        /// The specialist's code.
        public let specialist: String
        public let name: String
        public let email: String
        public let outcome: Outcome
    }

    /// The outcome of a letter.
    public enum Outcome: Sendable, Equatable {
        /// The mail system has accepted it, now.
        case sent
        /// It had been sent before.
        case alreadySent
        /// It was released, now or before, and it is not known whether it was accepted. It is not sent again.
        case unknown(Phrase)
        /// It was not sent, and may be sent again.
        case failed(Phrase)
    }
}

extension ReportLetters {
    /// Sends the letters of a report that have not been sent, to all area specialists with an address and provinces.
    ///
    /// A letter that fails does not keep the others from being sent.
    ///
    /// - Parameters:
    ///   - report: The report as stored, unrestricted.
    ///   - date: The date of the letters.
    /// - Returns: The outcome of each letter, by the specialist's code.
    /// - Throws: ``Refusal`` where it is not a nightly report; ``Interrupted``; the database's errors.
    public func send(_ report: QuotaReport, on connection: inout Connection, date: Date = Date()) throws -> [Delivery] {
        guard let edition = report.edition, report.scope == .everything else {
            throw Refusal(
                .usage, Phrase("Chỉ gửi được báo cáo hằng đêm đã lưu.", "Only a stored nightly report can be sent."))
        }
        let recipients = try Recipient.list(
            campaign: report.campaign.code, date: edition.date, revision: edition.revision, on: &connection)
        let parts = Dictionary(report.bySpecialist.map { ($0.scope.specialist, $0) }) { first, _ in first }
        return try recipients.compactMap { recipient in
            // A specialist who was given provinces since then is not in this report.
            guard let part = parts[recipient.code] else { return nil }
            let outcome = try recipient.earlier ?? send(part, to: recipient, edition, on: &connection, date)
            return Delivery(specialist: recipient.code, name: recipient.name, email: recipient.email, outcome: outcome)
        }
    }

    private func send(
        _ part: QuotaReport, to recipient: Recipient, _ edition: QuotaReport.Edition, on connection: inout Connection,
        _ date: Date
    ) throws -> Outcome {
        let letter: Letter
        do {
            letter = try self.letter(with: part, to: recipient, edition, date)
        } catch {
            let refusal = Refusal(error)
            return .failed(refusal.message)
        }
        let record = LetterRecord(
            campaign: part.campaign.code, date: edition.date, revision: edition.revision, specialist: recipient.code,
            email: recipient.email)
        var outcome = try attempt(letter, record, on: &connection)
        for pause in pauses {
            guard case .failed = outcome else { break }
            try Interruption.check(forMilliseconds: pause)
            outcome = try attempt(letter, record, on: &connection)
        }
        return outcome
    }

    /// Makes one attempt, and records it.
    private func attempt(_ letter: Letter, _ record: LetterRecord, on connection: inout Connection) throws -> Outcome {
        var isBegun = false
        do {
            let handover = try route.deliver(letter, limitSeconds: limitSeconds) {
                try record.begin(on: &connection)
                isBegun = true
            }
            switch handover {
            case .taken:
                try record.end(isSent: true, on: &connection)
                return .sent
            case .notTaken(let reason):
                if isBegun { try record.end(isSent: false, on: &connection) }
                return .failed(Phrase("Thư chưa được nhận: \(reason)", "The letter was not accepted: \(reason)"))
            case .unknown(let reason):
                return .unknown(
                    Phrase(
                        "Chưa rõ thư đã được nhận hay chưa: \(reason)",
                        "It is not known whether the letter was accepted: \(reason)"))
            }
        } catch let refusal as Refusal {
            if isBegun { try record.end(isSent: false, on: &connection) }
            return .failed(refusal.message)
        } catch let error as ServerError where error.constraint == LetterRecord.once {
            // Another process has released the same letter in the meantime.
            return .alreadySent
        }
    }

    private func letter(
        with part: QuotaReport, to recipient: Recipient, _ edition: QuotaReport.Edition, _ date: Date
    ) throws -> Letter {
        try Letter(
            from: from, to: MailAddress(name: recipient.name, address: recipient.email),
            subject: part.letterSubject(edition)[language], text: part.letterText(to: recipient.name, in: language),
            attachment: Letter.Page(fileName: "thidua-\(edition.date).html", html: part.html(in: language)),
            id: Letter.id(campaign: part.campaign.code, date: edition.date, specialist: recipient.code, domain: from.domain),
            date: date)
    }
}

extension QuotaReport.Scope {
    fileprivate var specialist: String {
        if case .specialist(let code, _) = self { code } else { "" }
    }
}
