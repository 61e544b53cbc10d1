import FoundationEssentials
import Registry

/// Human-readable text in the header of a letter (RFC 2047).
enum HeaderText {
    /// Refuses what could end a header line and begin another: otherwise a crafted name could add recipients.
    ///
    /// - Throws: ``Refusal`` (invalid input).
    static func check(_ text: String) throws {
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Refusal(
                .invalidInput,
                Phrase(
                    "Phần đầu thư có ký tự điều khiển, ví dụ xuống dòng.",
                    "The header of the letter would contain a control character, such as a line break."))
        }
    }

    /// The text itself if it is plain and short, otherwise encoded words, each on its own line.
    static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { MailAddress.isAlphanumeric($0) || $0 == UInt8(ascii: " ") }
        guard !isPlain || text.utf8.count > 60 || text.isEmpty else { return text }
        return pieces(of: text).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// An encoded word has room for 45 bytes, or for 39 on a line of 76 after `Subject: `; and none may split a character.
    private static func pieces(of text: String) -> [String] {
        text.unicodeScalars.reduce(into: [""]) { pieces, scalar in
            let last = pieces.count - 1
            if pieces[last].utf8.count + String(scalar).utf8.count > 39 {
                pieces.append(String(scalar))
            } else {
                pieces[last].unicodeScalars.append(scalar)
            }
        }
    }
}
