import Glibc
import Registry

/// A mail server's address.
public struct SMTPServer: Sendable, Equatable {
    /// `smtp://host[:port]` or `smtps://host[:port]`.
    public let url: String
    private let host: String

    /// Reads such a URL.
    ///
    /// - Throws: ``Refusal`` (usage) for anything more, above all a password, which every user of the machine could read in
    ///   curl's arguments.
    public init(_ text: String) throws {
        let scheme = text.hasPrefix("smtps://") ? "smtps://" : "smtp://"
        guard text.hasPrefix(scheme), !text.utf8.contains(UInt8(ascii: "@")) else {
            throw Refusal.notServer(hidingPasswordIn: text)
        }
        var rest = text.dropFirst(scheme.count)
        if rest.hasSuffix("/") { rest.removeLast() }
        url = scheme + rest
        // An IPv6 address contains colons, and is written in brackets.
        let isAddress = rest.hasPrefix("[")
        let parts =
            isAddress
            ? rest.dropFirst().split(separator: "]", maxSplits: 1, omittingEmptySubsequences: false)
            : rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        host = String(parts.first ?? "").lowercased()
        let isHost = isAddress ? parts.count == 2 && Self.isIPv6(host) : MailAddress.isDomain(host.utf8)
        let port =
            isAddress
            ? parts.last.flatMap { $0.isEmpty ? nil : $0.hasPrefix(":") ? $0.dropFirst() : "?" } : parts.dropFirst().first
        guard isHost, port.map(Self.isPort) ?? true else { throw Refusal.notServer(text) }
    }

    /// Whether what is sent stays on this machine: then it needs no encryption.
    var isThisMachine: Bool {
        var address = in_addr()
        let isLoopback = inet_pton(AF_INET, host, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
        return host == "localhost" || host == "::1" || isLoopback
    }

    private static func isIPv6(_ text: String) -> Bool {
        var address = in6_addr()
        return inet_pton(AF_INET6, text, &address) == 1
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && (1...65535).contains(Int(text) ?? 0)
    }
}

extension Refusal {
    fileprivate static func notServer(_ text: String) -> Refusal {
        Refusal(
            .usage, Phrase("“\(text)” không phải là địa chỉ máy chủ thư.", "“\(text)” is not a mail server address."),
            hint: Phrase(
                "Ví dụ: smtp://thu.example.vn:587 hoặc smtps://thu.example.vn.",
                "For example: smtp://mail.example.vn:587 or smtps://mail.example.vn."))
    }

    /// The address is not repeated, since it may contain a password.
    fileprivate static func notServer(hidingPasswordIn text: String) -> Refusal {
        Refusal(
            .usage,
            Phrase(
                "Địa chỉ máy chủ thư không được có tên đăng nhập hay mật khẩu.",
                "A mail server's address must not have a login or password."),
            hint: Phrase("Ghi tên đăng nhập, mật khẩu vào một tệp netrc.", "Put them into a netrc file."))
    }
}
