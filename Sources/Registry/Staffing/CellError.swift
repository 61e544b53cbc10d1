import Spreadsheet

/// Something that is wrong with a file, and where.
public struct CellError: Error, Sendable {
    /// What is wrong; stable, for programs.
    public enum Code: String, Sendable, CaseIterable {
        // With the file.
        case emptyFile = "empty_file"
        case noRows = "no_rows"
        case notUTF8 = "not_utf8"
        case nul
        case unclosedQuote = "unclosed_quote"
        case textAfterQuote = "text_after_quote"
        case tooManyCells = "too_many_cells"
        case missingColumn = "missing_column"
        case duplicateColumn = "duplicate_column"
        // With a cell: `staffing_intake_error` finds these.
        case missingValue = "missing_value"
        case unknownProvince = "unknown_province"
        case formerProvinceName = "former_province_name"
        case provinceNameMismatch = "province_name_mismatch"
        case unknownKind = "unknown_kind"
        case notAWholeNumber = "not_a_whole_number"
        case implausibleHeadcount = "implausible_headcount"
        case invalidText = "invalid_text"
        case invalidCode = "invalid_code"
        case codeOfAnotherUnit = "code_of_another_unit"
        case nameOfAnotherUnit = "name_of_another_unit"
        case duplicateUnit = "duplicate_unit"
    }

    /// What is wrong.
    public let code: Code
    /// The row from 1, as a spreadsheet numbers it; nil for the whole file.
    public let row: Int?
    /// The column's header, as the file has it.
    public let column: String?
    /// The cell's name: `C12`.
    public let cell: String?
    /// What the cell holds.
    public let value: String?

    /// - Parameter index: The column's number from 0.
    init(_ code: Code, row: Int? = nil, column: String? = nil, index: Int? = nil, value: String? = nil) {
        self.code = code
        self.row = row
        self.column = column
        self.value = value
        cell = row.flatMap { row in index.map { CellReference.a1(row: row, column: $0) } }
    }
}

extension CellError {
    /// What is wrong, in a sentence.
    public var message: Phrase {
        switch code {
        case .emptyFile: Phrase("Tệp rỗng.", "The file is empty.")
        case .noRows: Phrase("Tệp chỉ có dòng tiêu đề.", "The file has a header and no rows.")
        case .notUTF8: Phrase("Tệp không phải UTF-8.", "The file is not UTF-8.")
        case .nul: Phrase("Ô có ký tự NUL.", "The cell holds a NUL character.")
        case .unclosedQuote: Phrase("Dấu ngoặc kép mở mà không đóng.", "A quotation mark is opened and never closed.")
        case .textAfterQuote: Phrase("Có chữ sau dấu ngoặc kép đóng.", "There is text after a closing quotation mark.")
        case .tooManyCells: Phrase("Dòng có nhiều ô hơn tiêu đề.", "The row has more cells than the header.")
        case .missingColumn: Phrase("Thiếu cột \(value ?? "").", "The column \(value ?? "") is missing.")
        case .duplicateColumn: Phrase("Hai cột cùng một nghĩa.", "Two columns mean the same.")
        case .missingValue: Phrase("Ô bỏ trống.", "The cell is empty.")
        case .unknownProvince: Phrase("Không có tỉnh, thành phố mang mã này.", "There is no province with this code.")
        case .formerProvinceName:
            Phrase(
                "Mã này là của tỉnh cũ cho đến 01/7/2025; nay là của tỉnh khác.",
                "This code was that province's until 1 July 2025; it is another's now.")
        case .provinceNameMismatch: Phrase("Tên tỉnh không khớp với mã.", "The province's name does not go with its code.")
        case .unknownKind: Phrase("Không rõ loại đơn vị.", "The kind of unit is not known.")
        case .notAWholeNumber: Phrase("Không phải số nguyên không âm.", "This is no whole number.")
        case .implausibleHeadcount:
            Phrase("Số công chức không thể như vậy.", "A unit cannot have so many, or so few, civil servants.")
        case .invalidText:
            Phrase("Tên quá dài hoặc có ký tự điều khiển.", "The name is too long, or holds control characters.")
        case .invalidCode: Phrase("Mã đơn vị không đúng dạng.", "The unit's code is malformed.")
        case .codeOfAnotherUnit: Phrase("Mã này là của đơn vị khác.", "This code is another unit's.")
        case .nameOfAnotherUnit: Phrase("Tên này là của đơn vị mang mã khác.", "This name is that of a unit with another code.")
        case .duplicateUnit: Phrase("Đơn vị xuất hiện hơn một lần.", "The unit appears more than once.")
        }
    }

    /// What to do about it.
    public var fix: Phrase {
        switch code {
        case .emptyFile, .noRows: Phrase("Chọn đúng tệp bảng biên chế.", "Choose the staffing table's file.")
        case .notUTF8, .nul: Phrase("Lưu lại tệp dạng “CSV UTF-8”.", "Save the file again as “CSV UTF-8”.")
        case .unclosedQuote, .textAfterQuote: Phrase("Sửa dấu ngoặc kép ở ô này.", "Mend the quotation marks in this cell.")
        case .tooManyCells:
            Phrase("Đặt ô có dấu phẩy trong ngoặc kép.", "Put a cell that holds a comma in quotation marks.")
        case .missingColumn: Phrase("Thêm cột đó vào dòng tiêu đề.", "Add that column to the header.")
        case .duplicateColumn: Phrase("Bỏ một trong hai cột.", "Remove one of them.")
        case .missingValue: Phrase("Điền ô này.", "Fill the cell in.")
        case .unknownProvince:
            Phrase(
                "Dùng mã hai chữ số của 34 tỉnh, thành phố, hoặc CUC.", "Use one of the 34 provinces' two-digit codes, or CUC.")
        case .formerProvinceName, .provinceNameMismatch:
            Phrase(
                "Đối chiếu mã và tên: thidua unit list --kind province", "Check code and name: thidua unit list --kind province")
        case .unknownKind:
            Phrase(
                "Ghi: THADS tỉnh, Phòng chuyên môn, Phòng THADS khu vực, Đơn vị thuộc Cục hoặc Cơ quan Cục.",
                "Write headquarters, bureau, province, division or area_office.")
        case .notAWholeNumber, .implausibleHeadcount:
            Phrase("Ghi số công chức có mặt, chỉ gồm chữ số.", "Write the number of civil servants, in digits only.")
        case .invalidText: Phrase("Ghi tên trên một dòng, ngắn gọn.", "Write the name in one short line.")
        case .invalidCode:
            Phrase("Dùng chữ in hoa không dấu, chữ số và dấu -, như 01-KV03.", "Use capitals, digits and -, as in 01-KV03.")
        case .codeOfAnotherUnit: Phrase("Kiểm tra mã và loại đơn vị.", "Check the code and the kind.")
        case .nameOfAnotherUnit:
            Phrase("Bỏ mã để dùng mã đã có, hoặc sửa tên.", "Leave the code out to use the one it has, or mend the name.")
        case .duplicateUnit: Phrase("Giữ một dòng cho mỗi đơn vị.", "Keep one row for each unit.")
        }
    }
}
