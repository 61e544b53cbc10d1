/// A file's text as pieces of UTF-8, whatever its encoding; pieces may end within a character.
struct TextSource: Sendable {
    let file: ByteFile
    let encoding: TextEncoding
    /// Where the text begins: after the byte order mark.
    var start: Int
    /// Where it ends.
    var end: Int
    /// What is wrong at `end`, where it is not the file's end.
    var fault: DecodingFault?
    /// The number of bytes that are read at a time.
    var pieceSize = 1 << 17

    init(file: ByteFile, encoding: TextEncoding) throws(ReadingError) {
        self.file = file
        self.encoding = encoding
        let mark = encoding.byteOrderMark
        start = try file.head(mark.count) == mark ? mark.count : 0
        end = file.size
    }

    /// Calls `body` with the text piece by piece, each with its range in the file, until it returns false.
    ///
    /// UTF-8 is passed on as it is in the file: ``UTF8Check`` has checked it.
    ///
    /// - Returns: The fault that ended the text early, if any.
    func forEachPiece(_ body: (UnsafeRawBufferPointer, Range<Int>) throws -> Bool) throws -> DecodingFault? {
        guard var decoder = try TextDecoder(encoding) else { return try forEachRawPiece(body) ? fault : nil }
        let decoded = UnsafeMutableRawBufferPointer.allocate(byteCount: TextDecoder.room(for: pieceSize), alignment: 16)
        defer { decoded.deallocate() }
        var fault: DecodingFault?
        let reachedEnd = try forEachRawPiece { piece, place in
            var output = OutputBytes(decoded)
            fault = decoder.decode(piece, into: &output)
            return try body(output.written, place) && fault == nil
        }
        return reachedEnd && decoder.isWithinCharacter ? .cutOff : fault
    }

    /// - Returns: Whether the end was reached.
    private func forEachRawPiece(_ body: (UnsafeRawBufferPointer, Range<Int>) throws -> Bool) throws -> Bool {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: pieceSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset = start
        while offset < end {
            let wanted = UnsafeMutableRawBufferPointer(rebasing: buffer[..<min(pieceSize, end - offset)])
            let count = try file.readOrRefuse(into: wanted, at: offset)
            guard count > 0 else { throw ReadingError(.unreadable, detail: "the file was truncated while it was being read") }
            let piece = UnsafeRawBufferPointer(rebasing: wanted[..<count])
            guard try body(piece, offset..<offset + count) else { return false }
            offset += count
        }
        return true
    }
}

extension ByteFile {
    /// The first `count` bytes, or fewer if the file is shorter.
    func head(_ count: Int) throws(ReadingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count - filled, alignment: 1)
            defer { buffer.deallocate() }
            let got = try readOrRefuse(into: buffer, at: filled)
            guard got > 0 else { break }
            bytes.replaceSubrange(filled..<filled + got, with: buffer[..<got])
            filled += got
        }
        return Array(bytes[..<filled])
    }

    /// As ``read(into:at:)``, with the error that readers of sheets throw.
    func readOrRefuse(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws(ReadingError) -> Int {
        do { return try read(into: buffer, at: offset) } catch { throw ReadingError(.unreadable, detail: error.words) }
    }
}
