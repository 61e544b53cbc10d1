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
    private let told = Mutex<(calls: Int, holders: Set<SessionHolder>)>((0, []))

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
    /// - Parameter process: The waiting session.
    func look(at process: Int32) {
        let password = password.withLock { $0 }
        // What this finds is for information: it fails without a word if, say, the server has no connection left.
        guard
            var connection = try? Connection(
                conninfo,
                .init(
                    applicationName: GlobalOptions.applicationName, needsPrimary: true,
                    onPasswordNeeded: { _ in password }))
        else { return }
        let calls = told.withLock {
            $0.calls += 1
            return $0.calls
        }
        if endsHolders, calls > 1, let ended = try? SessionHolder.endBlocking(process, on: &connection) {
            for holder in ended { tell(holder, Phrase("Đã kết thúc phiên của", "Ended the session of")) }
        }
        guard let holders = try? SessionHolder.blocking(process, on: &connection) else { return }
        for holder in holders where told.withLock({ $0.holders.insert(holder).inserted }) {
            tell(holder, Phrase("Đang chờ phiên của", "Waiting for the session of"))
        }
    }

    private func tell(_ holder: SessionHolder, _ what: Phrase) {
        guard speaks else { return }
        let table = holder.held.map { say(" (bảng \($0))", " (table \($0))") } ?? ""
        speak("\(what[.current]) \(holder.phrase[.current])\(table).")
    }
}
