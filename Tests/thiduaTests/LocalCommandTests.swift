import Foundation
import TestSupport
import Testing

/// The private server's own commands, and the doctor's, in every format.
@Suite(.limited) struct LocalCommandTests {
    private static let script = """
        for command in 'local status' 'local start' 'local status' 'db migrate' doctor 'local stop' 'local status'; do
            "$3" $command -o "$1" >"$2/out" 2>>"$2/errors"
            echo "$command $?"
            [ "$1" != json ] || python3 -m json.tool "$2/out" >/dev/null || echo 'not JSON'
            [ "$1" != csv ] || head -n 1 "$2/out"
        done
        """

    @Test(arguments: ["table", "json", "csv"])
    func `The local server is started, shown and stopped, and the doctor examines it`(format: String) throws {
        try TemporaryFolder.with { folder in
            let outcome = try Tool(environment: ["XDG_DATA_HOME": folder]).run(
                [], under: ["bash", "-c", Self.script, "bash", format, folder])
            let errors = try String(contentsOfFile: folder + "/errors", encoding: .utf8)
            let (local, other) = ("state,pid,directory,dsn", ["name,state,applied_at", "check,state,message,remedy"])
            let commands = [
                ("local status 1", local), ("local start 0", local), ("local status 0", local), ("db migrate 0", other[0]),
                ("doctor 1", other[1]), ("local stop 0", local), ("local status 1", local),
            ]
            let expected = commands.flatMap { format == "csv" ? [$0, $1] : [$0] }
            #expect(
                outcome.output.split(whereSeparator: \.isNewline).map(String.init) == expected, "\(outcome.errors)\n\(errors)")
        }
    }
}
