import Glibc
import Postgres
import Registry

/// What became of a letter.
enum Handover: Equatable {
    /// The mail system has it.
    case taken
    /// It does not have it; why.
    case notTaken(String)
    /// It may have it; what is known.
    case unknown(String)
}

extension MailRoute {
    /// Sends a letter; not before all of it but its end was taken, and `beforeLettingGo` has returned.
    ///
    /// Both programs read until the end of their input, and curl not before the server has asked for the letter (354). What
    /// fails until then is known not to have left; what the closure records is about letters that did.
    ///
    /// - Parameter limitSeconds: After how long the program is ended.
    ///
    /// - Throws: ``Refusal`` where the program cannot be run; ``Interrupted``; what the closure throws. Nothing was sent
    ///   then, unless the interruption came after the end was released.
    func deliver(_ letter: Letter, limitSeconds: Int = 120, beforeLettingGo: () throws -> Void) throws -> Handover {
        let input = try HeldInput()
        var program = try RunningProgram(
            command(from: letter.from, to: letter.to, limitSeconds: limitSeconds), input: input.inside, holding: input.outside)
        do {
            let isWaiting = try input.write(bytes(of: letter), to: &program)
            guard isWaiting, program.endingIfOver() == nil else { return .notTaken(try reason(of: &program)) }
            try beforeLettingGo()
        } catch {
            program.kill()
            throw error
        }
        // Recording it took longer than the program had.
        guard program.endingIfOver() == nil else { return .notTaken(try reason(of: &program)) }
        input.end()
        return try outcome(of: &program)
    }

    /// Why a program ended before it had the whole letter.
    private func reason(of program: inout RunningProgram) throws -> String {
        // What `timeout` says of a program that is not there, or may not be run.
        let isMissing = [.exited(126), .exited(127)].contains(program.endingIfOver())
        guard !isMissing else { throw Refusal.notRun(name, isMissing: program.endingIfOver() == .exited(127)) }
        return program.complaint.isEmpty ? "\(name): no answer" : program.complaint
    }

    /// Waits for what became of it. An interruption leaves the program to itself: it has the whole letter.
    private func outcome(of program: inout RunningProgram) throws -> Handover {
        var ending = program.endingIfOver()
        while ending == nil {
            try Interruption.check(forMilliseconds: 10)
            ending = program.endingIfOver()
        }
        guard case .exited(let status) = ending else { return .unknown("\(name): no answer") }
        if status == 0 { return .taken }
        let complaint = program.complaint.isEmpty ? "\(name): \(status)" : program.complaint
        return isRefusal(status) ? .notTaken(complaint) : .unknown(complaint)
    }

    /// Whether a status other than 0 says for certain that the letter was not taken.
    private func isRefusal(_ status: Int32) -> Bool {
        switch self {
        // 8: the server answered, and not with yes. Otherwise no answer came (28, 55, 56), and it may have been one.
        case .smtp: status == 8
        // 75: with one mail system "not now", with another "later": then it is in the queue.
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
