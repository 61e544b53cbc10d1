-- What the Department puts forward for decision: an endorsement makes a submitted nomination an endorsed one, for as long as the endorsement
-- exists. Where the campaign pools a quota, the endorsement takes a slot of the pool, under the same three constraints as a nomination;
-- other quotas were already counted at proposal.

CREATE TABLE endorsement (
    unit         code        NOT NULL,
    nomination   bigint      NOT NULL,
    campaign     code        NOT NULL,
    house        code        NOT NULL,
    holder       text        COLLATE "C" NOT NULL
                 CONSTRAINT endorsement_draws_on_the_pool_or_its_own_house CHECK (holder IN ('*', house)),
    award        text        COLLATE "C" NOT NULL,
    subject      text        COLLATE "C" NOT NULL,
    nominee      text        COLLATE "C" NOT NULL,
    rule         code        NOT NULL,
    pooled       boolean     NOT NULL,
    stage        text        COLLATE "C" NOT NULL DEFAULT 'endorsement'
                 CONSTRAINT endorsement_is_an_endorsement CHECK (stage = 'endorsement'),
    stands       boolean     NOT NULL GENERATED ALWAYS AS (true) STORED,
    allowed      integer,
    slot         integer,
    endorsed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT endorsement_is_given_once PRIMARY KEY (unit, nomination),
    CONSTRAINT endorsement_is_of_a_standing_nomination FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands, nominee)
        REFERENCES nomination (unit, id, campaign, holder, award, subject, stands, nominee),
    CONSTRAINT endorsement_is_pooled_by_its_rule FOREIGN KEY (campaign, rule, pooled) REFERENCES quota_rule (campaign, rule, pooled),
    CONSTRAINT endorsement_takes_a_place_where_there_is_a_pool CHECK (
        (slot IS NOT NULL) = pooled AND (slot IS NULL) = (allowed IS NULL)),
    CONSTRAINT endorsement_slot_is_within_quota CHECK (slot BETWEEN 1 AND allowed),
    CONSTRAINT endorsement_slot_is_held_once UNIQUE (holder, campaign, award, subject, slot),
    CONSTRAINT endorsement_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed)
        REFERENCES quota (holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE
);
CREATE INDEX endorsement_by_campaign ON endorsement (campaign);
COMMENT ON TABLE  endorsement             IS 'Nominations that the Department puts forward: to the Minister, or to its Director.';
COMMENT ON COLUMN endorsement.unit        IS 'The unit that made the nomination.';
COMMENT ON COLUMN endorsement.nomination  IS 'The nomination.';
COMMENT ON COLUMN endorsement.campaign    IS 'Its campaign.';
COMMENT ON COLUMN endorsement.house       IS 'The house whose quota the nomination draws on.';
COMMENT ON COLUMN endorsement.holder      IS 'The holder of the quota that it draws on: * for the shared pool, a province if each has its own pool, its own house if there is no pool.';
COMMENT ON COLUMN endorsement.award       IS 'Its award.';
COMMENT ON COLUMN endorsement.subject     IS 'A collective or an individual.';
COMMENT ON COLUMN endorsement.nominee     IS 'The nominee as a single key: it cannot be changed while the nomination is endorsed.';
COMMENT ON COLUMN endorsement.rule        IS 'The rule under which it was proposed.';
COMMENT ON COLUMN endorsement.pooled      IS 'Whether that rule is pooled.';
COMMENT ON COLUMN endorsement.stage       IS 'Always endorsement: the stage of the quota that it draws on.';
COMMENT ON COLUMN endorsement.stands      IS 'Always true: an endorsed nomination can be neither withdrawn nor changed.';
COMMENT ON COLUMN endorsement.allowed     IS 'The quota''s size, against which its slot is checked; null if there is no pool.';
COMMENT ON COLUMN endorsement.slot        IS 'Its slot in the quota, from 1; null if there is no pool.';
COMMENT ON COLUMN endorsement.endorsed_at IS 'When it was endorsed, by the database''s clock.';

ALTER TABLE nomination ADD CONSTRAINT nomination_is_endorsed_by_an_endorsement FOREIGN KEY (unit, endorsed)
    REFERENCES endorsement (unit, nomination) DEFERRABLE INITIALLY DEFERRED;
