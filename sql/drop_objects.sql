-- Drops everything that holds no rows, so that it can be recreated in its current form: triggers, policies, views, functions and grants,
-- whatever created them. Functions that a table depends on (in a check, an index or a generated column) stay: the catalogue says which they are.
CREATE OR REPLACE FUNCTION pg_temp.drop_objects(keeps_trail boolean) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp SET client_min_messages = warning AS $$
DECLARE
    homes regnamespace[] := ARRAY(SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'past', 'mine', 'council', 'auditor', 'reporter'));
    -- The trail records a migration that changes rows like any other change: keep its triggers, and what they call.
    trail name[] := CASE WHEN keeps_trail THEN '{audit_change,audit_hash,audit_image,audit_personal_hash}'::name[] ELSE '{}' END;
    statement text;
BEGIN
    FOR statement IN
        SELECT format('DROP TRIGGER %I ON %s', t.tgname, t.tgrelid::regclass)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
        WHERE c.relnamespace = ANY (homes) AND NOT t.tgisinternal AND p.proname <> ALL (trail)
        UNION ALL
        SELECT format('DROP POLICY %I ON %s', p.polname, p.polrelid::regclass)
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = ANY (homes)
        UNION ALL
        -- Until the table is closed again, its owner sees all its rows.
        SELECT format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', oid::regclass)
        FROM pg_class WHERE relnamespace = ANY (homes) AND relforcerowsecurity
        UNION ALL
        -- CASCADE also drops the functions that return a view's rows.
        SELECT format('DROP VIEW %s CASCADE', string_agg(oid::regclass::text, ', '))
        FROM pg_class WHERE relnamespace = ANY (homes) AND relkind = 'v' HAVING count(*) > 0
    LOOP
        EXECUTE statement;
    END LOOP;

    FOR statement IN
        WITH RECURSIVE kept (oid) AS (
            SELECT d.refobjid FROM pg_depend d
            WHERE d.refclassid = 'pg_proc'::regclass
              AND (d.classid IN ('pg_constraint'::regclass, 'pg_attrdef'::regclass, 'pg_class'::regclass, 'pg_type'::regclass, 'pg_trigger'::regclass)
                   OR d.deptype = 'e')
            UNION
            SELECT p.oid FROM pg_proc p WHERE p.proname = ANY (trail)
            UNION
            SELECT d.refobjid FROM kept k JOIN pg_depend d ON (d.classid, d.objid) = ('pg_proc'::regclass, k.oid)
            WHERE d.refclassid = 'pg_proc'::regclass
        ), found AS (
            SELECT p.oid::regprocedure AS function,
                   p.oid IN (SELECT k.oid FROM kept k)
                   OR EXISTS (SELECT FROM pg_depend d WHERE (d.classid, d.objid) = ('pg_proc'::regclass, p.oid) AND d.deptype = 'e') AS is_kept
            FROM pg_proc p WHERE p.pronamespace = ANY (homes)
        ), grant_of (statement) AS (
            SELECT format('REVOKE ALL ON %s %s FROM %s', CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, c.oid::regclass, to_role.name)
            FROM pg_class c
            CROSS JOIN LATERAL (
                SELECT a.grantee FROM aclexplode(c.relacl) a
                UNION
                SELECT a.grantee FROM pg_attribute f CROSS JOIN LATERAL aclexplode(f.attacl) a WHERE f.attrelid = c.oid) g
            CROSS JOIN LATERAL (SELECT CASE g.grantee WHEN 0 THEN 'PUBLIC' ELSE g.grantee::regrole::text END AS name) to_role
            WHERE c.relnamespace = ANY (homes) AND c.relkind IN ('r', 'S') AND g.grantee <> c.relowner
            UNION ALL
            SELECT format('REVOKE ALL ON FUNCTION %s FROM %s', f.function, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
            FROM found f JOIN pg_proc p ON p.oid = f.function CROSS JOIN LATERAL aclexplode(p.proacl) a
            WHERE f.is_kept AND a.grantee <> p.proowner
              AND NOT EXISTS (SELECT FROM pg_depend d WHERE (d.classid, d.objid) = ('pg_proc'::regclass, p.oid) AND d.deptype = 'e')
        )
        SELECT format('DROP FUNCTION %s', string_agg(function::text, ', ')) FROM found WHERE NOT is_kept HAVING count(*) > 0
        UNION ALL
        SELECT g.statement FROM grant_of g
    LOOP
        EXECUTE statement;
    END LOOP;
END $$;
