/// Times as people read them.
public enum ReadableTime {
    /// `2026-04-25` as `25/4/2026`, `2026-02-05` as `05/02/2026`, and `2026-04-25T08:30:00+07:00` as `08:30 25/4/2026`.
    public static func of(_ iso: String) -> String {
        iso.count > 10 ? "\(time(iso)) \(day(iso))" : day(iso)
    }

    /// A deadline, which is strict: `2026-04-25T00:00:00+07:00` as "before 25/4/2026", with the time only if it is not midnight.
    public static func before(_ iso: String) -> Phrase {
        let date = day(iso)
        guard iso.count > 10, iso.dropFirst(11).prefix(8) != "00:00:00" else {
            return Phrase("trước ngày \(date)", "before \(date)")
        }
        return Phrase("trước \(time(iso)) ngày \(date)", "before \(time(iso)) \(date)")
    }

    /// Days below 10 and months 1 and 2 have a leading zero, as in official documents (Nghị định 30/2020/NĐ-CP).
    private static func day(_ iso: String) -> String {
        let parts = iso.prefix(10).split(separator: "-")
        guard parts.count == 3 else { return iso }
        let month = parts[1] > "02" ? parts[1].drop { $0 == "0" } : parts[1]
        return "\(parts[2])/\(month)/\(parts[0])"
    }

    private static func time(_ iso: String) -> Substring { iso.dropFirst(11).prefix(5) }
}
