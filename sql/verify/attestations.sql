SELECT format('nomination %s is %s without %s %s', c.nomination, n.state, c.kind, c.item) AS fault
FROM checklist c JOIN nomination n ON (n.unit, n.id) = (c.unit, c.nomination)
WHERE n.state IN ('submitted', 'endorsed', 'awarded') AND NOT c.is_met
UNION ALL
SELECT format('campaign %s has no criterion for the subject %s', c.code, s.code)
FROM campaign c CROSS JOIN subject s
WHERE NOT EXISTS (SELECT FROM criterion r WHERE (r.campaign, r.subject) = (c.code, s.code));
