import Glibc
import Platform
import Registry

/// A file that a command reads.
enum InputFile {
    /// The file's bytes.
    ///
    /// - Parameter limit: Reading stops once this many bytes have been read; the caller refuses a file of that size.
    /// - Throws: ``Refusal`` if it cannot be read.
    static func read(_ path: String, atMost limit: Int = .max) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Refusal.unreadable(path, .last) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw Refusal.unreadable(path, .last) }
            guard count > 0 && bytes.count < limit else { return bytes }
            bytes += piece[..<count]
        }
    }

    /// The last component of a path.
    static func name(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
