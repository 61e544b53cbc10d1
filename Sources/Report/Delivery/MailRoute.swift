import Registry

/// By which way letters leave.
public enum MailRoute: Sendable, Equatable {
    /// Through this machine's own mail system: its `sendmail`, which every one has.
    case sendmail(path: String)
    /// Through a mail server, with the program `curl`.
    ///
    /// - Parameter netrc: A file with the login and the password; without it `~/.netrc`, where there is one.
    case smtp(SMTPServer, netrc: String?)

    /// Reads `sendmail`, `sendmail:/path`, `smtp://host[:port]` or `smtps://host[:port]`.
    ///
    /// - Parameter netrc: A file with the login and the password for the server.
    /// - Throws: ``Refusal``.
    public init(_ text: String, netrc: String? = nil) throws {
        if text == "sendmail" {
            self = .sendmail(path: "/usr/sbin/sendmail")
        } else if text.hasPrefix("sendmail:/") {
            self = .sendmail(path: String(text.dropFirst("sendmail:".count)))
        } else if text.hasPrefix("smtp://") || text.hasPrefix("smtps://") {
            self = .smtp(try SMTPServer(text), netrc: netrc)
        } else {
            throw Refusal(
                .usage, Phrase("“\(text)” không phải cách gửi thư.", "“\(text)” is no way to send letters."),
                hint: Phrase(
                    "Dùng sendmail, sendmail:/đường/dẫn, smtp://máy[:cổng] hoặc smtps://máy[:cổng].",
                    "Use sendmail, sendmail:/path, smtp://host[:port] or smtps://host[:port]."))
        }
        guard case .sendmail = self, netrc != nil else { return }
        throw Refusal(
            .usage, Phrase("sendmail không cần mật khẩu.", "sendmail needs no password."),
            hint: Phrase("Tệp netrc chỉ dùng cho smtp:// và smtps://.", "A netrc file is for smtp:// and smtps:// alone."))
    }
}

extension MailRoute {
    /// The program that reads the letter and sends it on, and what it is told.
    ///
    /// It must not outlive us for long where we are killed while we hold the end: `timeout` sees to that. curl's own
    /// `--max-time` would not do, for it takes the end of the time for the end of the letter, and sends what it has.
    func command(from: MailAddress, to: MailAddress, limitSeconds: Int) -> [String] {
        let limit = ["timeout", "-s", "KILL", "\(limitSeconds)"]
        switch self {
        case .sendmail(let path):
            return limit + [path, "-oi", "-f", from.address, "--", to.address]
        case .smtp(let server, let netrc):
            // Nobody's .curlrc and no proxy for web pages; --globoff for the brackets of an IPv6 address.
            return limit + ["curl", "--disable", "--globoff", "--noproxy", "*", "--silent", "--show-error"]
                + ["--url", server.url, "--mail-from", from.address, "--mail-rcpt", to.address, "--upload-file", "-"]
                + ["--connect-timeout", "10"] + (netrc.map { ["--netrc-file", $0] } ?? ["--netrc-optional"])
                + (server.isThisMachine ? [] : ["--ssl-reqd"])
        }
    }

    /// The bytes as the program expects them: to `sendmail` a letter is text as this machine has it.
    func bytes(of letter: Letter) -> [UInt8] {
        switch self {
        case .sendmail: letter.bytes.filter { $0 != UInt8(ascii: "\r") }
        case .smtp: letter.bytes
        }
    }
}
