import FoundationEssentials
import Glibc

extension Letter {
    /// The letter as sent (RFC 5322, MIME): ASCII, lines of at most 76 characters, CR LF. The same letter gives the same bytes.
    public var bytes: [UInt8] {
        let text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        let parts = [
            Self.part(["Content-Type: text/plain; charset=UTF-8"], text),
            Self.part(
                [
                    "Content-Type: text/html; charset=UTF-8",
                    "Content-Disposition: attachment;\r\n filename=\"\(attachment.fileName)\"",
                ], attachment.html),
        ]
        let boundary = Self.boundary(for: parts)
        let lines = head(boundary) + parts.flatMap { ["--" + boundary, $0] } + ["--\(boundary)--", ""]
        return Array(lines.joined(separator: "\r\n").utf8)
    }

    private func head(_ boundary: String) -> [String] {
        [
            "Date: " + Self.written(date),
            "From: " + from.header,
            "To: " + to.header,
            "Message-ID:\r\n <\(id)>",
            "Subject: " + HeaderText.encoded(subject),
            // Keeps automatic replies from answering it (RFC 3834).
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed;\r\n boundary=\"\(boundary)\"",
            "",
        ]
    }

    private static func part(_ head: [String], _ content: String) -> String {
        let options: Data.Base64EncodingOptions = [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
        let body = Data(content.utf8).base64EncodedString(options: options)
        return (head + ["Content-Transfer-Encoding: base64", "", body]).joined(separator: "\r\n")
    }

    /// A line that no part contains, since base64 has no underscore; and, as a hash (FNV-1a), not that of another letter in which
    /// this one may be enclosed.
    private static func boundary(for parts: [String]) -> String {
        let hash = parts.joined().utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "=_thidua_" + String(hash, radix: 16)
    }

    /// `Mon, 20 Apr 2026 00:00:05 +0700`: in Hanoi time, which has no daylight saving time.
    private static func written(_ date: Date) -> String {
        var seconds = time_t(date.timeIntervalSince1970.rounded(.down)) + 7 * 3600
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(days[Int(parts.tm_wday)]), \(parts.tm_mday) \(months[Int(parts.tm_mon)]) \(parts.tm_year + 1900) \(clock) +0700"
    }
}
