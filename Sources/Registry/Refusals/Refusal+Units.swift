extension Refusal {
    static let unitSentences: [String: Sentence] = [
        "unit_code_is_unique": Sentence(
            .invalidInput, "Mã đơn vị này đã có.", "This unit code is already in use."),
        "unit_kind_is_known": Sentence(.invalidInput, "Không có loại đơn vị này.", "There is no such kind of unit."),
        "unit_has_a_parent_if_its_kind_does": Sentence(
            .invalidInput,
            "Phòng, văn phòng và đơn vị thuộc Cục phải thuộc một cơ quan; Cơ quan Cục và THADS tỉnh, thành phố thì không.",
            "Divisions, area offices and bureaus must belong to a body; the headquarters and provinces must not."),
        "unit_parent_is_of_the_right_kind": Sentence(
            .invalidInput,
            "Phòng thuộc THADS tỉnh, thành phố; đơn vị thuộc Cục thuộc Cơ quan Cục.",
            "Divisions and area offices belong to a province, bureaus to the headquarters."),
        "unit_stays_in_its_house": Sentence(
            .invalidInput, "Bảng biên chế này ghi một đơn vị thuộc tỉnh, thành phố khác.",
            "This staffing table names a unit that belongs to another province.",
            hint: Phrase("Sửa mã đơn vị rồi nhập lại.", "Correct the unit's code and import the file again.")),
        "unit_headquarters_is_the_only_one": Sentence(
            .invalidInput, "Chỉ có một Cơ quan Cục.", "There is only one headquarters."),
        "unit_name_is_unique_in_its_house": Sentence(
            .invalidInput, "Cơ quan này đã có đơn vị mang tên đó với mã khác.",
            "This body already has a unit with that name under another code."),
        "unit_collective_is_referable": Sentence(
            .invalidInput, "Mã đơn vị này đã có.", "This unit code is already in use."),
        "unit_house_is_referable": Sentence(
            .invalidInput, "Mã đơn vị này đã có.", "This unit code is already in use."),
        "unit_kind_is_referable": Sentence(
            .invalidInput, "Mã đơn vị này đã có.", "This unit code is already in use."),
        "unit_proposer_is_referable": Sentence(
            .invalidInput, "Mã đơn vị này đã có.", "This unit code is already in use."),
        "unit_alias_is_of_a_unit": Sentence(.notFound, "Không có đơn vị này.", "There is no such unit."),
        "unit_alias_is_listed_once": Sentence(
            .invalidInput, "Tên gọi này của đơn vị đã có.", "The unit already has this name."),
        "unit_kind_is_listed_once": Sentence(
            .invalidInput, "Loại đơn vị này đã có.", "This kind of unit is already listed."),
        "unit_kind_parent_is_a_kind": Sentence(
            .invalidInput, "Không có loại đơn vị này.", "There is no such kind of unit."),
        "award_alias_is_folded": Sentence(
            .invalidInput, "Tên gọi để so khớp phải viết thường, không dấu.",
            "A name for matching must be in lowercase without accents."),
        "award_alias_names_an_award": Sentence(
            .invalidInput, "Không có hình thức khen thưởng này.", "There is no such award."),
        "award_alias_means_one_award": Sentence(
            .invalidInput, "Tên gọi này đã được dùng cho một hình thức khen thưởng.", "This name already stands for an award."),
        "unit_kind_alias_is_folded": Sentence(
            .invalidInput, "Tên gọi để so khớp phải viết thường, không dấu.",
            "A name for matching must be in lowercase without accents."),
        "unit_kind_alias_house_is_a_kind": Sentence(
            .invalidInput, "Không có loại đơn vị này.", "There is no such kind of unit."),
        "unit_kind_alias_names_a_kind": Sentence(
            .invalidInput, "Không có loại đơn vị này.", "There is no such kind of unit."),
        "unit_kind_alias_means_one_kind": Sentence(
            .invalidInput, "Tên gọi này đã được dùng cho một loại đơn vị.", "This name already stands for a kind of unit."),
    ]

    static let valueSentences: [String: Sentence] = [
        "code_is_in_plain_capitals": Sentence(
            .invalidInput,
            "Mã chỉ gồm chữ in hoa không dấu (và Đ), chữ số và các dấu . / & _ -.",
            "A code consists of capital letters, digits and . / & _ - only."),
        "text_has_its_letters": Sentence(
            .invalidInput, "Chữ có dấu đã bị mất, hoặc ở bảng mã của phông cũ (.VnTime, VNI).",
            "Letters were lost, or are in the encoding of an old font (.VnTime, VNI).",
            hint: Phrase("Ghi lại bằng chữ Unicode.", "Write it again in Unicode.")),
        "text_is_one_plain_line": Sentence(
            .invalidInput,
            "Tên phải nằm trên một dòng: Unicode dựng sẵn, không rỗng, không quá dài, không có ký tự điều khiển, ký tự ẩn hoặc ký tự đổi chiều viết.",
            "A name must be one plain line: composed Unicode, neither empty nor too long, without control characters and without invisible ones."
        ),
        "day_is_of_this_century": Sentence(
            .invalidInput, "Ngày phải thuộc các năm từ 2000 đến 2099.", "The date must be in the years 2000 to 2099."),
        "instant_is_of_this_century": Sentence(
            .invalidInput, "Thời điểm phải thuộc các năm từ 2000 đến 2099.", "The time must be in the years 2000 to 2099."),
        "migration_is_run_once": Sentence(
            .busy, "Một lần nâng cấp khác đang chạy.", "Another migration is running.",
            hint: Phrase("Thử lại.", "Try again.")),
        "migration_checksum_is_sha256": Sentence(
            .internalError, "Mã băm không phải SHA-256.", "The checksum is not a SHA-256 hash."),
    ]
}
