-- The default for tables that no file above mentions: the trail records a newly added table, just as walls.sql closes it. In the chain of the unit that
-- a row names: a clerk may keep the head of a chain (SET CONSTRAINTS), and so everybody waiting who writes in it.

SELECT audit_follow(oid, coalesce((SELECT attname::text FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attname = 'unit'), '')) FROM pg_class r
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' AND relname NOT LIKE 'audit%'
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = r.oid AND t.tgfoid = 'audit_change'::regproc)
ORDER BY relname;

-- Functions that clerks or the council may call, and triggers, read rows that their callers may not see. With the caller's client_min_messages, they
-- could be made to print the plans of their statements, and in these what is expected of all rows.
DO $$
DECLARE
    callable regprocedure;
BEGIN
    FOR callable IN
        SELECT p.oid FROM pg_proc p
        WHERE p.prosecdef AND p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace)
          AND (p.prorettype = 'trigger'::regtype
               OR has_function_privilege('thidua_clerk', p.oid, 'EXECUTE') OR has_function_privilege('thidua_council', p.oid, 'EXECUTE'))
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET client_min_messages = notice', callable);
    END LOOP;
END $$;

-- A body in quotes is read when it is first called, with the caller's standard_conforming_strings: without it, a backslash would be an escape.
DO $$
DECLARE
    read_late regprocedure;
BEGIN
    FOR read_late IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace, 'past'::regnamespace)
          AND p.prosqlbody IS NULL AND strpos(p.prosrc, chr(92)) > 0
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET standard_conforming_strings = on', read_late);
    END LOOP;
END $$;

-- The record of the catalogue, which everybody compares with what is: see catalogue.sql, which comes last.
SELECT share('catalogue', 'thidua_user');

-- A privilege on a whole table is also one on its system columns, which tell who has locked or written a row, and in which transaction: another
-- unit's nomination locks the rows of its award, its state and its campaign. So those who share a table with others may read its columns only.
DO $$
DECLARE
    granted record;
BEGIN
    FOR granted IN
        SELECT c.oid::regclass AS relation, a.grantee::regrole AS reader,
               (SELECT string_agg(quote_ident(f.attname), ', ' ORDER BY f.attnum) FROM pg_attribute f
                WHERE f.attrelid = c.oid AND f.attnum > 0 AND NOT f.attisdropped) AS columns
        FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.privilege_type = 'SELECT'
          AND a.grantee NOT IN (c.relowner, 'thidua_backup'::regrole, 'thidua_administrator'::regrole, 'thidua_accounts'::regrole)
    LOOP
        EXECUTE format('REVOKE SELECT ON %s FROM %s', granted.relation, granted.reader);
        EXECUTE format('GRANT SELECT (%s) ON %s TO %s', granted.columns, granted.relation, granted.reader);
    END LOOP;
END $$;
