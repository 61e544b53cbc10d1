import Foundation
import Postgres
import Registry
import TestSupport
import Testing

/// In every table that the trail follows, a change past the trail is named.
extension AuditGapTests {
    /// A row of every table, if possible, as clerks, the council and the administrators would enter it.
    private func fill(_ connection: inout Connection, _ conninfo: String) throws {
        _ = try Neighbour(&connection, conninfo)
        try connection.execute(
            script: """
                INSERT INTO area_specialist (code, name, email) VALUES ('CQ1', 'Lê Văn Quản', 'quan@example.vn');
                INSERT INTO specialist_area (specialist, province) VALUES ('CQ1', '01');
                INSERT INTO campaign_closing (campaign, deadline) VALUES ('606/KH-CQLTHADS', '2026-04-25');
                INSERT INTO session_end (login, sessions) VALUES ('x', 1);
                INSERT INTO claim (unit, campaign, holder, subject, collective) VALUES ('04', 'TEST', '04', 'collective', '04');
                """)
        try connection.execute("SELECT report_keep(report_read('TEST', NULL))")
        try connection.execute("SELECT report_letter_begin('TEST', date, revision, 'CQ1', 'quan@example.vn') FROM report_run")
    }

    /// A different value of the column's type, as an SQL expression; nil if there is none that fits every column of the type.
    private func other(_ column: String, of type: String) -> String? {
        switch type {
        case "text", "varchar": "\(column) || 'x'"
        case "int2", "int4", "int8": "\(column) + 1"
        case "bool": "NOT \(column)"
        case "timestamptz": "\(column) - interval '1 minute'"
        case "date": "\(column) - 1"
        case "bytea": "sha256(\(column))"
        case "jsonb": "jsonb_build_array(\(column))"
        case "int4range": "int4range(lower(\(column)), NULL)"
        default: nil
        }
    }

    @Test func `In every table, a row that is changed while the triggers are off is named`() throws {
        try RegistryDatabase.withOpenCampaign { connection, conninfo in
            try fill(&connection, conninfo)
            expect(try connection.gaps(), is: [])
            let tables: [String] = try connection.query("SELECT relation FROM audit_key ORDER BY relation") { try $0["relation"] }
            let followed = try connection.rows(
                "SELECT count(DISTINCT tgrelid) FROM pg_trigger WHERE tgfoid = 'audit_change'::regproc")
            #expect(followed == ["(\(tables.count))"])
            var (expected, empty, whole): (Set<String>, [String], [String]) = ([], [], [])
            // Neither the totals of staffing tables nor the seeds, without which other rows would be unknown.
            for table in tables where !["staffing_row", "seed"].contains(table) {
                let columns = try connection.query(
                    """
                    SELECT a.attname::text AS name, coalesce(b.typname, t.typname)::text AS type
                    FROM pg_attribute a JOIN audit_key k ON k.relation::regclass = a.attrelid
                    JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_type b ON b.oid = t.typbasetype
                    WHERE k.relation = \(table) AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''
                      AND a.attname <> ALL (k.columns) AND a.attname <> 'changed_at'
                      AND NOT coalesce(audit_argument(a.attrelid, 4)::jsonb ? a.attname::text, false)
                    ORDER BY a.attname
                    """
                ) { (name: try $0["name"] as String, type: try $0["type"] as String) }
                guard try connection.execute("SELECT FROM \(identifier: table) LIMIT 1") == 1 else {
                    empty.append(table)
                    continue
                }
                let changed = columns.first { column in
                    guard let value = other(column.name, of: column.type) else { return false }
                    let row = "ctid = (SELECT ctid FROM \(table) WHERE \(column.name) IS NOT NULL LIMIT 1)"
                    let script = "UPDATE \(table) SET \(column.name) = \(value) WHERE \(row)"
                    // Some values are refused by checks, which cannot be turned off.
                    guard (try? connection.tamper(table, script)) != nil else { return false }
                    return (try? connection.gaps().contains { $0.hasPrefix("\(table) ") }) == true
                }
                if changed == nil {
                    whole.append(table)
                    try connection.tamper(table, "DELETE FROM \(table) WHERE ctid = (SELECT ctid FROM \(table) LIMIT 1)")
                }
                expected.insert("\(table): \(changed?.name ?? "missing")")
            }
            let found = Set(try connection.gaps().map(withoutKey))
            #expect(expected.subtracting(found).sorted() == [])
            #expect(empty == [])
            #expect(whole.count < 12 && expected.count > 40, "\(whole), \(expected.count)")
        }
    }
}
