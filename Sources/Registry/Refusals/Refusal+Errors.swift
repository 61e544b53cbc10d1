import Postgres

extension Refusal {
    /// Turns whatever was thrown into what a user is told. A refusal stays as it is.
    public init(_ error: any Error) {
        switch error {
        case let refusal as Refusal: self = refusal
        case let error as ServerError: self.init(error)
        case let error as ConnectionError: self.init(error)
        case let error as TransactionError: self.init(error)
        case let error as MigrationError: self.init(error)
        case let error as InvalidText:
            self.init(
                .invalidInput, Phrase("Chữ không đọc được: \(error)", "Text that cannot be read: \(error)"),
                cause: "\(error)")
        case let error as CellError:
            let place = error.cell ?? error.row.map { "\($0)" }
            self.init(
                .invalidInput,
                Phrase(
                    (place.map { "Ô \($0): " } ?? "") + error.message.vi, (place.map { "Cell \($0): " } ?? "") + error.message.en),
                hint: error.fix)
        case is Interrupted:
            self.init(.busy, Phrase("Đã dừng theo yêu cầu; không có gì thay đổi.", "Stopped as asked; nothing was changed."))
        default:
            self.init(
                .internalError, Phrase("Lỗi của chương trình.", "Internal error."),
                hint: Phrase("Báo cho người quản trị, kèm --verbose.", "Tell the administrator, with --verbose."),
                cause: "\(error)")
        }
    }

    private init(_ error: ServerError) {
        if let constraint = error.constraint, let refusal = Refusal(constraint: constraint, cause: error.description) {
            self = refusal
        } else {
            self.init(state: error.sqlState, column: error.column, cause: error.description)
        }
    }

    private init(state: SQLState, column: String?, cause: String) {
        switch state {
        case .notNullViolation:
            let column = column ?? "?"
            self.init(.invalidInput, Phrase("Thiếu \(column).", "\(column) is missing."), cause: cause)
        case .undefinedTable, .undefinedColumn, .undefinedFunction, .undefinedObject:
            self.init(
                .schemaOutdated, Phrase("Cơ sở dữ liệu chưa được nâng cấp.", "The database is not migrated."),
                hint: Phrase("Chạy: thidua db migrate", "Run: thidua db migrate"), cause: cause)
        case .insufficientPrivilege:
            self.init(
                .notPermitted, Phrase("Tài khoản này không được làm việc đó.", "This login may not do that."),
                hint: Phrase("Hỏi người quản trị của Cục.", "Ask the Department's administrator."), cause: cause)
        case .serializationFailure, .deadlockDetected, .lockNotAvailable, .queryCanceled, .tooManyConnections:
            self.init(
                .busy, Phrase("Hệ thống đang bận; không có gì thay đổi.", "The system is busy; nothing was changed."),
                hint: Phrase("Thử lại sau ít phút.", "Try again in a few minutes."), cause: cause)
        case _ where state.category == "22":
            self.init(
                .invalidInput, Phrase("Giá trị không hợp lệ.", "A value is not valid."),
                hint: Phrase(
                    "Ngày viết 25/4/2026 hoặc 2026-04-25; số viết liền, không dấu.",
                    "Write dates as 25/4/2026 or 2026-04-25, and numbers as plain digits."), cause: cause)
        default:
            self.init(
                .internalError, Phrase("Lỗi của cơ sở dữ liệu.", "An error of the database."),
                hint: Phrase("Báo cho người quản trị, kèm --verbose.", "Tell the administrator, with --verbose."),
                cause: cause)
        }
    }

    private init(_ error: ConnectionError) {
        self.init(
            .databaseUnreachable, Phrase("Không kết nối được cơ sở dữ liệu.", "The database cannot be reached."),
            hint: Phrase(
                "Kiểm tra --dsn, THIDUA_DSN hoặc PGHOST; hoặc chạy: thidua local start",
                "Check --dsn, THIDUA_DSN or PGHOST; or run: thidua local start"), cause: "\(error)")
    }

    private init(_ error: TransactionError) {
        switch error {
        case .rollbackFailed(let body, _): self.init(body)
        case .commitOutcomeUnknown:
            self.init(
                .databaseUnreachable,
                Phrase(
                    "Mất kết nối đúng lúc ghi: chưa rõ đã ghi hay chưa.",
                    "The connection broke while the change was being stored: whether it was is not known."),
                hint: Phrase("Xem lại dữ liệu trước khi làm lại.", "Look at the data before you try again."), cause: "\(error)")
        case .commitRolledBack:
            self.init(
                .internalError,
                Phrase("Giao dịch bị huỷ; không có gì thay đổi.", "The transaction was rolled back; nothing was changed."),
                cause: "\(error)")
        }
    }
}
