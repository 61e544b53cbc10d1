/// Which bytes end a run of a cell's text.
struct StopTable: ~Copyable {
    private let isStop: UnsafeMutableBufferPointer<Bool>

    init(_ stops: [UInt8]) {
        isStop = .allocate(capacity: 256)
        isStop.initialize(repeating: false)
        for stop in stops { isStop[Int(stop)] = true }
    }

    deinit { isStop.deallocate() }

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool { isStop[Int(byte)] }

    /// Where the next such byte is, or the piece's end.
    @inline(__always)
    func next(in piece: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index < piece.count, !isStop[Int(piece[index])] { index += 1 }
        return index
    }
}

/// Text within quotation marks.
enum QuotedText {
    /// Skips groups of eight bytes without a quotation mark or NUL: long texts are quoted.
    @inline(__always)
    static func skipEights(_ piece: UnsafeRawBufferPointer, from start: Int) -> Int {
        var index = start
        while index + 8 <= piece.count {
            let eight = piece.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            guard !holdsZero(eight), !holdsZero(eight ^ 0x2222_2222_2222_2222) else { break }
            index += 8
        }
        return index
    }

    /// Whether one of eight bytes is zero.
    @inline(__always)
    private static func holdsZero(_ eight: UInt64) -> Bool {
        (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080 != 0
    }
}
