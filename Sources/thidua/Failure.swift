import ArgumentParser
import Glibc
import Registry

/// How the tool exits when a command fails.
struct Failure {
    private let refusal: Refusal

    init(_ error: any Error) {
        if error is ExitCode || Thidua.exitCode(for: error) == .validationFailure {
            refusal = .usage(error, in: CommandLine.arguments)
        } else {
            refusal = Refusal(error).namingOptionOfDate(in: CommandLine.arguments)
        }
    }

    /// Reports the reason and exits with the corresponding status.
    func report() -> Never {
        Stream.errors.write(Self.wantsJSON ? json.text : text)
        exit(refusal.code.exitStatus)
    }

    private var json: JSON {
        .object([
            "error": .object([
                "code": .string(refusal.code.name),
                "constraint": refusal.constraint.map(JSON.string) ?? .null,
                "clause": refusal.clause.map(JSON.string) ?? .null,
                "message": .string(refusal.message[.current]),
                "hint": refusal.hint.map { .string($0[.current]) } ?? .null,
            ])
        ])
    }

    /// For people.
    var text: String {
        var lines = [Stream.errors.styled(.red, say("Lỗi: ", "Error: ")) + refusal.sentence[.current].visible]
        if let hint = refusal.hint { lines.append(say("Gợi ý: ", "Hint: ") + hint[.current].visible) }
        if Self.isVerbose, let cause = refusal.cause { lines.append(Stream.errors.styled(.dim, cause.visible)) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Read from the raw arguments: if they could not be parsed, there are no parsed options.
    private static let wantsJSON: Bool = {
        let arguments = CommandLine.arguments
        let following = zip(arguments, arguments.dropFirst()).contains { ["-o", "--output"].contains($0) && $1 == "json" }
        return following || arguments.contains { ["-ojson", "-o=json", "--output=json"].contains($0) }
    }()

    private static let isVerbose = CommandLine.arguments.contains { ["-v", "--verbose"].contains($0) }
}

extension Refusal.Code {
    /// 2 if a rule refuses the change; otherwise as in sysexits.h.
    var exitStatus: Int32 {
        switch self {
        case .quotaExceeded, .quotaBelowUse, .noStaffingData, .alreadyNominated, .notEligible, .dossierIncomplete,
            .dossierClosed, .deadlinePassed, .illegalStep:
            2
        case .usage: 64
        case .notFound, .invalidInput, .needsAnswer: 65
        case .fileNotFound: 66
        case .databaseUnreachable: 69
        case .internalError: 70
        case .busy: 75
        case .outcomeUnknown: 76
        case .notPermitted: 77
        case .schemaOutdated: 78
        }
    }
}
