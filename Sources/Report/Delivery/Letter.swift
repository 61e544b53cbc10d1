import FoundationEssentials
import Registry

/// A letter with a text and one page attached.
public struct Letter: Sendable, Equatable {
    /// From whom.
    public let from: MailAddress
    /// To whom.
    public let to: MailAddress
    /// What it is about.
    public let subject: String
    /// What it says.
    public let text: String
    /// What is attached.
    public let attachment: Page
    /// By which receivers recognise a repetition: `…@domain`.
    public let id: String
    /// When it was written.
    public let date: Date

    /// A page of HTML.
    public struct Page: Sendable, Equatable {
        /// Letters, digits, `.`, `_` and `-` alone.
        public let fileName: String
        public let html: String

        /// An attachment.
        public init(fileName: String, html: String) {
            (self.fileName, self.html) = (fileName, html)
        }
    }

    /// Puts a letter together.
    ///
    /// - Throws: ``Refusal`` where something for the head does not fit on one line of it.
    public init(
        from: MailAddress, to: MailAddress, subject: String, text: String, attachment: Page, id: String, date: Date
    ) throws {
        try HeaderText.check(subject)
        try Self.checkToken(attachment.fileName, marks: "._-")
        try Self.checkToken(id, marks: "._-=@")
        (self.from, self.to, self.subject, self.text) = (from, to, subject, text)
        (self.attachment, self.id, self.date) = (attachment, id, date)
    }

    /// The identity of a report's letter: the same whenever and however often it is made.
    public static func id(campaign: String, date: String, specialist: String, domain: some StringProtocol) -> String {
        let parts = [campaign, date, specialist].map(escaped).joined(separator: ".")
        return "thidua.\(parts)@\(domain)"
    }

    /// What has a place in an identity is kept; all else, the dot too, is a number: no two codes come out the same.
    private static func escaped(_ code: String) -> String {
        code.utf8.map { byte in
            if MailAddress.isAlphanumeric(byte) || byte == UInt8(ascii: "-") { return String(UnicodeScalar(byte)) }
            let hex = String(byte, radix: 16, uppercase: true)
            return hex.count == 1 ? "=0\(hex)" : "=\(hex)"
        }.joined()
    }

    private static func checkToken(_ text: String, marks: String) throws {
        let isToken = !text.isEmpty && text.utf8.allSatisfy { MailAddress.isAlphanumeric($0) || marks.utf8.contains($0) }
        guard isToken else {
            throw Refusal(
                .invalidInput,
                Phrase("“\(text)” không dùng được trong phần đầu thư.", "“\(text)” has no place in the head of a letter."))
        }
    }
}
