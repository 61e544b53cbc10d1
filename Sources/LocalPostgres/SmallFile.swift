import Glibc
import Platform

/// Files of a few lines, read and written in one piece.
package enum SmallFile {
    /// - Returns: `nil` if the file does not exist.
    package static func read(_ path: String) throws -> String? {
        do throws(SystemError) {
            return String(decoding: try OpenFile(path, O_RDONLY).contents(), as: UTF8.self)
        } catch {
            if error.number == ENOENT { return nil }
            throw LocalPostgresError.file(path, errno: error.number)
        }
    }

    package static func write(_ text: String, to path: String, ownedBy account: ServerAccount?) throws {
        try put(text, into: path, O_TRUNC, account)
    }

    package static func append(_ text: String, to path: String) throws {
        try put(text, into: path, O_APPEND, nil)
    }

    package static func move(_ path: String, to destination: String) throws {
        guard rename(path, destination) == 0 else { throw LocalPostgresError.file(destination, errno: errno) }
    }

    /// Never follows a symbolic link: root writes into another user's directory.
    private static func put(_ text: String, into path: String, _ mode: Int32, _ account: ServerAccount?) throws {
        do {
            let file = try OpenFile(path, O_WRONLY | O_CREAT | O_NOFOLLOW | mode, mode: 0o600)
            try account?.own(file.descriptor, path)
            try file.write(text)
        } catch let error as SystemError {
            throw LocalPostgresError.file(path, errno: error.number)
        }
    }
}
