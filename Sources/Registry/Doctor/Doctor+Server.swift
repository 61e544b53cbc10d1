import Glibc
import Postgres

extension Doctor {
    /// The server's part among others, and what is wrong with that.
    static func replication(_ transaction: inout Transaction) throws -> [Diagnosis] {
        let found = try transaction.query("SELECT object, fault FROM server_fault() ORDER BY fault, object") { row in
            Diagnosis(serverFault: try row["fault"] as String, of: try row["object"] as String)
        }
        guard found.isEmpty else { return found }
        let state = try transaction.first(
            """
            SELECT s.is_primary, s.timeline, s.connections, s.most_connections, s.archiving, s.behind_seconds,
                   (SELECT string_agg(key || ' (' || value || ')', ', ' ORDER BY key) FROM jsonb_each_text(s.standbys)) AS standbys
            FROM server_state() s
            """
        ) { row in
            let (timeline, connections, most) = (
                try row["timeline"] as Int, try row["connections"] as Int, try row["most_connections"] as Int
            )
            let standbys: String? = try row["standbys"]
            let behind: Double? = try row["behind_seconds"]
            let isArchiving = try row["archiving"] as String != "off"
            var words =
                try row["is_primary"] as Bool
                ? Phrase("Máy chính", "The primary")
                : Phrase(
                    "Máy dự phòng, chậm \(Int((behind ?? 0).rounded(.up))) giây",
                    "A standby, \(Int((behind ?? 0).rounded(.up))) s behind")
            words += Phrase("; nhánh \(timeline)", "; timeline \(timeline)")
            if let standbys { words += Phrase("; máy dự phòng: \(standbys)", "; standbys: \(standbys)") }
            words +=
                (isArchiving
                    ? Phrase("; có lưu trữ WAL", "; WAL is archived") : Phrase("; không lưu trữ WAL", "; WAL is not archived"))
            words += Phrase("; kết nối: \(connections) / \(most).", "; connections: \(connections) of \(most).")
            return words
        }
        return state.map { [.ok(.replication, $0)] } ?? []
    }

    /// The other hosts of a connection string, each by itself: whether it answers, which branch of the past it is on, and its clock.
    public static func compare(hostsOf conninfo: String, applicationName: String) throws -> [Diagnosis] {
        let hosts = try ConnectionParameters.hosts(conninfo)
        guard hosts.count > 1 else { return [] }
        struct Node {
            let name: String
            let isPrimary: Bool
            let timeline: Int?
            let skew: Double
        }
        var nodes: [Node] = []
        var diagnoses: [Diagnosis] = []
        for host in hosts {
            let name = "\(host.host):\(host.port)"
            do {
                var connection = try Connection(
                    try ConnectionParameters.rewritten(conninfo, with: host.keywords), .init(applicationName: applicationName))
                let before = timespec.now
                let node = try connection.first(
                    """
                    SELECT extract(epoch FROM clock_timestamp())::double precision AS epoch, NOT pg_is_in_recovery() AS is_primary
                    """
                ) { row in
                    let epoch: Double = try row["epoch"]
                    // The statement takes a while: the server's time lies between two readings of this clock.
                    let (first, last) = (before, timespec.now)
                    return (isPrimary: try row["is_primary"] as Bool, skew: epoch < first ? epoch - first : max(0, epoch - last))
                }
                let timeline = try? connection.first("SELECT timeline FROM server_state()") { try $0["timeline"] as Int }
                guard let node else { continue }
                nodes.append(Node(name: name, isPrimary: node.isPrimary, timeline: timeline, skew: node.skew))
            } catch let error as ConnectionError {
                let refusal = Refusal(error as any Error)
                diagnoses.append(
                    .found(
                        .replication, Phrase("\(name): \(refusal.message.vi)", "\(name): \(refusal.message.en)"),
                        remedy: refusal.hint ?? refusal.message))
            }
        }
        let skews = nodes.map(\.skew)
        if let least = skews.min(), let most = skews.max(), most - least > tolerableSkew {
            let seconds = Int((most - least).rounded())
            diagnoses.append(
                .found(
                    .clock,
                    Phrase("Đồng hồ các máy chủ lệch nhau \(seconds) giây.", "The servers' clocks are \(seconds) seconds apart."),
                    remedy: Phrase("Đồng bộ giờ (NTP) cho mọi máy.", "Synchronise the clocks of all machines (NTP).")))
        }
        let primaries = nodes.filter(\.isPrimary).map(\.name)
        if primaries.count != 1 {
            diagnoses.append(
                .found(
                    .replication,
                    primaries.isEmpty
                        ? Phrase("Không có máy chính.", "None of the servers is the primary.")
                        : Phrase(
                            "Nhiều máy chính: \(primaries.joined(separator: ", ")).",
                            "More than one primary: \(primaries.joined(separator: ", "))."),
                    remedy: Phrase("Xem docs/operate/failures.md", "See docs/operate/failures.md")))
        }
        let timelines = Set(nodes.compactMap(\.timeline))
        if timelines.count > 1 {
            let list = nodes.map { "\($0.name): \($0.timeline.map(String.init) ?? "?")" }.joined(separator: ", ")
            diagnoses.append(
                .found(
                    .replication,
                    Phrase("Các máy chủ ở những nhánh khác nhau: \(list).", "The servers are on different timelines: \(list)."),
                    remedy: Phrase("Xem docs/operate/failures.md", "See docs/operate/failures.md")))
        }
        return diagnoses
    }
}

