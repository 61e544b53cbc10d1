/// A number as it is in a file, and as a reader needs it: in plain decimals, as short as possible.
enum CellNumber {
    /// Whether it is already written that way: no sign but a minus, no superfluous zeros, and digits that a double can hold.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = text.first == minus ? 1 : 0
        let start = index
        while index < text.count, isDigit(text[index]) { index += 1 }
        let whole = index - start
        guard whole > 0, text[start] != zero || whole == 1 else { return false }
        // "0", not "-0".
        guard index < text.count else { return text[start] != zero || start == 0 }
        guard text[index] == point else { return false }
        index += 1
        let fraction = text.count - index
        while index < text.count, isDigit(text[index]) { index += 1 }
        return index == text.count && fraction > 0 && whole + fraction <= 15 && text[index - 1] != zero
    }

    /// The value of up to nine digits and nothing else.
    static func whole(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !text.isEmpty, text.count <= 9 else { return nil }
        var number = 0
        for byte in text {
            guard isDigit(byte) else { return nil }
            number = number * 10 + Int(byte &- zero)
        }
        return number
    }

    /// The number; nil if this is not one. Blanks, `nan`, `inf` and `0x1p3` are not numbers here.
    static func value(_ text: UnsafeBufferPointer<UInt8>) -> Double? {
        let allowed = text.allSatisfy { byte in
            isDigit(byte) || byte == point || byte == minus || byte == UInt8(ascii: "+") || byte | 0x20 == exponent
        }
        guard allowed, let value = Double(String(decoding: text, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    /// The shortest plain decimals that are read back as the same number.
    static func plain(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        let shortest = value.description
        guard let mark = shortest.utf8.firstIndex(of: exponent) else {
            return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
        }
        let power = Int(shortest[shortest.index(after: mark)...]) ?? 0
        let sign = value < 0 ? "-" : ""
        let parts = shortest[..<mark].drop { $0 == "-" }.split(separator: ".")
        let (whole, fraction) = (parts[0], parts.count > 1 && parts[1] != "0" ? parts[1] : "")
        guard power > 0 else { return sign + "0." + String(repeating: "0", count: -power - 1) + whole + fraction }
        // Beyond 2^63 a double has no fraction.
        return sign + whole + fraction + String(repeating: "0", count: max(0, power - fraction.count))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- zero <= 9 }
    private static let zero = UInt8(ascii: "0")
    private static let point = UInt8(ascii: ".")
    private static let minus = UInt8(ascii: "-")
    private static let exponent = UInt8(ascii: "e")
}
