import Foundation
import Postgres
import Registry
import RegistrySQL
import TestSupport
import Testing

@Suite(.limited, .keepsFailedDatabases) struct MigratorTests {
    private func script(_ name: String, _ text: String) -> RegistrySQL.Script {
        RegistrySQL.Script(name: name, text: Array(text.utf8))
    }

    /// The registry's tables, the first file of its objects (how times are shown), and what a test adds.
    private func scripts(_ migrations: [RegistrySQL.Script] = [], campaigns: [RegistrySQL.Script] = []) -> Migrator.Scripts {
        Migrator.Scripts(
            migrations: RegistrySQL.migrations + migrations, objects: Array(RegistrySQL.objects.prefix(1)),
            campaigns: campaigns)
    }

    private static let everyStep = RegistrySQL.migrations.map(\.name) + ["objects"] + RegistrySQL.campaigns.map(\.name)

    @Test func `A database is brought up to date once; then there is nothing left to do`() throws {
        try TestServer.withConnection { connection in
            let ran = try Migrator.migrate(on: &connection)
            #expect(ran == Self.everyStep)
            expect(try Migrator.migrate(on: &connection), is: [])
            #expect(try Migrator.status(on: &connection).allSatisfy { $0.state == .applied })
        }
    }

    @Test func `Verify finds nothing in a new database, and faults in one that was altered`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            try ProvinceFixture().importStaffing(on: &connection)
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
            try connection.execute("UPDATE quota SET allowed = 7 WHERE (holder, campaign, rule) = ('01', 'TEST', 'Q8')")
            try connection.execute("ALTER TABLE nomination DISABLE TRIGGER nomination_is_judged")
            try connection.execute("DELETE FROM unit_alias WHERE unit = '96'")
            try connection.execute(
                "UPDATE quota_bracket SET bracket = '[0,14)' WHERE (campaign, rule) = ('TEST', 'Q7') AND 0 <@ bracket")
            let faulty = Set(try Migrator.verify(on: &connection).map(\.check))
            #expect(
                faulty == ["campaigns", "catalogue", "deadline", "provinces", "quotas", "walls"])
        }
    }

    @Test func `Verify finds a nomination in a state that no step led to, and a dossier that contradicts it`() throws {
        try RegistryDatabase.withOpenCampaign { connection, _ in
            let ids = try ["04", "08"].map {
                try Nomination.add(.collective($0, of: $0, award: "minister_certificate"), on: &connection).id
            }
            try DossierFixture.submitAll(on: &connection)
            for id in ids { _ = try Endorsement.add(id, on: &connection) }
            expect(try Migrator.verify(on: &connection).map(\.fault), is: [])
            try connection.execute(
                script: """
                    SET session_replication_role = replica;
                    UPDATE nomination SET state = 'awarded', came_from = 'draft' WHERE unit = '04';
                    UPDATE nomination SET state = 'submitted' WHERE unit = '08';
                    DELETE FROM attestation;
                    DELETE FROM document WHERE kind = 'achievement_report';
                    UPDATE dossier SET is_open = true;
                    """)
            let faulty = Set(try Migrator.verify(on: &connection).map(\.check))
            #expect(
                faulty == ["attestations", "decisions", "dossiers", "endorsements", "nominations"])
        }
    }

    @Test func `A migration that was edited, one that is unknown and one out of order are three errors`() throws {
        let (a, b, c) = (script("1002_a", "SELECT 1"), script("1003_b", "SELECT 1"), script("1004_c", "SELECT 1"))
        try TestServer.withConnection { connection in
            _ = try Migrator.migrate(to: scripts([a, c]), on: &connection)
            func error(_ migrations: [RegistrySQL.Script]) -> MigrationError? {
                #expect(throws: MigrationError.self) { try Migrator.migrate(to: scripts(migrations), on: &connection) }
            }
            #expect(error([script("1002_a", "SELECT 2"), c]) == .changed("1002_a"))
            #expect(error([a]) == .missing("1004_c"))
            #expect(error([a, b, c]) == .outOfOrder("1003_b", after: "1004_c"))
            #expect(Refusal(MigrationError.changed("x") as any Error).code == .schemaOutdated)
        }
    }

    @Test func `A script that fails leaves no changes, and is not recorded`() throws {
        try TestServer.withConnection { connection in
            let bad = script("1002_bad", "CREATE TABLE half (n int); SELECT 1 / 0;")
            #expect(throws: ServerError.self) { try Migrator.migrate(to: scripts([bad]), on: &connection) }
            let half: Bool? = try connection.first("SELECT to_regclass('half') IS NULL AS gone") { try $0["gone"] }
            #expect(half == true)
            _ = try Migrator.migrate(to: scripts(), on: &connection)
            let good = script("1002_bad", "CREATE TABLE whole (n int)")
            expect(try Migrator.migrate(to: scripts([good]), on: &connection), is: ["1002_bad", "objects"])
        }
    }

    @Test func `A campaign's script is run again when it is edited`() throws {
        try TestServer.withConnection { connection in
            func campaign(_ text: String) -> Migrator.Scripts { scripts(campaigns: [script("x", text)]) }
            _ = try Migrator.migrate(to: campaign("SELECT 1"), on: &connection)
            expect(try Migrator.migrate(to: campaign("SELECT 1"), on: &connection), is: [])
            expect(try Migrator.migrate(to: campaign("SELECT 2"), on: &connection), is: ["x"])
        }
    }

    @Test func `When several migrate at once, each script is run by one`() throws {
        try TestServer.withDatabase { conninfo in
            let ran = Mailbox<[String]>()
            try onThreads(4) { _ in
                var connection = try Connection(conninfo)
                ran.append(try Migrator.migrate(on: &connection))
            }
            let names = ran.contents.flatMap { $0 }.sorted()
            #expect(names == Self.everyStep.sorted())
        }
    }

    @Test func `A migration that waits too long for another is refused as busy`() throws {
        try RegistryDatabase.with { conninfo in
            var holder = try Connection(conninfo)
            try holder.transaction { transaction in
                try transaction.execute("LOCK TABLE migration")
                var connection = try Connection(conninfo)
                #expect(refusal { _ = try Migrator.migrate(patience: 0, on: &connection) } == .busy)
            }
        }
    }

    @Test func `The committed schema is the one that the migrations create`() throws {
        let committed = try String(contentsOfFile: Repository.root + "/sql/schema.sql", encoding: .utf8)
        let made = try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            return try SchemaText.of(&connection)
        }
        try SchemaText.keep(made)
        let (lines, expected) = (SchemaText.lines(made), SchemaText.lines(committed))
        let isSame = lines == expected
        let difference = lines.difference(from: expected).prefix(10).map { "\($0)" }.joined(separator: "\n")
        #expect(isSame, "compare sql/schema.sql with \(SchemaText.keptPath); it differs in:\n\(difference)")
    }

    @Test(arguments: [
        "ALTER TABLE quota DROP CONSTRAINT quota_allows_none_or_more", "ALTER TABLE quota ADD COLUMN added text COLLATE \"C\"",
        "DROP INDEX quota_by_campaign", "ALTER TABLE quota ALTER COLUMN allowed DROP NOT NULL",
    ])
    func `Whatever is missing from a table or added to it is one line of its schema`(change: String) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let before = SchemaText.lines(try SchemaText.of(&connection))
            try connection.execute(script: change)
            let difference = SchemaText.lines(try SchemaText.of(&connection)).difference(from: before)
            #expect(difference.insertions.count <= 1 && difference.removals.count <= 1 && !difference.isEmpty, "\(difference)")
        }
    }
}
