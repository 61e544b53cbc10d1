import Postgres

extension Refusal {
    /// Why there is no connection, and what to do about it.
    init(_ error: ConnectionError) {
        switch error {
        case .passwordMissing:
            self.init(.notPermitted, Phrase("Chưa nhập tài khoản hoặc mật khẩu.", "No login or no password was given."))
        case .passwordNotAsked:
            self.init(
                .notPermitted,
                Phrase("Máy chủ không hỏi mật khẩu của tài khoản này.", "The server did not ask for this login's password."),
                hint: Phrase("Xem pg_hba.conf của máy chủ.", "See the server's pg_hba.conf."))
        case .malformedConninfo:
            self.init(
                .usage, Phrase("Chuỗi kết nối viết không đúng.", "The connection string cannot be read."),
                hint: Phrase(
                    "Viết: host=MÁY dbname=CSDL user=TÀI-KHOẢN, hoặc postgresql://TÀI-KHOẢN@MÁY/CSDL",
                    "Write: host=HOST dbname=DATABASE user=LOGIN, or postgresql://LOGIN@HOST/DATABASE"), cause: "\(error)")
        // What the server says when it is shut down, and to a session that somebody has ended: session_end().
        case .lost(_, let state) where state?.rawValue == "57P01":
            self.init(
                .databaseUnreachable,
                Phrase(
                    "Máy chủ đã kết thúc phiên làm việc; những gì chưa hoàn tất không được ghi.",
                    "The server has ended the session; what was not completed was not stored."),
                hint: Phrase("Thử lại.", "Try again."), cause: "\(error)")
        case .lost:
            self.init(
                .databaseUnreachable,
                Phrase(
                    "Mất kết nối với máy chủ; những gì chưa hoàn tất không được ghi.",
                    "The connection to the server was lost; what was not completed was not stored."),
                hint: Phrase("Thử lại.", "Try again."), cause: "\(error)")
        case .unreachable(_, let obstacle):
            let (code, message, hint) = obstacle.words
            self.init(code, message, hint: hint, cause: "\(error)")
        }
    }
}

extension ConnectionError.Obstacle {
    fileprivate var words: (code: Refusal.Code, message: Phrase, hint: Phrase?) {
        switch self {
        case .server(let state): Self.words(of: state)
        case .passwordNeeded:
            (
                .notPermitted,
                Phrase("Máy chủ hỏi mật khẩu, mà không có mật khẩu nào.", "The server asks for a password, and there is none."),
                Phrase(
                    "Ghi mật khẩu vào tệp ~/.pgpass (chmod 600), hoặc chạy lệnh tại cửa sổ dòng lệnh để được hỏi.",
                    "Put it into ~/.pgpass (chmod 600), or run the command at a terminal, where it is asked for.")
            )
        case .noSocket:
            (
                .databaseUnreachable,
                Phrase("Không có máy chủ cơ sở dữ liệu ở thư mục đã nêu.", "There is no database server at that socket."),
                Phrase("Kiểm tra host; có thể máy chủ chưa chạy.", "Check the host; the server may not be running.")
            )
        case .refused:
            (
                .databaseUnreachable,
                Phrase(
                    "Máy chủ cơ sở dữ liệu không chạy, hoặc dùng cổng khác.",
                    "The database server is not running, or uses another port."),
                Phrase("Kiểm tra host và port.", "Check host and port.")
            )
        case .unknownHost:
            (
                .databaseUnreachable, Phrase("Không tìm thấy máy mang tên này.", "There is no machine of that name."),
                Phrase("Kiểm tra host.", "Check the host.")
            )
        case .silence:
            (
                .databaseUnreachable, Phrase("Máy chủ không trả lời.", "The server does not answer."),
                Phrase("Kiểm tra host, đường mạng và tường lửa.", "Check the host, the network and its firewalls.")
            )
        case .untrusted:
            (
                .databaseUnreachable,
                Phrase(
                    "Không lập được kết nối mã hóa với đúng máy chủ.",
                    "There is no encrypted connection to a server that proves who it is."),
                Phrase("Kiểm tra sslmode và sslrootcert.", "Check sslmode and sslrootcert.")
            )
        case .wrongState:
            (
                .busy, Phrase("Không có máy chính nào trong các máy đã nêu.", "None of the servers is the primary."),
                Phrase(
                    "Có thể máy chính đang được thay: thử lại sau ít phút.",
                    "It may be being replaced: try again in a few minutes.")
            )
        case .other:
            (
                .databaseUnreachable, Phrase("Không kết nối được cơ sở dữ liệu.", "The database cannot be reached."),
                Phrase("Chạy lại lệnh với --verbose để xem lý do.", "Run it again with --verbose to see why.")
            )
        }
    }

    private static func words(of state: SQLState) -> (code: Refusal.Code, message: Phrase, hint: Phrase?) {
        switch state {
        // The server does not tell them apart.
        case .invalidPassword:
            (
                .notPermitted,
                Phrase("Sai mật khẩu, hoặc không có tài khoản này.", "The password is wrong, or there is no such login."),
                Phrase("Quản trị viên của Cục có thể đặt mật khẩu mới.", "The Department's administrator can set a new password.")
            )
        case .invalidAuthorization:
            (
                .notPermitted,
                Phrase(
                    "Máy chủ không cho tài khoản này kết nối từ máy này.",
                    "The server does not let this login in from this machine."),
                Phrase(
                    "Tài khoản có thể đã bị khóa: quản trị viên của Cục mở lại bằng mật khẩu mới; nếu không, xem pg_hba.conf của máy chủ.",
                    "The login may be closed: the Department's administrator opens it with a new password; if not, see the server's pg_hba.conf."
                )
            )
        case .insufficientPrivilege:
            (
                .notPermitted,
                Phrase("Tài khoản này không được kết nối vào cơ sở dữ liệu này.", "This login may not connect to this database."),
                Phrase(
                    "Kiểm tra dbname, hoặc liên hệ quản trị viên của Cục.", "Check dbname, or ask the Department's administrator."
                )
            )
        case .unknownDatabase:
            (
                .databaseUnreachable,
                Phrase("Máy chủ không có cơ sở dữ liệu mang tên này.", "The server has no database of that name."),
                Phrase("Kiểm tra dbname.", "Check dbname.")
            )
        case .tooManyConnections:
            (
                .busy,
                Phrase("Máy chủ, hoặc tài khoản này, đã đủ số kết nối.", "The server, or this login, has no connection left."),
                Phrase("Thử lại sau ít phút.", "Try again in a few minutes.")
            )
        case .cannotConnectNow:
            (
                .databaseUnreachable,
                Phrase("Máy chủ đang khởi động hoặc đang dừng.", "The server is starting up or shutting down."),
                Phrase("Thử lại sau ít phút.", "Try again in a few minutes.")
            )
        default:
            (
                .databaseUnreachable,
                Phrase("Máy chủ từ chối kết nối (\(state)).", "The server refused the connection (\(state))."),
                Phrase("Chạy lại lệnh với --verbose để xem lý do.", "Run it again with --verbose to see why.")
            )
        }
    }
}
