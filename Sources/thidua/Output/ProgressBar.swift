import Glibc

/// A progress bar for operations that take more than a second, drawn only on a terminal.
struct ProgressBar {
    private let label: String
    private let isShown: Bool
    private let started = Self.now
    private var drawn = -1

    init(_ label: String) {
        self.label = label
        isShown = isatty(Stream.errors.rawValue) == 1 && environment("TERM") != "dumb"
    }

    /// Draws the fraction that is done, 0 to 1.
    mutating func show(_ part: Double) {
        guard isShown, Self.now - started >= Self.patience else { return }
        let filled = min(Self.width, max(0, Int(part * Double(Self.width))))
        guard filled != drawn else { return }
        drawn = filled
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Stream.errors.write(Array("\r\(label) \(bar) \(Int(part * 100)) %".utf8))
    }

    /// Erases the bar, so that messages can follow on its line.
    mutating func finish() {
        guard drawn >= 0 else { return }
        drawn = -1
        Stream.errors.write(Array("\r\u{1B}[K".utf8))
    }

    private static let width = 30
    /// How many seconds pass before the bar is drawn.
    private static let patience = 1.0

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
