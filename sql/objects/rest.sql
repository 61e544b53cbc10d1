-- The default for tables that no file above mentions: the trail records a newly added table, just as walls.sql closes it.

SELECT audit_follow(oid) FROM pg_class r
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' AND relname NOT LIKE 'audit%'
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = r.oid AND t.tgfoid = 'audit_change'::regproc)
ORDER BY relname;

-- Functions that clerks or the council may call and that run as the owner use their own settings, not the caller's. With the caller's settings,
-- they could be made to read a table from end to end, and to print their plans.
DO $$
DECLARE
    callable regprocedure;
BEGIN
    FOR callable IN
        SELECT p.oid FROM pg_proc p
        WHERE p.prosecdef AND p.pronamespace IN ('public'::regnamespace, 'mine'::regnamespace, 'council'::regnamespace)
          AND p.prorettype <> 'trigger'::regtype
          AND (has_function_privilege('thidua_clerk', p.oid, 'EXECUTE') OR has_function_privilege('thidua_council', p.oid, 'EXECUTE'))
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET client_min_messages = notice', callable);
        EXECUTE format('ALTER FUNCTION %s SET enable_seqscan = off', callable);
        EXECUTE format('ALTER FUNCTION %s SET enable_indexscan = on', callable);
        EXECUTE format('ALTER FUNCTION %s SET enable_bitmapscan = on', callable);
    END LOOP;
END $$;
