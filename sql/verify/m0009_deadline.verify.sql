SELECT 'the deadline''s trigger is missing, disabled or not first' AS fault
WHERE (SELECT array_agg(tgname::text ORDER BY tgname) FROM pg_trigger
       WHERE tgrelid = 'nomination'::regclass AND NOT tgisinternal AND tgenabled IN ('O', 'A') AND tgtype & 2 = 2)
    IS DISTINCT FROM ARRAY['nomination_is_made_before_the_deadline', 'nomination_takes_slot']
UNION ALL
SELECT format('nomination %s changed after its campaign''s deadline', n.id)
FROM nomination n JOIN campaign c ON c.code = n.campaign WHERE n.changed_at >= c.deadline;
