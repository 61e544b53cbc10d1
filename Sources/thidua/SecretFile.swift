import Glibc
import Registry

/// A file that only its owner may read.
enum SecretFile {
    static func write(_ text: String, to path: String) throws {
        unlink(path)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(.invalidInput, Phrase("Không ghi được tệp \(path).", "\(path) cannot be written."))
        }
        defer { close(descriptor) }
        var text = text
        let written = text.withUTF8 { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        guard written == text.utf8.count else {
            throw Refusal(.invalidInput, Phrase("Không ghi được tệp \(path).", "\(path) cannot be written."))
        }
    }
}
