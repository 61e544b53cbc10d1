SELECT format('%s has no policy for its owner, whose functions then see nothing', relname) AS fault
FROM pg_class c
WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT EXISTS (
    SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'owner_sees_all');
