public import FoundationEssentials

/// `timestamptz`: microseconds from the start of 2000 (UTC).
extension Date: PostgresDecodable {
    public static func decode(_ field: Field) throws(DecodingFailure) -> Date {
        guard field.type == .timestamptz else { throw .type }
        let microseconds = try field.integer(Int64.self)
        guard microseconds != .max, microseconds != .min else { throw .unexpected("infinity") }
        return Date(timeIntervalSinceReferenceDate: Double(microseconds - microsecondsFrom2000) / 1_000_000)
    }
}

extension Date: PostgresEncodable {
    public static var parameterType: TypeOID { .timestamptz }

    /// Rounded to the microsecond. The server refuses what is outside PostgreSQL's range.
    public var parameter: Parameter {
        let own = Int64(exactly: (timeIntervalSinceReferenceDate * 1_000_000).rounded())
        let sum = own?.addingReportingOverflow(Date.microsecondsFrom2000)
        // The largest value means infinity; the one below it has no meaning.
        let microseconds = sum.flatMap { $0.overflow ? nil : $0.partialValue } ?? .max - 1
        return .binary(microseconds.bigEndianBytes, as: .timestamptz)
    }

    /// Foundation counts from the start of 2001, PostgreSQL from that of 2000, a leap year. Integers, since the sum
    /// of two doubles would not be exact.
    private static let microsecondsFrom2000: Int64 = 366 * 86_400 * 1_000_000
}
