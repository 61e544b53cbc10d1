extension CellError {
    /// Of what the database found wrong with a nomination's cells.
    var nominationWords: (message: Phrase, fix: Phrase)? {
        switch code {
        case .unknownUnit:
            (
                Phrase("Không có đơn vị mang mã hoặc tên này.", "There is no unit of this code or name."),
                Phrase("Ghi mã đơn vị; xem: thidua unit list", "Write the unit's code; see: thidua unit list")
            )
        case .ambiguousUnit:
            (
                Phrase(
                    "Nhiều đơn vị cùng mang tên này: \(expected ?? "").", "Several units have this name: \(expected ?? "")."),
                Phrase("Ghi mã đơn vị thay cho tên.", "Write the unit's code instead of its name.")
            )
        case .unknownAward:
            (
                Phrase("Không có hình thức khen thưởng này.", "There is no such award."),
                expected.map { Phrase("Có phải “\($0)”?", "Is “\($0)” meant?") }
                    ?? Phrase(
                        "Ghi đúng tên hoặc mã hình thức khen thưởng; xem: thidua campaign show",
                        "Write the award's name or code; see: thidua campaign show")
            )
        case .collectiveOrPerson:
            (
                Phrase(
                    "Mỗi dòng đề nghị một tập thể hoặc một cá nhân; dòng này nêu cả hai, hoặc không nêu ai.",
                    "A row proposes a collective or a person; this one names both, or neither."),
                Phrase(
                    "Ghi tập thể, hoặc ghi họ tên, số hiệu, chức vụ và nơi công tác của cá nhân.",
                    "Write the collective, or the person's name, staff number, position and workplace.")
            )
        case .invalidStaffNo:
            (
                Phrase("Số hiệu công chức không đúng dạng.", "The staff number is malformed."),
                Phrase("Chỉ dùng chữ không dấu, chữ số và các dấu . / & _ -.", "Use plain letters, digits and . / & _ - only.")
            )
        case .staffNoTwice:
            (
                Phrase(
                    "Số hiệu này ở dòng \(expected ?? "") ghi cho người mang tên khác.",
                    "Row \(expected ?? "") gives this staff number to somebody of another name."),
                Phrase("Kiểm tra số hiệu và họ tên ở hai dòng.", "Check number and name in both rows.")
            )
        case .duplicateNomination:
            (
                Phrase(
                    "Cùng tập thể hoặc cá nhân với dòng \(expected ?? "").",
                    "The same collective or person as in row \(expected ?? "")."),
                Phrase(
                    "Giữ một dòng: một thành tích chỉ đề nghị một hình thức khen thưởng, do một đơn vị đề nghị.",
                    "Keep one of the rows: one achievement is proposed for one award, by one unit.")
            )
        default: nil
        }
    }
}
