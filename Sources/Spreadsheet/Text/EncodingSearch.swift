/// Finds a file's encoding by looking at all of its bytes, in pieces: the one letter that tells may be its last.
enum EncodingSearch {
    /// The file's text in the encoding that it was found to have, or that the caller names.
    ///
    /// UTF-8 that is not UTF-8 throughout has a ``TextSource/fault``; other encodings show theirs when they are decoded.
    ///
    /// - Returns: The text; as UTF-8 up to the first fault, and not known, where no encoding fits.
    /// - Throws: ``ReadingError/Code/unreadable``.
    static func text(of file: ByteFile, as given: TextEncoding?) throws(ReadingError) -> (text: TextSource, isKnown: Bool) {
        var check = UTF8Check()
        try file.forEachPieceOrRefuse { check.read($0) }
        let endsWithin = check.finish()
        var text = try TextSource(file: file, encoding: .utf8)
        if let offset = check.firstFault { (text.end, text.fault) = (offset, endsWithin ? .cutOff : .invalid) }

        var found = given
        if found == nil { found = TextEncoding.marked(at: try file.head(3)) }
        if found == nil { found = try guess(file, check) }
        guard let found, found != .utf8 else { return (text, found != nil) }
        return (try TextSource(file: file, encoding: found), true)
    }

    private static func guess(_ file: ByteFile, _ check: UTF8Check) throws(ReadingError) -> TextEncoding? {
        let (even, odd) = check.nulCounts
        // Most characters of Vietnamese text are ASCII, and half of each such is a NUL.
        if odd * 4 > file.size, even * 20 < odd { return .utf16LittleEndian }
        if even * 4 > file.size, odd * 20 < even { return .utf16BigEndian }
        if (even + odd) * 2 > file.size { return nil }
        return check.firstFault == nil ? .utf8 : try guessByWords(file)
    }

    private static func guessByWords(_ file: ByteFile) throws(ReadingError) -> TextEncoding? {
        var windows = try VietnameseWords.of(.windows1258)
        var tcvn3 = try VietnameseWords.of(.tcvn3)
        var utf8 = UTF8Sequences()
        try file.forEachPieceOrRefuse {
            windows.read($0)
            tcvn3.read($0)
            utf8.read($0)
        }
        windows.endWord()
        tcvn3.endWord()
        // UTF-8 with a few bytes spoilt is UTF-8 with a fault, and not something else.
        if utf8.whole > 3 * utf8.broken { return .utf8 }
        let fitting = [(TextEncoding.windows1258, windows), (.tcvn3, tcvn3)].filter { $0.1.isMostlyPlausible }
        return fitting.max { $0.1.share < $1.1.share }?.0
    }
}

extension VietnameseWords {
    /// How many of the words that tell could be Vietnamese.
    var share: Double { Double(plausible) / Double(max(1, plausible + implausible)) }

    /// Names from elsewhere and slips of the pen are allowed for.
    var isMostlyPlausible: Bool { !holdsUnassigned && share > 0.75 }
}

/// Counts UTF-8's sequences beyond ASCII, roughly: a lead byte with as many bytes behind it as it announces, or without.
struct UTF8Sequences {
    private(set) var whole = 0
    private(set) var broken = 0
    private var missing = 0

    mutating func read(_ piece: UnsafeRawBufferPointer) {
        for byte in piece where byte >= 0x80 || missing > 0 { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        let isContinuation = byte & 0xC0 == 0x80
        if isContinuation, missing > 0 {
            missing -= 1
            if missing == 0 { whole += 1 }
            return
        }
        if isContinuation || missing > 0 { broken += 1 }
        missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0
    }
}

extension ByteFile {
    /// As ``forEachPiece(of:_:)``, with the error that readers of sheets throw.
    func forEachPieceOrRefuse(_ body: (UnsafeRawBufferPointer) -> Void) throws(ReadingError) {
        do { try forEachPiece(body) } catch { throw ReadingError(.unreadable, detail: error.words) }
    }
}
