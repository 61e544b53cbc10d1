SELECT format('quota of %s in %s for %s, %s, %s is %s, but the rules give %s',
              holder, campaign, award, subject, stage, coalesce(allowed_before::text, 'none'), coalesce(allowed_after::text, 'none')) AS fault
FROM quota_pending;
