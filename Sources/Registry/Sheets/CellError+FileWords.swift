import Spreadsheet

extension CellError {
    /// For errors of the file as a whole.
    var fileWords: Wording? {
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
        case .otherSpreadsheet:
            return otherFormat
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
                    "Không có trang tính đã chọn; tệp có: \(expected ?? "").",
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
                    ?? (isOfList ? reshapeList : Phrase("Thêm cột đó vào dòng tiêu đề.", "Add that column to the header."))
            )
        case .duplicateColumn:
            return (
                Phrase(
                    "Cột này và cột “\(expected ?? "")” đều có thể là cột \(title.vi).",
                    "This column and “\(expected ?? "")” may both be \(title.en)."),
                Phrase(
                    "Nêu cột cần lấy, ví dụ: --column \(value ?? "")=\(index.map(CellReference.letters) ?? "A")",
                    "Say which one, for example: --column \(value ?? "")=\(index.map(CellReference.letters) ?? "A")")
            )
        case .noSuchColumn:
            return (
                Phrase("Bảng không có cột “\(value ?? "")”.", "The table has no column “\(value ?? "")”."),
                Phrase("Các cột: \(expected ?? "").", "Its columns: \(expected ?? "").")
            )
        case .severalSheets:
            return (
                Phrase(
                    "Nhiều trang tính có bảng như vậy: \(expected ?? "").", "Several sheets have such a table: \(expected ?? "")."
                ),
                Phrase("Nhập từng trang (--sheet).", "Import them one by one (--sheet).")
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
    var readingWords: Wording? {
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
        case .struckOut:
            return (
                Phrase(
                    "Ô bị gạch ngang: không rõ còn tính hay không.", "The cell is struck through: it may or may not still count."),
                Phrase(
                    "Xóa dòng đã bỏ; nếu còn tính thì bỏ gạch ngang.",
                    "Delete the row if it no longer counts; otherwise remove the strikethrough.")
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

    /// The column in question.
    private var title: Phrase {
        let titles = (value ?? "").split(separator: " / ").map { SheetForm.title(of: String($0)) }
        return Phrase(titles.map { "“\($0.vi)”" }.joined(separator: " hoặc "), titles.map(\.en).joined(separator: " / "))
    }

    /// Whether a list of nominees lacks the column, which was read nevertheless.
    private var isOfList: Bool {
        SheetForm.nomination(unitIsGiven: true).stated.subtracting(SheetForm.staffing.fields).contains(value ?? "")
    }

    private var reshapeList: Phrase {
        Phrase(
            "Thêm --errors TỆP.xlsx: danh sách được ghi lại theo biểu của hệ thống; điền các ô còn thiếu rồi nhập tệp đó.",
            "Add --errors FILE.xlsx, which writes the list in the form's columns; fill in what is missing, and import that file.")
    }

    /// What the file is, and how to save it in a format that is read.
    private var otherFormat: Wording {
        switch expected {
        case "xlsb":
            (
                Phrase("Tệp ở định dạng Excel nhị phân (.xlsb).", "The file is in Excel's binary format (.xlsb)."),
                Phrase("Mở bằng Excel, lưu lại dạng .xlsx.", "Open it in Excel, and save it as .xlsx.")
            )
        case "numbers":
            (
                Phrase("Tệp ở định dạng Apple Numbers (.numbers).", "The file is in Apple Numbers format (.numbers)."),
                Phrase("Mở bằng Numbers, xuất ra Excel (.xlsx).", "Open it in Numbers, and export it to Excel (.xlsx).")
            )
        case "gsheet":
            (
                Phrase(
                    "Tệp .gsheet chỉ chứa địa chỉ của bảng tính trên Google Drive.",
                    "A .gsheet file only has the address of a spreadsheet in Google Drive."),
                Phrase(
                    "Mở bằng trình duyệt, tải xuống dạng Microsoft Excel (.xlsx).",
                    "Open it in a browser, and download it as Microsoft Excel (.xlsx).")
            )
        default:
            (
                Phrase(
                    "Đây là tệp tạm (~$) của Excel trong khi tệp thật đang mở.",
                    "This is a temporary file (~$) of Excel's, which exists while the real file is open."),
                Phrase("Chọn tệp cùng tên không có ~$.", "Choose the file of the same name without ~$.")
            )
        }
    }

    private var chooseFile: Phrase {
        Phrase("Chọn đúng tệp và trang tính (--sheet).", "Choose the right file and sheet (--sheet).")
    }
}
