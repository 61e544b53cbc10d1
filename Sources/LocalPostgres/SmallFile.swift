import Glibc

/// Files of a few lines, read and written in one piece.
package enum SmallFile {
    /// - Returns: `nil` if the file does not exist.
    package static func read(_ path: String) throws -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw LocalPostgresError.file(path, errno: errno)
        }
        defer { close(descriptor) }
        return String(decoding: bytes(descriptor), as: UTF8.self)
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

    /// The bytes from the current position to the end.
    package static func bytes(_ descriptor: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// Never follows a symbolic link: root writes into another user's directory.
    private static func put(_ text: String, into path: String, _ mode: Int32, _ account: ServerAccount?) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC | mode, 0o600)
        guard descriptor >= 0 else { throw LocalPostgresError.file(path, errno: errno) }
        defer { close(descriptor) }
        try account?.own(descriptor, path)
        let bytes = Array(text.utf8)
        guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
            throw LocalPostgresError.file(path, errno: errno)
        }
    }
}
