-- What no file above has said otherwise of: a table that was added falls under the trail by itself, as walls.sql closes it by itself.

SELECT audit_follow(oid) FROM pg_class r
WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relpersistence = 'p' AND relname NOT LIKE 'audit%'
  AND NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = r.oid AND t.tgfoid = 'audit_change'::regproc)
ORDER BY relname;
