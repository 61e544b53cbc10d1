import Foundation
import Postgres
import Registry
import RegistrySQL
import TestSupport
import Testing

/// What must hold for everything in the schema, whoever added it.
@Suite(.limited, .keepsFailedDatabases) struct CatalogueTests {
    private func names(_ query: SQL) throws -> Set<String> {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            return Set(try connection.query(query) { try $0[0] as String })
        }
    }

    @Test func `Every constraint has its sentence, and every sentence its constraint`() throws {
        let constraints = try names(
            """
            SELECT conname::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 't'
            UNION
            SELECT relname::text FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indisunique AND c.relnamespace = 'public'::regnamespace
            UNION
            SELECT (regexp_matches(prosrc, 'CONSTRAINT = ''(\\w+)''', 'g'))[1] FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace
            """)
        let sentences = Set(Refusal.constraints)
        #expect(constraints.subtracting(sentences).sorted() == [])
        #expect(sentences.subtracting(constraints).sorted() == [])
    }

    @Test func `Every sentence is said in both languages`() {
        for name in Refusal.constraints {
            let refusal = Refusal(constraint: name)
            for phrase in [refusal?.message, refusal?.hint].compactMap({ $0 }) {
                #expect(!phrase.vi.isEmpty && !phrase.en.isEmpty && phrase.vi != phrase.en, "\(name)")
                #expect(phrase.vi.hasSuffix(".") || phrase.vi.contains("thidua"), "\(name)")
            }
        }
    }

    @Test func `The roles that help and completion name are the roles that there are`() throws {
        expect(try names("SELECT code FROM access_role"), is: Set(Account.roles))
    }

    @Test func `Constraints are sentences, never PostgreSQL's own names`() throws {
        let generated = try names(
            """
            SELECT conname::text FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND conname ~ '_(pkey|key|fkey|check|excl)\\d*$'
            """)
        #expect(generated == [])
    }

    @Test func `Every table, view, column, domain and function says what it is for`() throws {
        let silent = try names(
            """
            SELECT c.relname || coalesce('.' || a.attname, '')
            FROM pg_class c
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
              AND (obj_description(c.oid, 'pg_class') IS NULL
                   OR (a.attnum IS NOT NULL AND col_description(c.oid, a.attnum) IS NULL))
            UNION
            SELECT typname::text FROM pg_type
            WHERE typnamespace = 'public'::regnamespace AND typtype = 'd' AND obj_description(oid, 'pg_type') IS NULL
            UNION
            SELECT p.proname::text FROM pg_proc p
            WHERE p.pronamespace = 'public'::regnamespace AND obj_description(p.oid, 'pg_proc') IS NULL
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
            """)
        #expect(silent == [])
    }

    @Test func `The SQL that is embedded is the SQL in the folders`() throws {
        func files(_ folder: String) throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: Repository.root + "/sql/" + folder).sorted()
        }
        let folders = [
            ("migrations", RegistrySQL.migrations), ("objects", RegistrySQL.objects), ("campaigns", RegistrySQL.campaigns),
            ("verify", RegistrySQL.verifications),
        ]
        for (folder, scripts) in folders {
            expect(try files(folder), is: scripts.map { $0.name + ".sql" }.sorted())
            for script in scripts {
                let path = Repository.root + "/sql/\(folder)/\(script.name).sql"
                let isSame = try Array(#require(FileManager.default.contents(atPath: path))) == script.text
                #expect(isSame, "\(script.name)")
            }
        }
        let migrations = RegistrySQL.migrations.map(\.name)
        #expect(migrations == migrations.sorted())
    }

    @Test func `The numbers of clause 1.2 stand in one file only`() throws {
        // A rule has one home: no bracket and no size of a quota in the Swift sources.
        let sources = try #require(FileManager.default.enumerator(atPath: Repository.root + "/Sources"))
        for case let path as String in sources where path.hasSuffix(".swift") && !path.contains("Demo/") {
            let text = try String(contentsOfFile: Repository.root + "/Sources/" + path, encoding: .utf8)
            for number in ["199", "200", "500", "501"] {
                #expect(text.firstRange(of: try Regex("\\b\(number)\\b")) == nil, "\(path): \(number)")
            }
        }
    }
}
