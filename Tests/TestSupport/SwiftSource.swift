import Foundation

/// A Swift file, scanned far enough to tell code from comments and string literals. For tests that check sources against a rule.
///
/// Positions are offsets in UTF-8 bytes. It does not know the grammar: on what a rule cannot find, it must fail, not pass.
public struct SwiftSource {
    /// The path relative to the repository's folder.
    public let path: String
    /// The file's contents.
    public let text: String
    /// The contents at the same length, with comments and the text between quotes replaced by spaces.
    public let code: String
    /// The string literals, in order.
    public let literals: [Literal]

    private let bytes: [UInt8]
    private let codeBytes: [UInt8]

    /// A string literal.
    public struct Literal {
        /// From quote to quote.
        public let range: Range<Int>
        /// Its text, split at interpolations.
        public let pieces: [Piece]
    }

    /// A part of a literal.
    public enum Piece: Equatable {
        case text(String)
        /// The text between the parentheses of `\(…)`.
        case value(String)
    }

    /// Reads a text.
    public init(path: String, text: String) {
        var lexer = SwiftLexer(text)
        lexer.run()
        self.path = path
        self.text = text
        bytes = lexer.bytes
        codeBytes = lexer.code
        code = String(decoding: lexer.code, as: UTF8.self)
        literals = lexer.literals
    }

    /// Every Swift file under a folder of the repository, in the order of their paths.
    public static func all(under folder: String) throws -> [SwiftSource] {
        let root = Repository.root + "/"
        let paths = try FileManager.default.subpathsOfDirectory(atPath: root + folder).filter { $0.hasSuffix(".swift") }.sorted()
        return try paths.map { path in
            SwiftSource(
                path: "\(folder)/\(path)", text: try String(contentsOfFile: "\(root)\(folder)/\(path)", encoding: .utf8))
        }
    }

    /// The text of a range.
    public subscript(range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The code of a range.
    public func code(in range: Range<Int>) -> String { String(decoding: codeBytes[range], as: UTF8.self) }

    /// From the bracket at a position to the one that closes it, both included.
    public func block(at start: Int) -> Range<Int> {
        var depth = 0
        for position in start..<codeBytes.count {
            if "([{".utf8.contains(codeBytes[position]) { depth += 1 }
            if ")]}".utf8.contains(codeBytes[position]) { depth -= 1 }
            if depth == 0 { return start..<position + 1 }
        }
        return start..<codeBytes.count
    }

    /// The first position from `start` on that contains code, or the end if there is none.
    public func position(after start: Int) -> Int {
        codeBytes[start...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") } ?? codeBytes.count
    }

    /// The position of the next occurrence of a byte in the code, from a position on.
    public func position(of byte: Character, from start: Int) -> Int? {
        codeBytes[start...].firstIndex { $0 == byte.asciiValue }
    }

    /// The matches of a pattern in the code, with its captured groups.
    public func matches(_ pattern: String) -> [(range: Range<Int>, groups: [String])] {
        Self.matches(pattern, in: code)
    }

    /// The matches of a pattern in a text, with its captured groups.
    public static func matches(_ pattern: String, in text: String) -> [(range: Range<Int>, groups: [String])] {
        guard let expression = try? NSRegularExpression(pattern: pattern) else { fatalError(pattern) }
        return expression.matches(in: text, range: NSRange(text.startIndex..., in: text)).map { match in
            let range = Range(match.range, in: text) ?? text.startIndex..<text.startIndex
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            let groups = (1..<max(1, match.numberOfRanges)).map {
                Range(match.range(at: $0), in: text).map { String(text[$0]) } ?? ""
            }
            return (start..<start + text[range].utf8.count, groups)
        }
    }

    /// "path:line"
    public func place(_ position: Int) -> String {
        "\(path):\(bytes[..<position].count { $0 == UInt8(ascii: "\n") } + 1)"
    }
}
