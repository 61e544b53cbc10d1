SELECT format('nomination %s came from %s to %s, which is no step', n.id, n.came_from, n.state) AS fault
FROM nomination n LEFT JOIN step s ON (s.earlier, s.later) = (n.came_from, n.state)
WHERE s.earlier IS NULL AND (n.came_from IS NOT NULL OR n.state <> 'draft')
UNION ALL
SELECT format('no step leads to the state %s', s.code) FROM nomination_state s
WHERE s.code <> 'draft' AND NOT EXISTS (SELECT FROM step WHERE later = s.code);
