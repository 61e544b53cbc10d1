-- What the rules grant. `quota_derived` is the only place where a quota's size is calculated; `quota` stores the result.

CREATE VIEW quota_derived WITH (security_invoker = true) AS
WITH house_quota AS (
    SELECT h.code AS holder, r.campaign, r.award, r.subject, r.rule, r.pooled, b.allowed, m.measured
    FROM quota_rule r
    JOIN unit h ON h.kind = r.holder_kind
    LEFT JOIN house_staff s ON s.house = h.code
    CROSS JOIN LATERAL (
        SELECT CASE r.measure WHEN 'civil_servants' THEN s.civil_servants
                              WHEN 'area_offices' THEN s.area_offices END AS measured) m
    JOIN quota_bracket b USING (campaign, rule)
    -- Without staffing data, nothing is measured and no bracket matches: then there is no quota, and never a default.
    WHERE b.bracket @> CASE r.measure WHEN 'none' THEN 0 ELSE m.measured END
)
SELECT holder, campaign, award, subject, 'proposal' AS stage, allowed, rule, measured
FROM house_quota
UNION ALL
SELECT DISTINCT CASE c.pool WHEN 'all_provinces' THEN '*' ELSE q.holder END,
       q.campaign, q.award, q.subject, 'endorsement', q.allowed, q.rule, q.measured
FROM house_quota q
JOIN campaign c ON c.code = q.campaign
WHERE q.pooled;
COMMENT ON VIEW quota_derived IS 'Every quota as it follows from the rules and the staffing tables now in force.';

CREATE VIEW quota_pending WITH (security_invoker = true) AS
SELECT holder, campaign, award, subject, stage,
       q.allowed AS allowed_before, d.allowed AS allowed_after, d.rule, d.measured
FROM quota q
FULL JOIN quota_derived d USING (holder, campaign, award, subject, stage)
JOIN campaign c ON c.code = campaign
WHERE (q.allowed, q.rule, q.measured) IS DISTINCT FROM (d.allowed, d.rule, d.measured)
  -- A closed campaign keeps its quotas as they were; a quota that it never had may still be calculated.
  AND (clock_timestamp() < c.deadline OR q.holder IS NULL);
COMMENT ON VIEW quota_pending IS 'Where `quota` and `quota_derived` differ: allowed_before is null for a new quota, allowed_after for one that no longer exists.';

CREATE VIEW quota_shortfall WITH (security_invoker = true) AS
SELECT p.campaign, p.holder, p.award, p.subject, p.stage, p.allowed_before, coalesce(p.allowed_after, 0) AS allowed_after,
       held.nominations
FROM quota_pending p
CROSS JOIN LATERAL (
    SELECT array_agg(id ORDER BY slot) AS nominations
    FROM (
        SELECT n.id, n.slot FROM nomination n
        WHERE (n.holder, n.campaign, n.award, n.subject, n.stage) = (p.holder, p.campaign, p.award, p.subject, p.stage)
          AND n.slot IS NOT NULL
        UNION ALL
        SELECT e.nomination, e.slot FROM endorsement e
        WHERE (e.holder, e.campaign, e.award, e.subject, e.stage) = (p.holder, p.campaign, p.award, p.subject, p.stage)
    ) holding
) held
WHERE cardinality(held.nominations) > coalesce(p.allowed_after, 0);
COMMENT ON VIEW quota_shortfall IS 'Quotas that would fall below the slots in use, and the nominations that hold them.';

-- Updates `quota` to what the rules grant, after a new staffing table or a new campaign.
CREATE FUNCTION quota_apply()
    RETURNS TABLE (campaign text, holder text, award text, subject text, stage text, allowed_before integer, allowed_after integer)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    pending quota_pending;
    refused text;
BEGIN
    -- Staffing stays as it is until this ends: otherwise a new campaign could miss a table that is being applied.
    LOCK TABLE staffing_current IN SHARE ROW EXCLUSIVE MODE;

    -- Locked all at once and in one order, before anything is checked: this waits for clerks who are entering a nomination.
    PERFORM FROM quota q JOIN campaign c ON c.code = q.campaign
    WHERE clock_timestamp() < c.deadline
    ORDER BY q.holder, q.campaign, q.award, q.subject, q.stage
    FOR UPDATE OF q;

    FOR pending IN SELECT * FROM quota_pending p ORDER BY p.campaign, p.holder, p.award, p.subject, p.stage LOOP
        -- Slots are compacted first: nominations above the new size request the lowest free slot. If there are more of them
        -- than gaps, the check on the slot refuses everything.
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
        -- The same constraints that refuse a nomination: but here the quota is being changed, so the message differs.
        RAISE EXCEPTION 'a quota would fall below the slots in use'
            USING ERRCODE = 'check_violation', TABLE = 'quota', CONSTRAINT = 'quota_covers_the_slots_in_use';
    END IF;
    RAISE;
