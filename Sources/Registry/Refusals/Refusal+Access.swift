extension Refusal {
    static let accessSentences: [String: Sentence] = [
        "account_login_is_never_reused": Sentence(
            .invalidInput, "Tên tài khoản này đã được dùng.", "This login's name has been used already.",
            hint: Phrase(
                "Chọn tên khác: nhật ký còn ghi tên cũ, kể cả khi tài khoản đã xoá.",
                "Choose another: the trail keeps the name, also of a login that was removed.")),
        "account_login_is_free_on_the_server": Sentence(
            .invalidInput, "Máy chủ cơ sở dữ liệu đã có tài khoản mang tên này.",
            "The database server has a role of this name already.", hint: Phrase("Chọn tên khác.", "Choose another name.")),
        "account_login_is_plain": Sentence(
            .invalidInput, "Tên tài khoản gồm chữ thường không dấu, chữ số, dấu _ . - và bắt đầu bằng chữ.",
            "A login's name has small letters without accents, digits and _ . -, and begins with a letter.",
            hint: Phrase(
                "Tên public, none hoặc bắt đầu bằng pg_, thidua_ đã dành riêng.",
                "public, none and names in pg_ and thidua_ are reserved.")),
        "account_role_is_known": Sentence(.invalidInput, "Không có vai trò này.", "There is no such role."),
        "account_of_a_clerk_has_a_unit": Sentence(
            .invalidInput, "Cán bộ phải thuộc một đơn vị; vai trò khác thì không gắn với đơn vị nào.",
            "A clerk has a unit, and no other role has one.",
            hint: Phrase("Thêm hoặc bỏ --unit.", "Give --unit, or leave it out.")),
        "account_house_is_its_units": Sentence(
            .invalidInput, "Tài khoản phải theo đúng đơn vị của nó.", "A login's house must be its unit's."),
        "account_unit_sends_dossiers": Sentence(
            .invalidInput, "Đơn vị này không lập hồ sơ đề nghị nên không có cán bộ nhập liệu.",
            "This unit sends no dossier, and so has no clerk.",
            hint: Phrase(
                "Dùng mã của THADS tỉnh, thành phố hoặc của đơn vị thuộc Cục.", "Give a province's or a bureau's code."),
            clause: "2"),
        "account_removal_says_who": Sentence(
            .invalidInput, "Xoá tài khoản phải ghi rõ ai xoá.", "A removed login must say by whom."),
        "account_is_removed_by_another": Sentence(
            .invalidInput, "Không ai tự xoá tài khoản đang dùng.", "Nobody removes the login that they use.",
            hint: Phrase("Nhờ người quản trị khác.", "Ask another administrator.")),
        "account_password_is_sent_hashed": Sentence(
            .invalidInput, "Mật khẩu phải được băm SCRAM-SHA-256 trước khi gửi.",
            "A password must be hashed by SCRAM-SHA-256 before it is sent.",
            hint: Phrase("Dùng: thidua user add", "Use: thidua user add")),
        "access_role_is_listed_once": Sentence(.invalidInput, "Vai trò này đã có.", "This role is listed already."),
        "audit_is_never_rewritten": Sentence(
            .notPermitted, "Nhật ký chỉ ghi thêm, không sửa, không xoá.", "The trail is only added to."),
        "audit_has_every_change": Sentence(
            .notPermitted, "Không được xoá cả bảng: mọi thay đổi phải vào nhật ký.",
            "A table is never emptied at once: the trail has every change."),
        "audit_is_numbered_by_chain": Sentence(
            .busy, "Số dòng nhật ký này vừa được dùng.", "This number of the trail has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "audit_personal_is_part_of_a_row": Sentence(
            .busy, "Số dòng nhật ký này vừa được dùng.", "This number of the trail has just been used.",
            hint: Phrase("Thử lại.", "Try again.")),
        "catalogue_number_is_unique": Sentence(
            .busy, "Một lần nâng cấp khác đang chạy.", "Another migration is running.", hint: Phrase("Thử lại.", "Try again.")),
        "seal_number_is_unique": Sentence(.invalidInput, "Số niêm phong này đã có.", "This seal's number exists already."),
        "audit_head_is_the_only_one": Sentence(
            .busy, "Một người khác vừa mở nhật ký của đơn vị này.", "Someone else has just begun this unit's trail.",
            hint: Phrase("Thử lại.", "Try again.")),
        "audit_head_counts_from_nothing": Sentence(
            .internalError, "Số dòng nhật ký không thể âm.", "The trail's rows cannot be fewer than none."),
        "audit_head_is_sha256": Sentence(
            .internalError, "Mã băm nhật ký phải là SHA-256.", "The trail's hash must be SHA-256."),
    ]
}
