import Glibc

/// The directory of the server's socket.
///
/// It is inside the server's directory, which no other user can write to. A socket's path is limited to 107 bytes, however;
/// if it would be longer, the socket is in `/tmp`, where another user may already have created a directory of that name.
struct SocketDirectory {
    let path: String

    /// Only a part of the socket's name: nothing listens on TCP.
    static let port = 5432

    private static let longestPath = 107

    init(of directory: String) {
        let own = directory + "/socket"
        let fits = (own + "/.s.PGSQL.\(Self.port)").utf8.count <= Self.longestPath
        path = fits ? own : "/tmp/thidua-\(getuid())-\(Self.hash(directory))"
    }

    func create(for account: ServerAccount) throws {
        try account.createDirectory(path)
    }

    /// FNV-1a: the same in every process, unlike Swift's `Hasher`.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
