SELECT 'constraint is not in force: ' || name AS fault
FROM unnest(ARRAY['endorsement_slot_is_within_quota', 'endorsement_slot_is_held_once', 'endorsement_draws_on_a_quota',
                  'endorsement_is_of_a_standing_nomination']) AS name
WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name AND convalidated AND conrelid = 'endorsement'::regclass);
