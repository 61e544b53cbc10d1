/// A day as Excel counts it, and as ISO 8601 writes it.
enum CellDate {
    /// `2026-11-23`, `2026-11-23T10:20:30`, or `10:20:30` for what is less than a day; nil for a number that is not a
    /// day before the year 10000.
    ///
    /// Excel has a 29 February 1900, as Lotus 1-2-3 did: serial 60 becomes the day that Excel shows, although it never existed,
    /// so that the code that parses it refuses it.
    static func text(serial: Double, isDate1904: Bool) -> String? {
        guard serial >= 0, serial < 2_958_466 else { return nil }
        let seconds = Int((serial * 86_400).rounded())
        let (day, time) = seconds.quotientAndRemainder(dividingBy: 86_400)
        if day == 0, time > 0 || !isDate1904 { return clock(time) }
        guard let date = date(day, isDate1904) else { return nil }
        return time == 0 ? date : date + "T" + clock(time)
    }

    private static func date(_ day: Int, _ isDate1904: Bool) -> String? {
        if day == 60, !isDate1904 { return "1900-02-29" }
        let epoch = isDate1904 ? dayOf1904 : day < 60 ? dayOf1900 : dayOf1900 - 1
        let (year, month, date) = civil(epoch + day)
        guard year < 10_000 else { return nil }
        return String(unsafeUninitializedCapacity: 10) { digits in
            write(year / 100, to: digits, at: 0)
            write(year % 100, to: digits, at: 2)
            digits[4] = UInt8(ascii: "-")
            write(month, to: digits, at: 5)
            digits[7] = UInt8(ascii: "-")
            write(date, to: digits, at: 8)
            return 10
        }
    }

    private static func clock(_ seconds: Int) -> String {
        String(unsafeUninitializedCapacity: 8) { digits in
            write(seconds / 3_600, to: digits, at: 0)
            digits[2] = UInt8(ascii: ":")
            write(seconds / 60 % 60, to: digits, at: 3)
            digits[5] = UInt8(ascii: ":")
            write(seconds % 60, to: digits, at: 6)
            return 8
        }
    }

    /// Two digits; interpolation takes ten times as long, and a sheet may have a million days.
    private static func write(_ number: Int, to digits: UnsafeMutableBufferPointer<UInt8>, at place: Int) {
        digits[place] = UInt8(ascii: "0") + UInt8(number / 10)
        digits[place + 1] = UInt8(ascii: "0") + UInt8(number % 10)
    }

    /// The day before 1 January 1900, and 1 January 1904, counted from 1 March of the year 0.
    private static let dayOf1900 = 693_900
    private static let dayOf1904 = 695_361

    /// The Gregorian date of a day counted from 1 March of the year 0 (Hinnant, "chrono-compatible low-level date
    /// algorithms"): years that begin in March have their leap day at the end.
    private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
        let (era, dayOfEra) = day.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = era * 400 + yearOfEra + (month < 10 ? 0 : 1)
        return (year, month < 10 ? month + 3 : month - 9, dayOfYear - (153 * month + 2) / 5 + 1)
    }
}
