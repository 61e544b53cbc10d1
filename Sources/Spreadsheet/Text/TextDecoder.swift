/// Why bytes could not be decoded any further.
enum DecodingFault: Sendable {
    /// Bytes that are undefined in the encoding.
    case invalid
    /// The file ends within a character.
    case cutOff
}

/// Converts another encoding's bytes to UTF-8, piece by piece.
enum TextDecoder {
    case singleByte(SingleByteTable)
    case utf16(UTF16Decoder)

    /// - Throws: ``ReadingError/Code/unreadable`` where the system cannot convert it.
    init?(_ encoding: TextEncoding) throws(ReadingError) {
        switch encoding {
        case .utf8: return nil
        case .utf16LittleEndian: self = .utf16(UTF16Decoder(isLittleEndian: true))
        case .utf16BigEndian: self = .utf16(UTF16Decoder(isLittleEndian: false))
        case .windows1258, .tcvn3: self = .singleByte(try .of(encoding))
        }
    }

    /// The most bytes of UTF-8 that `count` bytes can become, including a character begun in the previous piece.
    static func room(for count: Int) -> Int { 3 * count + 8 }

    /// Decodes up to the first fault.
    mutating func decode(_ piece: UnsafeRawBufferPointer, into output: inout OutputBytes) -> DecodingFault? {
        switch self {
        case .singleByte(let table):
            for byte in piece {
                guard byte >= 0x80 else {
                    output.append(UInt32(byte))
                    continue
                }
                var sequence = table.packed[Int(byte)]
                guard sequence != 0 else { return .invalid }
                while sequence != 0 {
                    output.append(sequence)
                    sequence >>= 8
                }
            }
            return nil
        case .utf16(var decoder):
            defer { self = .utf16(decoder) }
            return decoder.decode(piece, into: &output)
        }
    }

    /// Whether the text ends within a character; valid after the last byte.
    var isWithinCharacter: Bool {
        if case .utf16(let decoder) = self { decoder.isWithinCharacter } else { false }
    }
}

/// UTF-16 of either byte order, in pieces that are cut anywhere.
struct UTF16Decoder {
    let isLittleEndian: Bool
    /// The first byte of a unit whose second is in the next piece.
    private var firstByte: UInt8?
    /// The first half of a character beyond U+FFFF.
    private var highSurrogate: UInt32?

    init(isLittleEndian: Bool) { self.isLittleEndian = isLittleEndian }

    /// Whether a character is still incomplete.
    var isWithinCharacter: Bool { firstByte != nil || highSurrogate != nil }

    mutating func decode(_ piece: UnsafeRawBufferPointer, into output: inout OutputBytes) -> DecodingFault? {
        for byte in piece {
            guard let first = firstByte else {
                firstByte = byte
                continue
            }
            firstByte = nil
            let unit = isLittleEndian ? UInt32(byte) << 8 | UInt32(first) : UInt32(first) << 8 | UInt32(byte)
            guard take(unit, into: &output) else { return .invalid }
        }
        return nil
    }

    private mutating func take(_ unit: UInt32, into output: inout OutputBytes) -> Bool {
        switch (highSurrogate, unit) {
        case (nil, 0xD800...0xDBFF):
            highSurrogate = unit
        case (nil, 0xDC00...0xDFFF):
            return false
        case (nil, _):
            output.append(scalar: unit)
        case (let high?, 0xDC00...0xDFFF):
            highSurrogate = nil
            output.append(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
        default:
            return false
        }
        return true
    }
}

/// UTF-8 being written into the caller's buffer, which must be large enough.
struct OutputBytes {
    let buffer: UnsafeMutableRawBufferPointer
    private(set) var count = 0

    init(_ buffer: UnsafeMutableRawBufferPointer) { self.buffer = buffer }

    var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[..<count]) }

    mutating func append(_ byte: UInt32) {
        buffer[count] = UInt8(truncatingIfNeeded: byte)
        count += 1
    }

    mutating func append(scalar: UInt32) {
        switch scalar {
        case ..<0x80:
            append(scalar)
        case ..<0x800:
            append(0xC0 | scalar >> 6)
            append(0x80 | scalar & 0x3F)
        case ..<0x10000:
            append(0xE0 | scalar >> 12)
            append(0x80 | scalar >> 6 & 0x3F)
            append(0x80 | scalar & 0x3F)
        default:
            append(0xF0 | scalar >> 18)
            append(0x80 | scalar >> 12 & 0x3F)
            append(0x80 | scalar >> 6 & 0x3F)
            append(0x80 | scalar & 0x3F)
        }
    }
}
