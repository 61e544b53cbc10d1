/// A row of a sheet, which the reader reuses for the next one.
///
/// Its cells lie end to end in one buffer: a million rows are read without a million arrays of strings.
public struct SheetRow: Sendable {
    /// From 1, as a spreadsheet numbers it. Blank rows are counted, but skipped.
    public internal(set) var number = 0
    /// The cells' text, end to end, in valid UTF-8 without NUL; not normalised.
    public internal(set) var text: [UInt8] = []
    /// Where each cell ends in `text`.
    public internal(set) var ends: [Int] = []
    /// Cells that could not be read as they are; they are empty, or contain what could be read.
    public internal(set) var faults: [CellFault] = []
    /// Whether a spreadsheet program does not show it: hidden by hand, or by a filter.
    public internal(set) var isHidden = false
    /// The columns that a spreadsheet program does not show, from 0.
    private(set) var hiddenColumns: [ClosedRange<Int>] = []
    /// How far into the file this row is, in the unit of ``SheetFile/length``.
    public internal(set) var offset = 0

    init() {}
}

extension SheetRow {
    /// The number of cells in the row, up to the last that is not blank; at least one.
    public var count: Int { ends.count }

    /// Where a cell is in `text`; empty beyond the last cell.
    public func range(of column: Int) -> Range<Int> {
        guard column < ends.count else { return text.count..<text.count }
        return (column == 0 ? 0 : ends[column - 1])..<ends[column]
    }

    /// A cell's text; empty beyond the last cell.
    public subscript(column: Int) -> String {
        String(decoding: text[range(of: column)], as: UTF8.self)
    }

    /// Whether a spreadsheet program does not show a column.
    public func isColumnHidden(_ column: Int) -> Bool { hiddenColumns.contains { $0.contains(column) } }

    mutating func hideColumns(_ columns: ClosedRange<Int>) {
        if hiddenColumns.count < SheetLimits.columns { hiddenColumns.append(columns) }
    }

    /// All cells.
    public var cells: [String] { ends.indices.map { self[$0] } }
}

/// Something in one cell that a reader could not convert to text.
public struct CellFault: Sendable, Equatable {
    /// The column, from 0.
    public let column: Int
    /// What it is.
    public let code: Code

    /// The faults that a cell can have; the rows after it can still be read.
    public enum Code: String, Sendable, CaseIterable {
        /// A NUL, or a character that XML or text may not contain.
        case controlCharacter = "control_character"
        /// CSV: text after the closing quotation mark.
        case textAfterQuote = "text_after_quote"
        /// XLSX: a formula without a cached value.
        case formulaWithoutValue = "formula_without_value"
        /// XLSX: `#REF!`, `#N/A` and the like.
        case formulaError = "formula_error"
        /// XLSX: all of it is struck through.
        case struckOut = "struck_out"
        /// More than ``SheetLimits/cellBytes``.
        case cellTooLong = "cell_too_long"
    }
}

/// What a reader accepts; beyond these limits it reports an error with its location.
public enum SheetLimits {
    /// Bytes of a cell's text: Excel's own limit is 32,767 characters.
    public static let cellBytes = 4 * 32_767
    /// Bytes of a row's text: a few cells may be as long as Excel allows, but not all of them. The rest is cut off as
    /// ``CellFault/Code/cellTooLong``, so that no file makes a reader use gigabytes.
    public static let rowBytes = 4 << 20
    /// Columns of a row: Excel's own limit.
    public static let columns = 16_384
    /// Rows of an XLSX sheet: Excel's own limit.
    public static let rows = 1_048_576
}
