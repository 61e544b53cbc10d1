/// Finds comments, string literals and regular expressions in Swift source text, and blanks them out.
struct SwiftLexer {
    let bytes: [UInt8]
    private(set) var code: [UInt8]
    private(set) var literals: [SwiftSource.Literal] = []
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        code = bytes
    }

    mutating func run() {
        while position < bytes.count {
            let start = position
            if bytes[position] != UInt8(ascii: "/") && bytes[position] != UInt8(ascii: "\"")
                && bytes[position] != UInt8(ascii: "#")
            {
                position += 1
            } else if sees("//") {
                skip { $0.sees("\n") }
                blank(start..<position)
            } else if sees("/*") {
                skipComment()
                blank(start..<position)
            } else if let literal = literal() {
                literals.append(literal)
                blank(start + 1..<position - 1)
            } else if startsExpression() {
                position += 1
                skip { $0.sees("/") || $0.sees("\n") }
                blank(start..<position + 1)
                position += 1
            } else {
                position += 1
            }
        }
    }

    private func sees(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

    private mutating func blank(_ range: Range<Int>) {
        for index in range.clamped(to: 0..<bytes.count) where bytes[index] != UInt8(ascii: "\n") {
            code[index] = UInt8(ascii: " ")
        }
    }

    /// Advances, skipping escaped bytes, until `isEnd` is true or the text ends.
    private mutating func skip(until isEnd: (Self) -> Bool) {
        while position < bytes.count, !isEnd(self) { position += sees("\\") ? 2 : 1 }
        position = min(position, bytes.count)
    }

    private mutating func skipComment() {
        var depth = 0
        repeat {
            if sees("/*") { depth += 1 } else if sees("*/") { depth -= 1 }
            position += sees("/*") || sees("*/") ? 2 : 1
        } while depth > 0 && position < bytes.count
    }

    /// A slash after an opening bracket, a comma or an equals sign begins a regular expression, if it is closed on its line.
    private func startsExpression() -> Bool {
        guard sees("/"), !sees("/ "), let before = bytes[..<position].last(where: { $0 != UInt8(ascii: " ") }) else {
            return false
        }
        let line = bytes[(position + 1)...].prefix { $0 != UInt8(ascii: "\n") }
        return "(,=:[{".utf8.contains(before) && line.contains(UInt8(ascii: "/"))
    }

    /// The literal that begins here. Moves the position past it.
    private mutating func literal() -> SwiftSource.Literal? {
        let start = position
        let hashes = String(repeating: "#", count: bytes[start...].prefix { $0 == UInt8(ascii: "#") }.count)
        guard bytes[(start + hashes.utf8.count)...].first == UInt8(ascii: "\"") else { return nil }
        position += hashes.utf8.count
        let quotes = sees("\"\"\"") ? "\"\"\"" : "\""
        position += quotes.utf8.count
        var (pieces, text): ([SwiftSource.Piece], [UInt8]) = ([], [])
        while position < bytes.count, !sees(quotes + hashes) {
            guard sees("\\" + hashes) else {
                text.append(bytes[position])
                position += 1
                continue
            }
            position += 1 + hashes.utf8.count
            if sees("(") {
                pieces += [.text(String(decoding: text, as: UTF8.self)), .value(value())]
                text = []
            } else {
                text += escaped()
            }
        }
        position = min(position + quotes.utf8.count + hashes.utf8.count, bytes.count)
        return .init(range: start..<position, pieces: pieces + [.text(String(decoding: text, as: UTF8.self))])
    }

    /// The text between the parentheses that begin here.
    private mutating func value() -> String {
        let start = position + 1
        var depth = 0
        repeat {
            if sees("(") { depth += 1 } else if sees(")") { depth -= 1 }
            if literal() == nil { position += 1 }
        } while depth > 0 && position < bytes.count
        return String(decoding: bytes[start..<max(start, position - 1)], as: UTF8.self)
    }

    private mutating func escaped() -> [UInt8] {
        defer { position += 1 }
        switch position < bytes.count ? bytes[position] : 0 {
        case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
        case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
        case UInt8(ascii: "\n"): return []
        case let other: return [other]
        }
    }
}
