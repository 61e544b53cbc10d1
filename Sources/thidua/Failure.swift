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
            refusal = Refusal(error).namingOptionOfDate(in: CommandLine.arguments).naming(change: ChangeOptions.asked)
        }
    }

    /// Reports the reason and exits with the corresponding status.
    func report() -> Never {
        if let stored = refusal.stored {
            if !Self.wantsJSON { speak(refusal.message[.current]) }
            Listing.outcomes.tell(Outcome(id: stored.id, change: stored), as: Self.wantsJSON ? .json : .table)
            exit(refusal.code.exitStatus)
        }
        Stream.errors.write(Self.wantsJSON ? json.text : text)
        exit(refusal.code.exitStatus)
    }

    private var json: JSON {
        var error: [String: JSON] = [
            "code": .string(refusal.code.name),
            "constraint": refusal.constraint.map(JSON.string) ?? .null,
            "clause": refusal.clause.map(JSON.string) ?? .null,
            "message": .string(refusal.message[.current]),
            "hint": refusal.hint.map { .string($0[.current]) } ?? .null,
        ]
        if refusal.code == .outcomeUnknown, let id = ChangeOptions.asked { error["id"] = .string(id) }
        return .object(["error": .object(error)])
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

extension Refusal {
    /// Says how to find out what became of the change.
    fileprivate func naming(change id: String?) -> Refusal {
        guard code == .outcomeUnknown, let id else { return self }
        var refusal = self
        refusal.hint = Phrase(
            "Hỏi kết quả: thidua outcome \(id) — hoặc chạy lại đúng lệnh cũ, thêm --id \(id): không bao giờ ghi hai lần.",
            "Ask: thidua outcome \(id) — or give the same command again with --id \(id): it is never made twice.")
        return refusal
    }
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
        case .storedBefore: 0
        case .notPermitted: 77
        case .schemaOutdated, .schemaDamaged: 78
        }
    }
}
