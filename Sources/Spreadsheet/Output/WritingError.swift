/// Why a file could not be written. None is left behind then.
public enum WritingError: Error, Sendable, Equatable {
    /// The operating system said no.
    case system(SystemError)
    /// The library said no, in its own words.
    case library(String)
    /// Excel would not take it: what, and its limit: in bytes for choices, else in characters.
    case tooLong(Part, limit: Int)
    /// A choice of a list in the cell itself holds a comma or a quotation mark, which Excel would split it at.
    case choiceWithSeparator
    /// A row, a sheet's column or a range that is not there.
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
    /// Why, for whoever runs the tool: the system's or the library's words.
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
