import Dispatch
import Postgres
import Registry
import Synchronization

/// Says who holds up a statement that does not end, over a connection of its own; and ends the clerks' sessions among them, for what the
/// Department has to do.
final class HeldUp: Sendable {
    private let conninfo: String
    /// Whether to end who holds it up, at the second call: after four seconds.
    private let endsHolders: Bool
    /// Whether to say so: JSON's standard error has one object.
    private let speaks: Bool
    /// The password that was asked for, if one was.
    private let password = Mutex<String?>(nil)
    private let told = Mutex<(calls: Int, holders: Set<SessionHolder>, isCommitTold: Bool)>((0, [], false))

    init(_ conninfo: String, endsHolders: Bool, speaks: Bool) {
        self.conninfo = conninfo
        self.endsHolders = endsHolders
        self.speaks = speaks
    }

    /// Connects by a password that is in no file.
    ///
    /// - Returns: The password.
    func connect(by password: String) -> String {
        self.password.withLock { $0 = password }
        return password
    }

    /// To be called again and again while the statement runs.
    ///
    /// - Parameters:
    ///   - process: The waiting session.
    ///   - isCommit: Whether it waits for its change to be stored.
    func look(at process: Int32, isCommit: Bool) {
        if isCommit { tellOfCommit() }
        // What this finds is for information: it fails without a word if, say, the server has no connection left.
        let calls = told.withLock {
            $0.calls += 1
            return $0.calls
        }
        // Where another session cannot be had either, it is the server that is waited for.
        let reminder = Reminder(afterMilliseconds: 250, speaks: speaks && calls == 1 && !isCommit)
        let other = connect()
        if other != nil { reminder.cancel() }
        guard var connection = other else { return }
        if endsHolders, calls > 1 { end(for: process) }
        guard let holders = try? SessionHolder.blocking(process, on: &connection) else { return }
        for holder in holders where told.withLock({ $0.holders.insert(holder).inserted }) {
            tell(holder, Phrase("Đang chờ phiên của", "Waiting for the session of"))
        }
    }

    /// Once: what can be done about it is to wait, or to ask later.
    private func tellOfCommit() {
        let wasTold = told.withLock { told in
            let was = told.isCommitTold
            told.isCommitTold = true
            return was
        }
        guard speaks, !wasTold else { return }
        let vi = ChangeOptions.asked.map { "; hỏi lại bằng: thidua outcome \($0)" } ?? ""
        let en = ChangeOptions.asked.map { "; ask: thidua outcome \($0)" } ?? ""
        speak(
            say(
                "Đang chờ máy chủ xác nhận đã ghi. Nếu dừng (Ctrl-C) thì chưa rõ kết quả\(vi).",
                "Waiting for the server to confirm that the change is stored. If you stop it (Ctrl-C), the outcome is not known\(en)."
            ))
    }

    private func connect() -> Connection? {
        let password = password.withLock { $0 }
        return try? Connection(
            conninfo,
            .init(applicationName: GlobalOptions.applicationName, needsPrimary: true, onPasswordNeeded: { _ in password }))
    }

    private static let endings = DispatchGroup()
    private let isEnding = Atomic(false)

    /// Beside the statement: what is recorded of it may have to wait for the statement's own transaction, which has the unit's part of the trail by then.
    private func end(for process: Int32) {
        guard !isEnding.exchange(true, ordering: .relaxed) else { return }
        DispatchQueue.global().async(group: Self.endings) { [self] in
            defer { isEnding.store(false, ordering: .relaxed) }
            guard var connection = connect() else { return }
            // Others may hold it up by then.
            let ended = try? SessionHolder.endBlocking(process, on: &connection) { isEnding.store(false, ordering: .relaxed) }
            guard let ended else { return }
            for holder in ended { tell(holder, Phrase("Đã kết thúc phiên của", "Ended the session of")) }
        }
    }

    /// Waits until whatever was ended is on record; to be called once the command's own connection is closed.
    static func finish() {
        _ = endings.wait(timeout: .now() + .seconds(20))
    }

    private func tell(_ holder: SessionHolder, _ what: Phrase) {
        guard speaks else { return }
        let table = holder.held.map { say(" (bảng \($0))", " (table \($0))") } ?? ""
        speak("\(what[.current]) \(holder.phrase[.current])\(table).")
    }
}
