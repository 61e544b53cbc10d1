SELECT format('the report of %s of %s is not what was kept', r.campaign, r.date) AS fault
FROM report_run r WHERE r.sha256 <> sha256(convert_to(r.content::text, 'UTF8'))
UNION ALL
SELECT format('the report of %s of %s shows another hash than its seal', r.campaign, r.date)
FROM report_run r JOIN seal s ON s.number = r.seal WHERE s.hash IS DISTINCT FROM r.content -> 'trail' ->> 'hash';
