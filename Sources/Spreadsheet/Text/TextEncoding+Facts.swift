extension TextEncoding {
    /// Whether capital letters with tones cannot be distinguished from small ones: TCVN3 has no codes for them, and writes them
    /// in a font that draws small letters as capitals. They are read as small letters; only the caller can warn the user.
    public var losesCapitals: Bool { self == .tcvn3 }

    /// The byte order mark, where the encoding has one.
    var byteOrderMark: [UInt8] {
        switch self {
        case .utf8: [0xEF, 0xBB, 0xBF]
        case .utf16LittleEndian: [0xFF, 0xFE]
        case .utf16BigEndian: [0xFE, 0xFF]
        case .windows1258, .tcvn3: []
        }
    }

    /// The number of bytes of an ASCII character.
    var unitSize: Int {
        switch self {
        case .utf8, .windows1258, .tcvn3: 1
        case .utf16LittleEndian, .utf16BigEndian: 2
        }
    }

    /// The encoding whose byte order mark a file begins with.
    static func marked(at head: [UInt8]) -> TextEncoding? {
        allCases.first { !$0.byteOrderMark.isEmpty && head.starts(with: $0.byteOrderMark) }
    }
}