extension Diagnosis {
    /// A row of `server_fault()`.
    init(serverFault fault: String, of object: String) {
        let words = Self.serverFaults[fault]
        self = .found(
            .replication, Phrase("\(object): \(words?.what.vi ?? fault)", "\(object): \(words?.what.en ?? fault)"),
            remedy: words?.remedy ?? Phrase("Xem docs/operate/failures.md", "See docs/operate/failures.md"))
    }

    /// The kinds of fault that have a description.
    package static var serverFaultKinds: [String] { Array(serverFaults.keys) }

    /// A test compares the kinds with the function's.
    private static let serverFaults: [String: (what: Phrase, remedy: Phrase?)] = [
        "no_standby_confirms": (
            Phrase(
                "không có máy dự phòng đồng bộ nào kết nối: mọi lần ghi đều phải chờ.",
                "no synchronous standby is connected: every change waits."), nil
        ),
        "standby_is_behind": (
            Phrase("máy dự phòng chậm hơn một phút hoặc 256 MB.", "the standby is more than a minute, or 256 MB, behind."), nil
        ),
        "slot_keeps_wal": (
            Phrase("không ai dùng khe này, và nó giữ hơn 1 GB WAL.", "nobody uses the slot, and it keeps more than 1 GB of WAL."),
            Phrase(
                "Cho máy dự phòng chạy lại, hoặc xóa khe: SELECT pg_drop_replication_slot('…')",
                "Start the standby again, or drop the slot: SELECT pg_drop_replication_slot('…')")
        ),
        "slot_has_lost_its_place": (
            Phrase("WAL mà máy dự phòng này cần không còn nữa.", "the WAL that this standby needs is gone."),
            Phrase("Lập lại máy dự phòng: patronictl reinit", "Make the standby anew: patronictl reinit")
        ),
        "standby_receives_nothing": (
            Phrase("máy dự phòng không nhận được gì từ máy chính.", "the standby receives nothing from the primary."), nil
        ),
        "standby_is_paused": (
            Phrase("máy dự phòng đang tạm dừng.", "the standby is paused."),
            Phrase("Chạy tiếp: SELECT pg_wal_replay_resume()", "Let it go on: SELECT pg_wal_replay_resume()")
        ),
        "archiving_fails": (
            Phrase(
                "không lưu trữ được WAL: không khôi phục được đến sau lúc đó.",
                "WAL cannot be archived: nothing after it can be restored."),
            Phrase(
                "Xem nhật ký của máy chủ; kiểm tra kho: pgbackrest check",
                "See the server's log, and check the repository: pgbackrest check")
        ),
        "connections_run_out": (
            Phrase("kết nối sắp hết.", "connections are running out."),
            Phrase(
                "Xem ai đang kết nối (pg_stat_activity); dùng PgBouncer, hoặc tăng max_connections.",
                "See who is connected (pg_stat_activity); use PgBouncer, or raise max_connections.")
        ),
        "login_cannot_be_changed": (
            Phrase(
                "từ PostgreSQL 16, chương trình không đổi được mật khẩu và không xóa được tài khoản này.",
                "from PostgreSQL 16 on, the registry can neither set the login's password nor remove it."),
            Phrase("Bằng tài khoản quản trị máy chủ: thidua db adopt", "As a superuser: thidua db adopt")
        ),
    ]
}

extension Phrase {
    fileprivate static func += (phrase: inout Phrase, more: Phrase) {
        phrase = Phrase(phrase.vi + more.vi, phrase.en + more.en)
    }
}
