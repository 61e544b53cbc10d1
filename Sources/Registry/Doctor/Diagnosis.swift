/// What one of the doctor's checks came to.
public struct Diagnosis: Sendable, Equatable {
    /// What was looked at; stable, for programs.
    public enum Check: String, Sendable, CaseIterable {
        /// The server's version, and whether known security faults are mended in it.
        case version
        /// Whether what is sent is encrypted.
        case tls
        /// As whom the login acts.
        case role
        /// What in the catalogue, or among the logins, would let someone past row-level security or the trail.
        case access
        /// Whether the schema is this program's.
        case migrations
        /// The server's clock and time zones.
        case clock
        /// Free space where the server keeps its data.
        case disk
        /// Whether the trail is whole.
        case trail
        /// Staffing tables that were stored and not applied.
        case staffing
        /// Whether the quotas are those that the rules derive.
        case quotas
    }

    /// How it stands.
    public enum State: String, Sendable {
        /// As it should be.
        case ok
        /// Something is to be done.
        case found
        /// It could not be looked at; `message` says why.
        case skipped
    }

    /// What was looked at.
    public let check: Check
    /// How it stands.
    public let state: State
    /// What was seen.
    public let message: Phrase
    /// What to do about it; only where something was found.
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
