import ArgumentParser
import Registry

extension Refusal {
    /// The refusal for arguments that cannot be parsed.
    static func usage(_ error: any Error, in arguments: [String]) -> Refusal {
        let words = Thidua.message(for: error)
        let command = Thidua.named(in: arguments)
        return Refusal(
            .usage, Phrase(vietnamese(words), words),
            hint: Phrase("Xem cách dùng: \(command) --help", "See: \(command) --help"))
    }

    /// ArgumentParser's own messages exist in English only. One that is not known here is shown as it is.
    private static func vietnamese(_ words: String) -> String {
        let phrases = [
            ("Missing expected argument ", "Thiếu tham số "), ("Missing value for ", "Thiếu giá trị của "),
            ("Unknown option ", "Không có tùy chọn "), ("Unexpected argument ", "Thừa tham số "),
            (" unexpected arguments: ", " tham số thừa: "), ("The value ", "Giá trị "),
            (" is invalid for ", " không hợp lệ đối với "),
            (". Please provide one of ", ". Chọn một trong các giá trị: "), (". Did you mean ", ". Có phải là "),
            (" or ", " hoặc "),
        ]
        // What is quoted is the user's own.
        var isQuoted = true
        return words.split(separator: "'", omittingEmptySubsequences: false).map { part in
            isQuoted.toggle()
            return isQuoted ? String(part) : phrases.reduce(String(part)) { $0.replacing($1.0, with: $1.1) }
        }.joined(separator: "'")
    }
}

extension ParsableCommand {
    /// The command that the arguments name, as far as there is one: `thidua dossier submit`.
    static func named(in arguments: [String]) -> String {
        let name = configuration.commandName ?? ""
        let next = arguments.dropFirst().first.flatMap { word in
            configuration.subcommands.first { $0.configuration.commandName == word }
        }
        guard let next else { return name }
        return "\(name) \(next.named(in: Array(arguments.dropFirst())))"
    }
}
