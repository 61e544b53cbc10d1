-- What no file above has said otherwise of: a table that was added falls under the trail by itself, as walls.sql closes it by itself.

SELECT audit_follow(oid) FROM pg_class r
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' AND relname NOT LIKE 'audit%'
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = r.oid AND t.tgfoid = 'audit_change'::regproc)
ORDER BY relname;

-- What a clerk or the council may call and acts as the owner reads by its own settings, not by the caller's: by theirs it could be had to read a
-- table from end to end, and to print its plans.
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
