import FoundationEssentials
import Registry

/// A letter with a text and one attached page.
public struct Letter: Sendable, Equatable {
    /// The sender.
    public let from: MailAddress
    /// The recipient.
    public let to: MailAddress
    /// The subject.
    public let subject: String
    /// The text.
    public let text: String
    /// The attached page.
    public let attachment: Page
    /// The message ID, by which receivers recognise duplicates: `…@domain`.
    public let id: String
    /// When it was written.
    public let date: Date

    /// A page of HTML.
    public struct Page: Sendable, Equatable {
        /// Only letters, digits, `.`, `_` and `-`.
        public let fileName: String
        public let html: String

        /// An attachment.
        public init(fileName: String, html: String) {
            (self.fileName, self.html) = (fileName, html)
        }
    }

    /// Composes a letter.
    ///
    /// - Throws: ``Refusal`` where a value is not valid on one line of the header.
    public init(
        from: MailAddress, to: MailAddress, subject: String, text: String, attachment: Page, id: String, date: Date
    ) throws {
        try HeaderText.check(subject)
        try Self.checkToken(attachment.fileName, marks: "._-")
        try Self.checkToken(id, marks: "._-=@")
        (self.from, self.to, self.subject, self.text) = (from, to, subject, text)
        (self.attachment, self.id, self.date) = (attachment, id, date)
    }

    /// The message ID of a report's letter: the same whenever and however often the letter is made.
    public static func id(campaign: String, date: String, specialist: String, domain: some StringProtocol) -> String {
        let parts = [campaign, date, specialist].map(escaped).joined(separator: ".")
        return "thidua.\(parts)@\(domain)"
    }

    /// Keeps what a message ID may contain, and writes all else, even the dot, as a number: no two codes give the same result.
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
                Phrase("“\(text)” không dùng được trong phần đầu thư.", "“\(text)” is not allowed in the header of a letter."))
        }
    }
}
