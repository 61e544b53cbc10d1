import Platform

/// Why a file could not be written. No file is left behind then.
public enum WritingError: Error, Sendable, Equatable {
    /// An error of the operating system.
    case system(SystemError)
    /// An error of the library, with its message.
    case library(String)
    /// Excel would not accept it: what is too long, and the limit, in bytes for choices, otherwise in characters.
    case tooLong(Part, limit: Int)
    /// A choice of an inline list contains a comma or a quotation mark, at which Excel would split it.
    case choiceWithSeparator
    /// A row, a sheet's column or a range that does not exist.
    case noSheet

    /// What Excel limits.
    public enum Part: String, Sendable {
        /// All choices of a list together.
        case choices
        /// A message's title.
        case title
        /// A message's text.
        case message
    }
}

extension WritingError {
    /// The reason, for the user of the tool: the system's or the library's message.
    public var words: String {
        switch self {
        case .system(let error): error.words
        case .library(let words): words
        case .tooLong(let part, let limit): "\(part.rawValue) > \(limit)"
        case .choiceWithSeparator: "a choice with a comma or a quotation mark"
        case .noSheet: "no sheet"
        }
    }
}
