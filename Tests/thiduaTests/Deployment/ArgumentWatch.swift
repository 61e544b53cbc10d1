import Foundation
import TestSupport

/// Records the command lines of all processes, as any user of the machine can, until it is stopped.
final class ArgumentWatch: @unchecked Sendable {
    private let lock = NSLock()
    private var lines: Set<String> = []
    private var isOver = false

    /// Starts at once.
    init() {
        Thread.detachNewThread { [self] in
            while note() {
                // Not for an event: processes come and go without notice.
                Thread.sleep(forTimeInterval: 0.002)
            }
        }
    }

    /// Stops, and returns everything that was seen.
    func stop() -> Set<String> {
        lock.withLock {
            isOver = true
            return lines
        }
    }

    /// - Returns: Whether to continue.
    private func note() -> Bool {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        for number in numbers where number.first?.isNumber == true {
            guard let line = FileManager.default.contents(atPath: "/proc/\(number)/cmdline"), !line.isEmpty else { continue }
            let words = String(decoding: line, as: UTF8.self).replacing("\0", with: " ")
            lock.withLock { _ = lines.insert(words) }
        }
        return lock.withLock { !isOver }
    }
}
