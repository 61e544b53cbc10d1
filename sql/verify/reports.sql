SELECT format('the report of %s for %s does not match its checksum', r.campaign, r.date) AS fault
FROM report_run r WHERE r.sha256 <> sha256(convert_to(r.content::text, 'UTF8'))
UNION ALL
SELECT format('the report of %s for %s does not show the hash of its seal', r.campaign, r.date)
FROM report_run r JOIN seal s ON s.number = r.seal WHERE s.hash IS DISTINCT FROM r.content -> 'trail' ->> 'hash';
