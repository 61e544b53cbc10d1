import Registry

/// How letters are sent.
public enum MailRoute: Sendable, Equatable {
    /// Through this machine's own mail system: its `sendmail`, which every mail system provides.
    case sendmail(path: String)
    /// Through a mail server, with the program `curl`.
    ///
    /// - Parameter netrc: A file with the login and the password; without it `~/.netrc`, if it exists.
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
                .usage, Phrase("“\(text)” không phải là phương thức gửi thư.", "“\(text)” is not a way to send letters."),
                hint: Phrase(
                    "Dùng sendmail, sendmail:/đường/dẫn, smtp://máy[:cổng] hoặc smtps://máy[:cổng].",
                    "Use sendmail, sendmail:/path, smtp://host[:port] or smtps://host[:port]."))
        }
        guard case .sendmail = self, netrc != nil else { return }
        throw Refusal(
            .usage, Phrase("sendmail không cần mật khẩu.", "sendmail needs no password."),
            hint: Phrase("Tệp netrc chỉ dùng cho smtp:// và smtps://.", "A netrc file is only for smtp:// and smtps://."))
    }
}

extension MailRoute {
    /// The program that reads the letter and sends it on, with its arguments.
    ///
    /// It must not outlive us for long if we are killed before we end its input: `timeout` ensures that. curl's own `--max-time`
    /// would not do: when the time is up, curl treats what it has as the complete letter, and sends it.
    func command(from: MailAddress, to: MailAddress, limitSeconds: Int) -> [String] {
        let limit = ["timeout", "-s", "KILL", "\(limitSeconds)"]
        switch self {
        case .sendmail(let path):
            return limit + [path, "-oi", "-f", from.address, "--", to.address]
        case .smtp(let server, let netrc):
            // No .curlrc and no HTTP proxy; --globoff because of the brackets of an IPv6 address.
            return limit + ["curl", "--disable", "--globoff", "--noproxy", "*", "--silent", "--show-error"]
                + ["--url", server.url, "--mail-from", from.address, "--mail-rcpt", to.address, "--upload-file", "-"]
                + ["--connect-timeout", "10"] + (netrc.map { ["--netrc-file", $0] } ?? ["--netrc-optional"])
                + (server.isThisMachine ? [] : ["--ssl-reqd"])
        }
    }

    /// The bytes as the program expects them: `sendmail` expects a letter with this machine's line ends.
    func bytes(of letter: Letter) -> [UInt8] {
        switch self {
        case .sendmail: letter.bytes.filter { $0 != UInt8(ascii: "\r") }
        case .smtp: letter.bytes
        }
    }
}
