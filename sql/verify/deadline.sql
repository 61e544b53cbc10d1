SELECT 'nomination_is_judged is not the only trigger before changes of nominations, or it is disabled' AS fault
WHERE (SELECT array_agg(tgname::text ORDER BY tgname) FROM pg_trigger
       WHERE tgrelid = 'nomination'::regclass AND NOT tgisinternal AND tgenabled IN ('O', 'A') AND tgtype & 3 = 3)
    IS DISTINCT FROM ARRAY['nomination_is_judged']
UNION ALL
-- Steps after submission are taken at any time; the contents of a paper set that arrived in time (T4) may be keyed in later.
SELECT format('nomination %s changed after its campaign''s deadline', n.id)
FROM nomination n JOIN campaign c ON c.code = n.campaign LEFT JOIN dossier d ON (d.unit, d.campaign) = (n.unit, n.campaign)
WHERE n.entered_at >= c.deadline
   OR n.changed_at >= c.deadline AND n.state IN ('draft', 'returned', 'withdrawn') AND d.paper_at IS NULL;
