/// The result of one of the doctor's checks.
public struct Diagnosis: Sendable, Equatable {
    /// What was checked; stable, for programs.
    public enum Check: String, Sendable, CaseIterable {
        /// The server's version, and whether it includes the fixes for known vulnerabilities.
        case version
        /// Whether the connection is encrypted.
        case tls
        /// Which role the login has.
        case role
        /// Anything in the catalogue, or among the logins, that would bypass row-level security or the trail.
        case access
        /// Whether the schema matches this program.
        case migrations
        /// The server's clock and time zones.
        case clock
        /// Free space where the server keeps its data.
        case disk
        /// What bounds the disk that notifications take: no privilege keeps a login from sending them.
        case notifications
        /// The server's role among others, and what it passes on, archives and lets in.
        case replication
        /// The version of Patroni, where it runs on this machine.
        case patroni
        /// The backups that pgBackRest has, where it runs on this machine.
        case backup
        /// Whether the trail is intact.
        case trail
        /// Staffing tables that were stored and not applied.
        case staffing
        /// Whether the quotas are those that the rules derive.
        case quotas
    }

    /// The outcome of a check.
    public enum State: String, Sendable {
        /// As it should be.
        case ok
        /// Something has to be done.
        case found
        /// It could not be checked; `message` says why.
        case skipped
    }

    /// What was checked.
    public let check: Check
    /// The outcome.
    public let state: State
    /// What was found.
    public let message: Phrase
    /// What to do about it; only if something was found.
    public let remedy: Phrase?

    static func ok(_ check: Check, _ message: Phrase) -> Diagnosis {
        Diagnosis(check: check, state: .ok, message: message, remedy: nil)
    }

    static func found(_ check: Check, _ message: Phrase, remedy: Phrase) -> Diagnosis {
        Diagnosis(check: check, state: .found, message: message, remedy: remedy)
    }

    static let unknownTimeZone = found(
        .clock, Phrase("Máy chủ không biết múi giờ Hà Nội.", "The server does not know Hanoi's time zone."),
        remedy: Phrase("Cài gói tzdata trên máy chủ.", "Install the package tzdata on the server."))

    static func skipped(_ check: Check, _ message: Phrase) -> Diagnosis {
        Diagnosis(check: check, state: .skipped, message: message, remedy: nil)
    }
}
