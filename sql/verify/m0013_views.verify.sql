SELECT 'a view shows its owner''s rows, not its reader''s: ' || relname AS fault
FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace
  AND NOT coalesce('security_invoker=true' = ANY (reloptions), false);
