extension Diagnosis {
    /// A row of the view `access_fault`.
    init(accessFault fault: String, of object: String) {
        let words = Self.accessFaults[fault]
        self = .found(
            .access, Phrase("\(object): \(words?.what.vi ?? fault)", "\(object): \(words?.what.en ?? fault)"),
            remedy: words?.remedy ?? Self.correctTheSchema)
    }

    /// An object that is not as the migrations left it.
    init(changedByHand object: String) {
        self = .found(
            .access, Phrase("\(object): đã bị sửa trực tiếp, ngoài chương trình.", "\(object): changed by hand."),
            remedy: Phrase(
                "Khôi phục đúng cấu trúc; nếu do phục hồi hoặc nâng cấp máy chủ thì bằng tài khoản quản trị máy chủ: thidua db adopt",
                "Correct the definition; after a restore or an upgrade of the server, as a superuser: thidua db adopt"
            ))
    }

    /// The kinds of fault that have a description.
    package static var accessFaultKinds: [String] { Array(accessFaults.keys) }

    private static let correctTheSchema = Phrase(
        "Cấu trúc đã bị sửa ngoài chương trình: xem thidua db verify, khôi phục đúng cấu trúc.",
        "The schema was changed by hand: see thidua db verify, and correct it.")

    private static let reviewTheLogin = Phrase(
        "Xem thidua user list; thu hồi quyền thừa hoặc xóa tài khoản (thidua user remove).",
        "See thidua user list; revoke the excess privileges, or remove the login (thidua user remove).")

    static let closeAndRestart = Phrase(
        "Bằng tài khoản quản trị máy chủ: thidua db adopt, rồi khởi động lại máy chủ.",
        "As a superuser: thidua db adopt, and restart the server.")
    private static let closeTheServer = Phrase(
        "Bằng tài khoản quản trị máy chủ: thidua db adopt", "As a superuser: thidua db adopt")

