extension Refusal {
    static let staffingSentences: [String: Sentence] = [
        "staffing_headcount_is_plausible": Sentence(
            .invalidInput, "Số công chức của một đơn vị phải từ 1 đến 9999.",
            "A unit must have at least one civil servant, and no more than the whole system.", clause: "1.2.2.b"),
        "staffing_unit_is_listed_once": Sentence(
            .invalidInput, "Mỗi đơn vị chỉ có một dòng trong bảng biên chế.",
            "A staffing table can list a unit only once."),
        "staffing_house_row_is_the_house": Sentence(
            .invalidInput, "Mã tỉnh chỉ dùng cho dòng của chính THADS tỉnh, thành phố.",
            "A province's code is for the province's own row only."),
        "staffing_house_is_known": Sentence(
            .notFound, "Không có tỉnh, thành phố mang mã này.", "There is no province with this code."),
        "staffing_house_is_of_a_table": Sentence(
            .notFound, "Không có bảng biên chế này.", "There is no such staffing table."),
        "staffing_house_is_summed_up_once": Sentence(
            .invalidInput, "Tỉnh, thành phố này đã có trong bảng biên chế.", "The staffing table already has this province."),
        "staffing_house_has_units": Sentence(
            .invalidInput, "Bảng biên chế của mỗi tỉnh, thành phố phải có đơn vị.",
            "A province's part of a staffing table must list units."),
        "staffing_house_has_civil_servants": Sentence(
            .invalidInput, "Bảng biên chế của mỗi tỉnh, thành phố phải có công chức.",
            "A province's part of a staffing table must have civil servants."),
        "staffing_area_offices_are_units": Sentence(
            .invalidInput, "Số Phòng THADS khu vực không thể vượt quá số đơn vị.", "There cannot be more area offices than units."
        ),
        "staffing_mode_is_known": Sentence(
            .invalidInput, "Cách nhập phải là replace hoặc merge.", "The mode must be replace or merge."),
        "staffing_mode_is_listed_once": Sentence(.invalidInput, "Cách nhập này đã có.", "This mode is already listed."),
        "staffing_application_number_is_unique": Sentence(
            .busy, "Số lần áp dụng này vừa được dùng.", "This application number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "staffing_application_follows_another": Sentence(
            .notFound, "Không có lần áp dụng trước đó.", "There is no such earlier application."),
        "staffing_application_is_of_a_stored_house": Sentence(
            .notFound, "Bảng biên chế này không có tỉnh, thành phố đó.", "The staffing table does not name this province."),
        "staffing_current_was_applied": Sentence(
            .notFound, "Không có lần áp dụng này.", "There is no such application."),
        "staffing_table_number_is_unique": Sentence(
            .busy, "Số bảng biên chế này vừa được dùng.", "This staffing table number has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "staffing_checksum_is_sha256": Sentence(
            .internalError, "Mã băm của tệp không phải SHA-256.", "The file's checksum is not a SHA-256 hash."),
        "staffing_origin_is_visible": Sentence(
            .invalidInput, "Tên trang tính có ký tự ẩn hoặc ký tự đổi chiều viết.",
            "The sheet's name has characters that are invisible or change the direction of text."),
        "staffing_of_a_house_is_one_table": Sentence(
            .busy, "Bảng biên chế khác đang được áp dụng.", "Another staffing table is being applied.",
            hint: Phrase("Thử lại.", "Try again.")),
        "staffing_current_house_is_known": Sentence(
            .notFound, "Không có tỉnh, thành phố mang mã này.", "There is no province with this code."),
        "sheet_header_means_one_field": Sentence(
            .invalidInput, "Tên cột này đã được dùng cho một cột.", "This header already stands for a field."),
    ]
}
