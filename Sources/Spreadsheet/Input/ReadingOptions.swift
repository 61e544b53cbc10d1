/// What the caller decides about a file, if detection is not to be relied on.
public struct ReadingOptions: Sendable {
    /// The sheet's name; nil for the first visible one.
    public var sheet: String?
    /// The text's encoding; nil to detect it.
    public var encoding: TextEncoding?

    /// Options by which everything is detected.
    public init() {}
}

/// Encodings in which Vietnamese spreadsheets are saved as text.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case windows1258 = "windows-1258"
    case tcvn3
}
