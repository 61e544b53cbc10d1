import Registry

/// One value of a row, independent of the output format.
enum ListingCell {
    case text(String)
    case number(Int)
    case flag(Bool)
    /// Like `flag`, but people read a tick or a cross.
    case mark(Bool)
    /// A code that the database has words for: programs read the code, people the words.
    case code(String)
    /// A code that programs read; people read the words of a more specific one.
    case codeShown(String, as: String)
    /// A code whose words are in the program.
    case named(String, Phrase)
    /// ISO 8601; people read 08:30 25/4/2026.
    case moment(String)
    /// ISO 8601; people read 25/4/2026.
    case date(String)
    /// A JSON document.
    case document(String)
    /// Numbers of other rows; an empty list is a dash.
    case numbers([Int])
    /// Codes of other rows; an empty list is a dash.
    case texts([String])
    /// A text in both languages.
    case phrase(Phrase)
    case none

    static func optional(_ text: String?) -> ListingCell { text.map(ListingCell.text) ?? .none }
    static func optional(_ number: Int?) -> ListingCell { number.map(ListingCell.number) ?? .none }
}

extension ListingCell {
    /// For programs.
    var json: JSON {
        switch self {
        case .text(let text), .code(let text), .moment(let text), .date(let text), .named(let text, _),
            .codeShown(let text, as: _):
            .string(text)
        case .number(let number): .number(number)
        case .flag(let flag), .mark(let flag): .bool(flag)
        case .phrase(let phrase): .string(phrase[.current])
        case .document(let text): JSON(parsing: text)
        case .numbers(let numbers): .array(numbers.map(JSON.number))
        case .texts(let texts): .array(texts.map(JSON.string))
        case .none: .null
        }
    }

    /// For a spreadsheet: as programs read it.
    var csv: String {
        switch json {
        case .string(let text): text
        case .number(let number): String(number)
        case .decimal(let number): "\(number)"
        case .bool(let flag): flag ? "true" : "false"
        case .object, .array: documentText
        case .null: ""
        }
    }

    private var documentText: String {
        switch self {
        case .document(let text): text
        case .numbers(let numbers): numbers.map(String.init).joined(separator: " ")
        case .texts(let texts): texts.joined(separator: " ")
        default: ""
        }
    }

    /// For people.
    func shown(_ words: Words?) -> String {
        switch self {
        case .text(let text), .document(let text): text
        case .number(let number): String(number)
        case .numbers(let numbers): numbers.isEmpty ? "–" : numbers.map(String.init).joined(separator: ", ")
        case .texts(let texts): texts.isEmpty ? "–" : texts.joined(separator: ", ")
        case .flag(let flag): flag ? say("có", "yes") : say("không", "no")
        case .mark(let isSo): isSo ? "✓" : "✗"
        case .code(let code), .codeShown(_, as: let code): words?.name(of: code, in: .current) ?? code
        case .moment(let iso), .date(let iso): ReadableTime.of(iso)
        case .phrase(let phrase), .named(_, let phrase): phrase[.current]
        case .none: "–"
        }
    }

    var isNumber: Bool {
        if case .number = self { true } else { false }
    }
}
