/// The languages of the messages. Codes and keys do not depend on them.
public enum Language: String, Sendable, CaseIterable {
    /// Vietnamese, the default.
    case vi
    /// English.
    case en
}

/// The same text in both languages.
public struct Phrase: Sendable, Equatable {
    /// In Vietnamese, as a civil servant would write it.
    public let vi: String
    /// In English.
    public let en: String

    /// The same text, first in Vietnamese, then in English.
    public init(_ vi: String, _ en: String) {
        self.vi = vi
        self.en = en
    }

    /// The phrase in one language.
    public subscript(_ language: Language) -> String {
        switch language {
        case .vi: vi
        case .en: en
        }
    }
}

extension String {
    /// As many whole words as fit, and an ellipsis if there are more.
    package func shortened(to limit: Int) -> String {
        guard count > limit else { return self }
        let start = prefix(limit - 1)
        return (start.lastIndex(of: " ").map { start[..<$0] } ?? start) + "…"
    }
}
