extension String {
    /// The decimal text of a binary `numeric`, digit by digit as the server would write it.
    ///
    /// On the wire: the number of base-10000 digits, the weight of the first (0: units), the sign, the number of
    /// decimals to show, then the digits. Zeros at either end are left out.
    init(numeric bytes: UnsafeRawBufferPointer) throws(DecodingFailure) {
        var reader = ByteReader(bytes)
        let count = try reader.next(Int16.self)
        let weight = Int(try reader.next(Int16.self))
        let sign = try reader.next(UInt16.self)
        let decimals = Int(try reader.next(UInt16.self))
        var digits: [Int16] = []
        for _ in 0..<Swift.max(count, 0) { digits.append(try reader.next(Int16.self)) }

        switch sign {
        case 0x0000: self = Self.decimal(digits, weight, decimals)
        case 0x4000: self = "-" + Self.decimal(digits, weight, decimals)
        case 0xC000: self = "NaN"
        case 0xD000: self = "Infinity"
        case 0xF000: self = "-Infinity"
        default: throw .malformed("an unknown sign")
        }
    }

    private static func decimal(_ digits: [Int16], _ weight: Int, _ decimals: Int) -> String {
        /// The four decimal digits at a place, where place 0 is the first that was sent.
        func group(_ place: Int) -> String {
            guard digits.indices.contains(place) else { return "0000" }
            let group = String(digits[place])
            return String(repeating: "0", count: 4 - group.count) + group
        }
        var whole = ""
        for place in 0..<Swift.max(weight + 1, 0) { whole += group(place) }
        let significant = whole.drop { $0 == "0" }
        guard decimals > 0 else { return significant.isEmpty ? "0" : String(significant) }

        var fraction = ""
        var place = weight + 1
        while fraction.utf8.count < decimals {
            fraction += group(place)
            place += 1
        }
        return (significant.isEmpty ? "0" : significant) + "." + fraction.prefix(decimals)
    }
}
