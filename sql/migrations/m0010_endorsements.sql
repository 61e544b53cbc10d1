-- The Department's list for the Minister, out of what the provinces propose: a slot of the pool, by the same three constraints.

ALTER TABLE nomination ADD CONSTRAINT nomination_is_referable_while_it_stands UNIQUE (unit, id, campaign, holder, award, subject, stands);

CREATE TABLE endorsement (
    unit         code        NOT NULL,
    nomination   bigint      NOT NULL,
    campaign     code        NOT NULL,
    house        code        NOT NULL,
    holder       text        COLLATE "C" NOT NULL
                 CONSTRAINT endorsement_draws_on_the_pool_or_its_own_house CHECK (holder IN ('*', house)),
    award        text        COLLATE "C" NOT NULL,
    subject      text        COLLATE "C" NOT NULL,
    stage        text        COLLATE "C" NOT NULL DEFAULT 'endorsement'
                 CONSTRAINT endorsement_is_an_endorsement CHECK (stage = 'endorsement'),
    stands       boolean     NOT NULL GENERATED ALWAYS AS (true) STORED,
    allowed      integer     NOT NULL,
    slot         integer     NOT NULL,
    endorsed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT endorsement_is_given_once PRIMARY KEY (unit, nomination),
    CONSTRAINT endorsement_is_of_a_standing_nomination FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands)
        REFERENCES nomination (unit, id, campaign, holder, award, subject, stands),
    CONSTRAINT endorsement_slot_is_within_quota CHECK (slot BETWEEN 1 AND allowed),
    CONSTRAINT endorsement_slot_is_held_once UNIQUE (holder, campaign, award, subject, slot),
    CONSTRAINT endorsement_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed)
        REFERENCES quota (holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE
);
COMMENT ON TABLE  endorsement             IS 'Nominations that the Department proposes to the Minister.';
COMMENT ON COLUMN endorsement.unit        IS 'The unit that made the nomination.';
COMMENT ON COLUMN endorsement.nomination  IS 'The nomination.';
COMMENT ON COLUMN endorsement.campaign    IS 'Its campaign.';
COMMENT ON COLUMN endorsement.house       IS 'The house whose quota the nomination draws on.';
COMMENT ON COLUMN endorsement.holder      IS 'Whose quota it draws on: * for the pool, a province where the campaign gives each its own.';
COMMENT ON COLUMN endorsement.award       IS 'Its award.';
COMMENT ON COLUMN endorsement.subject     IS 'A collective or an individual.';
COMMENT ON COLUMN endorsement.stage       IS 'Always endorsement: which of the holder''s quotas it draws on.';
COMMENT ON COLUMN endorsement.stands      IS 'Always true: a nomination that is endorsed can be neither withdrawn nor changed.';
COMMENT ON COLUMN endorsement.allowed     IS 'The quota''s size, by which its slot is judged.';
COMMENT ON COLUMN endorsement.slot        IS 'Its place in the quota, from 1.';
COMMENT ON COLUMN endorsement.endorsed_at IS 'When it was endorsed, by the database''s clock.';

CREATE FUNCTION endorsement_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.slot IS NOT NULL AND (NEW.unit, NEW.nomination) = (OLD.unit, OLD.nomination) THEN
        RETURN NEW;
    END IF;
    NEW.endorsed_at := clock_timestamp();
    SELECT n.campaign, n.holder, n.award, n.subject, CASE WHEN r.pooled AND c.pool = 'all_provinces' THEN '*' ELSE n.holder END
    INTO NEW.campaign, NEW.house, NEW.award, NEW.subject, NEW.holder
    FROM nomination n
    JOIN campaign c ON c.code = n.campaign
    JOIN unit h ON h.code = n.holder
    LEFT JOIN quota_rule r ON (r.campaign, r.award, r.subject, r.holder_kind) = (n.campaign, n.award, n.subject, h.kind)
    WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such nomination'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
    END IF;

    -- As nomination_take_slot() does, and for the same reasons.
    NEW.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (NEW.holder, NEW.campaign, NEW.award, NEW.subject, 'endorsement')
        FOR NO KEY UPDATE);
    IF NEW.allowed IS NULL THEN
        NEW.allowed := 1;
    END IF;
    NEW.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT e.slot, row_number() OVER (ORDER BY e.slot) AS turn
            FROM endorsement e
            WHERE (e.holder, e.campaign, e.award, e.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)) in_use);
    RETURN NEW;
END $$;
COMMENT ON FUNCTION endorsement_take_slot IS 'Fills in what follows from the nomination: campaign, award, subject, holder, slot. The constraints judge the result.';

CREATE TRIGGER endorsement_takes_slot BEFORE INSERT OR UPDATE ON endorsement
    FOR EACH ROW EXECUTE FUNCTION endorsement_take_slot();
