/// A day of the Gregorian calendar, without time and time zone: PostgreSQL's `date`, from 1 January 1 to 31 December
/// 9999.
public struct CalendarDate: Hashable, Sendable {
    /// From 1.
    public let year: Int
    /// From 1.
    public let month: Int
    /// From 1.
    public let day: Int

    /// `nil` where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        guard day <= Self.dayCount(ofMonth: month, in: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `2026-04-25`, in exactly this form; `nil` for anything else.
    public init?(iso8601 text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ digits: ArraySlice<UInt8>) -> Int? {
            digits.reduce(0) { value, digit in
                guard let value, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                return value * 10 + Int(digit - UInt8(ascii: "0"))
            }
        }
        guard let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    private static func dayCount(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate: CustomStringConvertible {
    /// `2026-04-25`
    public var description: String {
        func padded(_ number: Int, to width: Int) -> String {
            let digits = String(number)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
    }
}

extension CalendarDate: Comparable {
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

extension CalendarDate {
    // Years that begin in March put the leap day at their end, and eras of 400 years all have 146,097 days.
    // https://howardhinnant.github.io/date_algorithms.html

    /// The number of days from 1 January 2000, PostgreSQL's own origin.
    public var daysSince2000: Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 730_425
    }

    /// The day `days` days after 1 January 2000; `nil` outside the years 1 to 9999.
    public init?(daysSince2000 days: Int) {
        guard (-730_119...2_921_939).contains(days) else { return nil }
        let sinceYear0 = days + 730_425
        let era = sinceYear0 / 146_097
        let dayOfEra = sinceYear0 % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.init(year: year, month: month, day: dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }
}

extension CalendarDate: PostgresDecodable {
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> CalendarDate {
        guard cell.type == .date else { throw .type }
        guard let date = CalendarDate(daysSince2000: Int(try cell.integer(Int32.self))) else {
            throw .unexpected("infinity, or a date outside the years 1 to 9999")
        }
        return date
    }
}

extension CalendarDate: PostgresEncodable {
    public static var parameterType: TypeOID { .date }

    public var parameter: Parameter { .binary(Int32(daysSince2000).bigEndianBytes, as: .date) }
}
