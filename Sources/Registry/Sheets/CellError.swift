import Spreadsheet

/// An error in a file, and where it is.
public struct CellError: Error, Sendable {
    /// What is wrong; stable, for programs.
    public enum Code: String, Sendable, CaseIterable {
        // In the file as a whole.
        case emptyFile = "empty_file"
        case noRows = "no_rows"
        case oldExcel = "old_excel"
        case encrypted
        case otherSpreadsheet = "other_spreadsheet"
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
        case noSuchColumn = "no_such_column"
        case severalSheets = "several_sheets"
        // In a cell, found by the reader.
        case textAfterQuote = "text_after_quote"
        case controlCharacter = "control_character"
        case formulaWithoutValue = "formula_without_value"
        case formulaError = "formula_error"
        case struckOut = "struck_out"
        case cellTooLong = "cell_too_long"
        case tooManyCells = "too_many_cells"
        // In a cell, found by the database: `staffing_intake_error`.
        case missingValue = "missing_value"
        case mergedCell = "merged_cell"
        case unknownProvince = "unknown_province"
        case formerProvinceName = "former_province_name"
        case formerProvince = "former_province"
        case provinceNameMismatch = "province_name_mismatch"
        case unknownKind = "unknown_kind"
        case notAWholeNumber = "not_a_whole_number"
        case ambiguousNumber = "ambiguous_number"
        case implausibleHeadcount = "implausible_headcount"
        case invalidText = "invalid_text"
        case garbledText = "garbled_text"
        case invalidCode = "invalid_code"
        case codeOfAnotherUnit = "code_of_another_unit"
        case nameOfAnotherUnit = "name_of_another_unit"
        case duplicateUnit = "duplicate_unit"
        case totalBelowUnits = "total_below_units"
        case headingSumDiffers = "heading_sum_differs"
        case kindDiffersFromName = "kind_differs_from_name"
        case onlyMendedRows = "only_mended_rows"
        // In a cell, found by the database: `nomination_sheet_error`.
        case unknownUnit = "unknown_unit"
        case ambiguousUnit = "ambiguous_unit"
        case unknownAward = "unknown_award"
        case collectiveOrPerson = "collective_or_person"
        case invalidStaffNo = "invalid_staff_no"
        case staffNoTwice = "staff_no_twice"
        case unconfirmedStaffNo = "unconfirmed_staff_no"
        case duplicateNomination = "duplicate_nomination"
        case titleOfAnotherHouse = "title_of_another_house"
        // In a cell of a file of attestations.
        case unknownNomination = "unknown_nomination"
        case unknownItem = "unknown_item"
        case duplicateItem = "duplicate_item"
        case notYesOrNo = "not_yes_or_no"
        // In a row that the database refused: ``CellError/refusal`` says why.
        case refused
    }

    /// What is wrong.
    public let code: Code
    /// The sheet; nil in text.
    public var sheet: String?
    /// The row, from 1 as in a spreadsheet; nil for the whole file.
    public let row: Int?
    /// The column's header, as it appears in the file.
    public let column: String?
    /// The cell's name: `C12`.
    public let cell: String?
    /// The cell's content.
    public let value: String?
    /// What was expected instead, if that is known.
    let expected: String?
    /// Why the database refused the row; nil if the cell itself is wrong.
    public var refusal: Refusal? { reason?.refusal }
    private let reason: Reason?

    /// Apart: most errors have none, and thousands of them are kept.
    private final class Reason: Sendable {
        let refusal: Refusal

        init(_ refusal: Refusal) { self.refusal = refusal }
    }

    /// The code for programs: a refusal's own code, if there is one.
    public var name: String { refusal?.code.name ?? code.rawValue }
    /// The column's number from 0, if the error is in a cell.
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
        reason = refusal.map(Reason.init)
        self.index = index
        cell = row.flatMap { row in index.map { CellReference.a1(row: row, column: $0) } }
    }

    /// An empty cell is often part of a merged range, where only the first cell has a value.
    func explained(by merged: [MergedRange]) -> CellError {
        guard code == .missingValue, let row, let index,
            let range = merged.first(where: { $0.rows.contains(row) && $0.columns.contains(index) })
        else { return self }
        let first = CellReference.a1(row: range.rows.lowerBound, column: range.columns.lowerBound)
        var error = CellError(.mergedCell, row: row, column: column, index: index, expected: first)
        error.sheet = sheet
        return error
    }

    /// The equivalent of a reader's error.
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
            case .otherSpreadsheet: .otherSpreadsheet
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
            case .struckOut: .struckOut
            case .cellTooLong: .cellTooLong
            }
    }
}
