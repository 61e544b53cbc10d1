import ArgumentParser
import Glibc
import Registry
import Spreadsheet
import Synchronization

/// Options of every command that changes the registry.
struct ChangeOptions: ParsableArguments {
    @Option(
        name: .customLong("id"),
        help: help(
            "Mã giao dịch của lần ghi này; chạy lại đúng lệnh cũ với mã cũ thì không ghi hai lần.",
            "This change's id: the same command, given again with the same id, does not make it twice."))
    var given: String?

    func validate() throws {
        guard given != nil, Self.arguments.contains("-") else { return }
        throw ValidationError(
            say(
                "Với --id, nêu tên tệp: nội dung của đầu vào chuẩn không so sánh được.",
                "With --id, name a file: standard input cannot be compared with what it was before."))
    }
}

extension ChangeOptions {
    /// What is asked for, under the id that was given, or a new one.
    var request: ChangeRequest {
        let id = given ?? Self.drawn()
        Self.current.withLock { $0 = id }
        return ChangeRequest(id: id, command: Self.command, content: Self.content)
    }

    /// The id of the change that this run has asked for; nil if it has asked for none.
    static var asked: String? { current.withLock { $0 } }

    private static let current = Mutex<String?>(nil)

    /// 80 random bits, in letters and digits that are not taken for each other.
    private static func drawn() -> String {
        let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return String((0..<4).map { _ in String((0..<4).map { _ in letters.randomElement() ?? "0" }) }.joined(separator: "-"))
    }

    /// Such as `nomination add`.
    private static let command: String = {
        var words: [String] = []
        var type: any ParsableCommand.Type = Thidua.self
        for argument in arguments {
            guard let next = type.configuration.subcommands.first(where: { $0.configuration.commandName == argument }) else {
                break
            }
            words.append(argument)
            type = next
        }
        return words.joined(separator: " ")
    }()

    /// The arguments that say what is to be done, a file's content in place of its name. A password is not part of it: it could be guessed from its
    /// hash.
    @Sendable private static func content() throws -> [UInt8] {
        try relevant.flatMap { argument in
            var status = stat()
            let isFile = stat(argument, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
            let said = isFile ? InputFile.name(of: argument) : argument
            return Array(said.utf8) + [0] + (isFile ? try ByteFile(path: argument).sha256() : [])
        }
    }

    private static var relevant: [String] {
        var kept: [String] = []
        var isValue = false
        for argument in arguments {
            let name = argument.split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
            if isValue {
                isValue = false
            } else if manners.contains(name) {
                isValue = !argument.contains("=")
            } else if !gestures.contains(argument) {
                kept.append(argument)
            }
        }
        return kept
    }

    /// Options with a value that do not say what is done, but how it is asked for and shown.
    private static let manners: Set = [
        "--id", "--dsn", "--profile", "--wait", "--lang", "-o", "--output", "--password-file", "--errors",
    ]
    /// Those without a value.
    private static let gestures: Set = ["-v", "--verbose", "--excel"]

    private static var arguments: ArraySlice<String> { CommandLine.arguments.dropFirst() }
}
