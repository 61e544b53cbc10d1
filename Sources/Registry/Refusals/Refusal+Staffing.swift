extension Refusal {
    static let staffingSentences: [String: Sentence] = [
        "staffing_headcount_is_plausible": Sentence(
            .invalidInput, "Số công chức của một đơn vị phải lớn hơn 0 và không vượt quá biên chế toàn hệ thống.",
            "A unit has at least one civil servant, and no more than the whole system.", clause: "1.2.2.b"),
        "staffing_unit_is_listed_once": Sentence(
            .invalidInput, "Một đơn vị chỉ có một dòng trong bảng biên chế.",
            "A staffing table lists a unit once."),
        "staffing_house_row_is_the_house": Sentence(
            .invalidInput, "Mã tỉnh chỉ dùng cho dòng của chính THADS tỉnh, thành phố.",
            "A province's code is for the province's own row only."),
        "staffing_house_is_known": Sentence(
            .notFound, "Không có tỉnh, thành phố mang mã này.", "There is no province with this code."),
        "staffing_kind_is_known": Sentence(
            .invalidInput, "Không có loại đơn vị này.", "There is no such kind of unit."),
        "staffing_row_is_of_a_table": Sentence(
            .notFound, "Không có bảng biên chế này.", "There is no such staffing table."),
        "staffing_table_number_is_unique": Sentence(
            .busy, "Số bảng biên chế này vừa được dùng.", "This staffing table's number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "staffing_checksum_is_sha256": Sentence(
            .internalError, "Mã kiểm tra của tệp không phải SHA-256.", "The file's checksum is no SHA-256."),
        "staffing_of_a_house_is_one_table": Sentence(
            .busy, "Bảng biên chế khác đang được áp dụng.", "Another staffing table is being applied.",
            hint: Phrase("Thử lại.", "Try again.")),
        "staffing_current_house_is_known": Sentence(
            .notFound, "Không có tỉnh, thành phố mang mã này.", "There is no province with this code."),
        "staffing_current_table_is_stored": Sentence(
            .notFound, "Không có bảng biên chế này.", "There is no such staffing table."),
        "staffing_header_means_one_field": Sentence(
            .invalidInput, "Tên cột này đã có nghĩa.", "This header has a meaning already."),
        "staffing_intake_row_is_read_once": Sentence(
            .internalError, "Một dòng của tệp bị đọc hai lần.", "A row of the file was read twice."),
    ]
}
