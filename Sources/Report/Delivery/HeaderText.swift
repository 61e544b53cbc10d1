import FoundationEssentials
import Registry

/// Text for people in the head of a letter (RFC 2047).
enum HeaderText {
    /// Refuses what could end a line of the head and begin another: whoever chose a name could else add recipients.
    ///
    /// - Throws: ``Refusal`` (invalid input).
    static func check(_ text: String) throws {
        guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw Refusal(
                .invalidInput,
                Phrase(
                    "Phần đầu thư có ký tự điều khiển, như xuống dòng.",
                    "The head of a letter would have a control character, such as a line end."))
        }
    }

    /// As it is where it is plain and short, else in encoded words, each on a line of its own.
    static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { MailAddress.isAlphanumeric($0) || $0 == UInt8(ascii: " ") }
        guard !isPlain || text.utf8.count > 60 || text.isEmpty else { return text }
        return pieces(of: text).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    /// An encoded word has room for 45 bytes, in a line of 76 with `Subject: ` before it for 39; and none may hold half a
    /// character.
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
