import Glibc
import Platform
import Postgres
import Registry

/// The outcome of a delivery.
enum Handover: Equatable {
    /// The mail system has it.
    case taken
    /// It does not have it; the reason.
    case notTaken(String)
    /// It may have it; what is known.
    case unknown(String)
}

extension MailRoute {
    /// Sends a letter, once the program has read all of it but the end, and `beforeRelease` has returned.
    ///
    /// Both programs read to the end of their input, and curl only after the server has requested the letter (354). A letter that
    /// fails before that is known not to have left; the closure records only letters that do.
    ///
    /// - Parameter limitSeconds: The time after which the program is killed.
    ///
    /// - Throws: ``Refusal`` where the program cannot be run; ``Interrupted``; what the closure throws. Nothing was sent
    ///   then, unless the interruption came after the end was released.
    func deliver(_ letter: Letter, limitSeconds: Int = 120, beforeRelease: () throws -> Void) throws -> Handover {
        let input = try HeldInput()
        var program = try RunningProgram(
            command(from: letter.from, to: letter.to, limitSeconds: limitSeconds), input: input.inside, holding: input.outside)
        do {
            let isWaiting = try input.write(bytes(of: letter), to: &program)
            guard isWaiting, program.endingIfFinished() == nil else { return .notTaken(try reason(of: &program)) }
            try beforeRelease()
        } catch {
            program.kill()
            throw error
        }
        // Recording it may have taken longer than the program's time limit.
        guard program.endingIfFinished() == nil else { return .notTaken(try reason(of: &program)) }
        input.end()
        return try outcome(of: &program)
    }

    /// Why a program ended before it had the complete letter.
    private func reason(of program: inout RunningProgram) throws -> String {
        // The exit statuses of `timeout` for a program that may not be run, or does not exist.
        let isMissing = [.exited(126), .exited(127)].contains(program.endingIfFinished())
        guard !isMissing else { throw Refusal.notRun(name, isMissing: program.endingIfFinished() == .exited(127)) }
        return program.complaint.isEmpty ? "\(name): no answer" : program.complaint
    }

    /// Waits for the outcome. After an interruption the program keeps running: it has the complete letter.
    private func outcome(of program: inout RunningProgram) throws -> Handover {
        var ending = program.endingIfFinished()
        while ending == nil {
            try Interruption.check(forMilliseconds: 10)
            ending = program.endingIfFinished()
        }
        guard case .exited(let status) = ending else { return .unknown("\(name): no answer") }
        if status == 0 { return .taken }
        let complaint = program.complaint.isEmpty ? "\(name): \(status)" : program.complaint
        return isRefusal(status) ? .notTaken(complaint) : .unknown(complaint)
    }

    /// Whether an exit status other than 0 means for certain that the letter was not accepted.
    private func isRefusal(_ status: Int32) -> Bool {
        switch self {
        // 8: the server refused. Otherwise no answer arrived (28, 55, 56), and the server may have accepted.
        case .smtp: status == 8
        // 75: "not now" from some mail systems; from others "later", and then the letter is in the queue.
        case .sendmail: status != 75 && status < 128
        }
    }

    private var name: String {
        switch self {
        case .sendmail(let path): path
        case .smtp: "curl"
        }
    }
}

extension Refusal {
    fileprivate static func notRun(_ program: String, isMissing: Bool) -> Refusal {
        .notRun(program, isMissing ? ENOENT : EACCES)
    }
}
