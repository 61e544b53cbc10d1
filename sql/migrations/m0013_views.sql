-- What the tool shows. Each view is one command's rows.

CREATE VIEW word WITH (security_invoker = true) AS
SELECT code, name_vi, name_en FROM unit_kind
UNION ALL SELECT code, name_vi, name_en FROM award
UNION ALL SELECT code, name_vi, name_en FROM subject
UNION ALL SELECT code, name_vi, name_en FROM stage
UNION ALL SELECT code, name_vi, name_en FROM nomination_state;
COMMENT ON VIEW word IS 'The words for every code that a person is shown.';

CREATE VIEW campaign_status WITH (security_invoker = true) AS
SELECT code, title, plan_date, circular_number, circular_date, deadline, pool,
       clock_timestamp() < deadline AS is_open,
       -- The campaign that is meant when none is named: the open ones, or the last to close where none is open.
       CASE WHEN bool_or(clock_timestamp() < deadline) OVER () THEN clock_timestamp() < deadline
            ELSE row_number() OVER (ORDER BY deadline DESC, code) = 1 END AS is_meant
FROM campaign;
COMMENT ON VIEW campaign_status IS 'Campaigns, and whether they take nominations now.';

CREATE VIEW quota_status WITH (security_invoker = true) AS
SELECT q.campaign, q.holder, u.name AS holder_name, q.award, q.subject, q.stage,
       q.allowed, used.slots AS used, q.allowed - used.slots AS remaining,
       r.measure, q.measured, r.clause
FROM quota q
JOIN quota_rule r USING (campaign, rule)
LEFT JOIN unit u ON u.code = q.unit
CROSS JOIN LATERAL (
    SELECT CASE q.stage
        WHEN 'proposal' THEN (
            SELECT count(n.slot) FROM nomination n
            WHERE (n.holder, n.campaign, n.award, n.subject) = (q.holder, q.campaign, q.award, q.subject))
        ELSE (
            SELECT count(e.slot) FROM endorsement e
            WHERE (e.holder, e.campaign, e.award, e.subject) = (q.holder, q.campaign, q.award, q.subject))
        END::integer AS slots) used;
COMMENT ON VIEW quota_status IS 'Where every quota stands: allowed, used, remaining, and what it follows from.';

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

CREATE VIEW nomination_status WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.holder, n.award, n.subject,
       n.nominee_name AS nominee, n.collective, n.staff_no, n.position, n.workplace, w.name AS workplace_name,
       n.state, n.slot, n.allowed, e.slot AS endorsement_slot, n.entered_at, n.changed_at
FROM nomination n
LEFT JOIN unit w ON w.code = n.workplace
LEFT JOIN endorsement e ON (e.unit, e.nomination) = (n.unit, n.id);
COMMENT ON VIEW nomination_status IS 'Nominations with the names of who and where.';

CREATE FUNCTION campaign_copy(original text, code text, deadline timestamptz) RETURNS SETOF campaign
    LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO campaign (code, title, plan_date, circular_number, circular_date, deadline, pool)
    SELECT campaign_copy.code, c.title, c.plan_date, c.circular_number, c.circular_date, campaign_copy.deadline, c.pool
    FROM campaign c WHERE c.code = original;

    INSERT INTO quota_rule (campaign, rule, clause, award, subject, holder_kind, measure, pooled)
    SELECT campaign_copy.code, r.rule, r.clause, r.award, r.subject, r.holder_kind, r.measure, r.pooled
    FROM quota_rule r WHERE r.campaign = original;

    INSERT INTO quota_bracket (campaign, rule, bracket, allowed)
    SELECT campaign_copy.code, b.rule, b.bracket, b.allowed
    FROM quota_bracket b WHERE b.campaign = original;

    SELECT quota_apply();

    SELECT c.* FROM campaign c WHERE c.code = campaign_copy.code;
$$;
COMMENT ON FUNCTION campaign_copy IS 'Starts a campaign with the rules of another and its own deadline; no row where there is no original.';
