import Glibc

/// An installed PostgreSQL server.
package struct ServerBinaries {
    private let directory: String
    /// For example 15 for 15.18.
    let majorVersion: Int

    static let oldestMajorVersion = 15

    /// Finds the server for the data in a directory, or the newest if there is no data yet.
    ///
    /// - Throws: ``LocalPostgresError/notInstalled(found:)``, ``LocalPostgresError/otherVersion(data:installed:)``.
    package init(forDataIn dataDirectory: String) throws {
        let installed = Self.installed()
        let usable = installed.filter { $0.majorVersion >= Self.oldestMajorVersion }
        guard let newest = usable.max(by: { $0.majorVersion < $1.majorVersion }) else {
            throw LocalPostgresError.notInstalled(found: installed.map(\.majorVersion))
        }
        guard let version = try SmallFile.read(dataDirectory + "/PG_VERSION") else {
            self = newest
            return
        }
        guard let matching = usable.first(where: { version.hasPrefix("\($0.majorVersion)\n") }) else {
            throw LocalPostgresError.otherVersion(
                data: String(version.prefix { !$0.isNewline }), installed: newest.majorVersion)
        }
        self = matching
    }

    /// The path of one of its programs.
    package func path(_ program: String) -> String {
        directory + "/" + program
    }

    /// Looks where Debian and Ubuntu install several versions side by side, or else runs `pg_config` and searches `PATH`.
    private static func installed() -> [ServerBinaries] {
        let packaged = packagedVersions().compactMap(ServerBinaries.init(in:))
        if !packaged.isEmpty { return packaged }
        return ([configuredDirectory()] + searchPath()).compactMap { $0 }.compactMap(ServerBinaries.init(in:))
    }

    /// The server in a directory; `nil` if there is none, or only a client.
    private init?(in directory: String) {
        for program in ["postgres", "initdb", "pg_ctl"] where access(directory + "/" + program, X_OK) != 0 {
            return nil
        }
        // "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"
        guard let answer = try? Command([directory + "/postgres", "--version"]).run() else { return nil }
        let words = answer.split(separator: " ")
        guard words.count > 2, let version = Int(words[2].prefix { $0.isNumber }) else { return nil }
        self.directory = directory
        majorVersion = version
    }

    private static func packagedVersions() -> [String] {
        var matches = glob_t()
        defer { globfree(&matches) }
        guard glob("/usr/lib/postgresql/*/bin", 0, nil, &matches) == 0 else { return [] }
        return (0..<Int(matches.gl_pathc)).compactMap { index in matches.gl_pathv[index].map { String(cString: $0) } }
    }

    private static func configuredDirectory() -> String? {
        let answer = try? Command(["pg_config", "--bindir"]).run()
        return answer.map { String($0.prefix { !$0.isNewline }) }
    }

    private static func searchPath() -> [String] {
        guard let path = getenv("PATH") else { return [] }
        return String(cString: path).split(separator: ":").map(String.init)
    }
}
