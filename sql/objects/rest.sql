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

-- With the caller's exit_on_error, an error would end the session before a function could handle it.
DO $$
DECLARE
    handling regprocedure;
BEGIN
    FOR handling IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace, 'auditor'::regnamespace, 'reporter'::regnamespace, 'past'::regnamespace)
          AND p.prosrc ~ '\yEXCEPTION\s+WHEN\y' AND p.proowner = current_user::regrole
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET exit_on_error = off', handling);
    END LOOP;
END $$;

-- A deferred foreign key is checked outside of every function, as the transaction ends, and would print the plan of its own query. So the first thing
-- that happens then to such a row is this: triggers are called in the order of their names, and a foreign key's begins with "RI_".
CREATE FUNCTION be_quiet() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF current_setting('client_min_messages') IN ('debug5', 'debug4', 'debug3', 'debug2', 'debug1', 'log') THEN
        PERFORM set_config('client_min_messages', 'notice', true);
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION be_quiet IS 'Keeps what follows in the transaction from printing plans.';
DO $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN
        SELECT DISTINCT r.oid FROM pg_constraint c JOIN pg_class r ON r.oid IN (c.conrelid, c.confrelid)
        WHERE c.contype = 'f' AND c.condeferrable AND r.relnamespace = 'public'::regnamespace
    LOOP
        EXECUTE format('CREATE CONSTRAINT TRIGGER "A_quiet_end" AFTER INSERT OR UPDATE OR DELETE ON %s DEFERRABLE INITIALLY DEFERRED '
                       'FOR EACH ROW EXECUTE FUNCTION be_quiet()', relation);
        EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER "A_quiet_end"', relation);
    END LOOP;
END $$;

-- A body in quotes is read when it is first called, with the caller's standard_conforming_strings: without it, a backslash would be an escape.
DO $$
DECLARE
    read_late regprocedure;
BEGIN
    FOR read_late IN
        SELECT p.oid FROM pg_proc p
        WHERE p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace, 'auditor'::regnamespace, 'reporter'::regnamespace, 'past'::regnamespace)
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
