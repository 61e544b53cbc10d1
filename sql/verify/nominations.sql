SELECT format('quota of %s in %s for %s, %s has more holders than slots', holder, campaign, award, subject) AS fault
FROM quota_status WHERE remaining < 0
UNION ALL
SELECT 'constraint is not in force: ' || name
FROM unnest(ARRAY['nomination_slot_is_within_quota', 'nomination_slot_is_held_once', 'nomination_draws_on_a_quota',
                  'nomination_subject_is_nominated_once', 'nomination_person_is_nominated_once']) AS name
WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name AND convalidated AND conrelid = 'nomination'::regclass)
UNION ALL
SELECT format('nomination %s went from %s to %s, which is not a step', n.id, n.came_from, n.state) AS fault
FROM nomination n LEFT JOIN step s ON (s.earlier, s.later) = (n.came_from, n.state)
WHERE s.earlier IS NULL AND (n.came_from IS NOT NULL OR n.state <> 'draft')
UNION ALL
SELECT format('no step leads to the state %s', s.code) FROM nomination_state s
WHERE s.code <> 'draft' AND NOT EXISTS (SELECT FROM step WHERE later = s.code);
