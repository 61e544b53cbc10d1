import LocalPostgres
import Postgres
import Registry
import RegistrySQL

/// A migrated database for each test: a clone of a template that is created once for every state of sql/.
public enum RegistryDatabase {
    /// Calls `body` with the connection string of a new registry, empty except for the rows that migrations insert.
    public static func with<T>(_ body: (String) throws -> T) throws -> T {
        try TestServer.withDatabase(template: template.get(), body)
    }

    /// Calls `body` with a new registry in which campaign `TEST` is open for a month: a connection, and the connection string.
    public static func withOpenCampaign<T>(_ body: (inout Connection, String) throws -> T) throws -> T {
        try TestServer.withDatabase(template: openTemplate.get()) { conninfo in
            var connection = try Connection(conninfo)
            return try body(&connection, conninfo)
        }
    }

    /// A login that every registry here has.
    public enum Login: String, CaseIterable, Sendable {
        case administrator, auditor, council, reporter, backup
        case clerk01 = "clerk_01"
        case clerk04 = "clerk_04"
        case clerkOfHeadquarters = "clerk_cuc"

        /// Its name on the server, which all databases share.
        public var name: String { "test_" + rawValue }

        /// The role that it has.
        public var role: String { rawValue.hasPrefix("clerk") ? "clerk" : rawValue }

        /// The unit of a clerk.
        public var unit: String? {
            switch self {
            case .clerk01: "01"
            case .clerk04: "04"
            case .clerkOfHeadquarters: "CUC"
            default: nil
            }
        }

        /// A registry's connection string, for this login.
        public func conninfo(_ conninfo: String) -> String {
            conninfo.replacing("user=\(LocalPostgres.user)", with: "user=\(name) password='\(RegistryDatabase.password)'")
        }
    }

    /// The password of every ``Login``.
    public static let password = "a password for tests"

    /// The connection string of a registry in which campaign `TEST` is open, and that is there until the run ends.
    static func forThisRun() throws -> String {
        let name = TestServer.nameForDatabase()
        try TestServer.server.createDatabase(name, template: openTemplate.get())
        return TestServer.server.conninfo(database: name)
    }

    private static let template = Swift.Result { try makeTemplate() }

    /// For this run only: the campaign's deadline counts from the beginning of the run.
    private static let openTemplate = Swift.Result {
        let name = TestServer.nameForDatabase()
        try TestServer.server.createDatabase(name, template: template.get())
        try prepare(name) { connection in
            try connection.execute(
                "SELECT FROM campaign_copy('606/KH-CQLTHADS', 'TEST', clock_timestamp() + interval '30 days')")
        }
        return name
    }

    /// Completes a template, and makes it refuse connections from then on: a session would make every clone wait.
    private static func prepare(_ name: String, _ body: (inout Connection) throws -> Void) throws {
        do {
            var database = try Connection(TestServer.server.conninfo(database: name))
            try body(&database)
            try database.execute("VACUUM (FREEZE)")
        }
        // The first session after that writes the catalogue cache file that every session reads; clones have that file, too.
        do { _ = try Connection(TestServer.server.conninfo(database: name)) }
        var connection = try Connection(TestServer.server.conninfo(database: "postgres"))
        try connection.execute("ALTER DATABASE \(identifier: name) ALLOW_CONNECTIONS false")
    }

    private static func makeTemplate() throws -> String {
        var connection = try Connection(TestServer.server.conninfo(database: "postgres"))
        let scripts = (RegistrySQL.migrations + RegistrySQL.objects + RegistrySQL.campaigns).map(\.text)
        let hash: String? = try connection.first(
            "SELECT left(encode(sha256(\(Array(scripts.joined()))), 'hex'), 16) AS hash"
        ) { try $0["hash"] }
        let name = "registry_template_" + (hash ?? "")
        guard try !TestServer.server.databaseExists(name) else { return name }

        for outdated in try TestServer.server.databases(prefix: "registry_template_") {
            try TestServer.server.dropDatabase(outdated)
        }
        // Under a temporary name until it is complete: a run that is killed here leaves nothing that looks finished.
        let draft = name + "_draft"
        try TestServer.server.dropDatabase(draft)
        try TestServer.server.createDatabase(draft)
        try prepare(draft) { database in
            _ = try Migrator.migrate(on: &database)
            for login in Login.allCases {
                try database.execute("DROP ROLE IF EXISTS \(identifier: login.name)")
                _ = try Account.add(
                    login: login.name, role: login.role, unit: login.unit, password: Password(password), on: &database)
                // Tests run at the same time, with the same logins.
                try database.execute("ALTER ROLE \(identifier: login.name) CONNECTION LIMIT 1000")
            }
        }
        try connection.execute("ALTER DATABASE \(identifier: draft) RENAME TO \(identifier: name)")
        return name
    }
}
