-- The council's sessions with its opinions, and the decisions: number, date, and who was awarded what.

CREATE TABLE council_session (
    id        bigint     GENERATED ALWAYS AS IDENTITY CONSTRAINT council_session_number_is_unique PRIMARY KEY,
    campaign  code       NOT NULL CONSTRAINT council_session_campaign_is_known REFERENCES campaign,
    held_on   calendar_day NOT NULL,
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
COMMENT ON COLUMN council_member.name    IS 'Full name, with a distinction if two members have the same name.';
COMMENT ON COLUMN council_member.title   IS 'Position in the council.';

CREATE TABLE council_opinion (
    unit         code    NOT NULL,
    nomination   bigint  NOT NULL,
    campaign     code    NOT NULL,
    session      bigint  NOT NULL,
    votes_for    integer NOT NULL CONSTRAINT council_vote_counts_from_nothing CHECK (votes_for >= 0),
    votes_total  integer NOT NULL CONSTRAINT council_vote_had_voters CHECK (votes_total > 0),
    opinion      prose,
    nominee_name plain_text NOT NULL,
    CONSTRAINT council_opinion_is_given_once PRIMARY KEY (unit, nomination, session),
    CONSTRAINT council_vote_is_not_above_its_total CHECK (votes_for <= votes_total),
    CONSTRAINT council_opinion_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT council_opinion_is_of_a_session FOREIGN KEY (session, campaign) REFERENCES council_session (id, campaign)
);
COMMENT ON TABLE  council_opinion             IS 'The council''s opinion of a nomination.';
COMMENT ON COLUMN council_opinion.unit        IS 'The unit that proposed it.';
COMMENT ON COLUMN council_opinion.nomination  IS 'The nomination.';
COMMENT ON COLUMN council_opinion.campaign    IS 'The campaign of both the nomination and the session.';
COMMENT ON COLUMN council_opinion.session     IS 'The session.';
COMMENT ON COLUMN council_opinion.votes_for   IS 'Votes for.';
COMMENT ON COLUMN council_opinion.votes_total IS 'Total votes: at most the number of members.';
COMMENT ON COLUMN council_opinion.opinion     IS 'Its opinion in words.';
COMMENT ON COLUMN council_opinion.nominee_name IS 'The nominee''s name then: a returned nomination may get another nominee.';

CREATE TABLE decision (
    campaign    code        NOT NULL CONSTRAINT decision_campaign_is_known REFERENCES campaign,
    number      code        NOT NULL,
    award       text        COLLATE "C" NOT NULL CONSTRAINT decision_award_is_known REFERENCES award,
    decided_on  calendar_day NOT NULL,
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
COMMENT ON TABLE  decision_outcome            IS 'What was decided on each nomination.';
COMMENT ON COLUMN decision_outcome.unit       IS 'The unit that proposed it.';
COMMENT ON COLUMN decision_outcome.nomination IS 'The nomination.';
COMMENT ON COLUMN decision_outcome.campaign   IS 'Its campaign.';
COMMENT ON COLUMN decision_outcome.award      IS 'Its award.';
COMMENT ON COLUMN decision_outcome.number     IS 'The decision.';
COMMENT ON COLUMN decision_outcome.outcome    IS 'Awarded or declined.';
