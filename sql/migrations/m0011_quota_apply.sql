-- Bringing `quota` to what the rules derive, after a new staffing table or a new campaign.

CREATE FUNCTION quota_apply()
    RETURNS TABLE (campaign text, holder text, award text, subject text, stage text, allowed_before integer, allowed_after integer)
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    pending quota_pending;
    refused text;
BEGIN
    -- Staffing stays as it is until this ends: else a new campaign could miss a table that is being applied.
    LOCK TABLE staffing_current IN SHARE ROW EXCLUSIVE MODE;

    -- All at once and in one order, before anything is judged: clerks in the middle of a nomination are waited for.
    PERFORM FROM quota q JOIN campaign c ON c.code = q.campaign
    WHERE clock_timestamp() < c.deadline
    ORDER BY q.holder, q.campaign, q.award, q.subject, q.stage
    FOR UPDATE OF q;

    FOR pending IN SELECT * FROM quota_pending p ORDER BY p.campaign, p.holder, p.award, p.subject, p.stage LOOP
        -- Ranks close first: whoever sits above the new size asks for the lowest free slot. Where there are more of them
        -- than gaps, the check on the slot refuses the whole.
        UPDATE nomination n SET slot = NULL
        WHERE (n.holder, n.campaign, n.award, n.subject, n.stage)
            = (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage)
          AND n.slot > pending.allowed_after;
        UPDATE endorsement e SET slot = NULL
        WHERE (e.holder, e.campaign, e.award, e.subject, e.stage)
            = (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage)
          AND e.slot > pending.allowed_after;
        IF pending.allowed_after IS NULL THEN
            DELETE FROM quota q
            WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
                = (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage);
        ELSE
            INSERT INTO quota AS q (holder, campaign, award, subject, stage, allowed, rule, measured)
            VALUES (pending.holder, pending.campaign, pending.award, pending.subject, pending.stage,
                    pending.allowed_after, pending.rule, pending.measured)
            ON CONFLICT ON CONSTRAINT quota_is_stated_once DO UPDATE
                SET allowed = excluded.allowed, rule = excluded.rule, measured = excluded.measured;
        END IF;
        IF pending.allowed_before IS DISTINCT FROM pending.allowed_after THEN
            RETURN QUERY SELECT pending.campaign::text, pending.holder, pending.award, pending.subject, pending.stage,
                                pending.allowed_before, pending.allowed_after;
        END IF;
    END LOOP;
EXCEPTION WHEN check_violation OR foreign_key_violation THEN
    GET STACKED DIAGNOSTICS refused = CONSTRAINT_NAME;
    IF refused IN ('nomination_slot_is_within_quota', 'nomination_draws_on_a_quota',
                   'endorsement_slot_is_within_quota', 'endorsement_draws_on_a_quota') THEN
        -- The same constraints that refuse a nomination: here it is the quota that would give way, and the words differ.
        RAISE EXCEPTION 'a quota would fall below the slots in use'
            USING ERRCODE = 'check_violation', TABLE = 'quota', CONSTRAINT = 'quota_covers_the_slots_in_use';
    END IF;
    RAISE;
END $$;
COMMENT ON FUNCTION quota_apply IS 'Makes `quota` what `quota_derived` says, or refuses as a whole; returns the quotas whose size changed.';
