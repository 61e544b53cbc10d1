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
    Stream.errors.write(text.visible + "\n")
}

/// The tool's standard streams, unbuffered.
enum Stream: Int32 {
    case output = 1
    case errors = 2

    /// Writes text. What people read moves no cursor and hides nothing, whatever the file or the argument that it repeats; data for programs is as it is.
    func write(_ text: String) {
        let isForPeople = self == .errors || isatty(rawValue) == 1
        write(Array((isForPeople ? text.visible(but: Style.sequences) : text).utf8))
    }

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
        return style.sequence + text + Style.end
    }
}

/// Escape sequences for a terminal.
enum Style: String, CaseIterable {
    case bold = "1"
    case dim = "2"
    case red = "31"

    var sequence: String { "\u{1B}[\(rawValue)m" }
    static let end = "\u{1B}[0m"
    static let sequences = allCases.map(\.sequence) + [end]
}

extension String {
    /// The text with its control characters, and those that are invisible or change its direction, as their numbers: `<U+001B>`. Line feeds are kept.
    var visible: String { visible(but: []) }

    /// The same in one line: a value cannot look like another message.
    var visibleInLine: String { utf8.contains(UInt8(ascii: "\n")) ? visible.replacing("\n", with: "<U+000A>") : visible }

    fileprivate func visible(but sequences: [String]) -> String {
        guard unicodeScalars.contains(where: \.isHidden) else { return self }
        var visible = "", rest = self[...]
        while let first = rest.unicodeScalars.first {
            if let own = sequences.first(where: { rest.unicodeScalars.starts(with: $0.unicodeScalars) }) {
                visible += own
                rest.unicodeScalars.removeFirst(own.unicodeScalars.count)
                continue
            }
            if first.isHidden {
                let number = String(first.value, radix: 16, uppercase: true)
                visible += "<U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number + ">"
            } else {
                visible.unicodeScalars.append(first)
            }
            rest.unicodeScalars.removeFirst()
        }
        return visible
    }
}

extension Unicode.Scalar {
    fileprivate var isHidden: Bool {
        switch properties.generalCategory {
        case .control: self != "\n"
        case .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
