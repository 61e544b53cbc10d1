SELECT format('quota of %s in %s for %s, %s has more holders than slots', holder, campaign, award, subject) AS fault
FROM quota_status WHERE remaining < 0
UNION ALL
SELECT 'constraint is not in force: ' || name
FROM unnest(ARRAY['nomination_slot_is_within_quota', 'nomination_slot_is_held_once', 'nomination_draws_on_a_quota',
                  'nomination_subject_is_nominated_once']) AS name
WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conname = name AND convalidated AND conrelid = 'nomination'::regclass);
