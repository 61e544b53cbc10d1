import Postgres

extension Refusal {
    /// Converts any error into what is reported to the user. A refusal stays as it is.
    public init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let claim as RefusedClaim: self = claim.refusal
        case let change as StoredChange:
            self.init(
                .storedBefore,
                Phrase(
                    "Thay đổi này đã được ghi từ trước; lần này không ghi thêm.",
                    "This change had been stored before; nothing was stored this time."))
            stored = change
        case let error as ServerError: self.init(error)
        case let error as ConnectionError: self.init(error)
        case let error as TransactionError: self.init(error)
        case let error as MigrationError: self.init(error)
        case let error as InvalidText:
            self.init(
                .invalidInput, Phrase("Không đọc được ký tự: \(error)", "Text cannot be decoded: \(error)"),
                cause: "\(error)")
        case let error as CellError:
            let place = error.cell ?? error.row.map { "\($0)" }
            self.init(
                .invalidInput,
                Phrase(
                    (place.map { "Ô \($0): " } ?? "") + error.message.vi, (place.map { "Cell \($0): " } ?? "") + error.message.en),
                hint: error.fix)
        case is Interrupted:
            self.init(.busy, Phrase("Đã dừng theo yêu cầu; dữ liệu không thay đổi.", "Stopped on request; nothing was changed."))
        default:
            self.init(
                .internalError, Phrase("Lỗi nội bộ của chương trình.", "Internal error."),
                hint: Phrase(
                    "Chạy lại lệnh với --verbose và gửi kết quả cho quản trị viên.",
                    "Run it again with --verbose, and report the output to the administrator."),
                cause: "\(error)")
        }
    }

    private init(_ error: ServerError) {
        if let constraint = error.constraint, let refusal = Refusal(constraint: constraint, cause: error.description) {
            self = refusal
        } else {
            self.init(state: error.sqlState, column: error.column, cause: error.description)
            if error.sqlState == .invalidDatetimeFormat { unreadDate = error.detail }
        }
    }

    private init(state: SQLState, column: String?, cause: String) {
        switch state {
        case .notNullViolation:
            let column = column ?? "?"
            let name = Self.columnNames[column] ?? Phrase(column, column)
            self.init(.invalidInput, Phrase("Thiếu \(name.vi).", "The \(name.en) is missing."), cause: cause)
        case .undefinedTable, .undefinedColumn, .undefinedFunction, .undefinedObject:
            self.init(
                .schemaOutdated,
                Phrase(
                    "Cơ sở dữ liệu chưa được nâng cấp, hoặc bị hỏng: thiếu bảng hoặc hàm.",
                    "The database is not migrated, or it is damaged: a table or a function is missing."),
                hint: Phrase(
                    "Quản trị viên chạy thidua db status để biết; nếu chưa nâng cấp: thidua db migrate",
                    "The administrator can tell by thidua db status; if it is not migrated: thidua db migrate"), cause: cause)
        case .insufficientPrivilege:
            self.init(
                .notPermitted, Phrase("Tài khoản không có quyền thực hiện thao tác này.", "This login may not do that."),
                hint: Phrase("Liên hệ quản trị viên của Cục.", "Ask the Department's administrator."), cause: cause)
        case .readOnlyTransaction:
            self.init(
                .busy,
                Phrase(
                    "Máy chủ này chỉ cho đọc: đây là máy dự phòng, hoặc máy chính đang được thay; dữ liệu không thay đổi.",
                    "This server can only be read: it is a standby, or the primary is being replaced; nothing was changed."),
                hint: Phrase(
                    "Thử lại sau ít phút; nếu vẫn vậy, kết nối tới máy chính.",
                    "Try again in a few minutes; if that does not help, connect to the primary."), cause: cause)
        case .serializationFailure, .deadlockDetected, .lockNotAvailable, .queryCanceled, .tooManyConnections:
            self.init(
                .busy, Phrase("Hệ thống đang bận; dữ liệu không thay đổi.", "The system is busy; nothing was changed."),
                hint: Phrase("Thử lại sau ít phút.", "Try again in a few minutes."), cause: cause)
        case _ where state.category == "53":
            self.init(
                .busy,
                Phrase(
                    "Máy chủ hết đĩa, bộ nhớ hoặc chỗ khóa; dữ liệu không thay đổi.",
                    "The server has run out of disk, memory or locks; nothing was changed."),
                hint: Phrase("Báo người quản trị máy chủ: thidua doctor", "Tell the server's operator: thidua doctor"),
                cause: cause)
        case _ where state.category == "57":
            self.init(
                .databaseUnreachable,
                Phrase(
                    "Máy chủ đang dừng hoặc đang khởi động lại; dữ liệu không thay đổi.",
                    "The server is stopping, or starting again; nothing was changed."),
                hint: Phrase("Thử lại.", "Try again."), cause: cause)
        case .invalidDatetimeFormat, .datetimeFieldOverflow:
            self.init(
                .invalidInput, Phrase("Ngày, giờ không đúng.", "A date or time is not valid."), hint: Self.writeDates,
                cause: cause)
        case _ where state.category == "22":
            self.init(
                .invalidInput, Phrase("Có giá trị viết không đúng.", "A value is not valid."),
                hint: Phrase(
                    "Số chỉ gồm chữ số và không quá lớn; ngày viết 25/4/2026 hoặc 2026-04-25.",
                    "Write dates as 25/4/2026 or 2026-04-25, and numbers as plain digits."), cause: cause)
        default:
            self.init(
                .internalError, Phrase("Lỗi của cơ sở dữ liệu.", "Database error."),
                hint: Phrase(
                    "Chạy lại lệnh với --verbose và gửi kết quả cho quản trị viên.",
                    "Run it again with --verbose, and report the output to the administrator."),
                cause: cause)
        }
    }

    private static let writeDates = Phrase(
        "Viết ngày như 25/4/2026 hoặc 2026-04-25; có giờ thì viết như 2026-04-25 08:30.",
        "Write dates as 25/4/2026 or 2026-04-25, and with a time as 2026-04-25 08:30.")

    /// An accident took tables that the migrations had made.
    static func damaged(_ tables: [String]) -> Refusal {
        let names = tables.joined(separator: ", ")
        return Refusal(
            .schemaDamaged, Phrase("Cơ sở dữ liệu bị mất bảng: \(names).", "The database has lost tables: \(names)."),
            hint: Phrase(
                "Dừng ghi, khôi phục từ bản sao lưu đến trước lúc đó: docs/operate/failures.md",
                "Stop writing, and restore the backup of the moment before: docs/operate/failures.md"))
    }

    /// What people call columns that must be filled in.
    private static let columnNames: [String: Phrase] = [
        "applies": Phrase("nội dung xác nhận “có” hoặc “không”", "statement “yes” or “no”"),
        "award": Phrase("hình thức khen thưởng", "award"),
        "campaign": Phrase("đợt thi đua", "campaign"),
        "code": Phrase("mã", "code"),
        "collective": Phrase("tập thể", "collective"),
        "completed_on": Phrase("ngày hoàn thành", "day of completion"),
        "content": Phrase("nội dung tệp", "file's content"),
        "deadline": Phrase("thời hạn", "deadline"),
        "decided_on": Phrase("ngày quyết định", "day of the decision"),
        "evidence": Phrase("minh chứng", "evidence"),
        "file_name": Phrase("tên tệp", "file's name"),
        "held_on": Phrase("ngày họp", "day of the session"),
        "is_of_quality": Phrase("xác nhận bảo đảm chất lượng", "statement on quality"),
        "kind": Phrase("loại", "kind"),
        "name": Phrase("họ và tên", "name"),
        "number": Phrase("số, ký hiệu", "number"),
        "position": Phrase("chức vụ", "position"),
        "reason": Phrase("lý do", "reason"),
        "return_reason": Phrase("lý do trả lại", "reason for the return"),
        "role": Phrase("vai trò", "role"),
        "staff_no": Phrase("số hiệu công chức", "staff number"),
        "title": Phrase("tên", "title"),
        "unit": Phrase("đơn vị", "unit"),
        "votes_for": Phrase("số phiếu đồng ý", "number of votes for"),
        "votes_total": Phrase("tổng số phiếu", "total number of votes"),
        "workplace": Phrase("nơi công tác", "workplace"),
    ]

    private init(_ error: TransactionError) {
        switch error {
        case .rollbackFailed(let body, _): self.init(body)
        case .commitOutcomeUnknown(let reason):
            self.init(
                .outcomeUnknown,
                reason is Interrupted
                    ? Phrase(
                        "Dừng khi máy chủ chưa xác nhận: chưa rõ thay đổi đã được ghi hay chưa.",
                        "Stopped before the server has confirmed: it is not known whether the change was stored.")
                    : Phrase(
                        "Mất kết nối khi đang ghi dữ liệu: chưa rõ đã ghi được hay chưa.",
                        "The connection was lost while the change was being stored: it is not known whether it was stored."),
                hint: Phrase("Kiểm tra lại dữ liệu trước khi thực hiện lại.", "Check the data before you try again."),
                cause: "\(error)")
        case .commitRolledBack:
            self.init(
                .internalError,
                Phrase("Giao dịch bị hủy; dữ liệu không thay đổi.", "The transaction was rolled back; nothing was changed."),
                cause: "\(error)")
        }
    }
}
