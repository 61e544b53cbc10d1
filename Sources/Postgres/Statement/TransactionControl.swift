extension Statement {
    /// The word by which this statement would begin or end a transaction behind the library's back; `nil` for others.
    ///
    /// Only the first word counts: the extended protocol takes one statement at a time.
    package var transactionControl: String? {
        let word = String(decoding: firstWord, as: UTF8.self).uppercased()
        return Self.transactionWords.contains(word) ? word : nil
    }

    /// The command tags by which a script shows that it has begun or ended a transaction.
    package static let transactionTags: Set<String> = [
        "BEGIN", "START TRANSACTION", "COMMIT", "ROLLBACK", "PREPARE TRANSACTION",
    ]

    private static let transactionWords: Set<String> = [
        "BEGIN", "START", "COMMIT", "END", "ROLLBACK", "ABORT", "SAVEPOINT", "RELEASE",
    ]

    private var firstWord: Substring.UTF8View {
        Self.skipBlanks(text[...].utf8).prefix { byte in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF)
        }
    }

    /// Drops leading white space, semicolons and comments.
    private static func skipBlanks(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var rest = text
        while let byte = rest.first {
            if byte == UInt8(ascii: " ") || (9...13).contains(byte) || byte == UInt8(ascii: ";") {
                rest = rest.dropFirst()
            } else if rest.starts(with: "--".utf8) {
                rest = rest.drop { $0 != UInt8(ascii: "\n") }
            } else if rest.starts(with: "/*".utf8) {
                rest = skipComment(rest)
            } else {
                break
            }
        }
        return rest
    }

    /// Drops one `/* … */`. PostgreSQL's comments nest.
    private static func skipComment(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var rest = text
        var depth = 0
        repeat {
            if rest.starts(with: "/*".utf8) {
                depth += 1
                rest = rest.dropFirst(2)
            } else if rest.starts(with: "*/".utf8) {
                depth -= 1
                rest = rest.dropFirst(2)
            } else {
                rest = rest.dropFirst()
            }
        } while depth > 0 && !rest.isEmpty
        return rest
    }
}
