import Glibc
import Postgres
import Registry

/// Tells a watching service, as healthchecks.io is one, that a job has begun and how it went. It is for the job's
/// sake, and so neither fails it nor keeps it waiting.
public struct Ping: ~Copyable {
    private let url: String
    private let onTrouble: (Phrase) -> Void
    private var running: RunningProgram?
    /// How long a signal is waited for at the end.
    var patienceMilliseconds = 5000

    /// - Parameters:
    ///   - url: `https://…`; a secret.
    ///   - onTrouble: Is told what did not go well.
    /// - Throws: ``Refusal`` (usage) where it is another kind of address; the address is not repeated.
    public init(url: String, onTrouble: @escaping (Phrase) -> Void) throws {
        let isPlain = url.utf8.allSatisfy { (0x21...0x7e).contains($0) && !"\"\\#<>".utf8.contains($0) }
        let address = url.drop { $0 != "/" }.dropFirst(2)
        guard isPlain, url.hasPrefix("https://") || url.hasPrefix("http://"), !address.isEmpty, address.first != "/",
            url.utf8.count <= 2000
        else {
            throw Refusal(
                .usage,
                Phrase(
                    "Địa chỉ báo hiệu không phải http:// hay https://.", "The address to ping is neither http:// nor https://."))
        }
        self.url = url
        self.onTrouble = onTrouble
    }

    /// The job begins.
    public mutating func start() {
        send("/start")
    }

    /// The job went well, or did not. Waits for at most five seconds for either signal.
    public mutating func finish(isSuccess: Bool) {
        // The beginning shall not arrive after the end.
        wait()
        send(isSuccess ? "" : "/fail")
        wait()
    }

    private mutating func send(_ signal: String) {
        do {
            running = try Self.curl("url = \"\(address(signal))\"\n")
        } catch {
            tell(Refusal(error).message)
        }
    }

    /// The signal belongs to the path, before what may follow it.
    private func address(_ signal: String) -> String {
        guard !signal.isEmpty else { return url }
        let parts = url.split(separator: "?", maxSplits: 1)
        let path = parts[0].hasSuffix("/") ? parts[0].dropLast() : parts[0]
        return path + signal + parts.dropFirst().map { "?" + $0 }.joined()
    }

    /// Waits until the program that runs, if one does, is over, and ends it after five seconds.
    private mutating func wait() {
        guard var program = running.take() else { return }
        var ending = program.endingIfOver()
        for _ in 0..<patienceMilliseconds / 20 where ending == nil {
            usleep(20_000)
            ending = program.endingIfOver()
        }
        program.kill()
        if ending != .exited(0) {
            tell(ending == nil ? Phrase("không trả lời", "no answer") : Phrase(program.complaint, program.complaint))
        }
    }

    private func tell(_ reason: Phrase) {
        onTrouble(
            Phrase("Không báo hiệu được cho dịch vụ theo dõi: \(reason.vi)", "The watching service was not told: \(reason.en)"))
    }

    /// Everybody on the machine can read a program's arguments; the address comes by its input, which holds it all at once.
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
