SELECT format('nomination %s is open in the closed dossier of %s', n.id, n.unit) AS fault
FROM nomination n JOIN dossier d USING (unit, campaign) WHERE n.is_open AND NOT d.is_open
UNION ALL
SELECT format('nomination %s is %s, but the dossier of %s is open', n.id, n.state, n.unit)
FROM nomination n JOIN dossier d USING (unit, campaign) WHERE n.state IN ('submitted', 'endorsed', 'awarded', 'declined') AND d.is_open
UNION ALL
SELECT format('nomination %s was submitted without its %s', n.id, k.code)
FROM nomination n JOIN document_kind k ON k.part_of = 'nomination'
WHERE n.state IN ('submitted', 'endorsed', 'awarded')
  AND NOT EXISTS (SELECT FROM document d WHERE (d.unit, d.nomination, d.kind) = (n.unit, n.id, k.code));
