import Glibc
import Registry

/// A file that a command writes.
enum OutputFile {
    /// Writes these bytes to a file.
    ///
    /// - Parameter isNew: Whether the file must not exist yet; if so, it is readable only by its owner.
    /// - Throws: ``Refusal`` if it cannot be written or already exists.
    static func write(_ bytes: [UInt8], to path: String, isNew: Bool = false) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC, isNew ? 0o600 : 0o644)
        guard descriptor >= 0 else { throw Refusal.unwritable(path, String(cString: strerror(errno))) }
        defer { close(descriptor) }
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                guard count > 0 || errno == EINTR else { throw Refusal.unwritable(path, String(cString: strerror(errno))) }
                rest = rest.dropFirst(max(0, count))
            }
        }
    }
}
