import Registry

/// The sender or the recipient of a letter.
public struct MailAddress: Sendable, Equatable {
    /// The display name.
    public let name: String?
    /// `thidua@example.vn`.
    public let address: String

    /// An address and, if it has one, its name.
    ///
    /// - Throws: ``Refusal`` where it is not an address, or the name is not one line.
    public init(name: String? = nil, address: String) throws {
        guard Self.isAddress(address) else { throw Refusal.notAnAddress(address) }
        try HeaderText.check(name ?? "")
        self.name = name.flatMap { $0.isEmpty ? nil : $0 }
        self.address = address
    }

    /// Reads `thidua@example.vn` or `Thi đua <thidua@example.vn>`.
    ///
    /// - Throws: ``Refusal`` (invalid input).
    public init(_ text: String) throws {
        guard text.hasSuffix(">"), let open = text.lastIndex(of: "<") else {
            try self.init(address: text)
            return
        }
        let name = text[..<open].drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        try self.init(name: String(name), address: String(text[text.index(after: open)...].dropLast()))
    }

    /// The part after the @.
    var domain: Substring { address.drop { $0 != "@" }.dropFirst() }

    /// The folded form for a letter's header.
    var header: String {
        guard let name else { return address }
        return HeaderText.encoded(name) + "\r\n <\(address)>"
    }
}

extension MailAddress {
    /// By the same rule as the table of area specialists: no quotes, no comments, no non-ASCII letters.
    private static func isAddress(_ text: String) -> Bool {
        let halves = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, halves.count == 2, (1...64).contains(halves[0].count), halves[0].first != UInt8(ascii: "-")
        else { return false }
        let marks = Set(".!#$%&'*+/=?^_`{|}~-".utf8)
        return halves[0].allSatisfy { isAlphanumeric($0) || marks.contains($0) } && isDomain(halves[1])
    }

    /// Labels of letters, digits and inner hyphens.
    static func isDomain(_ text: some Collection<UInt8>) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
            let hyphen = UInt8(ascii: "-")
            guard let first = label.first, first != hyphen else { return false }
            return label.allSatisfy { isAlphanumeric($0) || $0 == hyphen }
                && label[label.index(label.endIndex, offsetBy: -1)...].first != hyphen
        }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}

extension Refusal {
    fileprivate static func notAnAddress(_ text: String) -> Refusal {
        Refusal(
            .invalidInput, Phrase("“\(text)” không phải là địa chỉ thư điện tử.", "“\(text)” is not an e-mail address."),
            hint: Phrase(
                "Ví dụ: thidua@example.vn hoặc Thi đua <thidua@example.vn>.",
                "For example: thidua@example.vn or Thi đua <thidua@example.vn>."))
    }
}