END $$;
COMMENT ON FUNCTION quota_apply IS 'Updates `quota` to `quota_derived`, or fails as a whole; returns the quotas whose size changed.';

-- Counts the same for every caller: bureaus share their house's quotas, and none sees another's nominations. For those who may see every quota; clerks
-- are shown theirs by mine.quota_status.
-- One statement for each case: with the case as its parameter, it would be planned anew at each call.
CREATE FUNCTION quota_slots_in_use(holder text, campaign text, award text, subject text, stage text) RETURNS integer
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_variable
BEGIN
    IF may_be_explained() THEN PERFORM refuse_explain(); END IF;
    IF stage <> 'proposal' THEN
        RETURN (SELECT count(e.slot) FROM endorsement e
                WHERE (e.holder, e.campaign, e.award, e.subject) = (holder, campaign, award, subject));
    ELSIF pg_has_role(session_user, 'thidua_council', 'USAGE') AND NOT is_administrator() THEN
        -- The council does not learn of drafts.
        RETURN (SELECT count(n.slot) FROM nomination n
                WHERE (n.holder, n.campaign, n.award, n.subject) = (holder, campaign, award, subject) AND NOT n.is_open);
    ELSE
        RETURN (SELECT count(n.slot) FROM nomination n
                WHERE (n.holder, n.campaign, n.award, n.subject) = (holder, campaign, award, subject));
    END IF;
END $$;
COMMENT ON FUNCTION quota_slots_in_use IS 'The number of slots of a quota that are taken, by any unit, and for the council by what was submitted.';

CREATE VIEW quota_status WITH (security_invoker = true) AS
SELECT q.campaign, q.holder, u.name AS holder_name, q.award, q.subject, q.stage,
       q.allowed, used.slots AS used, q.allowed - used.slots AS remaining,
       r.measure, q.measured, r.clause, r.holder_kind
FROM quota q
JOIN quota_rule r USING (campaign, rule)
LEFT JOIN unit u ON u.code = q.unit
-- OFFSET keeps the planner from duplicating the call: 40,000 quotas take 0.6 s with it, 1.1 s without.
CROSS JOIN LATERAL (SELECT quota_slots_in_use(q.holder, q.campaign, q.award, q.subject, q.stage) AS slots OFFSET 0) used;
COMMENT ON VIEW quota_status IS 'The state of every quota: allowed, used, remaining, and what it is calculated from.';

-- Where one more staffing table could move a quota. The edges are 200 and 500, as the circular words them, with five numbers on either side; for
-- area offices, the last number before the edge and the first after it.
CREATE VIEW quota_edge WITH (security_invoker = true) AS
SELECT r.campaign, r.rule, e.edge,
       CASE r.measure WHEN 'civil_servants' THEN int4range(e.edge - 5, e.edge + 5, '[]') ELSE int4range(e.edge - 1, e.edge, '[]') END AS watched
FROM quota_rule r
JOIN quota_bracket b USING (campaign, rule)
JOIN quota_bracket above ON (above.campaign, above.rule, lower(above.bracket)) = (b.campaign, b.rule, upper(b.bracket))
CROSS JOIN LATERAL (SELECT upper(b.bracket) - CASE WHEN lower(b.bracket) > 0 THEN 1 ELSE 0 END AS edge) e
WHERE r.measure <> 'none';
COMMENT ON VIEW quota_edge IS 'Which numbers of civil servants or area offices are so close to the edge of a bracket that the report says so.';

SELECT share('quota', 'thidua_department'), audit_follow('quota', 'holder');

SELECT show(relation, unit => 'holder', campaign => 'campaign', own => 'own_house()') FROM unnest(ARRAY['quota', 'quota_status']::regclass[]) AS relation;

GRANT SELECT ON quota_edge TO thidua_user;
GRANT SELECT ON quota_derived, quota_pending, quota_status TO thidua_department;
GRANT SELECT ON quota_shortfall TO thidua_administrator;
GRANT EXECUTE ON FUNCTION quota_slots_in_use TO thidua_department;
GRANT EXECUTE ON FUNCTION quota_apply TO thidua_administrator;
