SELECT 'constraint is not in force: ' || name AS fault
FROM unnest(ARRAY['endorsement_slot_is_within_quota', 'endorsement_slot_is_held_once', 'endorsement_draws_on_a_quota',
                  'endorsement_is_of_a_standing_nomination']) AS name
WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name AND convalidated AND conrelid = 'endorsement'::regclass)
UNION ALL
SELECT format('nomination %s is %s, but has an endorsement', n.id, n.state) AS fault
FROM nomination n JOIN endorsement e ON (e.unit, e.nomination) = (n.unit, n.id)
WHERE n.state NOT IN ('endorsed', 'awarded', 'declined');
