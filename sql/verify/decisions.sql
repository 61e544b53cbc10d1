SELECT format('nomination %s is %s, but the decision says %s', n.id, n.state, coalesce(o.outcome, 'nothing')) AS fault
FROM nomination n LEFT JOIN decision_outcome o ON (o.unit, o.nomination) = (n.unit, n.id)
WHERE (n.state IN ('awarded', 'declined') OR o.outcome IS NOT NULL) AND o.outcome IS DISTINCT FROM n.state;
