import Glibc

/// The user that the server runs as: the current user, or `postgres` for root, because PostgreSQL refuses to run as root.
package struct ServerAccount {
    package let user: uid_t
    private let group: gid_t
    /// The prefix that makes a command run as this user.
    package let prefix: [String]

    /// - Throws: ``LocalPostgresError/noAccount`` for root if the user `postgres` does not exist.
    package init() throws {
        guard getuid() == 0 else {
            (user, group, prefix) = (getuid(), getgid(), [])
            return
        }
        guard let entry = getpwnam("postgres") else { throw LocalPostgresError.noAccount }
        (user, group) = (entry.pointee.pw_uid, entry.pointee.pw_gid)
        prefix = ["runuser", "-u", "postgres", "--"]
    }

    /// Makes sure that a directory and its parents exist, and that only this user can access it.
    ///
    /// - Throws: ``LocalPostgresError/unsafeDirectory(_:)`` if it belongs to another user, or others may enter it.
    package func createDirectory(_ path: String) throws {
        try Self.createParents(of: path)
        let isNew = mkdir(path, 0o700) == 0
        guard isNew || errno == EEXIST else { throw LocalPostgresError.file(path, errno: errno) }
        // Not through a symbolic link, and then by descriptor: it cannot be replaced between check and use.
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else { throw LocalPostgresError.unsafeDirectory(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LocalPostgresError.file(path, errno: errno) }
        // Another process may have just created it without having changed its owner yet.
        if isNew || status.st_uid == getuid() && Self.isEmpty(descriptor) {
            try own(descriptor, path)
            guard fstat(descriptor, &status) == 0 else { throw LocalPostgresError.file(path, errno: errno) }
        }
        guard status.st_uid == user, status.st_mode & 0o077 == 0 else { throw LocalPostgresError.unsafeDirectory(path) }
        guard getuid() != 0 || canEnter(path) else { throw LocalPostgresError.outOfReach(path) }
    }

    private static func isEmpty(_ descriptor: Int32) -> Bool {
        guard let folder = fdopendir(dup(descriptor)) else { return false }
        defer { closedir(folder) }
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            if name != ".", name != ".." { return false }
        }
        return true
    }

    /// Left to the system to decide: groups and access control lists count, too.
    private func canEnter(_ path: String) -> Bool {
        (try? Command(["env", "--chdir=/"] + prefix + ["test", "-x", path]).run()) != nil
    }

    /// Makes this user the owner of an open file.
    func own(_ descriptor: Int32, _ path: String) throws {
        guard getuid() == 0 else { return }
        guard fchown(descriptor, user, group) == 0 else { throw LocalPostgresError.file(path, errno: errno) }
    }

    private static func createParents(of path: String) throws {
        var parent = ""
        for name in path.split(separator: "/").dropLast() {
            parent += "/" + name
            guard mkdir(parent, 0o755) == 0 || errno == EEXIST else {
                throw LocalPostgresError.file(parent, errno: errno)
            }
        }
    }
}
