/// Excel's number formats.
enum NumberFormat {
    /// The built-in formats of dates and times, whose codes are not in the file (ECMA-376-1, 18.8.30).
    static let builtInDates = Set(14...22).union(45...47)

    /// Whether a code shows a number as a date or a time: it has one of their letters outside of quotation marks and brackets.
    static func isDate(_ code: some Sequence<UInt8>) -> Bool {
        var isQuoted = false
        var isBracketed = false
        var skips = false
        for byte in code {
            if skips {
                skips = false
            } else if isQuoted {
                isQuoted = byte != UInt8(ascii: "\"")
            } else if isBracketed {
                isBracketed = byte != UInt8(ascii: "]")
            } else {
                switch byte {
                case UInt8(ascii: "\""): isQuoted = true
                case UInt8(ascii: "["): isBracketed = true
                // An escaped character; a blank as wide as one; a fill character.
                case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skips = true
                default: if isDateLetter(byte) { return true }
                }
            }
        }
        return false
    }

    private static func isDateLetter(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        case UInt8(ascii: "d"), UInt8(ascii: "m"), UInt8(ascii: "y"), UInt8(ascii: "h"), UInt8(ascii: "s"): true
        default: false
        }
    }

    /// A format that shows a whole number with zeros before it, and perhaps with text around it: `00000`, `"CC-"00000`, `00\-00`
    /// has two parts and is none. People type 123, see 00123, and mean that.
    struct Padding: Sendable {
        private let (before, after): (String, String)
        private let digits: Int

        /// Nil for any other format.
        init?(_ code: String) {
            var (before, after, digits) = ("", "", 0)
            var rest = code.prefix { $0 != ";" }[...]
            while let character = rest.popFirst() {
                var literal: Character
                switch character {
                case "0":
                    guard after.isEmpty else { return nil }
                    digits += 1
                    continue
                case "\"":
                    guard let end = rest.firstIndex(of: "\"") else { return nil }
                    if digits == 0 { before += rest[..<end] } else { after += rest[..<end] }
                    rest = rest[rest.index(after: end)...]
                    continue
                case "\\":
                    guard let next = rest.popFirst() else { return nil }
                    literal = next
                case "-", " ", "(", ")": literal = character
                default: return nil
                }
                if digits == 0 { before.append(literal) } else { after.append(literal) }
            }
            guard digits > 1 else { return nil }
            (self.before, self.after, self.digits) = (before, after, digits)
        }

        /// The number as it is shown; nil if it is not a whole one, or no digit is added.
        func shown(_ plain: UnsafeBufferPointer<UInt8>) -> String? {
            guard plain.count < digits, plain.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
                return nil
            }
            let number = String(decoding: plain, as: UTF8.self)
            return before + String(repeating: "0", count: digits - plain.count) + number + after
        }
    }
}
