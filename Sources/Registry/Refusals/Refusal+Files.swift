import Glibc
import Platform
import Spreadsheet

extension Refusal {
    /// The refusal for a file that cannot be read.
    public static func unreadable(_ path: String, _ error: SystemError) -> Refusal {
        if error.number == ENOENT {
            return Refusal(
                .fileNotFound, Phrase("Không có tệp \(path).", "The file \(path) does not exist."),
                hint: Phrase("Kiểm tra đường dẫn.", "Check the path."))
        }
        let reason = error.reason
        return Refusal(
            .invalidInput, Phrase("Không đọc được tệp \(path): \(reason.vi).", "The file \(path) cannot be read: \(reason.en)."))
    }

    /// The refusal for a file that cannot be written.
    public static func unwritable(_ path: String, _ error: SystemError) -> Refusal { unwritable(path, error.reason) }

    /// The refusal for a spreadsheet that cannot be written.
    public static func unwritable(_ path: String, _ error: WritingError) -> Refusal {
        guard case .system(let error) = error else { return unwritable(path, Phrase(error.words, error.words)) }
        return unwritable(path, error)
    }

    private static func unwritable(_ path: String, _ reason: Phrase) -> Refusal {
        Refusal(
            .invalidInput,
            Phrase("Không ghi được tệp \(path): \(reason.vi).", "The file \(path) cannot be written: \(reason.en)."))
    }
}

extension SystemError {
    /// The reason, for the user of the tool; the system's own words where nobody at a desk can do anything about it.
    public var reason: Phrase {
        let reasons: [Int32: String] = [
            ENOENT: "không có thư mục này", ENOTDIR: "đường dẫn có một phần không phải là thư mục",
            EISDIR: "đây là thư mục, không phải tệp",
            EACCES: "không có quyền truy cập", EPERM: "không được phép", EROFS: "ổ đĩa chỉ cho phép đọc",
            ENOSPC: "hết dung lượng ổ đĩa",
            EDQUOT: "hết dung lượng được cấp", EFBIG: "tệp quá lớn", ENAMETOOLONG: "tên tệp quá dài", EIO: "lỗi ổ đĩa",
        ]
        return Phrase(reasons[number] ?? words, words)
    }
}
