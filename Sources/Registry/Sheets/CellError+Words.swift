extension CellError {
    /// What is wrong, in a sentence.
    public var message: Phrase { words.message }

    /// What to do about it.
    public var fix: Phrase { words.fix }

    private typealias Words = (message: Phrase, fix: Phrase)

    private var words: Words { ruleWords ?? fileWords ?? readingWords ?? nominationWords ?? cellWords }

    /// For a row that a rule refused: the rule's own words.
    private var ruleWords: Words? {
        refusal.map { ($0.sentence, $0.hint ?? Phrase("Xóa hoặc sửa dòng này.", "Remove the row, or correct it.")) }
    }

    /// For errors of the file as a whole.
    private var fileWords: Words? {
        let detail = expected.map { " (\($0))" } ?? ""
        switch code {
        case .emptyFile:
            return (Phrase("Tệp rỗng.", "The file is empty."), chooseFile)
        case .noRows:
            return (Phrase("Tệp chỉ có dòng tiêu đề.", "The file has only a header row."), chooseFile)
        case .oldExcel:
            return (
                Phrase("Tệp ở định dạng Excel 97-2003 (.xls).", "The file is in Excel 97-2003 format (.xls)."),
                Phrase(
                    "Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx.",
                    "Open it in Excel or LibreOffice, and save it as .xlsx.")
            )
        case .encrypted:
            return (
                Phrase("Tệp Excel có mật khẩu.", "The Excel file is password-protected."),
                Phrase(
                    "Bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại.",
                    "Remove the password and save the file again."
                )
            )
        case .notASpreadsheet:
            return (
                Phrase("Tệp không phải bảng tính\(detail).", "The file is not a spreadsheet\(detail)."),
                Phrase("Lưu bảng tính dạng .xlsx hoặc CSV rồi nhập lại.", "Save the spreadsheet as .xlsx or CSV and import that.")
            )
        case .damaged:
            return (
                Phrase("Tệp bị hỏng hoặc thiếu một phần\(detail).", "The file is damaged or truncated\(detail)."),
                Phrase("Đề nghị gửi lại tệp, hoặc mở ra và lưu lại.", "Ask for a new copy, or open the file and save it again.")
            )
        case .bomb:
            return (
                Phrase("Dung lượng tệp tăng bất thường khi giải nén\(detail).", "The file expands to an abnormal size\(detail)."),
                Phrase("Không dùng tệp này; xác minh với nơi gửi.", "Do not use this file; check with the sender.")
            )
        case .noSuchSheet:
            return (
                Phrase(
                    "Không có trang tính này; tệp có: \(expected ?? "").",
                    "There is no such sheet; the file has: \(expected ?? "")."),
                Phrase("Nêu đúng tên trang tính (--sheet).", "Specify one of these (--sheet).")
            )
        case .noSheet:
            return (
                Phrase("Tệp không có trang tính nào hiển thị.", "The file has no visible sheet."),
                Phrase("Bỏ ẩn trang tính, hoặc nêu tên (--sheet).", "Unhide a sheet, or specify its name (--sheet).")
            )
        case .wrongEncoding:
            return (
                Phrase("Tệp có ký tự không thuộc bảng mã\(detail).", "Some bytes are not valid in the encoding\(detail)."),
                Phrase(
                    "Lưu lại dạng “CSV UTF-8”, hoặc nêu bảng mã khác (--encoding).",
                    "Save the file as “CSV UTF-8”, or specify another encoding (--encoding).")
            )
        case .unknownEncoding:
            return (
                Phrase("Không nhận ra bảng mã của tệp.", "The file's encoding is not recognized."),
                Phrase(
                    "Lưu lại dạng “CSV UTF-8”, hoặc nêu bảng mã (--encoding).",
                    "Save it as “CSV UTF-8”, or specify it (--encoding)."
                )
            )
        case .unreadable:
            return (
                Phrase("Không đọc được tệp\(detail).", "The file cannot be read\(detail)."),
                Phrase("Kiểm tra tệp và ổ đĩa.", "Check the file and the disk.")
            )
        case .missingColumn:
            return (
                Phrase("Thiếu cột \(title.vi).", "The column \(title.en) is missing."),
                expected.map {
                    Phrase("Nếu cột “\($0)” là cột này thì sửa lại tiêu đề.", "If “\($0)” is this column, rename it.")
                }
                    ?? Phrase("Thêm cột đó vào dòng tiêu đề.", "Add that column to the header.")
            )
        case .duplicateColumn:
            return (
                Phrase(
                    "Cột này và một cột trước đó đều là cột \(title.vi).",
                    "This column and an earlier one both stand for \(title.en)."),
                Phrase("Bỏ một trong hai cột.", "Remove one of them.")
            )
        case .tooManyPlaces:
            return (
                Phrase(
                    "Cột “Tỉnh, thành phố” hoặc “Loại đơn vị” có quá nhiều giá trị khác nhau.",
                    "The province or kind column has too many distinct values."),
                Phrase("Kiểm tra xem các cột có đúng tiêu đề không.", "Check that the columns have the right headers.")
            )
        case .tooManyRows:
            return (
                Phrase("Tệp có quá \(expected ?? "") dòng.", "The file has more than \(expected ?? "") rows."),
                Phrase("Chia tệp thành nhiều tệp nhỏ hơn.", "Split it into smaller files.")
            )
        default: return nil
        }
    }

    /// For errors that a reader found in a cell.
    private var readingWords: Words? {
        switch code {
        case .unclosedQuote:
            return (
                Phrase("Dấu ngoặc kép có mở mà không có đóng.", "A quotation mark is never closed."),
                Phrase("Sửa dấu ngoặc kép ở ô này.", "Fix the quotation marks in this cell.")
            )
        case .textAfterQuote:
            return (
                Phrase("Có ký tự sau dấu ngoặc kép đóng.", "There is text after a closing quotation mark."),
                Phrase("Sửa dấu ngoặc kép ở ô này.", "Fix the quotation marks in this cell.")
            )
        case .controlCharacter:
            return (
                Phrase("Ô có ký tự điều khiển.", "The cell contains a control character."),
                Phrase("Xóa nội dung ô và ghi lại.", "Clear the cell and type it again.")
            )
        case .formulaWithoutValue:
            return (
                Phrase("Công thức trong ô chưa được tính.", "The cell's formula was never calculated."),
                Phrase("Mở bằng Excel để tính công thức rồi lưu lại.", "Open it in Excel, let it calculate, and save it.")
            )
        case .formulaError:
            return (
                Phrase("Công thức trong ô bị lỗi.", "The cell's formula results in an error."),
                Phrase("Sửa công thức, hoặc ghi giá trị.", "Fix the formula, or enter the value.")
            )
        case .cellTooLong:
            return (Phrase("Nội dung ô quá dài.", "The cell's text is too long."), Phrase("Rút ngắn nội dung ô.", "Shorten it."))
        case .tooManyColumns:
            return (
                Phrase("Dòng có quá nhiều cột.", "The row has too many columns."),
                Phrase(
                    "Kiểm tra dấu phân cách và các cột thừa bên phải.", "Check the separator, and the columns on the far right.")
            )
        case .tooManyCells:
            return (
                Phrase("Dòng có nhiều ô hơn tiêu đề.", "The row has more cells than the header."),
                Phrase(
                    "Đặt nội dung ô có dấu phân cách trong dấu ngoặc kép.",
                    "Enclose a cell that contains a separator in quotation marks.")
            )
        default: return nil
        }
    }

    /// For errors that the database found in a cell.
    private var cellWords: Words {
        switch code {
        case .mergedCell:
            return (
                Phrase(
                    "Ô đã gộp vào ô \(expected ?? "") nên dòng này không có giá trị.",
                    "The cell is merged into \(expected ?? ""), so it has no value in this row."),
                Phrase("Bỏ gộp ô và ghi giá trị vào từng dòng.", "Unmerge the cells, and enter the value in every row.")
            )
        case .unknownProvince:
            return (
                Phrase("Không có tỉnh, thành phố mang mã này.", "There is no province with this code."),
                expected.map { Phrase("Theo tên thì mã là \($0).", "According to the name, the code is \($0).") }
                    ?? Phrase(
                        "Dùng mã gồm hai chữ số của 34 tỉnh, thành phố, hoặc CUC.",
                        "Use one of the 34 provinces' two-digit codes, or CUC.")
            )
        case .formerProvinceName:
            return (
                Phrase(
                    "Mã này là của \(value ?? "") (tỉnh cũ) cho đến 01/7/2025; nay là mã của \(expected ?? "").",
                    "Until 1 July 2025, this was the code of \(value ?? ""), a former province; it is now \(expected ?? "")'s."
                ),
                Phrase(
                    "Dùng mã của tỉnh sau sắp xếp; xem: thidua unit list --kind province",
                    "Use the code of the province that it is now part of; see: thidua unit list --kind province")
            )
        case .provinceNameMismatch:
            return (
                Phrase(
                    "Tên tỉnh, thành phố không khớp với mã; mã này là của \(expected ?? "").",
                    "The name does not match the code, which is that of \(expected ?? "")."),
                Phrase(
                    "Đối chiếu mã và tên: thidua unit list --kind province",
                    "Check the code and the name: thidua unit list --kind province")
            )
        case .unknownKind:
            return (
                Phrase("Không nhận ra loại đơn vị.", "The kind of unit is not recognized."),
                expected.map { Phrase("Có phải là “\($0)” không?", "Did you mean “\($0)”?") }
                    ?? Phrase(
                        "Ghi: THADS tỉnh, Phòng chuyên môn, Phòng THADS khu vực, Đơn vị thuộc Cục hoặc Cơ quan Cục.",
                        "Write headquarters, bureau, province, division or area_office.")
            )
        case .notAWholeNumber:
            return (Phrase("Giá trị này không phải là số nguyên.", "This is not a whole number."), writeDigits)
        case .ambiguousNumber:
            return (
                Phrase(
                    "Số này có thể hiểu theo hai cách: \(readings("hoặc")).",
                    "This number can be read in two ways: \(readings("or"))."),
                writeDigits
            )
        case .implausibleHeadcount:
            return (
                Phrase(
                    "Số công chức này không phù hợp đối với một đơn vị.", "A unit cannot have this number of civil servants."),
                Phrase(
                    "Kiểm tra lại số công chức; đơn vị không có công chức thì xóa cả dòng.",
                    "Check the number; delete the row of a unit that has none.")
            )
        case .invalidText:
            return (
                Phrase("Tên quá dài hoặc có ký tự điều khiển.", "The name is too long, or contains control characters."),
                Phrase("Ghi tên ngắn gọn, trên một dòng.", "Write the name on one short line.")
            )
        case .invalidCode:
            return (
                Phrase("Mã đơn vị không đúng.", "The unit's code is malformed."),
                expected.map { Phrase("Bỏ trống để dùng mã \($0).", "Leave it empty to use \($0).") }
                    ?? Phrase(
                        "Dùng chữ in hoa không dấu, chữ số và dấu -, ví dụ 01-KV03.", "Use capitals, digits and -, as in 01-KV03."
                    )
            )
        case .codeOfAnotherUnit:
            return (
                Phrase("Mã này là của đơn vị khác.", "This code belongs to another unit."),
                Phrase("Kiểm tra mã và loại đơn vị.", "Check the code and the kind.")
            )
        case .nameOfAnotherUnit:
            return (
                Phrase(
                    "Tên này là của đơn vị mang mã \(expected ?? "khác").",
                    "This name belongs to the unit \(expected ?? "with another code")."),
                Phrase(
                    "Bỏ mã để dùng mã đã có, hoặc sửa tên.", "Leave the code empty to use the existing one, or correct the name.")
            )
        case .duplicateUnit:
            return (
                Phrase("Đơn vị này đã có ở dòng \(expected ?? "khác").", "The unit is also in row \(expected ?? "another")."),
                Phrase("Giữ một dòng cho mỗi đơn vị.", "Keep one row for each unit.")
            )
        default:
            return (
                Phrase("Ô bỏ trống.", "The cell is empty."),
                expected.map { Phrase("Điền ô này: \($0).", "Fill in the cell: \($0).") }
                    ?? Phrase("Điền ô này.", "Fill in the cell.")
            )
        }
    }

    /// The column in question.
    private var title: Phrase {
        let titles = (value ?? "").split(separator: " / ").map { SheetForm.title(of: String($0)) }
        return Phrase(titles.map { "“\($0.vi)”" }.joined(separator: " hoặc "), titles.map(\.en).joined(separator: " / "))
    }

    /// "1 / 1000" with a word for the stroke.
    private func readings(_ or: String) -> String { (expected ?? "").replacing("/", with: or) }

    private var chooseFile: Phrase {
        Phrase("Chọn đúng tệp và trang tính (--sheet).", "Choose the right file and sheet (--sheet).")
    }

    private var writeDigits: Phrase { Phrase("Chỉ ghi chữ số, ví dụ 212.", "Write digits only, as in 212.") }
}
