import Glibc
import Registry

extension Question {
    /// Asks at the terminal. Where nobody can answer, nobody agrees.
    var isAgreedTo: Bool {
        guard answers.count == 1, isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return false }
        speak(text(in: .current))
        Stream.errors.write(say("Tiếp tục? [c/K] ", "Go on? [y/N] "))
        return ["c", "có", "y", "yes"].contains((readLine() ?? "").lowercased().trimmingPrefix(while: \.isWhitespace))
    }

    var json: JSON {
        .object([
            "subject": .string(subject[.current]),
            "consequences": .array(consequences.map { .string($0[.current]) }),
            "answers": .array(answers.map { .object(["option": .string($0.option), "meaning": .string($0.meaning[.current])]) }),
        ])
    }
}
