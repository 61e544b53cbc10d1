import Glibc
import Platform
import Registry

/// A file that a command writes.
enum OutputFile {
    /// Writes a file, or overwrites it.
    ///
    /// - Throws: ``Refusal`` if it cannot be written.
    static func write(_ text: String, to path: String) throws {
        try refusing(path) { () throws(SystemError) in
            try OpenFile(path, O_WRONLY | O_CREAT | O_TRUNC, mode: 0o644).write(text)
        }
    }

    /// Writes a file that only its owner may read. An existing one is replaced, never followed if it is a link.
    ///
    /// - Throws: ``Refusal`` if it cannot be written.
    static func writeSecret(_ text: String, to path: String) throws {
        try refusing(path) { () throws(SystemError) in try UnfinishedFile.write(text, to: path, mode: 0o600) }
    }

    /// Writes a file that must not exist yet, readable only by its owner.
    ///
    /// - Throws: ``Refusal`` if it cannot be written, or already exists.
    static func create(_ bytes: [UInt8], at path: String) throws {
        try refusing(path) { () throws(SystemError) in
            let file = try OpenFile(path, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
            do throws(SystemError) {
                try file.write(bytes)
            } catch {
                unlink(path)
                throw error
            }
        }
    }

    private static func refusing(_ path: String, _ body: () throws(SystemError) -> Void) throws {
        do {
            try body()
        } catch {
            throw Refusal.unwritable(path, error)
        }
    }
}
