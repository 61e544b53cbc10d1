import Foundation
import Postgres
import TestSupport

/// Tables, keys and indexes as the catalogue has them, so that a migration's changes are visible at a glance. All other objects
/// are defined in the files of sql/objects.
enum SchemaText {
    static let keptPath = Repository.root + "/.build/schema.sql"

    private static let head = """
        -- What sql/migrations create: tables, keys and indexes, read from the catalogue. Do not run or edit this file: MigratorTests compares it.

        """

    static func of(_ connection: inout Connection) throws -> String {
        let lines = try connection.query(
            """
            WITH relation AS (
                SELECT c.oid, c.relname AS name, c.relpersistence, c.reloptions FROM pg_class c
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            ), line (name, part, place, text) AS (
                SELECT r.name, 0, '', concat_ws(' ', E'\\n' || CASE r.relpersistence WHEN 'u' THEN 'UNLOGGED TABLE' ELSE 'TABLE' END, r.name,
                                                array_to_string(r.reloptions, ', '))
                FROM relation r
                UNION ALL
                SELECT r.name, 1, to_char(a.attnum, '000'), concat_ws(' ',
                    '    ' || rpad(a.attname, 16), format_type(a.atttypid, a.atttypmod),
                    (SELECT 'COLLATE "' || l.collname || '"' FROM pg_collation l JOIN pg_type t ON t.oid = a.atttypid
                     WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation),
                    CASE WHEN a.attnotnull THEN 'NOT NULL' END,
                    CASE a.attidentity WHEN 'a' THEN 'GENERATED ALWAYS AS IDENTITY' END,
                    CASE WHEN a.attgenerated = 's' THEN 'GENERATED ALWAYS AS (' || pg_get_expr(d.adbin, d.adrelid) || ')'
                         ELSE 'DEFAULT ' || pg_get_expr(d.adbin, d.adrelid) END,
                    CASE WHEN a.attstorage <> t.typstorage THEN 'STORAGE ' || a.attstorage::text END,
                    CASE WHEN a.attcompression <> '' THEN 'COMPRESSION ' || a.attcompression::text END)
                FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
                JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
                UNION ALL
                SELECT r.name, 2, translate(k.contype::text, 'pucxf', '12345') || k.conname,
                       format('    %s: %s', k.conname, pg_get_constraintdef(k.oid))
                FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype IN ('p', 'u', 'c', 'x', 'f')
                UNION ALL
                SELECT r.name, 3, i.indexrelid::regclass::text,
                       format('    %s: %s', i.indexrelid::regclass, regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (.*INDEX) \\S+ ON \\S+ ', '\\1 '))
                FROM relation r JOIN pg_index i ON i.indrelid = r.oid
                WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
                UNION ALL
                SELECT '', 0, concat_ws(' ', t.typname, k.conname), concat_ws(' ', E'\\nDOMAIN', t.typname, format_type(t.typbasetype, t.typtypmod), k.conname || ':', pg_get_constraintdef(k.oid))
                FROM pg_type t LEFT JOIN pg_constraint k ON k.contypid = t.oid
                WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'd'
            )
            SELECT text FROM line ORDER BY name COLLATE "C", part, place COLLATE "C"
            """
        ) { try $0["text"] as String }
        return head + lines.map { $0.trimmed() }.joined(separator: "\n") + "\n"
    }

    /// PostgreSQL versions differ in which parentheses they print.
    static func lines(_ text: String) -> [String] {
        text.split(separator: "\n").map { $0.filter { $0 != "(" && $0 != ")" } }
    }

    static func keep(_ text: String) throws {
        try text.write(toFile: keptPath, atomically: true, encoding: .utf8)
    }
}

extension String {
    fileprivate func trimmed() -> String { String(reversed().drop { $0 == " " }.reversed()) }
}
