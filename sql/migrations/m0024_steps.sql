-- The one table of steps: which state of a nomination may follow which, by whom, until when. What it does not list does not happen:
-- a nomination refers to the step by which it came into its state.
SET LOCAL ROLE thidua_owner;

INSERT INTO nomination_state (code, name_vi, name_en) VALUES
    ('submitted',    'Đã nộp',                 'Submitted'),
    ('returned',     'Trả lại',                'Returned'),
    ('endorsed',     'Đã đưa vào danh sách trình', 'Endorsed'),
    ('awarded',      'Được khen thưởng',       'Awarded'),
    ('declined',     'Không được khen thưởng', 'Declined'),
    ('disqualified', 'Bị loại',                'Disqualified');

CREATE TABLE step (
    earlier          text       COLLATE "C" NOT NULL CONSTRAINT step_leaves_a_known_state REFERENCES nomination_state,
    later            text       COLLATE "C" NOT NULL CONSTRAINT step_leads_to_a_known_state REFERENCES nomination_state,
    role             text       COLLATE "C" NOT NULL CONSTRAINT step_is_taken_by_a_known_role REFERENCES access_role,
    before_deadline  boolean    NOT NULL,
    command          plain_text NOT NULL,
    is_by_itself     boolean    NOT NULL DEFAULT false,
    CONSTRAINT step_is_listed_once PRIMARY KEY (earlier, later)
);
COMMENT ON TABLE  step                 IS 'Every step that a nomination may take (RULES.md, After submission). Its first state is draft.';
COMMENT ON COLUMN step.earlier         IS 'The state that it leaves.';
COMMENT ON COLUMN step.later           IS 'The state that it leads to.';
COMMENT ON COLUMN step.role            IS 'Who takes it. What a clerk does for its unit, an administrator may do for any.';
COMMENT ON COLUMN step.before_deadline IS 'Whether it is taken strictly before the deadline (clause 3); else at any time.';
COMMENT ON COLUMN step.command         IS 'The command that takes it.';
COMMENT ON COLUMN step.is_by_itself    IS 'Whether a nomination takes it by itself, through nomination_step(); else with what it belongs to.';
INSERT INTO step (earlier, later, role, before_deadline, is_by_itself, command) VALUES
    ('draft',     'submitted',    'clerk',         true,  false, 'dossier submit'),
    ('returned',  'submitted',    'clerk',         true,  false, 'dossier submit'),
    ('draft',     'withdrawn',    'clerk',         true,  true,  'nomination withdraw'),
    ('returned',  'withdrawn',    'clerk',         true,  true,  'nomination withdraw'),
    ('withdrawn', 'draft',        'clerk',         true,  true,  'nomination withdraw --undo'),
    ('submitted', 'returned',     'administrator', true,  false, 'dossier return'),
    ('submitted', 'disqualified', 'administrator', false, false, 'nomination disqualify'),
    ('submitted', 'endorsed',     'administrator', false, false, 'endorsement add'),
    ('endorsed',  'submitted',    'administrator', false, false, 'endorsement remove'),
    ('submitted', 'declined',     'administrator', false, false, 'decision record --decline'),
    ('endorsed',  'declined',     'administrator', false, false, 'decision record --decline'),
    ('endorsed',  'awarded',      'administrator', false, false, 'decision record --award');
SELECT protect('step'), audit_follow('step'), share('step', 'thidua_user');

CREATE FUNCTION is_prose(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED AND value !~ '^\s|\s$' AND value !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f]'
        AND length(value) BETWEEN 1 AND 4000;
