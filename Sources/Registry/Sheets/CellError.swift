import Spreadsheet

/// Something that is wrong with a file, and where.
public struct CellError: Error, Sendable {
    /// What is wrong; stable, for programs.
    public enum Code: String, Sendable, CaseIterable {
        // With the file.
        case emptyFile = "empty_file"
        case noRows = "no_rows"
        case oldExcel = "old_excel"
        case encrypted
        case notASpreadsheet = "not_a_spreadsheet"
        case damaged
        case bomb
        case noSuchSheet = "no_such_sheet"
        case noSheet = "no_sheet"
        case wrongEncoding = "wrong_encoding"
        case unknownEncoding = "unknown_encoding"
        case unreadable
        case unclosedQuote = "unclosed_quote"
        case tooManyColumns = "too_many_columns"
        case tooManyPlaces = "too_many_places"
        case tooManyRows = "too_many_rows"
        case missingColumn = "missing_column"
        case duplicateColumn = "duplicate_column"
        // With a cell, as the reader finds it.
        case textAfterQuote = "text_after_quote"
        case controlCharacter = "control_character"
        case formulaWithoutValue = "formula_without_value"
        case formulaError = "formula_error"
        case cellTooLong = "cell_too_long"
        case tooManyCells = "too_many_cells"
        // With a cell, as the database finds it: `staffing_intake_error`.
        case missingValue = "missing_value"
        case mergedCell = "merged_cell"
        case unknownProvince = "unknown_province"
        case formerProvinceName = "former_province_name"
        case provinceNameMismatch = "province_name_mismatch"
        case unknownKind = "unknown_kind"
        case notAWholeNumber = "not_a_whole_number"
        case ambiguousNumber = "ambiguous_number"
        case implausibleHeadcount = "implausible_headcount"
        case invalidText = "invalid_text"
        case invalidCode = "invalid_code"
        case codeOfAnotherUnit = "code_of_another_unit"
        case nameOfAnotherUnit = "name_of_another_unit"
        case duplicateUnit = "duplicate_unit"
        // With a cell, as the database finds it: `nomination_sheet_error`.
        case unknownUnit = "unknown_unit"
        case ambiguousUnit = "ambiguous_unit"
        case unknownAward = "unknown_award"
        case collectiveOrPerson = "collective_or_person"
        case invalidStaffNo = "invalid_staff_no"
        case staffNoTwice = "staff_no_twice"
        case duplicateNomination = "duplicate_nomination"
        // With a row, which the database refused to enter: ``CellError/refusal`` says why.
        case refused
    }

    /// What is wrong.
    public let code: Code
    /// The sheet; nil in text.
    public var sheet: String?
    /// The row from 1, as a spreadsheet numbers it; nil for the whole file.
    public let row: Int?
    /// The column's header, as the file has it.
    public let column: String?
    /// The cell's name: `C12`.
    public let cell: String?
    /// What the cell holds.
    public let value: String?
    /// What was looked for instead, where that is known.
    let expected: String?
    /// Why the database refused the row; nil where a cell is wrong in itself.
    public let refusal: Refusal?

    /// What is wrong, as programs read it: a refusal goes by its own code.
    public var name: String { refusal?.code.name ?? code.rawValue }
    /// The column's number from 0, where it is a cell's.
    let index: Int?

    /// - Parameter index: The column's number from 0.
    init(
        _ code: Code, row: Int? = nil, column: String? = nil, index: Int? = nil, value: String? = nil, expected: String? = nil,
        refusal: Refusal? = nil
    ) {
        self.code = code
        self.row = row
        self.column = column
        self.value = value
        self.expected = expected
        self.refusal = refusal
        self.index = index
        cell = row.flatMap { row in index.map { CellReference.a1(row: row, column: $0) } }
    }

    /// An empty cell is often one of several that are shown as one: only the first of them has a value.
    func explained(by merged: [MergedRange]) -> CellError {
        guard code == .missingValue, let row, let index,
            let range = merged.first(where: { $0.rows.contains(row) && $0.columns.contains(index) })
        else { return self }
        let first = CellReference.a1(row: range.rows.lowerBound, column: range.columns.lowerBound)
        var error = CellError(.mergedCell, row: row, column: column, index: index, expected: first)
        error.sheet = sheet
        return error
    }

    /// A reader's error, which is the same in other words.
    init(_ error: ReadingError) {
        self.init(
            Code(error.code), row: error.row, index: error.column, value: error.code == .noSuchSheet ? nil : error.detail,
            expected: error.detail)
    }
}

extension CellError.Code {
    init(_ code: ReadingError.Code) {
        self =
            switch code {
            case .oldExcel: .oldExcel
            case .encrypted: .encrypted
            case .notASpreadsheet: .notASpreadsheet
            case .damaged: .damaged
            case .bomb: .bomb
            case .noSuchSheet: .noSuchSheet
            case .noSheet: .noSheet
            case .wrongEncoding: .wrongEncoding
            case .unknownEncoding: .unknownEncoding
            case .unclosedQuote: .unclosedQuote
            case .tooManyColumns: .tooManyColumns
            case .unreadable: .unreadable
            }
    }

    init(_ code: CellFault.Code) {
        self =
            switch code {
            case .controlCharacter: .controlCharacter
            case .textAfterQuote: .textAfterQuote
            case .formulaWithoutValue: .formulaWithoutValue
            case .formulaError: .formulaError
            case .cellTooLong: .cellTooLong
            }
    }
}
