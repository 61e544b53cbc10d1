import Dispatch
import Registry
import Synchronization

/// Says once that the server has not answered yet, unless it has by then: nothing hangs without a word.
final class Reminder: Sendable {
    private let isOver = Atomic(false)

    /// - Parameter milliseconds: How long it may take without a word.
    init(afterMilliseconds milliseconds: Int, speaks: Bool) {
        guard speaks else { return }
        DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [self] in
            guard !isOver.exchange(true, ordering: .relaxed) else { return }
            speak(say("Máy chủ cơ sở dữ liệu chưa trả lời; đang chờ.", "The database server has not answered yet; waiting."))
        }
    }

    /// The server has answered, or somebody else is waited for.
    func cancel() {
        isOver.store(true, ordering: .relaxed)
    }
}
