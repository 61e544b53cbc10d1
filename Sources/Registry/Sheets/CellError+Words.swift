extension CellError {
    /// What is wrong, in a sentence.
    public var message: Phrase { words.message }

    /// What to do about it.
    public var fix: Phrase { words.fix }

    private typealias Words = (message: Phrase, fix: Phrase)

    private var words: Words { ruleWords ?? fileWords ?? readingWords ?? nominationWords ?? cellWords }

    /// Of what a rule refused: its own.
    private var ruleWords: Words? {
        refusal.map { ($0.sentence, $0.hint ?? Phrase("Bỏ hoặc sửa dòng này.", "Remove the row, or correct it.")) }
    }

    /// Of what is wrong with the file as a whole.
    private var fileWords: Words? {
        let detail = expected.map { " (\($0))" } ?? ""
        switch code {
        case .emptyFile:
            return (Phrase("Tệp rỗng.", "The file is empty."), chooseFile)
        case .noRows:
            return (Phrase("Tệp chỉ có dòng tiêu đề.", "The file has a header and no rows."), chooseFile)
        case .oldExcel:
            return (
                Phrase("Tệp ở định dạng Excel 97-2003 (.xls).", "The file is in the format of Excel 97-2003 (.xls)."),
                Phrase(
                    "Mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx.",
                    "Open it in Excel or LibreOffice, and save it as .xlsx.")
            )
        case .encrypted:
            return (
                Phrase("Tệp Excel có mật khẩu.", "The Excel file is password-protected."),
                Phrase(
                    "Bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc) rồi lưu lại.", "Take the password off, and save it again."
                )
            )
        case .notASpreadsheet:
            return (
                Phrase("Tệp không phải bảng tính\(detail).", "The file is not a spreadsheet\(detail)."),
                Phrase("Lưu bảng tính dạng .xlsx hoặc CSV rồi nhập lại.", "Save the spreadsheet as .xlsx or CSV and import that.")
            )
        case .damaged:
            return (
                Phrase("Tệp bị hỏng hoặc thiếu một phần\(detail).", "The file is damaged or cut off\(detail)."),
                Phrase("Xin lại tệp, hoặc mở ra và lưu lại.", "Ask for the file again, or open it and save it anew.")
            )
        case .bomb:
            return (
                Phrase("Tệp phình to bất thường khi mở\(detail).", "The file unpacks to an absurd size\(detail)."),
                Phrase("Không dùng tệp này; kiểm tra nơi gửi.", "Do not use it; ask whoever sent it.")
            )
        case .noSuchSheet:
            return (
                Phrase(
                    "Không có trang tính này; tệp có: \(expected ?? "").",
                    "There is no such sheet; the file has: \(expected ?? "")."),
                Phrase("Nêu đúng tên trang tính (--sheet).", "Give one of these (--sheet).")
            )
        case .noSheet:
            return (
                Phrase("Tệp không có trang tính nào hiện ra.", "The file has no visible sheet."),
                Phrase("Bỏ ẩn trang tính, hoặc nêu tên (--sheet).", "Unhide it, or name it (--sheet).")
            )
        case .wrongEncoding:
            return (
                Phrase("Có byte không thuộc bảng mã\(detail).", "Some bytes are not of the encoding\(detail)."),
                Phrase(
                    "Lưu lại dạng “CSV UTF-8”, hoặc nêu bảng mã khác (--encoding).",
                    "Save it as “CSV UTF-8”, or name another (--encoding).")
            )
        case .unknownEncoding:
            return (
                Phrase("Không nhận ra bảng mã của tệp.", "The file's encoding is not known."),
                Phrase(
                    "Lưu lại dạng “CSV UTF-8”, hoặc nêu bảng mã (--encoding).", "Save it as “CSV UTF-8”, or name it (--encoding)."
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
                expected.map { Phrase("Nếu cột “\($0)” là cột này thì đổi tiêu đề của nó.", "If “\($0)” is meant, rename it.") }
                    ?? Phrase("Thêm cột đó vào dòng tiêu đề.", "Add that column to the header.")
            )
        case .duplicateColumn:
            return (
                Phrase(
                    "Cột này và một cột trước nó đều là cột \(title.vi).", "This column and one before it both mean \(title.en)."),
                Phrase("Bỏ một trong hai cột.", "Remove one of them.")
            )
        case .tooManyPlaces:
            return (
                Phrase(
                    "Cột tỉnh hoặc loại đơn vị có quá nhiều giá trị khác nhau.",
                    "The columns of province and kind have too many different values."),
                Phrase("Kiểm tra xem các cột có đúng tiêu đề không.", "Check that the columns have the right headers.")
            )
        case .tooManyRows:
            return (
                Phrase("Tệp có quá \(expected ?? "") dòng.", "The file has more than \(expected ?? "") rows."),
                Phrase("Chia tệp thành nhiều tệp nhỏ hơn.", "Divide it into smaller files.")
            )
        default: return nil
        }
    }

    /// Of what a reader found in a cell.
    private var readingWords: Words? {
        switch code {
        case .unclosedQuote:
            return (
                Phrase("Dấu ngoặc kép mở mà không đóng.", "A quotation mark is opened and never closed."),
                Phrase("Sửa dấu ngoặc kép ở ô này.", "Mend the quotation marks in this cell.")
            )
        case .textAfterQuote:
            return (
                Phrase("Có chữ sau dấu ngoặc kép đóng.", "There is text after a closing quotation mark."),
                Phrase("Sửa dấu ngoặc kép ở ô này.", "Mend the quotation marks in this cell.")
            )
        case .controlCharacter:
            return (
                Phrase("Ô có ký tự điều khiển.", "The cell holds a control character."),
                Phrase("Xóa nội dung ô và nhập lại.", "Clear the cell and type it again.")
            )
        case .formulaWithoutValue:
            return (
                Phrase("Công thức trong ô chưa được tính.", "The cell's formula was never worked out."),
                Phrase("Mở bằng Excel, để tính xong rồi lưu lại.", "Open it in Excel, let it calculate, and save it.")
            )
        case .formulaError:
            return (
                Phrase("Công thức trong ô bị lỗi.", "The cell's formula fails."),
                Phrase("Sửa công thức, hoặc ghi giá trị.", "Mend it, or write the value.")
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
                Phrase("Đặt ô có dấu phân cách trong ngoặc kép.", "Put a cell that holds a separator in quotation marks.")
            )
        default: return nil
        }
    }

    /// Of what the database found in a cell.
    private var cellWords: Words {
        switch code {
        case .mergedCell:
            return (
                Phrase(
                    "Ô đã gộp vào ô \(expected ?? ""), nên ở dòng này không có giá trị.",
                    "The cell is merged into \(expected ?? ""), and so has no value in this row."),
                Phrase("Bỏ gộp ô, ghi giá trị vào từng dòng.", "Unmerge the cells, and write the value in every row.")
            )
        case .unknownProvince:
            return (
                Phrase("Không có tỉnh, thành phố mang mã này.", "There is no province with this code."),
                expected.map { Phrase("Theo tên thì mã là \($0).", "By its name the code is \($0).") }
                    ?? Phrase(
                        "Dùng mã hai chữ số của 34 tỉnh, thành phố, hoặc CUC.",
                        "Use one of the 34 provinces' two-digit codes, or CUC.")
            )
        case .formerProvinceName:
            return (
                Phrase(
                    "Mã này là của \(value ?? "") (tỉnh cũ) cho đến 01/7/2025; nay là mã của \(expected ?? "").",
                    "This code was that of \(value ?? ""), a former province, until 1 July 2025; it is now that of \(expected ?? "")."
                ),
                Phrase(
                    "Dùng mã của tỉnh sau sắp xếp; xem: thidua unit list --kind province",
                    "Use the code of the province that it is part of now; see: thidua unit list --kind province")
            )
        case .provinceNameMismatch:
            return (
                Phrase(
                    "Tên tỉnh không khớp với mã; mã này là của \(expected ?? "").",
                    "The name does not go with the code, which is that of \(expected ?? "")."),
                Phrase(
                    "Đối chiếu mã và tên: thidua unit list --kind province",
                    "Check code and name: thidua unit list --kind province")
            )
        case .unknownKind:
            return (
                Phrase("Không rõ loại đơn vị.", "The kind of unit is not known."),
                expected.map { Phrase("Có phải “\($0)”?", "Is “\($0)” meant?") }
                    ?? Phrase(
                        "Ghi: THADS tỉnh, Phòng chuyên môn, Phòng THADS khu vực, Đơn vị thuộc Cục hoặc Cơ quan Cục.",
                        "Write headquarters, bureau, province, division or area_office.")
            )
        case .notAWholeNumber:
            return (Phrase("Đây không phải là số nguyên.", "This is not a whole number."), writeDigits)
        case .ambiguousNumber:
            return (
                Phrase(
                    "Số này hiểu được hai cách: \(readings("hoặc")).", "This number can be read in two ways: \(readings("or"))."),
                writeDigits
            )
        case .implausibleHeadcount:
            return (
                Phrase(
                    "Một đơn vị không thể có số công chức như vậy.", "A unit cannot have so many, or so few, civil servants."),
                Phrase(
                    "Kiểm tra lại con số; đơn vị không có công chức nào thì xóa cả dòng.",
                    "Check the number; delete the row of a unit that has none.")
            )
        case .invalidText:
            return (
                Phrase("Tên quá dài hoặc có ký tự điều khiển.", "The name is too long, or holds control characters."),
                Phrase("Ghi tên trên một dòng, ngắn gọn.", "Write the name in one short line.")
            )
        case .invalidCode:
            return (
                Phrase("Mã đơn vị không đúng dạng.", "The unit's code is malformed."),
                expected.map { Phrase("Bỏ trống để dùng mã \($0).", "Leave it out to use \($0).") }
                    ?? Phrase(
                        "Dùng chữ in hoa không dấu, chữ số và dấu -, như 01-KV03.", "Use capitals, digits and -, as in 01-KV03.")
            )
        case .codeOfAnotherUnit:
            return (
                Phrase("Mã này là của đơn vị khác.", "This code is another unit's."),
                Phrase("Kiểm tra mã và loại đơn vị.", "Check the code and the kind.")
            )
        case .nameOfAnotherUnit:
            return (
                Phrase(
                    "Tên này là của đơn vị mang mã \(expected ?? "khác").",
                    "This name is that of the unit \(expected ?? "with another code")."),
                Phrase("Bỏ mã để dùng mã đã có, hoặc sửa tên.", "Leave the code out to use the one it has, or correct the name.")
            )
        case .duplicateUnit:
            return (
                Phrase("Đơn vị có ở cả dòng \(expected ?? "khác").", "The unit is also in row \(expected ?? "another")."),
                Phrase("Giữ một dòng cho mỗi đơn vị.", "Keep one row for each unit.")
            )
        default:
            return (
                Phrase("Ô bỏ trống.", "The cell is empty."),
                expected.map { Phrase("Điền ô này: \($0).", "Fill the cell in: \($0).") }
                    ?? Phrase("Điền ô này.", "Fill the cell in.")
            )
        }
    }

    /// The column in question.
    private var title: Phrase { SheetForm.title(of: value ?? "") }

    /// "1 / 1000" in words.
    private func readings(_ or: String) -> String { (expected ?? "").replacing("/", with: or) }

    private var chooseFile: Phrase {
        Phrase("Chọn đúng tệp và trang tính (--sheet).", "Choose the right file and sheet (--sheet).")
    }

    private var writeDigits: Phrase { Phrase("Chỉ ghi chữ số, như 212.", "Write digits only, as in 212.") }
}