COMMENT ON FUNCTION is_prose IS 'NFC, trimmed, without control characters but line breaks, 1 to 4000 characters.';
CREATE DOMAIN prose AS text CONSTRAINT prose_is_plain CHECK (is_prose(VALUE));
COMMENT ON DOMAIN prose IS 'A paragraph or several, for people.';
CREATE FUNCTION tidy_prose(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN nullif(regexp_replace(regexp_replace(normalize(value, NFC), '\r\n?', E'\n', 'g'), '^\s+|\s+$', '', 'g'), '');
COMMENT ON FUNCTION tidy_prose IS 'Paragraphs as people type them: NFC, trimmed, lines ended alike; null if nothing is left.';

-- A disqualified nomination stands no more: it counts in no quota, so that before the deadline another may take its place (N5). Its nominee
-- stays taken. What the trail looks at, and what refers to `stands`, is made anew.
DROP TRIGGER nomination_is_audited ON nomination;
DROP TRIGGER nomination_is_never_truncated ON nomination;
DROP POLICY council_reads_what_stands ON nomination;
ALTER TABLE endorsement DROP CONSTRAINT endorsement_is_of_a_standing_nomination;
ALTER TABLE nomination DROP CONSTRAINT nomination_is_referable_while_it_stands, DROP CONSTRAINT nomination_holds_a_slot_unless_withdrawn,
    DROP COLUMN stands;
ALTER TABLE nomination
    ADD COLUMN stands boolean NOT NULL GENERATED ALWAYS AS (state NOT IN ('withdrawn', 'disqualified')) STORED,
    ADD COLUMN is_open boolean GENERATED ALWAYS AS (
        CASE WHEN state IN ('draft', 'returned') THEN true WHEN state NOT IN ('withdrawn', 'disqualified') THEN false END) STORED,
    ADD COLUMN came_from text COLLATE "C",
    ADD COLUMN bar text COLLATE "C",
    ADD COLUMN reason prose,
    ADD CONSTRAINT nomination_holds_a_slot_while_it_stands CHECK ((slot IS NOT NULL) = stands AND (slot IS NULL) = (allowed IS NULL)),
    ADD CONSTRAINT nomination_disqualification_says_why CHECK (
        (state = 'disqualified') = (bar IS NOT NULL) AND (bar IS NULL) = (reason IS NULL)),
    ADD CONSTRAINT nomination_is_referable_while_it_stands UNIQUE (unit, id, campaign, holder, award, subject, stands, nominee);
COMMENT ON COLUMN nomination.stands    IS 'Whether it counts: not once it is withdrawn or disqualified.';
COMMENT ON COLUMN nomination.is_open   IS 'True while it may be changed, false once it is submitted; null where it stands no more.';
COMMENT ON COLUMN nomination.came_from IS 'The state before this one; null for a draft that was just entered.';
COMMENT ON COLUMN nomination.bar       IS 'The fact for which it was disqualified (N5).';
COMMENT ON COLUMN nomination.reason    IS 'Why it was disqualified, in words.';
COMMENT ON COLUMN nomination.allowed   IS 'The quota''s size, by which its slot is judged; null once it stands no more.';
COMMENT ON COLUMN nomination.slot      IS 'Its place in the quota, from 1; null once it stands no more.';
ALTER TABLE endorsement ADD CONSTRAINT endorsement_is_of_a_standing_nomination
    FOREIGN KEY (unit, nomination, campaign, house, award, subject, stands, nominee)
    REFERENCES nomination (unit, id, campaign, holder, award, subject, stands, nominee);

-- Steps that were taken before there was this table; in campaigns that have closed, too.
ALTER TABLE nomination DISABLE TRIGGER USER;
UPDATE nomination SET came_from = 'draft' WHERE state = 'withdrawn';
ALTER TABLE nomination ENABLE TRIGGER USER,
    ALTER COLUMN stands SET STATISTICS 0, ALTER COLUMN is_open SET STATISTICS 0, ALTER COLUMN came_from SET STATISTICS 0,
    ALTER COLUMN bar SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0,
    ADD CONSTRAINT nomination_begins_as_a_draft CHECK (came_from IS NOT NULL OR state = 'draft'),
    ADD CONSTRAINT nomination_step_is_known FOREIGN KEY (came_from, state) REFERENCES step (earlier, later);
SELECT audit_follow('nomination', 'unit', personal => '{staff_no,position,bar,reason}', derived => '{nominee_name,changed_at}');

-- The council reads what came to it.
CREATE POLICY council_reads_what_was_submitted ON nomination FOR SELECT TO thidua_council
    USING (state NOT IN ('draft', 'returned', 'withdrawn'));
GRANT SELECT (stands, is_open, bar, reason) ON nomination TO thidua_clerk;

-- A slot is taken on the way in, and again when a withdrawal is undone; a step keeps it, or gives it up.
CREATE OR REPLACE FUNCTION nomination_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- When it changed, nomination_check_deadline() has said.
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    IF NEW.state IN ('withdrawn', 'disqualified') THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
    END IF;
    -- The name as it stands when the nomination is submitted; what the register corrects later changes nothing that was.
    IF TG_OP = 'INSERT' OR OLD.is_open OR OLD.state = 'withdrawn' THEN
        NEW.nominee_name := coalesce(
            (SELECT u.name FROM unit u WHERE u.code = NEW.collective),
            (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (NEW.unit, NEW.staff_no)));
    END IF;
    -- A step takes nothing else with it.
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state AND NEW.state <> 'draft' THEN
        RETURN NEW;
    END IF;
    -- A unit that sends no dossiers is left for the foreign key to refuse.
    NEW.holder := coalesce((SELECT proposes_under FROM unit WHERE code = NEW.unit), NEW.unit);
    IF NEW.state IN ('withdrawn', 'disqualified') THEN
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
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    PERFORM campaign_refuse_if_closed(NEW.campaign);
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

-- Steps of one nomination by itself; the others are taken by what they belong to: a dossier, an endorsement, a decision.
CREATE OR REPLACE FUNCTION nomination_step(nomination bigint, "from" text, "to" text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE nomination n SET state = nomination_step."to"
    FROM step s
    WHERE n.id = nomination AND n.state = nomination_step."from" AND may_write_for(n.unit)
      AND (s.earlier, s.later) = (nomination_step."from", nomination_step."to") AND s.is_by_itself;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_step IS 'Withdraws a nomination of one''s own, or undoes that; false where there is none in that state.';

GRANT EXECUTE ON FUNCTION is_prose, tidy_prose TO thidua_user;
