SELECT format('%s has no policy for its owner, whose functions then see nothing', relname) AS fault
FROM pg_class c
WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner_sees_all')
UNION ALL
-- Who may connect, and what the server counts, is the database's, not the schema's: `doctor` says so, and `SELECT database_close()` is the remedy.
SELECT format('%s: %s', object, fault) AS fault FROM access_fault WHERE fault NOT IN ('database_lets_everyone_in', 'counters_are_for_everyone');
