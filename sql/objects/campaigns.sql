-- Clause 3. No constraint can read the clock, so triggers enforce the deadline: the database's clock at the moment of the statement decides
-- (T2), not the start of the transaction and not the client's clock.

CREATE VIEW campaign_status WITH (security_invoker = true) AS
SELECT code, title, plan_date, circular_number, circular_date, deadline, pool,
       clock_timestamp() < deadline AS is_open,
       -- The campaigns that are meant when none is named: the open ones, or the last to close if none is open.
       CASE WHEN bool_or(clock_timestamp() < deadline) OVER () THEN clock_timestamp() < deadline
            ELSE row_number() OVER (ORDER BY deadline DESC, code) = 1 END AS is_meant
FROM campaign;
COMMENT ON VIEW campaign_status IS 'Campaigns, and whether they accept nominations now.';

CREATE FUNCTION campaign_refuse_if_over(VARIADIC campaigns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM campaign c WHERE c.code = ANY (campaigns) ORDER BY c.code FOR KEY SHARE;
    IF EXISTS (SELECT FROM campaign c WHERE c.code = ANY (campaigns) AND clock_timestamp() >= c.deadline) THEN
        RAISE EXCEPTION 'the deadline of the campaign has passed'
            USING ERRCODE = 'check_violation', TABLE = 'campaign', CONSTRAINT = 'campaign_is_before_its_deadline';
    END IF;
END $$;
COMMENT ON FUNCTION campaign_refuse_if_over IS 'Fails if the deadline of one of the campaigns has passed.';

CREATE FUNCTION campaign_copy(original text, code text, deadline timestamptz) RETURNS SETOF campaign
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO campaign (code, title, plan_date, circular_number, circular_date, deadline, pool)
    SELECT campaign_copy.code, c.title, c.plan_date, c.circular_number, c.circular_date, campaign_copy.deadline, c.pool
    FROM campaign c WHERE c.code = original;

    INSERT INTO quota_rule (campaign, rule, clause, award, subject, holder_kind, measure, pooled)
    SELECT campaign_copy.code, r.rule, r.clause, r.award, r.subject, r.holder_kind, r.measure, r.pooled
    FROM quota_rule r WHERE r.campaign = original;

    INSERT INTO quota_bracket (campaign, rule, bracket, allowed)
    SELECT campaign_copy.code, b.rule, b.bracket, b.allowed
    FROM quota_bracket b WHERE b.campaign = original;

    INSERT INTO criterion (campaign, code, subject, clause, words, words_en)
    SELECT campaign_copy.code, c.code, c.subject, c.clause, c.words, c.words_en FROM criterion c WHERE c.campaign = original;

    INSERT INTO directive (campaign, number, issued_on, due_on, clause)
    SELECT campaign_copy.code, d.number, d.issued_on, d.due_on, d.clause FROM directive d WHERE d.campaign = original;

    INSERT INTO bar (campaign, code, subject, clause, name_vi, name_en)
    SELECT campaign_copy.code, b.code, b.subject, b.clause, b.name_vi, b.name_en FROM bar b WHERE b.campaign = original;

    SELECT quota_apply();

    SELECT c.* FROM campaign c WHERE c.code = campaign_copy.code;
$$;
COMMENT ON FUNCTION campaign_copy IS 'Starts a campaign with the rules of another and its own deadline; returns no row if the original does not exist.';

GRANT SELECT ON campaign_status TO thidua_user;
GRANT EXECUTE ON FUNCTION campaign_copy TO thidua_administrator;
