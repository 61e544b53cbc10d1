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
            .invalidInput, "Tên tài khoản dài 2–63 ký tự, gồm chữ thường không dấu, chữ số, dấu _ . - và bắt đầu bằng chữ.",
            "A login's name has 2 to 63 small letters without accents, digits and _ . -, and begins with a letter.",
            hint: Phrase(
                "Tên public, none hoặc bắt đầu bằng pg_, thidua_ đã dành riêng.",
                "public, none and names in pg_ and thidua_ are reserved.")),
        "account_role_is_known": Sentence(.invalidInput, "Không có vai trò này.", "There is no such role."),
        "account_of_a_clerk_has_a_unit": Sentence(
            .invalidInput, "Tài khoản vai trò clerk (người nhập liệu của đơn vị) phải có đơn vị; các vai trò khác thì không.",
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
            .invalidInput, "Xoá tài khoản phải ghi rõ ai xoá.", "A removed login must name who removed it."),
        "account_is_removed_by_another": Sentence(
            .invalidInput, "Không được tự xoá tài khoản mình đang dùng.", "Nobody removes the login that they use.",
            hint: Phrase("Nhờ người quản trị khác.", "Ask another administrator.")),
        "account_password_is_sent_hashed": Sentence(
            .invalidInput, "Mật khẩu phải được băm SCRAM-SHA-256 trước khi gửi.",
            "A password must be hashed by SCRAM-SHA-256 before it is sent.",
            hint: Phrase("Dùng: thidua user add", "Use: thidua user add")),
        "access_role_is_listed_once": Sentence(.invalidInput, "Vai trò này đã có.", "This role is listed already."),
    ]
}
