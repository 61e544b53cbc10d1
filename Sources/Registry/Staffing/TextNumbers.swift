import Glibc

/// Numbers distinct texts from 0: a hash table whose texts lie end to end in one buffer.
struct TextNumbers {
    /// The texts, one after the other; each ends where the next begins.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// A text's number plus one, at the first free position at or after its hash; 0 marks a free one. At most half are taken.
    private var slots: [UInt32]
    private let textsKept: Int

    /// - Parameter textsKept: The maximum number of texts; a power of two.
    init(textsKept: Int) {
        self.textsKept = textsKept
        slots = Array(repeating: 0, count: 2 * textsKept)
    }

    /// The number of a text; nil if it is new and the table is full.
    mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int? {
        var slot = Self.hash(text) & (slots.count - 1)
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if isText(number, text) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard ends.count < textsKept else { return nil }
        bytes += text
        ends.append(bytes.count)
        slots[slot] = UInt32(ends.count)
        return ends.count - 1
    }

    /// Calls `body` with each number and its text.
    func forEach(_ body: (Int, UnsafeBufferPointer<UInt8>) throws -> Void) throws {
        try bytes.withUnsafeBufferPointer { bytes in
            for number in ends.indices { try body(number, UnsafeBufferPointer(rebasing: bytes[range(of: number)])) }
        }
    }

    private func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    private func isText(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: number)
        guard range.count == text.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let known = UnsafeBufferPointer(rebasing: bytes[range]).baseAddress, let start = text.baseAddress else {
                return true
            }
            return memcmp(known, start, range.count) == 0
        }
    }

    /// Takes eight bytes at a time, and mixes each time by multiplying by an odd number.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var hash = UInt64(raw.count)
        func mix(_ bits: UInt64) {
            hash = (hash ^ bits) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
        }
        let whole = raw.count & ~7
        for offset in stride(from: 0, to: whole, by: 8) { mix(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        for offset in whole..<raw.count { mix(UInt64(raw[offset])) }
        return Int(truncatingIfNeeded: hash)
    }
}
