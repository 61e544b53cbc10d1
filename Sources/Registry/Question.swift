/// Something that has to be decided before an act goes on: what is asked, what follows, and how it is answered. A value, for whoever asks: the tool
/// at a terminal, a program, a page.
public struct Question: Sendable, Equatable {
    /// What is asked, in a sentence.
    public let subject: Phrase
    /// What follows, a line each.
    public let consequences: [Phrase]
    /// The answers by which the act goes on; if there is only one, the question is one of yes and no.
    public let answers: [Answer]

    /// An answer.
    public struct Answer: Sendable, Equatable {
        /// The option that gives it: `--yes`.
        public let option: String
        /// What it means.
        public let meaning: Phrase

        init(_ option: String, _ meaning: Phrase) {
            self.option = option
            self.meaning = meaning
        }
    }

    init(_ subject: Phrase, _ consequences: [Phrase], _ answers: [Answer]) {
        self.subject = subject
        self.consequences = consequences
        self.answers = answers
    }

    /// The number of consequences that are listed; the rest are counted.
    private static let listed = 20

    /// The subject, and what follows.
    public func text(in language: Language) -> String {
        let more = consequences.count - Self.listed
        let rest = more > 0 ? [Phrase("… và \(more) dòng nữa", "… and \(more) more")] : []
        return ([subject] + (consequences.prefix(Self.listed) + rest).map { Phrase("  - " + $0.vi, "  - " + $0.en) }).map {
            $0[language]
        }
        .joined(separator: "\n")
    }

    /// The refusal of an act for which nobody has answered; nothing was changed.
    public var refusal: Refusal {
        func options(_ language: Language) -> String {
            answers.map { "\($0.option) (\($0.meaning[language]))" }.joined(separator: language == .vi ? " hoặc " : " or ")
        }
        return Refusal(
            .needsAnswer, Phrase(text(in: .vi), text(in: .en)),
            hint: Phrase("Trả lời bằng \(options(.vi)).", "Answer with \(options(.en))."))
    }
}
