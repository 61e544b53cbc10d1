SELECT format('%s has no policy for its owner, whose functions then see nothing', relname) AS fault
FROM pg_class c
WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner_sees_all')
UNION ALL
-- Who may connect, and who may look through the server's windows, is not part of the schema: `doctor` reports it, and `SELECT database_close()` fixes it.
SELECT format('%s: %s', object, fault) AS fault FROM access_fault WHERE fault NOT IN (
    'database_lets_everyone_in', 'windows_are_for_everyone', 'other_database_lets_everyone_in', 'neighbour_database_lets_everyone_in', 'large_object_stops_the_backup',
    'transactions_can_be_prepared', 'owner_lacks_leave_of_the_server', 'schema_is_locked_by_everyone', 'login_connects_without_limit', 'login_spills_without_limit');
