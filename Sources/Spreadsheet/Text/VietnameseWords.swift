/// Counts words that could be Vietnamese if the bytes were of an encoding: TCVN3 read as Windows-1258, or the other way round,
/// is full of words with two tones, or with letters that Vietnamese does not have.
struct VietnameseWords: Sendable {
    /// Words with letters beyond ASCII that Vietnamese could have.
    private(set) var plausible = 0
    /// Words with such letters that it could not have.
    private(set) var implausible = 0
    /// Whether there was a byte that the encoding does not define, or a control character.
    private(set) var holdsUnassigned = false

    private let roles: [Role]
    private var word = Word()

    /// The role of a byte in a word.
    private enum Role: UInt8 {
        case gap, consonant, dStroke, vowel, markedVowel, tonedVowel, tone, foreign, unassigned
    }

    private struct Word {
        var isBeyondASCII = false
        var isImplausible = false
        var tones = 0
        var letters = 0
        var hasVowel = false
        var last = Role.gap
    }

    private init(_ table: SingleByteTable) { roles = table.sequences.map(Self.role) }

    /// A counter that starts from 0, for Windows-1258 or TCVN3.
    ///
    /// - Throws: ``ReadingError/Code/unreadable`` where the system has no such conversion.
    static func of(_ encoding: TextEncoding) throws(ReadingError) -> VietnameseWords {
        try (encoding == .tcvn3 ? tcvn3 : windows1258).get()
    }

    private static let windows1258 = Result { () throws(ReadingError) in VietnameseWords(try .of(.windows1258)) }
    private static let tcvn3 = Result { () throws(ReadingError) in VietnameseWords(try .of(.tcvn3)) }

    /// Reads the file's next bytes.
    mutating func read(_ piece: UnsafeRawBufferPointer) {
        for byte in piece {
            let role = roles[Int(byte)]
            if role == .gap { endWord() } else { take(role, isBeyondASCII: byte >= 0x80) }
        }
    }

    /// To be called after the last byte.
    mutating func endWord() {
        if word.isBeyondASCII {
            if word.isImplausible || word.tones > 1 { implausible += 1 } else { plausible += 1 }
        }
        if word.letters > 0 { word = Word() }
    }

    private mutating func take(_ role: Role, isBeyondASCII: Bool) {
        switch role {
        case .gap, .consonant: break
        case .unassigned: holdsUnassigned = true
        case .foreign: word.isImplausible = true
        // It can only begin a word.
        case .dStroke: if word.letters > 0 { word.isImplausible = true }
        case .tone:
            word.tones += 1
            if ![.vowel, .markedVowel].contains(word.last) { word.isImplausible = true }
        case .vowel, .markedVowel, .tonedVowel:
            if role == .tonedVowel { word.tones += 1 }
            // A syllable's vowels are adjacent.
            if word.hasVowel, word.last == .consonant, isBeyondASCII { word.isImplausible = true }
            word.hasVowel = true
        }
        if isBeyondASCII { word.isBeyondASCII = true }
        word.letters += 1
        word.last = role
    }

    private static func role(of sequence: [UInt8]) -> Role {
        guard let character = String(decoding: sequence, as: UTF8.self).first else { return .unassigned }
        if let role = letters[character] { return role }
        guard sequence.count == 1, let byte = sequence.first else { return punctuation.contains(character) ? .gap : .foreign }
        if byte < 0x20, ![0, 0x09, 0x0A, 0x0D, 0x1A].contains(byte) { return .unassigned }
        return character.isLetter ? .consonant : .gap
    }

    /// Without characters that are letters in TCVN3 and rare in tables: « » § © ® ·.
    private static let punctuation = Set("\u{A0}“”‘’‚„–—…•°²³±×₫€™")
    /// Composed or not makes no difference, since Swift compares characters.
    private static let letters: [Character: Role] = {
        let tones = ["\u{300}", "\u{309}", "\u{303}", "\u{301}", "\u{323}"]
        var roles: [Character: Role] = ["đ": .dStroke, "Đ": .dStroke]
        for tone in tones { roles[Character(tone)] = .tone }
        for vowel in "aeiouyAEIOUYăâêôơưĂÂÊÔƠƯ" {
            roles[vowel] = vowel.isASCII ? .vowel : .markedVowel
            for tone in tones { roles[Character("\(vowel)\(tone)")] = .tonedVowel }
        }
        return roles
    }()
}
