-- Clause 3. No constraint can read the clock, so triggers enforce the deadline: the database's clock at the moment of the statement decides
-- (T2), not the start of the transaction and not the client's clock.

CREATE VIEW campaign_status WITH (security_invoker = true) AS
SELECT code, title, plan_date, circular_number, circular_date, deadline, pool,
       (SELECT k.closed_at FROM campaign_closing k WHERE (k.campaign, k.deadline) = (campaign.code, campaign.deadline)) AS closed_at,
       clock_timestamp() < deadline AS is_open,
       -- The campaigns that are meant when none is named: the open ones, or the last to close if none is open.
       CASE WHEN bool_or(clock_timestamp() < deadline) OVER () THEN clock_timestamp() < deadline
            ELSE row_number() OVER (ORDER BY deadline DESC, code) = 1 END AS is_meant
FROM campaign;
COMMENT ON VIEW campaign_status IS 'Campaigns, and whether they accept nominations now.';

CREATE FUNCTION campaign_hold(VARIADIC campaigns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- A mark, on which nobody waits. The row's lock may be that of a subtransaction, which nothing leads back to its session once it has ended.
    -- Only for campaigns that there are: marks of any others would fill the server's table of locks.
    PERFORM pg_advisory_xact_lock_shared('campaign'::regclass::oid::integer, hashtext(held.code))
    FROM (SELECT c.code FROM campaign c WHERE c.code = ANY (campaigns) ORDER BY c.code FOR KEY SHARE) held;
END $$;
COMMENT ON FUNCTION campaign_hold IS 'Keeps campaigns from being closed until the transaction ends, and marks the session as one that does.';

CREATE FUNCTION campaign_refuse_if_over(VARIADIC campaigns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- First without a lock: otherwise whoever is late would keep the campaign from being closed meanwhile. And once more, as the lock may take a while.
    FOR look IN 1..2 LOOP
        IF EXISTS (SELECT FROM campaign c WHERE c.code = ANY (campaigns) AND clock_timestamp() >= c.deadline) THEN
            RAISE EXCEPTION 'the deadline of the campaign has passed'
                USING ERRCODE = 'check_violation', TABLE = 'campaign', CONSTRAINT = 'campaign_is_before_its_deadline';
        ELSIF look = 1 THEN
            PERFORM campaign_hold(VARIADIC campaigns);
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION campaign_refuse_if_over IS 'Fails if the deadline of one of the campaigns has passed.';

-- Every writer locks the campaign's row until it commits (KEY SHARE), and so does every foreign key.
CREATE FUNCTION campaign_holding(campaign text, any_campaign boolean) RETURNS SETOF integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    locker xid := (SELECT c.xmax FROM campaign c WHERE c.code = campaign_holding.campaign);
    lockers xid[] := ARRAY[locker];
BEGIN
    -- Several lockers have a number of their own, which looks like that of a transaction.
    BEGIN
        lockers := lockers || ARRAY(SELECT m.xid FROM pg_get_multixact_members(locker) m);
    EXCEPTION WHEN OTHERS THEN
        NULL;  -- it is a transaction's
    END;
    RETURN QUERY
    SELECT l.pid FROM pg_locks l
    WHERE l.locktype = 'transactionid' AND l.granted AND l.transactionid = ANY (lockers) AND l.pid <> pg_backend_pid()
      AND EXISTS (SELECT FROM pg_locks r WHERE r.pid = l.pid AND r.relation = 'campaign'::regclass)
    UNION
    SELECT l.pid FROM pg_locks l JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
    WHERE l.locktype = 'advisory' AND l.granted AND l.pid <> pg_backend_pid() AND l.objsubid = 2
      AND (l.classid::bigint, l.objid::bigint) = ('campaign'::regclass::oid::bigint, hashtext(campaign_holding.campaign) & 4294967295::bigint)
    UNION
    -- A subtransaction that has ended has no lock of its own, and a foreign key leaves no mark; but whoever has locked a row has locked the table.
    SELECT l.pid FROM pg_locks l
    WHERE any_campaign AND l.relation = 'campaign'::regclass AND l.mode = 'RowShareLock' AND l.granted AND l.pid <> pg_backend_pid()
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
END $$;
COMMENT ON FUNCTION campaign_holding IS 'The sessions that have written for a campaign and not committed yet; or that have written for any, where it cannot be told for which.';

CREATE FUNCTION campaign_close(campaign text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET lock_timeout = '3s' AS $$
DECLARE
    due timestamptz := (SELECT c.deadline FROM campaign c WHERE c.code = campaign_close.campaign);
    is_mine boolean := false;
    holding integer[];
    ahead integer[];
BEGIN
    IF due IS NULL THEN
        RETURN NULL;
    ELSIF EXISTS (SELECT FROM campaign_closing k WHERE (k.campaign, k.deadline) = (campaign_close.campaign, due)) THEN
        RETURN false;
    ELSIF clock_timestamp() < due THEN
        RAISE EXCEPTION 'the deadline has not passed yet'
            USING ERRCODE = 'check_violation', TABLE = 'campaign_closing', CONSTRAINT = 'campaign_is_closed_after_its_deadline';
    END IF;
    FOR attempt IN 1..5 LOOP
        BEGIN
            PERFORM FROM campaign c WHERE (c.code, c.deadline) = (campaign_close.campaign, due) FOR UPDATE;
            is_mine := FOUND;  -- not if the deadline was moved meanwhile
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            holding := ARRAY(SELECT campaign_holding(campaign_close.campaign, false));
            IF holding = '{}' THEN
                holding := ARRAY(SELECT campaign_holding(campaign_close.campaign, true));
            END IF;
            -- They had time until the deadline, and since; but one that was in time may itself be held up.
            ahead := ARRAY(SELECT DISTINCT a.pid FROM unnest(holding) AS h CROSS JOIN LATERAL session_ahead(h) a);
            PERFORM session_end(e, CASE WHEN e = ANY (holding) THEN 'campaign' END)
            FROM unnest(CASE WHEN attempt < 4 AND ahead <> '{}' THEN ahead ELSE holding END) AS e WHERE e <> pg_backend_pid();
        END;
    END LOOP;
    IF NOT is_mine THEN
        RAISE EXCEPTION 'the campaign is held by others'
            USING ERRCODE = 'lock_not_available', TABLE = 'campaign_closing', CONSTRAINT = 'campaign_is_free_to_be_closed';
    END IF;
    -- Whoever leaves this open is found by the next closing.
    PERFORM campaign_hold(campaign);
    -- On disk before anybody acts on it, whatever the server is set to.
    PERFORM set_config('synchronous_commit', 'local', true) WHERE current_setting('synchronous_commit') = 'off';
    INSERT INTO campaign_closing (campaign, deadline) VALUES (campaign_close.campaign, due) ON CONFLICT DO NOTHING;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION campaign_close IS 'Closes a campaign whose deadline has passed: waits for the transactions that wrote for it, ends those that do not end, and records that. False if it is closed already, null if it does not exist.';

CREATE FUNCTION campaign_close_if_over(VARIADIC campaigns text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- What is done before the deadline has to be committed before the campaign is closed.
    PERFORM campaign_hold(c.code) FROM campaign c WHERE c.code = ANY (campaigns) AND clock_timestamp() < c.deadline ORDER BY c.code;
    PERFORM campaign_close(c.code) FROM campaign c
    WHERE c.code = ANY (campaigns) AND clock_timestamp() >= c.deadline
      AND NOT EXISTS (SELECT FROM campaign_closing k WHERE (k.campaign, k.deadline) = (c.code, c.deadline))
    ORDER BY c.code;
END $$;
COMMENT ON FUNCTION campaign_close_if_over IS 'Closes campaigns whose deadline has passed, if they are not closed yet, and holds the others: to be called before whatever may come after the deadline.';

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

SELECT share('campaign_closing', 'thidua_user');
GRANT SELECT ON campaign_status TO thidua_user;
GRANT EXECUTE ON FUNCTION campaign_copy TO thidua_administrator;
GRANT EXECUTE ON FUNCTION campaign_close TO thidua_administrator, thidua_reporter;
