import Foundation
import Postgres
import Registry
import RegistrySQL
import TestSupport
import Testing

/// sql/ as its readers find it: each object once, in its last form, in a file that can be read at one sitting.
@Suite(.limited, .keepsFailedDatabases) struct SQLFileTests {
    /// What a separate statement creates, as kind and name; the name of a policy includes its table.
    private static let made: [String] = (RegistrySQL.migrations + RegistrySQL.objects).flatMap { script in
        String(decoding: script.text, as: UTF8.self).matches(
            of: /(?m)^CREATE (?:CONSTRAINT )?(FUNCTION|VIEW|TRIGGER|POLICY) ([\w.]+)(?: ON (\w+))?/
        ).map { match in
            let name = match.3.map { "\($0).\(match.2)" } ?? String(match.2)
            return "\(match.1.lowercased()) \(name)"
        }
    }

    /// Whether a loop creates an object, for every table or for every part of a nomination.
    private static func isGenerated(_ object: String) -> Bool {
        object.contains(/^trigger \w+_(is_audited|is_never_truncated|is_never_rewritten|changes_its_nomination|is_not_offered)$/)
            || object == "trigger A_quiet_end"
            || object.contains(/^policy \w+\.(owner_sees_all|\w+_reads_all|clerk_reads_its_own)$/)
            || object.starts(with: /view past\./)
            // Functions that a view calls have a past as well.
            || object.hasPrefix("function past.") && made.contains(object.replacing("past.", with: ""))
    }

    @Test func `Every function, view, trigger and policy is created once`() {
        let twice = Dictionary(grouping: Self.made) { $0 }.filter { $1.count > 1 }.keys.sorted()
        #expect(twice == [])
        #expect(Self.made.count > 150)
        for script in RegistrySQL.objects {
            let text = String(decoding: script.text, as: UTF8.self)
            let again = text.firstMatch(of: /(?m)^(CREATE OR REPLACE|CREATE TABLE|DROP|ALTER (TABLE|VIEW|FUNCTION|POLICY))/)
            #expect(again == nil, "\(script.name)")
        }
    }

    /// A caller whose statement ends early (a time-out, a lock that is not to be had) would leave no trace of what it has learnt or done.
    @Test func `What stays in the server's log is written before anything is changed, ended or waited for`() throws {
        let bodies = RegistrySQL.objects.flatMap { script in
            String(decoding: script.text, as: UTF8.self).matches(
                of: /(?ms)^CREATE FUNCTION ([\w.]+)\(.*?AS \$\$\n(.*?)^END \$\$;/
            ).map { (name: String($0.1), text: String($0.2)) }
        }
        func firstPlace(_ pattern: some RegexComponent, _ text: Substring) -> String.Index? {
            text.firstRange(of: pattern)?.lowerBound
        }
        let acting =
            /\b(INSERT INTO|UPDATE \w+ \w|DELETE FROM|pg_terminate_backend|server_role_(change|drop|end_sessions)|campaign_hold|claim_answer|session_end\()/
        let logged = bodies.filter { $0.text.contains("RAISE LOG") }.map { body in
            // What was refused is undone by the time when it is handled.
            let handler = body.text.range(of: "EXCEPTION WHEN unique_violation THEN")?.upperBound
            let part = body.text[(handler ?? body.text.startIndex)...]
            return (
                body.name,
                isFirst: (firstPlace(/RAISE LOG/, part)).map { log in firstPlace(acting, part).map { log < $0 } ?? true } ?? false
            )
        }
        #expect(logged.count > 5)
        #expect(logged.filter { !$0.isFirst }.map(\.0) == [])
        // Whoever ends another one's session says so.
        let ending = Set(
            bodies.filter {
                $0.text.contains(/\b(pg_terminate_backend|server_role_end_sessions)\(/) && !$0.name.hasPrefix("server_role_")
            }.map(\.name))
        #expect(ending.subtracting(bodies.filter { $0.text.contains("RAISE LOG") }.map(\.name)) == [])
    }

    @Test func `No file is longer than three hundred lines`() {
        let scripts = RegistrySQL.migrations + RegistrySQL.objects + RegistrySQL.campaigns + RegistrySQL.verifications
        let long = scripts.filter { $0.text.count { $0 == UInt8(ascii: "\n") } > 300 }.map(\.name)
        #expect(long == [])
    }

    @Test func `The catalogue has what the files and their loops create, and nothing else`() throws {
        let there = try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            return try connection.query(
                """
                SELECT concat_ws(' ', kind, CASE WHEN home <> 'public' THEN home || '.' || name ELSE name END) AS object
                FROM (
                    SELECT 'function' AS kind, p.pronamespace::regnamespace::text AS home, p.proname AS name FROM pg_proc p
                    WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
                    UNION ALL
                    SELECT 'view', relnamespace::regnamespace::text, relname FROM pg_class WHERE relkind IN ('v', 'm')
                    UNION ALL
                    SELECT 'relation', 'public', relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v')
                    UNION ALL
                    SELECT 'trigger', 'public', tgname FROM pg_trigger WHERE NOT tgisinternal
                    UNION ALL
                    SELECT 'policy', 'public', format('%s.%s', polrelid::regclass, polname) FROM pg_policy) object
                WHERE home IN ('public', 'past', 'mine', 'council', 'auditor', 'reporter')
                """
            ) { try $0["object"] as String }
        }
        // A relation that is shown in part has functions of its name in three schemas, and a view in one.
        let relations = Set(there.filter { $0.hasPrefix("relation ") }.map { $0.dropFirst("relation ".count) })
        // And what clerks and the council may use, or not, has its name in a schema of theirs.
        let routines = Set(
            there.filter { $0.hasPrefix("function ") && !$0.contains(".") }.map { $0.dropFirst("function ".count) })
        let unknown = Set(there).subtracting(Self.made).filter { object in
            let name = object.replacing(/^(function|view) (mine\.|council\.|auditor\.|reporter\.)?/, with: "")
            return !Self.isGenerated(object) && !(name != object && relations.union(routines).contains(Substring(name)))
                && !object.hasPrefix("relation ")
        }.sorted()
        #expect(unknown == [])
        let missing = Set(Self.made).subtracting(there).sorted()
        #expect(missing == [])
    }
}
