extension CellError {
    /// What is wrong, in a sentence.
    public var message: Phrase { words.message }

    /// What to do about it.
    public var fix: Phrase { words.fix }

    typealias Wording = (message: Phrase, fix: Phrase)

    private var words: Wording { ruleWords ?? fileWords ?? readingWords ?? nominationWords ?? cellWords }

    /// For a row that a rule refused: the rule's own words.
    private var ruleWords: Wording? {
        refusal.map { ($0.sentence, $0.hint ?? Phrase("Xóa hoặc sửa dòng này.", "Remove the row, or correct it.")) }
    }

    /// For errors that the database found in a cell.
    private var cellWords: Wording {
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
                Phrase("Không có tỉnh, thành phố mang mã hoặc tên này.", "There is no province with this code, or of this name."),
                expected.map { Phrase("Theo tên thì mã là \($0).", "According to the name, the code is \($0).") }
                    ?? Phrase(
                        "Dùng mã gồm hai chữ số của 34 tỉnh, thành phố, hoặc CUC.",
                        "Use one of the 34 provinces' two-digit codes, or CUC.")
            )
        case .formerProvince:
            return (
                Phrase("\(value ?? "") là tên tỉnh cho đến 01/7/2025.", "\(value ?? "") was a province until 1 July 2025."),
                Phrase(
                    "Ghi tên và mã của tỉnh sau sắp xếp; xem: thidua unit list --kind province",
                    "Use the province that it is now part of; see: thidua unit list --kind province")
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
                    "Số công chức của một đơn vị phải từ 1 đến 9999.", "A unit has from 1 to 9999 civil servants."),
                Phrase(
                    "Kiểm tra lại số công chức; đơn vị không có công chức thì xóa cả dòng.",
                    "Check the number; delete the row of a unit that has none.")
            )
        case .invalidText:
            return (
                Phrase("Tên quá dài hoặc có ký tự điều khiển.", "The name is too long, or contains control characters."),
                Phrase("Ghi tên ngắn gọn, trên một dòng.", "Write the name on one short line.")
            )
        case .garbledText: return garbledWords
        case .unknownNomination:
            return (
                Phrase("Không có đề nghị mang số này.", "There is no nomination with this number."),
                Phrase("Xem: thidua nomination list", "See: thidua nomination list")
            )
        case .unknownItem:
            return (
                Phrase("Đề nghị không có mục này.", "The nomination has no such item."),
                Phrase("Các mục: \(expected ?? "").", "Its items: \(expected ?? "").")
            )
        case .duplicateItem:
            return (
                Phrase("Mục này đã có ở dòng \(expected ?? "khác").", "The item is also in row \(expected ?? "another")."),
                Phrase("Giữ một dòng cho mỗi mục.", "Keep one row for each item.")
            )
        case .notYesOrNo:
            return (
                Phrase("Ô này phải ghi “có” hoặc “không”.", "This cell takes “yes” or “no”."),
                Phrase("Ghi “có” hoặc “không”.", "Write “yes” or “no”.")
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
        case .totalBelowUnits:
            return (
                Phrase(
                    "Tổng của tỉnh (\(value ?? "")) nhỏ hơn số của các đơn vị cộng lại (\(expected ?? "")).",
                    "The province's total (\(value ?? "")) is less than the sum of its units (\(expected ?? ""))."),
                Phrase(
                    "Kiểm tra lại số liệu; nếu là số riêng thì dùng --province-rows own.",
                    "Check the numbers; if it is the province's own, use --province-rows own.")
            )
        case .kindDiffersFromName:
            return (
                Phrase(
                    "Theo tên thì đơn vị thuộc loại “\(expected ?? "")”.",
                    "By its name, the unit is of the kind “\(expected ?? "")”."),
                Phrase("Sửa loại đơn vị, hoặc tên đơn vị.", "Correct the kind, or the name.")
            )
        case .headingSumDiffers:
            return (
                Phrase(
                    "Dòng này ghi \(value ?? ""), nhưng tổng các dòng của tỉnh khác (\(expected ?? "")).",
                    "This row says \(value ?? ""), but the rows of the province add up to something else (\(expected ?? ""))."),
                Phrase(
                    "Kiểm tra lại số liệu; nếu là số riêng của cơ quan THADS tỉnh thì ghi loại đơn vị vào dòng này.",
                    "Check the numbers; if it is what the province's office has itself, write the kind of unit into the row.")
            )
        case .onlyMendedRows:
            return (
                Phrase(
                    "Tệp này chỉ có các dòng đã sửa, mà \(value ?? "") chưa có số liệu nào được áp dụng.",
                    "The file has only rows that were mended, and nothing is in force for \(value ?? "")."),
                Phrase(
                    "Sửa các dòng đó trong tệp gốc rồi nhập tệp gốc.", "Mend these rows in the original file, and import that.")
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

    /// What happened to the letters, and the way back.
    private var garbledWords: Wording {
        switch expected {
        case "lost":
            (
                Phrase(
                    "Chữ có dấu đã bị mất (thành “?”) khi tệp được lưu.", "Letters were lost (as “?”) when the file was saved."),
                Phrase(
                    "Lưu lại từ tệp gốc dạng .xlsx hoặc “CSV UTF-8”; chữ đã mất không khôi phục được từ tệp này.",
                    "Save the original again, as .xlsx or “CSV UTF-8”; this file no longer has the letters.")
            )
        case "utf_8":
            (
                Phrase("Chữ Unicode đã bị đọc theo bảng mã khác.", "Unicode text was read in another encoding."),
                Phrase(
                    "Mở lại tệp gốc với bảng mã UTF-8 rồi lưu lại.", "Open the original as UTF-8, and save it again.")
            )
        default:
            (
                Phrase(
                    "Chữ ở bảng mã của phông cũ (.VnTime, VNI, VISCII), không phải Unicode.",
                    "The text is in the encoding of an old font (.VnTime, VNI, VISCII), not in Unicode."),
                Phrase(
                    "Chuyển sang Unicode (UniKey: Ctrl+Shift+F6) rồi nhập lại.",
                    "Convert it to Unicode (UniKey: Ctrl+Shift+F6), and import it again.")
            )
        }
    }

    /// "1 / 1000" with a word for the stroke.
    private func readings(_ or: String) -> String { (expected ?? "").replacing("/", with: or) }

    private var writeDigits: Phrase { Phrase("Chỉ ghi chữ số, ví dụ 212.", "Write digits only, as in 212.") }
}
