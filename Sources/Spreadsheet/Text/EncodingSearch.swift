/// Detects a file's encoding by looking at all of its bytes, in pieces: the one letter that decides may be the last.
enum EncodingSearch {
    /// The file's text in the detected encoding, or in the one that the caller names.
    ///
    /// UTF-8 that is not valid throughout has a ``TextSource/fault``; faults in other encodings appear when they are decoded.
    ///
    /// - Returns: The text; if no encoding fits, as UTF-8 up to the first fault, with `isKnown` false.
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
        // Most characters of Vietnamese text are ASCII, and one of the two bytes of each is a NUL in UTF-16.
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
        // UTF-8 with a few corrupt bytes is UTF-8 with a fault, not another encoding.
        if utf8.whole > 3 * utf8.broken { return .utf8 }
        let fitting = [(TextEncoding.windows1258, windows), (.tcvn3, tcvn3)].filter { $0.1.isMostlyPlausible }
        return fitting.max { $0.1.share < $1.1.share }?.0
    }
}

extension VietnameseWords {
    /// The share of words with non-ASCII letters that could be Vietnamese.
    var share: Double { Double(plausible) / Double(max(1, plausible + implausible)) }

    /// Allows for foreign names and typing errors.
    var isMostlyPlausible: Bool { !holdsUnassigned && share > 0.75 }
}

/// Counts non-ASCII UTF-8 sequences, roughly: a lead byte followed by the number of bytes that it announces, or not.
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
