import Glibc

/// A bar on the terminal, for what takes over a second. Nothing is drawn elsewhere.
struct ProgressBar {
    private let label: String
    private let isShown: Bool
    private let started = Self.now
    private var drawn = -1

    init(_ label: String) {
        self.label = label
        isShown = isatty(Stream.errors.rawValue) == 1 && environment("TERM") != "dumb"
    }

    /// Draws how much is done, 0 to 1.
    mutating func show(_ part: Double) {
        guard isShown, Self.now - started >= Self.patience else { return }
        let filled = min(Self.width, max(0, Int(part * Double(Self.width))))
        guard filled != drawn else { return }
        drawn = filled
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        Stream.errors.write("\r\(label) \(bar) \(Int(part * 100)) %")
    }

    /// Wipes the bar away; words follow in its line.
    mutating func finish() {
        guard drawn >= 0 else { return }
        drawn = -1
        Stream.errors.write("\r\u{1B}[K")
    }

    private static let width = 30
    /// Seconds after which people wonder.
    private static let patience = 1.0

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
