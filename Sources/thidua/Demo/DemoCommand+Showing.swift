import Glibc
import Registry

/// How the demonstration shows a command and its output.
extension DemoCommand {
    func tell(_ vi: String, _ en: String) {
        emit("\n" + Stream.output.styled(.bold, say(vi, en)) + "\n")
    }

    func command(_ arguments: [String]) {
        let line = arguments.map { $0.contains(" ") ? "\"\($0)\"" : $0 }.joined(separator: " ")
        let login = environment("THIDUA_DEMO_LOGIN") ?? ""
        emit(Stream.output.styled(.dim, "\(login)$ thidua \(line)") + "\n")
    }

    /// Runs a command of the tool, as if it had been typed.
    func show(_ arguments: [String]) throws {
        command(arguments)
        let language = ["--lang", Language.current.rawValue]
        var command = try Thidua.parseAsRoot(arguments + language)
        try command.run()
    }

    /// Runs a command that must be refused, and for this reason.
    func show(refused arguments: [String], as code: Refusal.Code) {
        do {
            try show(arguments)
        } catch {
            emit(Failure(error).text)
            if Refusal(error).code == code { return }
        }
        speak(say("LẼ RA PHẢI BỊ TỪ CHỐI: \(code.name)", "THIS SHOULD HAVE BEEN REFUSED: \(code.name)"))
        Glibc.exit(1)
    }

    func show(refusedFile write: (String) throws -> Void, _ options: [String] = [], as code: Refusal.Code) {
        let file = "/tmp/thidua-demo-\(getpid()).csv"
        defer { unlink(file) }
        do {
            try write(file)
            show(refused: ["staffing", "import", file] + options, as: code)
        } catch {
            speak("\(error)")
        }
    }
}
