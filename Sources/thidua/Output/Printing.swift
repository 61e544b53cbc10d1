import Glibc
import Platform
import Registry

/// How rows are printed.
enum OutputFormat: String, CaseIterable {
    case table
    case json
    case csv
    /// A workbook, with headings and words for people.
    case xlsx

    /// Whether CSV is written for Excel (`--excel`), which needs a byte order mark.
    static let isForExcel = CommandLine.arguments.contains("--excel")
}

/// Data, on standard output.
func emit(_ text: String) {
    Stream.output.write(text)
}

/// Messages, on standard error.
func speak(_ text: String) {
    Stream.errors.write(text + "\n")
}

/// The tool's standard streams, unbuffered.
enum Stream: Int32 {
    case output = 1
    case errors = 2

    func write(_ text: String) { write(Array(text.utf8)) }

    func write(_ bytes: [UInt8]) {
        do throws(SystemError) {
            try OpenFile.write(bytes, to: rawValue)
        } catch {
            fail(error)
        }
    }

    /// A truncated report must not pass for a complete one. A failure to write to standard error cannot be reported.
    private func fail(_ error: SystemError) {
        guard self == .output else { return }
        let reason = error.reason
        speak(say("Lỗi: không ghi được kết quả: \(reason.vi).", "Error: the result cannot be written: \(reason.en)."))
        exit(Refusal.Code.internalError.exitStatus)
    }

    /// The text in a style, if the stream is a terminal that supports it.
    func styled(_ style: Style, _ text: String) -> String {
        guard isatty(rawValue) == 1, environment("NO_COLOR") == nil, environment("TERM") != "dumb" else { return text }
        return "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m"
    }
}

/// Escape sequences for a terminal.
enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
}
