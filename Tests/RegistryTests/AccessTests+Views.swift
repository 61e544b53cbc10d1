import Postgres
import Registry
import TestSupport
import Testing

extension AccessTests {
    /// A view that reads as its caller needs the caller's privileges on whatever it reads.
    @Test(arguments: RegistryDatabase.Login.allCases)
    func `Whoever may read a view can read it`(login: RegistryDatabase.Login) throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(login.conninfo(conninfo))
            let views = try connection.query(
                """
                SELECT c.oid::regclass::text AS name FROM pg_class c
                WHERE c.relkind = 'v' AND c.relnamespace::regnamespace::text IN ('public', 'mine', 'council', 'auditor', 'reporter', 'past')
                  AND has_schema_privilege(c.relnamespace, 'USAGE') AND has_table_privilege(c.oid, 'SELECT') ORDER BY 1
                """
            ) { try $0["name"] as String }
            #expect(!views.isEmpty)
            for view in views {
                let refused = refusal { try connection.execute(script: "SELECT FROM \(view) LIMIT 0") }
                #expect(refused == nil, "\(view)")
            }
        }
    }

    /// PostgreSQL checks the functions in a view against whoever reads it, also those of the views below it.
    @Test func `Whoever may read a view may call every function in it`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let missing = try connection.query(
                """
                WITH RECURSIVE below (view, relation) AS (
                    SELECT oid, oid FROM pg_class WHERE relkind = 'v' AND relnamespace::regnamespace::text IN ('public', 'mine', 'council', 'auditor', 'reporter', 'past')
                    UNION
                    SELECT b.view, d.refobjid FROM below b JOIN pg_rewrite w ON w.ev_class = b.relation
                    JOIN pg_depend d ON (d.classid, d.objid) = ('pg_rewrite'::regclass, w.oid) AND d.refclassid = 'pg_class'::regclass
                    JOIN pg_class c ON c.oid = d.refobjid AND c.relkind = 'v'
                    -- A function that runs as its owner reads that view, and not who reads this one.
                    WHERE NOT EXISTS (
                        SELECT FROM pg_depend f JOIN pg_proc p ON p.oid = f.refobjid
                        WHERE (f.classid, f.objid, f.refclassid) = ('pg_rewrite'::regclass, w.oid, 'pg_proc'::regclass)
                          AND p.prosecdef AND p.prorettype = c.reltype))
                SELECT DISTINCT format('%s: %s calls %s', r.rolname, b.view::regclass, d.refobjid::regprocedure) AS missing
                FROM below b JOIN pg_rewrite w ON w.ev_class = b.relation
                JOIN pg_depend d ON (d.classid, d.objid) = ('pg_rewrite'::regclass, w.oid) AND d.refclassid = 'pg_proc'::regclass
                -- What returns a trigger is named in a view, and never called.
                JOIN pg_proc p ON p.oid = d.refobjid AND p.prorettype <> 'trigger'::regtype
                JOIN pg_roles r ON r.rolname LIKE 'thidua\\_%'
                WHERE has_any_column_privilege(r.oid, b.view, 'SELECT') AND NOT has_function_privilege(r.oid, d.refobjid, 'EXECUTE')
                ORDER BY missing
                """
            ) { try $0["missing"] as String }
            #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
        }
    }

    /// Whoever writes in a chain of the trail may keep its head: then everybody waits who writes in it.
    @Test func `What clerks write is in the chain of their unit`() throws {
        try RegistryDatabase.with { conninfo in
            var connection = try Connection(conninfo)
            let shared = try connection.query(
                #"""
                WITH RECURSIVE called (oid) AS (
                    -- Triggers are called by any change.
                    SELECT p.oid FROM pg_proc p
                    WHERE p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace)
                      AND (has_function_privilege('thidua_clerk', p.oid, 'EXECUTE') OR p.prorettype = 'trigger'::regtype AND p.proname <> 'audit_change')
                    UNION
                    SELECT p.oid FROM called c JOIN pg_proc caller ON caller.oid = c.oid
                    JOIN pg_proc p ON p.pronamespace = 'public'::regnamespace AND caller.prosrc ~ ('\y' || p.proname || '\('))
                SELECT DISTINCT format('%s writes %s', p.proname, t.tgrelid::regclass) AS what
                FROM called JOIN pg_proc p USING (oid)
                JOIN pg_trigger t ON t.tgfoid = 'audit_change'::regproc AND get_byte(t.tgargs, 0) = 0
                WHERE p.prosrc ~* ('\y(INSERT INTO|UPDATE|DELETE FROM) ' || t.tgrelid::regclass || '\y')
                ORDER BY what
                """#
            ) { try $0["what"] as String }
            // Only for administrators, and by the timer.
            #expect(shared == ["campaign_close writes campaign_closing"])
        }
    }
}
