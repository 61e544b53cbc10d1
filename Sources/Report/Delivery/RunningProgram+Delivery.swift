import Glibc
import Platform
import Registry

extension RunningProgram {
    /// Starts a program that delivers something. It inherits neither Ctrl-C nor the database's password.
    ///
    /// - Throws: ``Refusal`` if it cannot be run.
    init(_ arguments: [String], input: Int32, holding held: Int32? = nil) throws {
        do throws(SystemError) {
            try self.init(arguments, input: input, holding: held, group: .own, withholding: ["PG", "THIDUA"])
        } catch {
            throw Refusal.notRun(arguments[0], error.number)
        }
    }

    /// Its error messages, on one line.
    var complaint: String {
        let bytes = (try? output(limit: 2000)) ?? []
        // It may quote untrusted text, and is shown on terminals.
        let isControl = { (character: Character) in
            character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: isControl)
        return String(lines.joined(separator: "; ").prefix(400))
    }
}

extension Refusal {
    /// A program cannot be started: it does not exist, or may not be run; anything else may pass.
    static func notRun(_ program: String, _ code: Int32) -> Refusal {
        let words = Phrase("Không chạy được chương trình \(program).", "The program \(program) cannot be run.")
        let cause = SystemError(number: code).words
        guard [ENOENT, EACCES, ENOEXEC].contains(code) else {
            return Refusal(.busy, words, hint: Phrase("Thử lại sau ít phút.", "Try again in a few minutes."), cause: cause)
        }
        return Refusal(
            .fileNotFound, words, hint: Phrase("Cài chương trình đó trên máy này.", "Install it on this machine."), cause: cause)
    }
}
