import Glibc
import Postgres
import Registry

/// libpq's file of passwords, one line for each host: `host:port:database:login:password`.
struct Passfile {
    let path: String
    private let entries: [String]

    /// Where a connection's password is looked up.
    init(for conninfo: String) throws {
        let lookup = try ConnectionParameters.passwordLookup(conninfo)
        path = lookup.file ?? Profile.home + "/.pgpass"
        entries = lookup.keys.map { $0.map(Self.escaped).joined(separator: ":") + ":" }
    }

    /// Remembers a password, in place of the one that is there. First in the file, since the first line that matches counts.
    func remember(_ password: String) throws {
        try write(entries.map { $0 + Self.escaped(password) } + remaining())
    }

    /// Forgets the password.
    func forget() throws {
        let remaining = try remaining()
        if try remaining != lines() { try write(remaining) }
    }

    private func remaining() throws -> [String] {
        try lines().filter { line in !entries.contains { line.hasPrefix($0) } }
    }

    private func lines() throws -> [String] {
        guard access(path, F_OK) == 0 else { return [] }
        return String(decoding: try InputFile.read(path), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func write(_ lines: [String]) throws {
        try PrivateFile.write(lines.map { $0 + "\n" }.joined(), to: path)
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(":", with: "\\:")
    }
}
