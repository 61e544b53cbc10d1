/// Why a file could not be read any further, and where.
public struct ReadingError: Error, Sendable, Equatable {
    /// What is wrong.
    public let code: Code
    /// The row from 1; nil if the error is not in a row.
    public var row: Int?
    /// The column from 0.
    public var column: Int?
    /// What else the message needs: the existing sheets, the part of the file that is damaged.
    public var detail: String?

    init(_ code: Code, row: Int? = nil, column: Int? = nil, detail: String? = nil) {
        self.code = code
        self.row = row
        self.column = column
        self.detail = detail
    }

    /// What ends the reading of a file.
    public enum Code: String, Sendable, CaseIterable {
        /// The old binary format of Excel 97-2003.
        case oldExcel = "old_excel"
        /// A password-protected Excel file.
        case encrypted
        /// A spreadsheet in a format that is not read; detail: `xlsb`, `numbers`, `gsheet` or `lock`.
        case otherSpreadsheet = "other_spreadsheet"
        /// Neither text nor XLSX: a PDF, a picture, a Word document.
        case notASpreadsheet = "not_a_spreadsheet"
        /// The archive or the XML in it is truncated or damaged; detail: the part.
        case damaged
        /// It unpacks to far more than a spreadsheet can hold, or declares entities; detail: the part.
        case bomb
        /// There is no such sheet; detail: the existing ones.
        case noSuchSheet = "no_such_sheet"
        /// No sheet is visible, or there is none.
        case noSheet = "no_sheet"
        /// The bytes are not valid in the encoding; detail: its name.
        case wrongEncoding = "wrong_encoding"
        /// No known encoding fits the whole file.
        case unknownEncoding = "unknown_encoding"
        /// CSV: the file ends within quotation marks; row and column are where they were opened.
        case unclosedQuote = "unclosed_quote"
        /// More than ``SheetLimits/columns``.
        case tooManyColumns = "too_many_columns"
        /// The system could not read it; detail: its message.
        case unreadable
    }
}
