extension CellError {
    /// For errors that the database found in a nomination's cells.
    var nominationWords: Wording? {
        switch code {
        case .unknownUnit:
            (
                Phrase("Không có đơn vị mang mã hoặc tên này.", "There is no unit with this code or name."),
                Phrase("Ghi mã đơn vị; xem: thidua unit list", "Write the unit's code; see: thidua unit list")
            )
        case .ambiguousUnit:
            (
                Phrase(
                    "Có nhiều đơn vị mang tên này: \(expected ?? "").", "Several units have this name: \(expected ?? "")."),
                Phrase("Ghi mã đơn vị thay cho tên.", "Write the unit's code instead of its name.")
            )
        case .unknownAward:
            (
                Phrase("Không có hình thức khen thưởng này.", "There is no such award."),
                expected.map { Phrase("Có phải là “\($0)” không?", "Did you mean “\($0)”?") }
                    ?? Phrase(
                        "Ghi đúng tên hoặc mã hình thức khen thưởng; xem: thidua campaign show",
                        "Write the award's name or code; see: thidua campaign show")
            )
        case .collectiveOrPerson:
            (
                Phrase(
                    "Mỗi dòng chỉ đề nghị một tập thể hoặc một cá nhân; dòng này ghi cả hai hoặc để trống cả hai.",
                    "A row proposes a collective or a person; this one names both, or neither."),
                Phrase(
                    "Ghi tập thể; hoặc ghi họ và tên, số hiệu công chức, chức vụ và nơi công tác của cá nhân.",
                    "Write the collective, or the person's name, staff number, position and workplace.")
            )
        case .invalidStaffNo:
            (
                Phrase("Số hiệu công chức không đúng.", "The staff number is malformed."),
                Phrase("Chỉ dùng chữ không dấu, chữ số và các dấu . / & _ -.", "Use plain letters, digits and . / & _ - only.")
            )
        case .staffNoTwice:
            (
                Phrase(
                    "Số hiệu công chức này ở dòng \(expected ?? "") được ghi cho người mang tên khác.",
                    "Row \(expected ?? "") gives this staff number to a person with another name."),
                Phrase("Kiểm tra số hiệu công chức, họ và tên ở hai dòng.", "Check the number and the name in both rows.")
            )
        case .unconfirmedStaffNo:
            (
                Phrase(
                    "Chưa có số hiệu; trong sổ của đơn vị có đúng một người mang tên này, số hiệu \(expected ?? "").",
                    "There is no staff number; the unit's register has one person of this name, with \(expected ?? "")."),
                Phrase(
                    "Nếu đúng là người đó thì ghi số hiệu này, nếu không thì ghi số hiệu của người được đề nghị.",
                    "Write this number if it is the same person; otherwise the number of the one who is meant.")
            )
        case .duplicateNomination:
            (
                Phrase(
                    "Trùng tập thể hoặc cá nhân với dòng \(expected ?? "").",
                    "The same collective or person as in row \(expected ?? "")."),
                Phrase(
                    "Giữ một dòng: một thành tích chỉ đề nghị một hình thức khen thưởng, do một đơn vị đề nghị.",
                    "Keep one of the rows: one achievement is proposed for one award, by one unit.")
            )
        case .titleOfAnotherHouse:
            (
                Phrase(
                    "Tiêu đề của danh sách ghi \(expected ?? ""), mà đơn vị đề nghị thuộc tỉnh, thành phố khác.",
                    "The list's title names \(expected ?? ""), and the unit that proposes belongs to another province."),
                Phrase(
                    "Kiểm tra có đúng danh sách và đúng đơn vị đề nghị (--unit) không; nếu đúng thì sửa hoặc xóa dòng tiêu đề này.",
                    "Check that the list and the unit that proposes (--unit) are the right ones; if so, correct or delete this title."
                )
            )
        default: nil
        }
    }
}
