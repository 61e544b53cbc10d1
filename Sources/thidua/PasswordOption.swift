import ArgumentParser
import Glibc
import Postgres
import Registry

/// Where a new password comes from: a file, or the terminal. Never an argument: other users of the machine could
/// read it, and the shell would keep it in its history.
struct PasswordOption: ParsableArguments {
    @Option(
        help: help(
            "Tệp chứa mật khẩu ở dòng đầu; - là đầu vào chuẩn. Nếu không nêu thì nhập tại cửa sổ dòng lệnh.",
            "A file with the password on its first line; - is standard input. By default, prompts at the terminal."),
        completion: .file())
    var passwordFile: String?
}

extension PasswordOption {
    func read(for login: String, isChange: Bool = false) throws -> Password {
        guard let passwordFile else {
            return try Terminal.newPassword(
                isChange
                    ? say("Mật khẩu mới của \(login): ", "New password for \(login): ")
                    : say("Mật khẩu của \(login): ", "Password for \(login): "))
        }
        let path = passwordFile == "-" ? "/dev/stdin" : passwordFile
        if passwordFile != "-" { try refuseIfOthersMayRead(path) }
        let line = try InputFile.read(path).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let text = String(validating: line, as: UTF8.self) else {
            throw Refusal(.invalidInput, Phrase("Mật khẩu không phải UTF-8.", "The password is not UTF-8."))
        }
        return try Password(text)
    }

    private func refuseIfOthersMayRead(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else { return }
        throw Refusal(
            .invalidInput, Phrase("Người khác đọc được tệp mật khẩu \(path).", "Other users may read the password file \(path)."),
            hint: Phrase("Chạy: chmod 600 \(path)", "Run: chmod 600 \(path)"))
    }
}

/// Prompts the person at the keyboard.
private enum Terminal {
    /// Prompts twice, without echo.
    static func newPassword(_ question: String) throws -> Password {
        // The terminal itself: standard input may be a file.
        let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else { throw unusable }
        defer { close(descriptor) }
        let first = try ask(question, descriptor)
        let password = try Password(first)
        guard try ask(say("Nhập lại: ", "Enter it again: "), descriptor) == first else {
            throw Refusal(.invalidInput, Phrase("Hai lần nhập mật khẩu khác nhau.", "The passwords do not match."))
        }
        return password
    }

    private static let controlC: UInt8 = 3

    private static var unusable: Refusal {
        Refusal(
            .usage, Phrase("Không có cửa sổ dòng lệnh để nhập mật khẩu.", "There is no terminal to prompt for the password."),
            hint: Phrase("Dùng --password-file TỆP.", "Use --password-file FILE."))
    }

    private static func ask(_ question: String, _ descriptor: Int32) throws -> String {
        var shown = termios()
        guard tcgetattr(descriptor, &shown) == 0 else { throw unusable }
        var hidden = shown
        // Ctrl-C ends the line, not the program: ending the program would leave the terminal without echo.
        hidden.c_lflag &= ~tcflag_t(ECHO | ISIG)
        hidden.c_cc.11 = controlC  // VEOL
        guard tcsetattr(descriptor, TCSAFLUSH, &hidden) == 0 else { throw unusable }
        defer { tcsetattr(descriptor, TCSAFLUSH, &shown) }
        write(question, descriptor)
        defer { write("\n", descriptor) }
        return try line(descriptor)
    }

    private static func line(_ descriptor: Int32) throws -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1, byte != UInt8(ascii: "\n") {
            if byte == controlC { throw Interrupted() }
            bytes.append(byte)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Refusal(.invalidInput, Phrase("Mật khẩu không phải UTF-8.", "The password is not UTF-8."))
        }
        return text
    }

    private static func write(_ text: String, _ descriptor: Int32) {
        _ = text.utf8.withContiguousStorageIfAvailable { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
}
