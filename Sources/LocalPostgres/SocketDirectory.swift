import Glibc

/// Where the server's socket lies.
///
/// Inside the server's own directory, which nobody else can write to; but a socket's path is limited to 107 bytes,
/// and where it would be longer, the socket lies in `/tmp`, where anybody could have made a directory of that name
/// before us.
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

    /// FNV-1a: the same in every process, unlike Swift's own.
    private static func hash(_ text: String) -> String {
        let hash = text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return String(hash, radix: 36)
    }
}
