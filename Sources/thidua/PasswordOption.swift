import ArgumentParser
import CBSD
import Glibc
import Postgres
import Registry
import Synchronization

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
        if let passwordFile { return try Password(Self.firstLine(of: passwordFile)) }
        return try Terminal.newPassword(
            isChange
                ? say("Mật khẩu mới của \(login): ", "New password for \(login): ")
                : say("Mật khẩu của \(login): ", "Password for \(login): "))
    }

    /// A password that the server has already.
    func known(for login: String) throws -> String {
        if let passwordFile { return try Self.firstLine(of: passwordFile) }
        return try Terminal.password(for: login)
    }

    private static func firstLine(of passwordFile: String) throws -> String {
        let path = passwordFile == "-" ? "/dev/stdin" : passwordFile
        if passwordFile != "-" { try refuseIfOthersMayRead(path) }
        let line = try InputFile.read(path).prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard let text = String(validating: line, as: UTF8.self) else {
            throw Refusal(.invalidInput, Phrase("Mật khẩu không phải UTF-8.", "The password is not UTF-8."))
        }
        return text
    }

    private static func refuseIfOthersMayRead(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 != 0 else { return }
        throw Refusal(
            .invalidInput, Phrase("Người khác đọc được tệp mật khẩu \(path).", "Other users may read the password file \(path)."),
            hint: Phrase("Chạy: chmod 600 \(path)", "Run: chmod 600 \(path)"))
    }
}

/// Prompts the person at the keyboard.
enum Terminal {
    /// Whether there is a person to ask.
    static var isThere: Bool { isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0 }

    /// Prompts for the password with which to connect, without echo.
    static func password(for login: String) throws -> String {
        try ask(say("Mật khẩu của \(login): ", "Password of \(login): "))
    }

    /// Prompts for a line that may be seen; empty at the end of the input.
    static func line(_ question: String) -> String {
        Stream.errors.write(question)
        return (readLine() ?? "").trimmingPrefix { $0.isWhitespace }.description
    }

    /// Whether Ctrl-C was pressed at the prompt.
    private static let isStopped = Atomic(false)

    /// Prompts twice, without echo.
    static func newPassword(_ question: String) throws -> Password {
        let first = try ask(question)
        let password = try Password(first)
        guard try ask(say("Nhập lại: ", "Enter it again: ")) == first else {
            throw Refusal(.invalidInput, Phrase("Hai lần nhập mật khẩu khác nhau.", "The passwords do not match."))
        }
        return password
    }

    /// Prompts at the terminal itself: standard input may be a file.
    private static func ask(_ question: String) throws -> String {
        var line = [CChar](repeating: 0, count: 4096)
        // readpassphrase makes the terminal echo again, and then raises the signal that stopped it.
        isStopped.store(false, ordering: .relaxed)
        let handler = signal(SIGINT) { _ in Terminal.isStopped.store(true, ordering: .relaxed) }
        defer { signal(SIGINT, handler) }
        let answer = readpassphrase(question, &line, line.count, RPP_REQUIRE_TTY)
        if isStopped.load(ordering: .relaxed) { throw Interrupted() }
        guard answer != nil else {
            throw Refusal(
                .usage, Phrase("Không có cửa sổ dòng lệnh để nhập mật khẩu.", "There is no terminal to prompt for the password."),
                hint: Phrase("Dùng --password-file TỆP.", "Use --password-file FILE."))
        }
        guard let text = String(validating: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self) else {
            throw Refusal(.invalidInput, Phrase("Mật khẩu không phải UTF-8.", "The password is not UTF-8."))
        }
        return text
    }
}
