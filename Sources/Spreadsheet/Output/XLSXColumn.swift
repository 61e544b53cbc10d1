/// A value of one cell.
public enum XLSXCell: Sendable, Equatable {
    /// Always a string, whatever it looks like.
    case text(String)
    case number(Int)
    case decimal(Double)
    /// A day, from 1900 on.
    case date(year: Int, month: Int, day: Int)
    case none
}

/// A column of a sheet: its header, and how the cells below look and what they accept.
public struct XLSXColumn: Sendable {
    /// In the first row; if no column of a sheet has a header, the sheet begins with its first data row.
    public var header: String?
    /// In characters.
    public var width: Double
    /// How cells below the header look.
    public var format: Format
    /// What may be entered below the header; nil for anything.
    public var restriction: XLSXRestriction?

    /// How the cells of a column look, the empty ones too.
    public enum Format: Sendable, Equatable, CaseIterable {
        case general
        /// Input stays as it is typed: `04` keeps its zero.
        case text
        /// Long text, on several lines.
        case wrapped
    }

    /// A column.
    public init(
        _ header: String? = nil, width: Double, format: Format = .general, restriction: XLSXRestriction? = nil
    ) {
        self.header = header
        self.width = width
        self.format = format
        self.restriction = restriction
    }
}

/// What the cells of a column accept. Excel checks it on typing, but not on pasting: an import checks again.
public struct XLSXRestriction: Sendable {
    /// The accepted values.
    public var values: Values
    /// Shown next to the selected cell.
    public var prompt: Message?
    /// Shown when another value is entered and refused.
    public var refusal: Message?

    /// The accepted values.
    public enum Values: Sendable, Equatable {
        /// An inline drop-down list: at most 255 bytes of UTF-8 in all, with a comma between choices, and none within a choice.
        case choices([String])
        /// A drop-down list of the values in a column of another sheet, in rows counted from 1.
        case cells(sheet: String, column: Int, rows: ClosedRange<Int>)
        /// Whole numbers from this value on.
        case wholeNumbers(from: Int)
    }

    /// A short title and a text.
    public struct Message: Sendable, Equatable {
        /// At most 32 characters.
        public var title: String
        /// At most 255 characters.
        public var text: String

        /// A message.
        public init(_ title: String, _ text: String) {
            self.title = title
            self.text = text
        }
    }

    /// A restriction.
    public init(_ values: Values, prompt: Message? = nil, refusal: Message? = nil) {
        self.values = values
        self.prompt = prompt
        self.refusal = refusal
    }
}
