import Glibc

/// A lock between processes. The kernel releases it when its holder ends, however it ends.
enum FileLock {
    /// Waits for the lock, and holds it while `body` runs.
    static func hold<T>(_ path: String, _ body: () throws -> T) throws -> T {
        // Not inherited: otherwise the server would hold the lock.
        let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LocalPostgresError.file(path, errno: errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw LocalPostgresError.file(path, errno: errno) }
        }
        return try body()
    }
}
