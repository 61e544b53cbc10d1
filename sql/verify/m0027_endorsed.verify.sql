SELECT format('nomination %s is %s and endorsed all the same', n.id, n.state) AS fault
FROM nomination n JOIN endorsement e ON (e.unit, e.nomination) = (n.unit, n.id)
WHERE n.state NOT IN ('endorsed', 'awarded', 'declined');
