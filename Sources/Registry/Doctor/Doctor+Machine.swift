import Glibc
import Postgres

extension Doctor {
    /// How far apart the clocks may be, in seconds. The server's clock decides when the deadline has passed.
    static let tolerableSkew = 2.0

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
        // The statement takes a while: the server's time lies between two readings of this clock.
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

    /// The least free space that is enough, in percent and in bytes.
    private static let (scarcePercent, scarceBytes) = (10, 1 << 30)

    static func disk(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let directory: String? = try transaction.first("SELECT current_setting('data_directory') AS path") { try $0["path"] }
        var space = statvfs()
        // Only if the server's data directory is on this machine.
        guard let directory, access(directory + "/PG_VERSION", F_OK) == 0, statvfs(directory, &space) == 0 else {
            return [.skipped(.disk, Phrase("Máy chủ đặt trên máy khác.", "The server is on another machine."))]
        }
        let (free, whole) = (Int(space.f_bavail) * Int(space.f_frsize), Int(space.f_blocks) * Int(space.f_frsize))
        let text = "\(free >> 20) / \(whole >> 20) MiB"
        guard free >= scarceBytes, free * 100 >= whole * scarcePercent else {
            return [
                .found(
                    .disk, Phrase("Ổ đĩa sắp đầy: còn \(text).", "Disk space is running out: \(text) free."),
                    remedy: Phrase("Giải phóng hoặc mở rộng ổ đĩa chứa \(directory).", "Free or add space for \(directory)."))
            ]
        }
        return [.ok(.disk, Phrase("Còn \(text).", "\(text) free."))]
    }
}

extension Doctor {
    /// The most that the queue should take, in pages of 8 KiB: 64 MiB.
    private static let moderatePages = 8192

    /// The queue is kept while a session listens and does not read.
    static func notifications(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let pages: Int?? = try transaction.first(
            "SELECT current_setting('max_notify_queue_pages', true)::bigint AS pages"
        ) { try $0["pages"] }
        // Before PostgreSQL 17 the limit is fixed.
        guard let pages, let pages else {
            return [
                .ok(
                    .notifications,
                    Phrase(
                        "NOTIFY không thu hồi được; hàng đợi chiếm tối đa 8 GiB (từ PostgreSQL 17 đặt được giới hạn).",
                        "NOTIFY cannot be revoked; its queue takes 8 GiB at most (PostgreSQL 17 can limit it)."))
            ]
        }
        let size = "\(pages / 128) MiB"
        guard pages <= moderatePages else {
            return [
                .found(
                    .notifications,
                    Phrase(
                        "NOTIFY không thu hồi được; hàng đợi chiếm đến \(size) ổ đĩa.",
                        "NOTIFY cannot be revoked; its queue may take \(size) of the disk."),
                    remedy: Diagnosis.closeAndRestart)
            ]
        }
        return [
            .ok(
                .notifications,
                Phrase("Hàng đợi của NOTIFY chiếm tối đa \(size).", "The queue of NOTIFY takes \(size) at most."))
        ]
    }
}

extension timespec {
    /// Seconds since 1970, by this machine's clock.
    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
