extension Refusal {
    static let accessSentences: [String: Sentence] = [
        "access_role_may_connect": Sentence(
            .invalidInput, "Số phiên của một vai trò phải lớn hơn 0.", "A role's number of sessions must be above 0."),
        "access_role_insists_for_a_time": Sentence(
            .invalidInput, "Thời gian chờ khi khóa lẫn nhau phải từ 1 đến 60 giây.",
            "A role insists in a deadlock for 1 to 60 seconds."),
        "access_role_may_sort": Sentence(
            .invalidInput, "Dung lượng tệp tạm của một vai trò phải lớn hơn 0.",
            "A role's limit for temporary files must be above 0."),
        "account_is_in_use": Sentence(
            .notPermitted, "Tài khoản này đã bị xóa; không có gì được ghi.", "This login has been removed; nothing was written."),
        "session_end_number_is_unique": Sentence(
            .busy, "Số này vừa được dùng.", "This number has just been used.", hint: Phrase("Thử lại.", "Try again.")),
        "session_end_ended_some": Sentence(
            .internalError, "Không có phiên nào được kết thúc.", "No session was ended."),
        "session_end_names_a_table": Sentence(
            .internalError, "Tên bảng đang bị giữ không hợp lệ.", "The name of the table that was held is not valid."),
        "account_login_is_never_reused": Sentence(
            .invalidInput, "Tên tài khoản này đã được sử dụng.", "This login name has already been used.",
            hint: Phrase(
                "Chọn tên khác: nhật ký còn ghi tên cũ, kể cả khi tài khoản đã xóa.",
                "Choose another: the trail keeps the names of removed logins, too.")),
        "session_heeds_signals": Sentence(
            .busy, "Còn phiên của tài khoản này không nghe lệnh kết thúc.", "A session of this login heeds no signal.",
            hint: Phrase(
                "Nếu sau một phút vẫn còn, khởi động lại máy chủ cơ sở dữ liệu.",
                "If it is still there after a minute, restart the database server.")),
        "account_login_is_free_on_the_server": Sentence(
            .invalidInput, "Máy chủ cơ sở dữ liệu đã có tài khoản mang tên này.",
            "The database server already has a role with this name.", hint: Phrase("Chọn tên khác.", "Choose another name.")),
        "account_login_is_plain": Sentence(
            .invalidInput, "Tên tài khoản dài 2–63 ký tự, gồm chữ thường không dấu, chữ số, dấu _ . - và bắt đầu bằng chữ.",
            "A login name consists of 2 to 63 unaccented lowercase letters, digits and _ . -, and begins with a letter.",
            hint: Phrase(
                "Không dùng tên public, none hoặc tên bắt đầu bằng pg_, thidua_ (dành cho hệ thống).",
                "public, none and names beginning with pg_ or thidua_ are reserved.")),
        "account_role_is_known": Sentence(.invalidInput, "Không có vai trò này.", "There is no such role."),
        "account_of_a_clerk_has_a_unit": Sentence(
            .invalidInput, "Tài khoản của cán bộ nhập liệu (clerk) phải có đơn vị; tài khoản thuộc vai trò khác thì không.",
            "A clerk must have a unit; other roles must not.",
            hint: Phrase("Thêm hoặc bỏ --unit.", "Add or remove --unit.")),
        "account_house_is_its_units": Sentence(
            .invalidInput, "Tài khoản phải thuộc đúng cơ quan của đơn vị đã ghi.", "A login's house must be its unit's."),
        "account_unit_sends_dossiers": Sentence(
            .invalidInput, "Đơn vị này không lập hồ sơ đề nghị nên không có cán bộ nhập liệu.",
            "This unit does not submit dossiers, so it has no clerk.",
            hint: Phrase(
                "Dùng mã của THADS tỉnh, thành phố hoặc của đơn vị thuộc Cục.", "Give a province's or a bureau's code."),
            clause: "2"),
        "account_closing_says_who": Sentence(
            .invalidInput, "Khóa tài khoản phải ghi rõ người khóa.", "A closed login must name who closed it."),
        "account_removal_says_who": Sentence(
            .invalidInput, "Xóa tài khoản phải ghi rõ người xóa.", "A removed login must name who removed it."),
        "account_is_removed_by_another": Sentence(
            .invalidInput, "Không được tự xóa tài khoản đang sử dụng.", "You cannot remove the login that you are using.",
            hint: Phrase("Đề nghị quản trị viên khác thực hiện.", "Ask another administrator.")),
        "account_password_is_sent_hashed": Sentence(
            .invalidInput, "Mật khẩu phải được băm SCRAM-SHA-256 trước khi gửi.",
            "A password must be hashed with SCRAM-SHA-256 before it is sent.",
            hint: Phrase("Dùng: thidua user add", "Use: thidua user add")),
        "access_role_is_listed_once": Sentence(.invalidInput, "Vai trò này đã có.", "This role is already listed."),
    ]
}
