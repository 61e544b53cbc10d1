import Glibc
import Platform

/// What each byte of an 8-bit encoding stands for, according to glibc's iconv.
///
/// iconv is called byte by byte, once: given a text, it would compose letters and tones (the database does that), and a table
/// shows exactly which byte is undefined.
struct SingleByteTable: Sendable {
    /// The UTF-8 of each byte; empty where the byte is undefined.
    let sequences: [[UInt8]]
    /// The same, with the first byte lowest; 0 where the byte is undefined, and for NUL.
    let packed: [UInt32]

    /// The table of Windows-1258 or TCVN3.
    ///
    /// - Throws: ``ReadingError/Code/unreadable`` where the system has no such conversion.
    static func of(_ encoding: TextEncoding) throws(ReadingError) -> SingleByteTable {
        try (encoding == .tcvn3 ? tcvn3 : windows1258).get()
    }

    private static let windows1258 = Result { () throws(ReadingError) in try SingleByteTable(.windows1258) }
    private static let tcvn3 = Result { () throws(ReadingError) in try SingleByteTable(.tcvn3) }

    private init(_ encoding: TextEncoding) throws(ReadingError) {
        let windows = try Self.highBytes(of: "CP1258")
        var high = windows
        if encoding == .tcvn3 {
            high = try Self.highBytes(of: "TCVN5712-1")
            // TCVN3 fonts keep the punctuation of Windows (“ ” – …); the standard has capitals there, which the fonts lack.
            high.replaceSubrange(..<0x20, with: windows[..<0x20])
        }
        sequences = (0..<0x80).map { [UInt8($0)] } + high
        packed = sequences.map { $0.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// Bytes 80 to FF.
    private static func highBytes(of name: String) throws(ReadingError) -> [[UInt8]] {
        let converter = iconv_open("UTF-8", name)
        guard converter != iconv_t(bitPattern: -1) else {
            throw ReadingError(
                .unreadable, detail: "this system's iconv cannot read \(name): \(SystemError(number: errno).words)")
        }
        defer { iconv_close(converter) }
        return (UInt8(0x80)...0xFF).map { convert($0, by: converter) }
    }

    private static func convert(_ byte: UInt8, by converter: iconv_t?) -> [UInt8] {
        var input = CChar(bitPattern: byte)
        var output = [CChar](repeating: 0, count: 8)
        let written = withUnsafeMutablePointer(to: &input) { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, fromLeft): (UnsafeMutablePointer<CChar>?, Int) = (source, 1)
                var (to, toLeft) = (target.baseAddress, target.count)
                let failed = iconv(converter, &from, &fromLeft, &to, &toLeft) == Int(bitPattern: UInt.max)
                // iconv holds a letter back in case a tone follows: this flushes it.
                iconv(converter, nil, nil, &to, &toLeft)
                return failed ? 0 : target.count - toLeft
            }
        }
        return output[..<written].map(UInt8.init(bitPattern:))
    }
}