    /// Each kind of fault's description, and its remedy if it is not in the schema. A test compares the kinds with the view's.
    private static let accessFaults: [String: (what: Phrase, remedy: Phrase?)] = [
        "row_security_is_not_forced": (
            Phrase("chưa bắt buộc phân quyền theo dòng.", "row-level security is not forced."), nil
        ),
        "policy_is_for_everyone": (Phrase("chính sách mở cho mọi tài khoản.", "the policy applies to every role."), nil),
        "policy_does_not_check_what_is_written": (
            Phrase("chính sách không kiểm tra dòng ghi vào.", "the policy does not check the rows written."), nil
        ),
        "view_shows_its_owners_rows": (
            Phrase("khung nhìn cho xem dòng của chủ sở hữu.", "the view shows its owner's rows, not its reader's."),
            nil
        ),
        "everyone_has_rights": (Phrase("mọi tài khoản có quyền.", "every role has privileges on it."), nil),
        "tables_can_be_named": (
            Phrase(
                "vai trò gọi được tên các bảng nên biết được thống kê của mọi đơn vị.",
                "the role can name the tables, and so learn statistics about every unit."),
            nil
        ),
        "logins_may_lock": (
            Phrase(
                "có vai trò được sửa hoặc xóa trên cả bảng nên khóa được bảng.",
                "a role has the privilege to change or delete any of its rows, and can lock it."),
            nil
        ),
        "part_of_a_table_is_read": (
            Phrase(
                "tài khoản chỉ được xem một phần lại có quyền đọc cả bảng.",
                "a role that is shown only part of the table has a privilege to read it."), nil
        ),
        "system_columns_are_read": (
            Phrase(
                "cột hệ thống cho biết ai vừa khóa hoặc ghi dòng nào.",
                "its system columns tell who has just locked or written a row."), nil
        ),
        "its_callers_settings_reach_it": (
            Phrase("hàm chịu thiết lập của người gọi.", "the caller's settings affect the function."), nil
        ),
        "past_is_in_sight": (
            Phrase("ngoài chủ sở hữu còn người khác xem được.", "roles other than its owner can access it."), nil
        ),
        "function_is_for_everyone": (Phrase("mọi tài khoản gọi được hàm.", "every role may call the function."), nil),
        "search_path_is_not_fixed": (
            Phrase("hàm không cố định search_path.", "the function's search_path is not fixed."), nil
        ),
        "owner_is_another": (Phrase("chủ sở hữu không phải thidua_owner.", "its owner is not thidua_owner."), nil),
        "changes_leave_no_trail": (Phrase("thay đổi không được ghi nhật ký.", "changes are not recorded in the trail."), nil),
        "trigger_is_off": (Phrase("cơ chế kiểm tra bị tắt.", "the trigger is disabled."), nil),
        "key_crosses_units": (Phrase("khóa ngoại không kèm đơn vị.", "the foreign key does not include the unit."), nil),
        "database_lets_everyone_in": (
            Phrase("mọi tài khoản của máy chủ kết nối được.", "every login of the server may connect."),
            Phrase(
                "Bằng chủ sở hữu cơ sở dữ liệu: SELECT database_close()",
                "As the database's owner: SELECT database_close()")
        ),
        "windows_are_for_everyone": (
            Phrase(
                "mọi tài khoản xem được hoạt động của người khác qua các hàm của máy chủ.",
                "every role may see through the server's own functions what others do."),
            Phrase("Bằng tài khoản quản trị máy chủ: SELECT database_close()", "As a superuser: SELECT database_close()")
        ),
        "other_database_lets_everyone_in": (
            Phrase(
                "mọi tài khoản kết nối được, tạo được bảng tạm và đối tượng lớn ở đó.",
                "every login may connect, and make temporary tables and large objects there."),
            closeTheServer
        ),
        "neighbour_database_lets_everyone_in": (
            Phrase(
                "mọi tài khoản kết nối được vào đó, và từ đó thấy ai đang kết nối và đang ghi vào bảng nào ở đây.",
                "every login may connect to it, and sees from there who is connected here and to which tables they write."),
            Phrase(
                "Dùng máy chủ riêng, hoặc: REVOKE CONNECT, TEMPORARY ON DATABASE … FROM PUBLIC",
                "Use a server of its own, or: REVOKE CONNECT, TEMPORARY ON DATABASE … FROM PUBLIC")
        ),
        "large_object_stops_the_backup": (
            Phrase(
                "tài khoản sao lưu không đọc được nên pg_dump dừng.", "the backup's login may not read it, and pg_dump stops."),
            Phrase("Bằng tài khoản quản trị máy chủ: SELECT lo_unlink(SỐ)", "As a superuser: SELECT lo_unlink(NUMBER)")
        ),
        "locks_can_run_out": (
            Phrase(
                "chỉ cần vài tài khoản giữ nhiều khóa là bảng khóa đầy, không ai làm việc được.",
                "a few logins that hold many locks fill the server's table of locks, and nobody can work."),
            closeAndRestart
        ),
        "transactions_can_be_prepared": (
            Phrase(
                "giao dịch chuẩn bị trước thời hạn có thể hoàn tất sau thời hạn.",
                "a transaction prepared before the deadline can be committed after it."),
            Phrase(
                "Đặt max_prepared_transactions = 0 rồi khởi động lại máy chủ.",
                "Set max_prepared_transactions = 0 and restart the server.")
        ),
        "owner_lacks_leave_of_the_server": (
            Phrase(
                "chưa cấp cho thidua_owner: không biết ai đang giữ khóa từ khi nào, không kết thúc được phiên đang giữ.",
                "not granted to thidua_owner: it cannot tell since when somebody holds a lock, nor end that session."),
            closeTheServer
        ),
        "schema_is_locked_by_everyone": (
            Phrase(
                "lệnh sửa cấu trúc bị từ chối nhưng vẫn chờ khóa, làm mọi người phải chờ theo.",
                "a statement that would change the schema is refused, but waits for a lock first, and everybody behind it."),
            closeTheServer
        ),
        "login_connects_without_limit": (
            Phrase("một tài khoản chiếm được mọi kết nối của máy chủ.", "one login can take all of the server's connections."),
            Phrase("ALTER ROLE … CONNECTION LIMIT 5", "ALTER ROLE … CONNECTION LIMIT 5")
        ),
        "login_spills_without_limit": (
            Phrase("tệp tạm của tài khoản có thể làm đầy ổ đĩa.", "the login's temporary files can fill the disk."),
            closeTheServer
        ),
        "login_gives_way": (
            Phrase(
                "phiên của cán bộ nhập liệu có thể làm hủy việc của tài khoản này (khóa lẫn nhau).",
                "a clerk's session can have this login's statements cancelled, by a deadlock."),
            closeTheServer
        ),
        "login_has_other_rights": (
            Phrase("tài khoản có quyền ngoài vai trò được giao.", "the login has privileges beyond its role."), reviewTheLogin
        ),
        "account_has_no_login": (
            Phrase("tài khoản không còn trên máy chủ.", "the account's login does not exist on the server."),
            Phrase(
                "Xóa rồi tạo tài khoản mới: thidua user remove, thidua user add",
                "Remove it and create another: thidua user remove, thidua user add")
        ),
        "login_is_closed": (
            Phrase(
                "tài khoản đã bị khóa: do deploy/guard, hoặc lệnh xóa chưa xong.",
                "the login is closed: by deploy/guard, or by a removal that did not end."),
            Phrase(
                "Mở lại bằng mật khẩu mới, hoặc xóa: thidua user password, thidua user remove",
                "Open it with a new password, or remove it: thidua user password, thidua user remove")
        ),
        "login_has_no_account": (
            Phrase("tài khoản máy chủ có quyền mà không có trong danh sách.", "the login has privileges, but no account here."),
            reviewTheLogin
        ),
    ]
}
