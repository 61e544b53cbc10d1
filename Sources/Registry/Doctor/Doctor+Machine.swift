import Glibc
import Postgres

extension Doctor {
    /// How far the clocks may be apart, in seconds. The deadline is the server's clock's to decide.
    private static let tolerableSkew = 2.0

    static func clock(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let now = timespec.now
        let server = try transaction.first(
            """
            SELECT extract(epoch FROM clock_timestamp())::double precision AS epoch,
                   (timestamptz '2026-04-24 17:00 UTC' AT TIME ZONE 'Asia/Ho_Chi_Minh')::text AS midnight,
                   in_hanoi(clock_timestamp()) AS hanoi
            """
        ) { row in
            (epoch: try row["epoch"] as Double, midnight: try row["midnight"] as String, hanoi: try row["hanoi"] as String)
        }
        guard let server else { return [] }
        // The statement took a while: the server's answer lies between two looks at this clock.
        let skew = server.epoch < now ? now - server.epoch : max(0, server.epoch - timespec.now)
        guard server.midnight == "2026-04-25 00:00:00" else { return [.unknownTimeZone] }
        guard skew <= tolerableSkew else {
            let seconds = Int(skew.rounded())
            return [
                .found(
                    .clock,
                    Phrase(
                        "Đồng hồ máy chủ và máy này lệch nhau \(seconds) giây.",
                        "The server's clock and this machine's are \(seconds) seconds apart."),
                    remedy: Phrase("Đồng bộ giờ (NTP) cho cả hai máy.", "Synchronise both machines' clocks (NTP)."))
            ]
        }
        return [.ok(.clock, Phrase("Giờ máy chủ: \(server.hanoi)", "The server's time: \(server.hanoi)"))]
    }

    /// Less than this is too little, in percent and in bytes.
    private static let (scarcePercent, scarceBytes) = (10, 1 << 30)

    static func disk(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let directory: String? = try transaction.first("SELECT current_setting('data_directory') AS path") { try $0["path"] }
        var space = statvfs()
        // Only where the server's folder is this machine's, too.
        guard let directory, access(directory + "/PG_VERSION", F_OK) == 0, statvfs(directory, &space) == 0 else {
            return [.skipped(.disk, Phrase("Máy chủ ở máy khác.", "The server is on another machine."))]
        }
        let (free, whole) = (Int(space.f_bavail) * Int(space.f_frsize), Int(space.f_blocks) * Int(space.f_frsize))
        let text = "\(free >> 20) / \(whole >> 20) MiB"
        guard free >= scarceBytes, free * 100 >= whole * scarcePercent else {
            return [
                .found(
                    .disk, Phrase("Sắp hết chỗ: còn \(text).", "Space is running out: \(text) free."),
                    remedy: Phrase("Dọn hoặc mở rộng ổ đĩa của \(directory).", "Free or add space for \(directory)."))
            ]
        }
        return [.ok(.disk, Phrase("Còn \(text).", "\(text) free."))]
    }
}

extension timespec {
    /// Seconds since 1970, by this machine's clock.
    fileprivate static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
