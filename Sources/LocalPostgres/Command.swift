import Platform

/// A program to run to completion.
package struct Command {
    private let arguments: [String]

    /// - Parameter arguments: The program, looked up in `PATH` unless it contains a slash, and its arguments.
    package init(_ arguments: [String]) {
        self.arguments = arguments
    }

    /// Runs it without input, and without the environment variables that PostgreSQL's programs obey.
    ///
    /// - Returns: Its output, including standard error.
    /// - Throws: ``LocalPostgresError/commandFailed(command:output:log:)`` if it cannot be run or its exit status is not 0.
    @discardableResult
    package func run() throws -> String {
        let output: String
        let ending: RunningProgram.Ending
        do throws(SystemError) {
            var program = try RunningProgram(arguments, group: .shared, withholding: ["PG"])
            ending = program.wait()
            output = String(decoding: try program.output(), as: UTF8.self)
        } catch {
            throw failure(error.words)
        }
        guard ending == .exited(0) else { throw failure(output) }
        return output
    }

    private func failure(_ output: String) -> LocalPostgresError {
        .commandFailed(command: arguments.joined(separator: " "), output: output, log: "")
    }
}
