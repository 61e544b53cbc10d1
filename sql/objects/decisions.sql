-- The council's sessions and opinions, and the decisions: a nomination's last step is taken with its decision.

CREATE FUNCTION council_record(
    campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]
) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sitting bigint;
    stray bigint;
BEGIN
    PERFORM campaign_close_if_over(council_record.campaign);
    IF coalesce(cardinality(members), 0) < (SELECT max(v) FROM unnest(council_record.votes_total) AS v) THEN
        RAISE EXCEPTION 'more votes than members'
            USING ERRCODE = 'check_violation', TABLE = 'council_opinion', CONSTRAINT = 'council_votes_are_of_its_members';
    END IF;
    IF held_on < (SELECT c.plan_date FROM campaign c WHERE c.code = council_record.campaign) THEN
        RAISE EXCEPTION 'a session before the campaign'
            USING ERRCODE = 'check_violation', TABLE = 'council_session', CONSTRAINT = 'council_session_follows_the_plan';
    END IF;
    INSERT INTO council_session (campaign, held_on) VALUES (council_record.campaign, council_record.held_on) RETURNING id INTO sitting;
    INSERT INTO council_member (session, name, title)
    SELECT sitting, tidy(m.name), tidy(m.title) FROM unnest(members, titles) AS m (name, title);
    INSERT INTO council_opinion (unit, nomination, campaign, session, votes_for, votes_total, opinion, nominee_name)
    SELECT n.unit, n.id, n.campaign, sitting, o.votes_for, o.votes_total, tidy_prose(o.opinion), n.nominee_name
    FROM unnest(nominations, council_record.votes_for, council_record.votes_total, opinions) AS o (nomination, votes_for, votes_total, opinion)
    JOIN nomination n ON n.id = o.nomination AND n.campaign = council_record.campaign AND NOT n.is_open
    ORDER BY n.unit, n.id;
    SELECT o INTO stray FROM unnest(nominations) AS o
    WHERE NOT EXISTS (SELECT FROM council_opinion c WHERE (c.session, c.nomination) = (sitting, o)) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'nomination % was not submitted', stray
            USING ERRCODE = 'check_violation', TABLE = 'council_opinion', CONSTRAINT = 'council_considers_what_was_submitted';
    END IF;
    RETURN sitting;
END $$;
COMMENT ON FUNCTION council_record IS 'Records a session: its members, and its opinion of each nomination with the votes.';

CREATE FUNCTION decision_record(campaign text, number text, decided_on date, awarded bigint[], declined bigint[]) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    decided integer;
BEGIN
    PERFORM campaign_close_if_over(decision_record.campaign);
    IF awarded && declined THEN
        RAISE EXCEPTION 'a nomination is both awarded and declined'
            USING ERRCODE = 'check_violation', TABLE = 'decision_outcome', CONSTRAINT = 'decision_is_about_a_nomination_once';
    END IF;
    IF decided_on < (SELECT c.plan_date FROM campaign c WHERE c.code = decision_record.campaign) THEN
        RAISE EXCEPTION 'a decision before the campaign'
            USING ERRCODE = 'check_violation', TABLE = 'decision', CONSTRAINT = 'decision_follows_the_plan';
    END IF;
    -- A decision may be recorded in parts, but for one award and one date.
    INSERT INTO decision (campaign, number, award, decided_on)
    SELECT decision_record.campaign, read_code(decision_record.number), n.award, decision_record.decided_on
    FROM nomination n WHERE n.id = ANY (awarded || declined) AND n.campaign = decision_record.campaign
    ORDER BY n.id LIMIT 1
    ON CONFLICT ON CONSTRAINT decision_is_recorded_once DO NOTHING;
    IF EXISTS (
        SELECT FROM decision d
        WHERE (d.campaign, d.number) = (decision_record.campaign, read_code(decision_record.number)) AND d.decided_on <> decision_record.decided_on
    ) THEN
        RAISE EXCEPTION 'the decision is on record with another date'
            USING ERRCODE = 'check_violation', TABLE = 'decision', CONSTRAINT = 'decision_is_recorded_once';
    END IF;
    INSERT INTO decision_outcome (unit, nomination, campaign, award, number, outcome)
    SELECT n.unit, n.id, n.campaign, n.award, read_code(decision_record.number), CASE WHEN n.id = ANY (awarded) THEN 'awarded' ELSE 'declined' END
    FROM nomination n WHERE n.id = ANY (awarded || declined) AND n.campaign = decision_record.campaign
    ORDER BY n.unit, n.id;
    GET DIAGNOSTICS decided = ROW_COUNT;
    RETURN decided;
END $$;
COMMENT ON FUNCTION decision_record IS 'Records a decision on nominations, all of one award, and takes their last step; returns the number of nominations found.';

CREATE FUNCTION decision_take_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'decisions cannot be changed'
            USING ERRCODE = 'insufficient_privilege', TABLE = 'decision_outcome', CONSTRAINT = 'decision_stands';
    END IF;
    -- If the step was already taken, the key refuses the row.
    UPDATE nomination n SET state = NEW.outcome WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) AND n.state <> NEW.outcome;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION decision_take_step IS 'Takes the nomination''s last step; fails if the nomination may not take it.';

CREATE TRIGGER decision_takes_the_last_step BEFORE INSERT OR UPDATE OR DELETE ON decision_outcome
    FOR EACH ROW EXECUTE FUNCTION decision_take_step();

CREATE VIEW decision_list WITH (security_invoker = true) AS
SELECT o.campaign, o.number, d.decided_on, o.award, o.outcome, n.id AS nomination, n.unit, n.subject, n.nominee_name AS nominee,
       n.collective, n.staff_no, n.position, n.workplace
FROM decision_outcome o
JOIN decision d USING (campaign, number)
JOIN nomination n ON (n.unit, n.id) = (o.unit, o.nomination);
COMMENT ON VIEW decision_list IS 'Who was awarded, and who was not, by which decision.';

SELECT share(relation, 'thidua_department') FROM unnest(ARRAY['council_session', 'decision']::regclass[]) AS relation;

SELECT share(relation, reader)
FROM unnest(ARRAY['council_member', 'council_opinion', 'decision_outcome']::regclass[]) AS relation,
     unnest(ARRAY['thidua_administrator', 'thidua_council']::regrole[]) AS reader;

CREATE VIEW council_list WITH (security_invoker = true) AS
SELECT s.campaign, s.id AS session, s.held_on,
       ARRAY(SELECT concat_ws(', ', m.name, m.title) FROM council_member m WHERE m.session = s.id
             ORDER BY given_name(m.name) COLLATE "vi-x-icu", m.name COLLATE "vi-x-icu") AS members,
       o.nomination, o.unit, o.nominee_name AS nominee, o.votes_for, o.votes_total, o.opinion
FROM council_session s LEFT JOIN council_opinion o ON o.session = s.id;
COMMENT ON VIEW council_list IS 'The council''s sessions and its opinions.';

-- A unit sees what was decided on its own nominations.
SELECT show('decision_outcome', campaign => 'campaign', number => 'nomination'),
       show('decision_list', campaign => 'campaign', number => 'nomination', council => 'true'),
       show('council_list', campaign => 'campaign', number => 'nomination', clerk => NULL, council => 'true');

SELECT audit_follow('council_member', '', '{name,title}'), audit_follow('council_opinion', 'unit', '{opinion,nominee_name}'), audit_follow('decision_outcome', 'unit', is_part => true);

GRANT SELECT ON decision_list, council_list TO thidua_administrator;
GRANT EXECUTE ON FUNCTION council_record, decision_record TO thidua_administrator;
