import Glibc
import Registry

/// A file that a command is given.
enum InputFile {
    /// The file's bytes.
    ///
    /// - Parameter limit: How many are read at most: whoever is given so many refuses them.
    /// - Throws: ``Refusal`` where it cannot be read.
    static func read(_ path: String, atMost limit: Int = .max) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unreadable(path, errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw unreadable(path, errno) }
            guard count > 0 && bytes.count < limit else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// A path's last part.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// What to say of a file that the system would not read.
    static func unreadable(_ path: String, _ code: Int32) -> Refusal {
        if code == ENOENT {
            return Refusal(
                .fileNotFound, Phrase("Không có tệp \(path).", "There is no file \(path)."),
                hint: Phrase("Kiểm tra đường dẫn.", "Check the path."))
        }
        let reason = String(cString: strerror(code))
        return Refusal(
            .invalidInput, Phrase("Không đọc được tệp \(path): \(reason).", "The file \(path) cannot be read: \(reason)."))
    }
}
