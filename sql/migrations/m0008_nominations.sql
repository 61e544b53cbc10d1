-- Nominations. A nomination takes a numbered slot of a quota, and three plain constraints do the rest:
-- nomination_slot_is_within_quota, nomination_slot_is_held_once and nomination_draws_on_a_quota.

CREATE TABLE nomination_state (
    code     text       COLLATE "C" CONSTRAINT nomination_state_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  nomination_state         IS 'States of a nomination.';
COMMENT ON COLUMN nomination_state.code    IS 'The state''s code in data and JSON.';
COMMENT ON COLUMN nomination_state.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN nomination_state.name_en IS 'English name.';
INSERT INTO nomination_state (code, name_vi, name_en) VALUES
    ('draft',     'Đang lập', 'Draft'),
    ('withdrawn', 'Đã rút',   'Withdrawn');

CREATE FUNCTION random_id() RETURNS bigint
    LANGUAGE sql VOLATILE PARALLEL SAFE
    RETURN ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 10))::bit(40)::bigint;
COMMENT ON FUNCTION random_id IS 'A number of up to 13 digits. Numbers in sequence would tell one province how much the others enter.';

CREATE FUNCTION nominee_key(holder text, collective text, staff_no text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(holder || ' ' || collective, staff_no);
COMMENT ON FUNCTION nominee_key IS 'Who is nominated (N2). A collective is looked for within its own house: no answer tells of another''s.';

CREATE TABLE person (
    unit      code       NOT NULL CONSTRAINT person_unit_is_known REFERENCES unit,
    staff_no  code       NOT NULL,
    name      plain_text NOT NULL,
    CONSTRAINT person_is_registered_once PRIMARY KEY (unit, staff_no)
);
COMMENT ON TABLE  person          IS 'Individuals who were nominated. The staff number identifies, never the name: homonyms are legitimate (N1).';
COMMENT ON COLUMN person.unit     IS 'The unit that proposed them.';
COMMENT ON COLUMN person.staff_no IS 'Staff number.';
COMMENT ON COLUMN person.name     IS 'Full name.';

CREATE TABLE nomination (
    unit        code        NOT NULL,
    id          bigint      NOT NULL DEFAULT random_id() CONSTRAINT nomination_number_is_unique UNIQUE,
    campaign    code        NOT NULL CONSTRAINT nomination_campaign_is_known REFERENCES campaign,
    holder      code        NOT NULL,
    award       text        COLLATE "C" NOT NULL CONSTRAINT nomination_award_is_known REFERENCES award,
    subject     text        COLLATE "C" NOT NULL CONSTRAINT nomination_subject_is_known REFERENCES subject,
    stage       text        COLLATE "C" NOT NULL DEFAULT 'proposal' CONSTRAINT nomination_is_a_proposal CHECK (stage = 'proposal'),
    collective  code,
    staff_no    code,
    nominee_name plain_text,
    position    plain_text,
    workplace   code,
    state       text        COLLATE "C" NOT NULL DEFAULT 'draft' CONSTRAINT nomination_state_is_known REFERENCES nomination_state,
    stands      boolean     NOT NULL GENERATED ALWAYS AS (state <> 'withdrawn') STORED,
    nominee     text        COLLATE "C" GENERATED ALWAYS AS (
                    CASE WHEN state <> 'withdrawn' THEN nominee_key(holder, collective, staff_no) END) STORED,
    allowed     integer,
    slot        integer,
    entered_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    changed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT nomination_is_keyed_by_its_unit PRIMARY KEY (unit, id),

    -- Who proposes whom (N1, D1).
    CONSTRAINT nomination_names_a_collective_or_a_person CHECK (
        (subject = 'collective') = (collective IS NOT NULL)
        AND (subject = 'individual') = (staff_no IS NOT NULL)
        AND (staff_no IS NULL) = (position IS NULL)
        AND (staff_no IS NULL) = (workplace IS NULL)),
    CONSTRAINT nomination_unit_sends_dossiers FOREIGN KEY (unit, holder) REFERENCES unit (code, proposes_under),
    CONSTRAINT nomination_collective_is_of_the_house FOREIGN KEY (collective, holder) REFERENCES unit (code, nominated_under),
    CONSTRAINT nomination_workplace_is_of_the_house FOREIGN KEY (workplace, holder) REFERENCES unit (code, house),
    CONSTRAINT nomination_bureau_proposes_its_own CHECK (unit = holder OR unit = coalesce(collective, workplace)),
    CONSTRAINT nomination_person_is_registered FOREIGN KEY (unit, staff_no) REFERENCES person,

    -- Once within a campaign, whoever proposes and for whichever award (N2).
    CONSTRAINT nomination_subject_is_nominated_once UNIQUE (campaign, nominee),

    -- The quota (clause 1.2). The foreign key stands last: what is wrong with the nomination itself is said first.
    CONSTRAINT nomination_holds_a_slot_unless_withdrawn CHECK (
        (slot IS NOT NULL) = (state <> 'withdrawn') AND (slot IS NULL) = (allowed IS NULL)),
    CONSTRAINT nomination_slot_is_within_quota CHECK (slot BETWEEN 1 AND allowed),
    CONSTRAINT nomination_slot_is_held_once UNIQUE (holder, campaign, award, subject, slot),
    CONSTRAINT nomination_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed)
        REFERENCES quota (holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE
);
COMMENT ON TABLE  nomination            IS 'A unit''s proposal that a collective or a person be given an award.';
COMMENT ON COLUMN nomination.unit       IS 'The unit that proposes: a province, a bureau, or the headquarters itself.';
COMMENT ON COLUMN nomination.id         IS 'The number by which the tool calls it.';
COMMENT ON COLUMN nomination.campaign   IS 'The campaign.';
COMMENT ON COLUMN nomination.holder     IS 'The house whose quota it draws on.';
COMMENT ON COLUMN nomination.award      IS 'The award.';
COMMENT ON COLUMN nomination.subject    IS 'A collective or an individual.';
COMMENT ON COLUMN nomination.stage      IS 'Always proposal: which of the holder''s quotas it draws on.';
COMMENT ON COLUMN nomination.collective IS 'The unit nominated; null for a person.';
COMMENT ON COLUMN nomination.staff_no   IS 'The person nominated; null for a collective.';
COMMENT ON COLUMN nomination.nominee_name IS 'What the nominee was called while it could still be changed: a later name changes no closed campaign.';
COMMENT ON COLUMN nomination.position   IS 'The person''s position at the time; null for a collective.';
COMMENT ON COLUMN nomination.workplace  IS 'The unit where the person works; null for a collective.';
COMMENT ON COLUMN nomination.state      IS 'Its state.';
COMMENT ON COLUMN nomination.stands     IS 'Whether it counts: false once withdrawn.';
COMMENT ON COLUMN nomination.nominee    IS 'Who is nominated, as one key, while it stands.';
COMMENT ON COLUMN nomination.allowed    IS 'The quota''s size, by which its slot is judged; null once withdrawn.';
COMMENT ON COLUMN nomination.slot       IS 'Its place in the quota, from 1; null once withdrawn.';
COMMENT ON COLUMN nomination.entered_at IS 'When it was entered, by the database''s clock.';
COMMENT ON COLUMN nomination.changed_at IS 'When it last changed, by the database''s clock.';

CREATE FUNCTION nomination_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    NEW.nominee_name := coalesce(
        (SELECT u.name FROM unit u WHERE u.code = NEW.collective),
        (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (NEW.unit, NEW.staff_no)));
    -- A unit that sends no dossiers is left for the foreign key to refuse.
    NEW.holder := coalesce((SELECT proposes_under FROM unit WHERE code = NEW.unit), NEW.unit);

    IF NEW.state = 'withdrawn' THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
        RETURN NEW;
    END IF;
    -- Whoever keeps to the same quota keeps its slot, unless the slot is cleared to ask for a lower one.
    IF TG_OP = 'UPDATE' AND OLD.slot IS NOT NULL AND NEW.slot IS NOT NULL
        AND (NEW.holder, NEW.campaign, NEW.award, NEW.subject) = (OLD.holder, OLD.campaign, OLD.award, OLD.subject) THEN
        RETURN NEW;
    END IF;

    -- The lock only makes clerks queue; the constraints hold without it. It is a statement of its own, so that the next
    -- one sees what was committed while it waited.
    NEW.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (NEW.holder, NEW.campaign, NEW.award, NEW.subject, 'proposal')
        FOR NO KEY UPDATE);
    -- Who waited for a slot may have waited too long.
    PERFORM campaign_refuse_if_closed(NEW.campaign);
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    IF NEW.allowed IS NULL THEN
        NEW.allowed := 1;  -- There is no quota: let the foreign key say so.
    END IF;

    -- The lowest free slot: the first turn at which the slots in use no longer keep step, or the one after them all. That is
    -- allowed + 1 where none is free.
    NEW.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT n.slot, row_number() OVER (ORDER BY n.slot) AS turn
            FROM nomination n
            WHERE (n.holder, n.campaign, n.award, n.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)
              AND n.slot IS NOT NULL) in_use);

    -- Where both rules are broken, the user is told the one that no free slot would cure.
    IF NEW.slot > NEW.allowed AND EXISTS (
        SELECT FROM nomination n
        WHERE (n.campaign, n.nominee) = (NEW.campaign, nominee_key(NEW.holder, NEW.collective, NEW.staff_no))
          AND (n.unit, n.id) <> (NEW.unit, NEW.id)
    ) THEN
        RAISE EXCEPTION 'the subject is nominated already'
            USING ERRCODE = 'unique_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_subject_is_nominated_once';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION nomination_take_slot IS 'Fills in what a clerk does not choose: holder, slot, times. The constraints judge the result.';

CREATE TRIGGER nomination_takes_slot BEFORE INSERT OR UPDATE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_take_slot();
