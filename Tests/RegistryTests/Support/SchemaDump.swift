import Foundation
import LocalPostgres
import TestSupport

/// What pg_dump says of a database's schema.
enum SchemaDump {
    static let keptPath = Repository.root + "/.build/schema.sql"

    /// The schema, without what changes from dump to dump.
    static func of(_ conninfo: String) throws -> String {
        let dump = try Program.run(["pg_dump", "--schema-only", "--no-owner", conninfo])
        guard dump.status == 0 else { throw CocoaError(.executableLoad) }
        // Only the server's major version matters; \restrict carries a random word.
        let lines = dump.output.split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("\\restrict") && !$0.hasPrefix("\\unrestrict") && !$0.hasPrefix("-- Dumped by") }
            .map { $0.hasPrefix(versionLine) ? $0.prefix { $0 != "." } : $0 }
        return lines.joined(separator: "\n")
    }

    private static let versionLine = "-- Dumped from database version "

    /// What this server makes of a dump: restored into an empty database, and dumped again.
    ///
    /// PostgreSQL drops brackets and adds names as it reads a view anew. What two versions wrote differently, one has read and
    /// written in one way.
    static func again(_ dump: String) throws -> String {
        try TestServer.withDatabase { conninfo in
            try TemporaryFolder.with { folder in
                try dump.write(toFile: folder + "/schema.sql", atomically: false, encoding: .utf8)
                try Command([
                    "psql", "--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", "--file", folder + "/schema.sql", conninfo,
                ]).run()
            }
            return try of(conninfo)
        }
    }

    /// The lines that say something of the registry. What is taken from everyone of the server's own statistics is worked out from the
    /// server's catalogue: a newer one has more of them.
    static func statements(of dump: String) -> [Substring] {
        dump.split(separator: "\n").filter { !$0.hasPrefix("--") && !$0.contains("ON FUNCTION pg_catalog.pg_stat_get_") }
    }

    static func keep(_ text: String) throws {
        try text.write(toFile: keptPath, atomically: true, encoding: .utf8)
    }
}
