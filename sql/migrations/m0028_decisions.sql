-- The council's sessions with its opinions, and the decisions: number, date, and who was awarded what.
SET LOCAL ROLE thidua_owner;

CREATE TABLE council_session (
    id        bigint     GENERATED ALWAYS AS IDENTITY CONSTRAINT council_session_number_is_unique PRIMARY KEY,
    campaign  code       NOT NULL CONSTRAINT council_session_campaign_is_known REFERENCES campaign,
    held_on   date       NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT council_session_is_referable UNIQUE (id, campaign),
    CONSTRAINT council_session_has_been_held CHECK (held_on <= (recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
);
COMMENT ON TABLE  council_session             IS 'Sessions of the council that considers the nominations of a campaign.';
COMMENT ON COLUMN council_session.id          IS 'Its number.';
COMMENT ON COLUMN council_session.campaign    IS 'The campaign.';
COMMENT ON COLUMN council_session.held_on     IS 'The day on which it was held.';
COMMENT ON COLUMN council_session.recorded_at IS 'When it was put on record.';

CREATE TABLE council_member (
    session  bigint     NOT NULL CONSTRAINT council_member_sat_in_a_session REFERENCES council_session,
    name     plain_text NOT NULL,
    title    plain_text,
    CONSTRAINT council_member_is_listed_once PRIMARY KEY (session, name)
);
COMMENT ON TABLE  council_member         IS 'Who sat in a session.';
COMMENT ON COLUMN council_member.session IS 'The session.';
COMMENT ON COLUMN council_member.name    IS 'Full name, told apart where two are the same.';
COMMENT ON COLUMN council_member.title   IS 'Position in the council.';

CREATE TABLE council_opinion (
    unit         code    NOT NULL,
    nomination   bigint  NOT NULL,
    campaign     code    NOT NULL,
    session      bigint  NOT NULL,
    votes_for    integer NOT NULL CONSTRAINT council_vote_counts_from_nothing CHECK (votes_for >= 0),
    votes_total  integer NOT NULL CONSTRAINT council_vote_had_voters CHECK (votes_total > 0),
    opinion      prose,
    CONSTRAINT council_opinion_is_given_once PRIMARY KEY (unit, nomination, session),
    CONSTRAINT council_vote_is_not_above_its_total CHECK (votes_for <= votes_total),
    CONSTRAINT council_opinion_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT council_opinion_is_of_a_session FOREIGN KEY (session, campaign) REFERENCES council_session (id, campaign)
);
COMMENT ON TABLE  council_opinion             IS 'What the council thinks of a nomination.';
COMMENT ON COLUMN council_opinion.unit        IS 'The unit that proposed it.';
COMMENT ON COLUMN council_opinion.nomination  IS 'The nomination.';
COMMENT ON COLUMN council_opinion.campaign    IS 'The campaign of both.';
COMMENT ON COLUMN council_opinion.session     IS 'The session.';
COMMENT ON COLUMN council_opinion.votes_for   IS 'Votes for.';
COMMENT ON COLUMN council_opinion.votes_total IS 'Votes in all: no more than members.';
COMMENT ON COLUMN council_opinion.opinion     IS 'Its opinion in words.';

CREATE TABLE decision (
    campaign    code        NOT NULL CONSTRAINT decision_campaign_is_known REFERENCES campaign,
    number      code        NOT NULL,
    award       text        COLLATE "C" NOT NULL CONSTRAINT decision_award_is_known REFERENCES award,
    decided_on  date        NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT decision_is_recorded_once PRIMARY KEY (campaign, number),
    CONSTRAINT decision_is_referable UNIQUE (campaign, number, award),
    CONSTRAINT decision_has_been_taken CHECK (decided_on <= (recorded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
);
COMMENT ON TABLE  decision             IS 'Decisions of the Minister or the Director.';
COMMENT ON COLUMN decision.campaign    IS 'The campaign.';
COMMENT ON COLUMN decision.number      IS 'Its number.';
COMMENT ON COLUMN decision.award       IS 'The award that it gives or withholds.';
COMMENT ON COLUMN decision.decided_on  IS 'Its date.';
COMMENT ON COLUMN decision.recorded_at IS 'When it was put on record.';

CREATE TABLE decision_outcome (
    unit        code   NOT NULL,
    nomination  bigint NOT NULL,
    campaign    code   NOT NULL,
    award       text   COLLATE "C" NOT NULL,
    number      code   NOT NULL,
    outcome     text   COLLATE "C" NOT NULL CONSTRAINT decision_outcome_is_known CHECK (outcome IN ('awarded', 'declined')),
    CONSTRAINT decision_is_about_a_nomination_once PRIMARY KEY (unit, nomination),
    CONSTRAINT decision_outcome_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT decision_outcome_is_of_a_decision FOREIGN KEY (campaign, number, award) REFERENCES decision (campaign, number, award)
);
COMMENT ON TABLE  decision_outcome            IS 'What was decided of each nomination.';
COMMENT ON COLUMN decision_outcome.unit       IS 'The unit that proposed it.';
COMMENT ON COLUMN decision_outcome.nomination IS 'The nomination.';
COMMENT ON COLUMN decision_outcome.campaign   IS 'Its campaign.';
COMMENT ON COLUMN decision_outcome.award      IS 'Its award.';
COMMENT ON COLUMN decision_outcome.number     IS 'The decision.';
COMMENT ON COLUMN decision_outcome.outcome    IS 'Awarded or declined.';

SELECT protect(relation), audit_follow(relation), share(relation, 'thidua_department')
FROM unnest(ARRAY['council_session', 'decision']::regclass[]) AS relation;
SELECT protect('council_member'), audit_follow('council_member', '', '{name,title}');
SELECT protect('council_opinion'), audit_follow('council_opinion', 'unit', '{opinion}'), protect('decision_outcome'), audit_follow('decision_outcome', 'unit');
SELECT share(relation, reader)
FROM unnest(ARRAY['council_member', 'council_opinion', 'decision_outcome']::regclass[]) AS relation,
     unnest(ARRAY['thidua_administrator', 'thidua_council']::regrole[]) AS reader;
-- A unit learns what was decided of its own.
SELECT share('decision', 'thidua_clerk');
CREATE POLICY clerk_reads_its_units ON decision_outcome FOR SELECT TO thidua_clerk
    USING ((SELECT own_unit_set())[unit] IS NOT NULL AND unit = (SELECT own_unit()));
GRANT SELECT ON decision_outcome TO thidua_clerk;

CREATE FUNCTION council_record(
    campaign text, held_on date, members text[], titles text[], nominations bigint[], votes_for integer[], votes_total integer[], opinions text[]
) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    sitting bigint;
    stray bigint;
BEGIN
    IF cardinality(members) < (SELECT max(v) FROM unnest(council_record.votes_total) AS v) THEN
        RAISE EXCEPTION 'more votes than members'
            USING ERRCODE = 'check_violation', TABLE = 'council_opinion', CONSTRAINT = 'council_votes_are_of_its_members';
    END IF;
    INSERT INTO council_session (campaign, held_on) VALUES (council_record.campaign, council_record.held_on) RETURNING id INTO sitting;
    INSERT INTO council_member (session, name, title)
    SELECT sitting, tidy(m.name), tidy(m.title) FROM unnest(members, titles) AS m (name, title);
    INSERT INTO council_opinion (unit, nomination, campaign, session, votes_for, votes_total, opinion)
    SELECT n.unit, n.id, n.campaign, sitting, o.votes_for, o.votes_total, tidy_prose(o.opinion)
    FROM unnest(nominations, council_record.votes_for, council_record.votes_total, opinions) AS o (nomination, votes_for, votes_total, opinion)
    JOIN nomination n ON n.id = o.nomination AND n.campaign = council_record.campaign AND NOT n.is_open
    ORDER BY n.unit, n.id;
    stray := (SELECT o FROM unnest(nominations) AS o
              WHERE NOT EXISTS (SELECT FROM council_opinion c WHERE (c.session, c.nomination) = (sitting, o)) LIMIT 1);
    IF stray IS NOT NULL THEN
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
    IF awarded && declined THEN
        RAISE EXCEPTION 'a nomination is both awarded and declined'
            USING ERRCODE = 'check_violation', TABLE = 'decision_outcome', CONSTRAINT = 'decision_is_about_a_nomination_once';
    END IF;
    -- A decision may come in parts, but of one award and one date.
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
COMMENT ON FUNCTION decision_record IS 'Records a decision on nominations, all of one award, and takes their last step; returns how many it found.';

CREATE FUNCTION decision_take_step() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'what was decided stands'
            USING ERRCODE = 'insufficient_privilege', TABLE = 'decision_outcome', CONSTRAINT = 'decision_stands';
    END IF;
    -- Where it was taken already, the key says so.
    UPDATE nomination n SET state = NEW.outcome WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) AND n.state <> NEW.outcome;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION decision_take_step IS 'Takes the nomination''s last step, which refuses what is not its to take.';
CREATE TRIGGER decision_takes_the_last_step BEFORE INSERT OR UPDATE OR DELETE ON decision_outcome
    FOR EACH ROW EXECUTE FUNCTION decision_take_step();

CREATE VIEW decision_list WITH (security_invoker = true) AS
SELECT o.campaign, o.number, d.decided_on, o.award, o.outcome, n.id AS nomination, n.unit, n.subject, n.nominee_name AS nominee,
       n.collective, n.staff_no, n.position, n.workplace
FROM decision_outcome o
JOIN decision d USING (campaign, number)
JOIN nomination n ON (n.unit, n.id) = (o.unit, o.nomination);
COMMENT ON VIEW decision_list IS 'Who was awarded, and who was not, by which decision.';

GRANT EXECUTE ON FUNCTION council_record, decision_record TO thidua_administrator;
GRANT SELECT ON decision_list TO thidua_user;
