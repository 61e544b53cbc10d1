/// Times as people read them.
public enum ReadableTime {
    /// `2026-04-25` as `25/4/2026`, and `2026-04-25T08:30:00+07:00` as `08:30 25/4/2026`.
    public static func of(_ iso: String) -> String {
        let day = iso.prefix(10).split(separator: "-").reversed().map { String($0.drop { $0 == "0" }) }.joined(separator: "/")
        return iso.count > 10 ? "\(iso.dropFirst(11).prefix(5)) \(day)" : day
    }
}
