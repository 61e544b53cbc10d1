import Glibc
import Platform
import Postgres
import Registry

/// Notifies a monitoring service, such as healthchecks.io, that a job has started, and of its outcome. A failed ping neither
/// fails the job nor keeps it waiting for long.
public struct Ping: ~Copyable {
    private let url: String
    private let onFailure: (Phrase) -> Void
    private var running: RunningProgram?
    /// How long to wait for a ping at the end.
    var patienceMilliseconds = 5000

    /// - Parameters:
    ///   - url: `https://…`; a secret.
    ///   - onFailure: Called with the reason when a ping fails.
    /// - Throws: ``Refusal`` (usage) where it is another kind of address; the error does not repeat the address.
    public init(url: String, onFailure: @escaping (Phrase) -> Void) throws {
        let isPlain = url.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"\"\\#<>".utf8.contains($0) }
        let address = url.drop { $0 != "/" }.dropFirst(2)
        guard isPlain, url.hasPrefix("https://") || url.hasPrefix("http://"), !address.isEmpty, address.first != "/",
            url.utf8.count <= 2000
        else {
            throw Refusal(
                .usage,
                Phrase(
                    "Địa chỉ báo cho dịch vụ theo dõi phải bắt đầu bằng http:// hoặc https://.",
                    "The address to ping is neither http:// nor https://."))
        }
        self.url = url
        self.onFailure = onFailure
    }

    /// Reports that the job starts.
    public mutating func start() {
        send("/start")
    }

    /// Reports that the job succeeded or failed. Waits at most five seconds for each of the two pings.
    public mutating func finish(isSuccess: Bool) {
        // The start must not arrive after the end.
        wait()
        send(isSuccess ? "" : "/fail")
        wait()
    }

    private mutating func send(_ signal: String) {
        do {
            running = try Self.curl("url = \"\(address(signal))\"\n")
        } catch {
            report(Refusal(error).message)
        }
    }

    /// The signal is appended to the path, before a query.
    private func address(_ signal: String) -> String {
        guard !signal.isEmpty else { return url }
        let parts = url.split(separator: "?", maxSplits: 1)
        let path = parts[0].hasSuffix("/") ? parts[0].dropLast() : parts[0]
        return path + signal + parts.dropFirst().map { "?" + $0 }.joined()
    }

    /// Waits for the running program, if any, and kills it after five seconds.
    private mutating func wait() {
        guard var program = running.take() else { return }
        let ending = program.ending(withinMilliseconds: patienceMilliseconds)
        program.kill()
        if ending != .exited(0) {
            report(ending == nil ? Phrase("không trả lời", "no answer") : Phrase(program.complaint, program.complaint))
        }
    }

    private func report(_ reason: Phrase) {
        onFailure(
            Phrase("Không báo được cho dịch vụ theo dõi: \(reason.vi)", "The monitoring service was not notified: \(reason.en)"))
    }

    /// Every user of the machine can read a program's arguments, so the address is passed as its input, whose buffer has room for
    /// all of it.
    private static func curl(_ configuration: String) throws -> RunningProgram {
        let input = try HeldInput()
        let bytes = Array(configuration.utf8)
        _ = Glibc.send(input.outside, bytes, bytes.count, Int32(MSG_NOSIGNAL))
        input.end()
        return try RunningProgram(
            ["curl", "--disable", "--globoff", "-fsS", "-m", "10", "-o", "/dev/null", "--proto", "=http,https", "--config", "-"],
            input: input.inside)
    }
}
