import Registry

/// A report in one line.
public struct Verdict: Sendable {
    /// The overall state.
    public enum Level: String, Sendable {
        /// Nothing needs attention.
        case good
        /// Something needs attention.
        case attention
        /// A quota is exceeded.
        case over
    }

    public let level: Level
    public let sentence: Phrase
}

extension QuotaReport {
    /// The report in one line.
    public var verdict: Verdict {
        let over = overUsed.count
        let sent = units.count - unsubmitted.count
        let level: Verdict.Level =
            over > 0
            ? .over : unsubmitted.isEmpty && nearAnEdge.isEmpty && unstaffed.isEmpty && findings.isEmpty ? .good : .attention
        let parts = [
            over == 0
                ? Phrase("Không có chỉ tiêu nào bị vượt", "No quota is exceeded")
                : Self.count(over, "chỉ tiêu bị vượt", "quota is exceeded", "quotas are exceeded"),
            Phrase("\(sent)/\(units.count) đơn vị đã nộp hồ sơ", "\(sent) of \(units.count) units have submitted"),
            Self.count(withNothing.count, "đơn vị chưa có đề nghị", "has no nominations", "have no nominations"),
            Self.count(incomplete.count, "hồ sơ còn thiếu nội dung", "dossier is incomplete", "dossiers are incomplete"),
            Self.count(unstaffed.count, "đơn vị chưa có bảng biên chế", "has no staffing data", "have no staffing data"),
            Self.count(
                Set(nearAnEdge.map(\.unit)).count, "đơn vị sát mốc chỉ tiêu", "is near a threshold", "are near a threshold"),
            Self.count(findings.count, "trường hợp trùng cần xử lý", "duplicate to settle", "duplicates to settle"),
        ].compactMap { $0 }
        return Verdict(
            level: level,
            sentence: Phrase(
                parts.map(\.vi).joined(separator: "; ") + ". " + timeLeft.vi + ".",
                parts.map(\.en).joined(separator: "; ") + ". " + timeLeft.en + "."))
    }

    /// A count with its words; nil for 0.
    private static func count(_ number: Int, _ vi: String, _ one: String, _ several: String) -> Phrase? {
        number == 0 ? nil : Phrase("\(number) \(vi)", "\(number) \(number == 1 ? one : several)")
    }

    /// Days and hours until the deadline.
    public var timeLeft: Phrase {
        guard isOpen else { return Phrase("Đã hết thời hạn", "The deadline has passed") }
        let (days, hours, minutes) = (minutesLeft / 1440, minutesLeft / 60 % 24, minutesLeft % 60)
        guard days + hours > 0 else { return Phrase("Còn \(minutes) phút", "\(minutes) minutes left") }
        let (day, hour) = (days == 1 ? "day" : "days", hours == 1 ? "hour" : "hours")
        return Phrase("Còn \(days) ngày \(hours) giờ", "\(days) \(day) \(hours) \(hour) left")
    }
}
