-- Nominations, the states that they may be in, and the steps from one to another.

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
    ('draft',        'Đang lập',               'Draft'),
    ('withdrawn',    'Đã rút',                 'Withdrawn'),
    ('submitted',    'Đã nộp',                 'Submitted'),
    ('returned',     'Đã trả lại',             'Returned'),
    ('endorsed',     'Đã đưa vào danh sách trình', 'Endorsed'),
    ('awarded',      'Được khen thưởng',       'Awarded'),
    ('declined',     'Không được khen thưởng', 'Declined'),
    ('disqualified', 'Loại do không đủ điều kiện', 'Disqualified');

-- The only table of steps: which state of a nomination may follow which, who may take the step, and until when. A step that it does not list
-- cannot be taken: a nomination refers to the step by which it reached its state.
CREATE TABLE step (
    earlier          text       COLLATE "C" NOT NULL CONSTRAINT step_leaves_a_known_state REFERENCES nomination_state,
    later            text       COLLATE "C" NOT NULL CONSTRAINT step_leads_to_a_known_state REFERENCES nomination_state,
    role             text       COLLATE "C" NOT NULL CONSTRAINT step_is_taken_by_a_known_role REFERENCES access_role,
    before_deadline  boolean    NOT NULL,
    command          plain_text NOT NULL,
    is_by_itself     boolean    NOT NULL DEFAULT false,
    CONSTRAINT step_is_listed_once PRIMARY KEY (earlier, later)
);
COMMENT ON TABLE  step                 IS 'Every step that a nomination may take (docs/develop/rules.md, After submission). Its first state is draft.';
COMMENT ON COLUMN step.earlier         IS 'The state that it leaves.';
COMMENT ON COLUMN step.later           IS 'The state that it leads to.';
COMMENT ON COLUMN step.role            IS 'The role that takes it. A step that clerks take for their unit, administrators may take for any unit.';
COMMENT ON COLUMN step.before_deadline IS 'Whether it must be taken strictly before the deadline (clause 3); otherwise it may be taken at any time.';
COMMENT ON COLUMN step.command         IS 'The command that takes it.';
COMMENT ON COLUMN step.is_by_itself    IS 'Whether a nomination takes it on its own, through nomination_step(); otherwise it is taken along with something else, such as its dossier.';
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

CREATE TABLE person (
    unit      code       NOT NULL CONSTRAINT person_unit_is_known REFERENCES unit,
    staff_no  code       NOT NULL,
    name      plain_text NOT NULL,
    CONSTRAINT person_is_registered_once PRIMARY KEY (unit, staff_no)
);
COMMENT ON TABLE  person          IS 'Individuals who were nominated. They are identified by staff number, never by name: two people may have the same name (N1).';
COMMENT ON COLUMN person.unit     IS 'The unit that proposed them.';
COMMENT ON COLUMN person.staff_no IS 'Staff number.';
COMMENT ON COLUMN person.name     IS 'Full name.';

CREATE FUNCTION random_id() RETURNS bigint
    LANGUAGE sql VOLATILE PARALLEL SAFE
    RETURN ('x' || substr(replace(gen_random_uuid()::text, '-', ''), 1, 10))::bit(40)::bigint;
COMMENT ON FUNCTION random_id IS 'A random number of up to 13 digits. Sequential numbers would reveal to a province how much the others enter.';

CREATE FUNCTION nominee_key(holder text, collective text, staff_no text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN coalesce(holder || ' ' || collective, staff_no);
COMMENT ON FUNCTION nominee_key IS 'The key that identifies a nominee (N2). A collective is searched for only within its own house, so that no answer reveals another house''s nominees.';

-- Only what people leave out or replace when they copy a number, and the zeros before it, which a spreadsheet takes away.
CREATE FUNCTION staff_no_key(staff_no text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ltrim(translate(staff_no, 'Đ./&_-', 'D'), '0') COLLATE "C";
COMMENT ON FUNCTION staff_no_key IS 'The key by which staff numbers are alike, so that they may be one person''s: without punctuation and without the zeros before it, with D for Đ. 04-1, 04.1, 041 and 41 are alike.';

-- A nomination takes a numbered slot of a quota, and three plain constraints do the rest: nomination_slot_is_within_quota,
-- nomination_slot_is_held_once and nomination_draws_on_a_quota.
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
    came_from   text        COLLATE "C",
    bar         text        COLLATE "C",
    reason      prose,
    stands      boolean     NOT NULL GENERATED ALWAYS AS (state NOT IN ('withdrawn', 'disqualified')) STORED,
    is_open     boolean     GENERATED ALWAYS AS (
                    CASE WHEN state IN ('draft', 'returned') THEN true WHEN state NOT IN ('withdrawn', 'disqualified') THEN false END) STORED,
    nominee     text        COLLATE "C" GENERATED ALWAYS AS (
                    CASE WHEN state <> 'withdrawn' THEN nominee_key(holder, collective, staff_no) END) STORED,
    number_key  text        COLLATE "C" GENERATED ALWAYS AS (CASE WHEN state <> 'withdrawn' THEN staff_no_key(staff_no) END) STORED,
    name_key    text        COLLATE "C" GENERATED ALWAYS AS (CASE WHEN staff_no IS NOT NULL THEN fold(nominee_name) END) STORED,
    endorsed    bigint      GENERATED ALWAYS AS (CASE WHEN state IN ('endorsed', 'awarded') THEN id END) STORED,
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

    -- Once within a campaign, whichever unit proposes and for whichever award (N2). A disqualified nominee still counts as nominated.
    CONSTRAINT nomination_subject_is_nominated_once UNIQUE (nominee, campaign),
    -- Nor under another spelling of the number: if the names are alike, too, it is one person. It also serves to find alike numbers.
    CONSTRAINT nomination_person_is_nominated_once UNIQUE (number_key, campaign, name_key),

    -- Its state, the step by which it reached that state, and its dossier (D6).
    CONSTRAINT nomination_begins_as_a_draft CHECK (came_from IS NOT NULL OR state = 'draft'),
    CONSTRAINT nomination_step_is_known FOREIGN KEY (came_from, state) REFERENCES step (earlier, later),
    CONSTRAINT nomination_disqualification_says_why CHECK (
        (state = 'disqualified') = (bar IS NOT NULL) AND (bar IS NULL) = (reason IS NULL)),
    CONSTRAINT nomination_is_disqualified_for_a_bar FOREIGN KEY (campaign, bar, subject) REFERENCES bar (campaign, code, subject),
    CONSTRAINT nomination_dossier_is_open FOREIGN KEY (unit, campaign, is_open) REFERENCES dossier (unit, campaign, is_open)
        DEFERRABLE INITIALLY DEFERRED,
    -- An endorsed nominee cannot be replaced: the key that an endorsement refers to includes the nominee.
    CONSTRAINT nomination_is_referable_while_it_stands UNIQUE (unit, id, campaign, holder, award, subject, stands, nominee),

    -- The quota (clause 1.2). The foreign key comes last, so that what is wrong with the nomination itself is reported first.
    CONSTRAINT nomination_holds_a_slot_while_it_stands CHECK ((slot IS NOT NULL) = stands AND (slot IS NULL) = (allowed IS NULL)),
    CONSTRAINT nomination_slot_is_within_quota CHECK (slot BETWEEN 1 AND allowed),
    CONSTRAINT nomination_slot_is_held_once UNIQUE (holder, campaign, award, subject, slot),
    CONSTRAINT nomination_draws_on_a_quota FOREIGN KEY (holder, campaign, award, subject, stage, allowed)
        REFERENCES quota (holder, campaign, award, subject, stage, allowed) ON UPDATE CASCADE
);
CREATE INDEX nomination_by_campaign ON nomination (campaign, unit);
COMMENT ON TABLE  nomination              IS 'A unit''s proposal that a collective or a person be given an award.';
COMMENT ON COLUMN nomination.unit         IS 'The unit that proposes: a province, a bureau, or the headquarters itself.';
COMMENT ON COLUMN nomination.id           IS 'The number by which the tool refers to it.';
COMMENT ON COLUMN nomination.campaign     IS 'The campaign.';
COMMENT ON COLUMN nomination.holder       IS 'The house whose quota it draws on.';
COMMENT ON COLUMN nomination.award        IS 'The award.';
COMMENT ON COLUMN nomination.subject      IS 'A collective or an individual.';
COMMENT ON COLUMN nomination.stage        IS 'Always proposal: the stage of the quota that it draws on.';
COMMENT ON COLUMN nomination.collective   IS 'The unit nominated; null for a person.';
COMMENT ON COLUMN nomination.staff_no     IS 'The person nominated; null for a collective.';
COMMENT ON COLUMN nomination.nominee_name IS 'The nominee''s name while the nomination could still be changed: later changes of name do not alter a closed campaign.';
COMMENT ON COLUMN nomination.position     IS 'The person''s position at the time; null for a collective.';
COMMENT ON COLUMN nomination.workplace    IS 'The unit where the person works; null for a collective.';
COMMENT ON COLUMN nomination.state        IS 'Its state.';
COMMENT ON COLUMN nomination.came_from    IS 'The previous state; null for a draft that was just entered.';
COMMENT ON COLUMN nomination.bar          IS 'The fact for which it was disqualified (N5).';
COMMENT ON COLUMN nomination.reason       IS 'Why it was disqualified, in words.';
COMMENT ON COLUMN nomination.stands       IS 'Whether it counts; false once it is withdrawn or disqualified.';
COMMENT ON COLUMN nomination.is_open      IS 'True while it may be changed, false once it is submitted; null once it is withdrawn or disqualified.';
COMMENT ON COLUMN nomination.nominee      IS 'The nominee as a single key; null once the nomination is withdrawn. A disqualified nominee still counts as nominated (N2).';
COMMENT ON COLUMN nomination.number_key   IS 'The key by which staff numbers are alike; null for a collective, and once the nomination is withdrawn.';
COMMENT ON COLUMN nomination.name_key     IS 'The key by which names of people are alike; null for a collective.';
COMMENT ON COLUMN nomination.endorsed     IS 'Its id while it is endorsed or awarded; otherwise null.';
COMMENT ON COLUMN nomination.allowed      IS 'The quota''s size, against which its slot is checked; null once it is withdrawn or disqualified.';
COMMENT ON COLUMN nomination.slot         IS 'Its slot in the quota, from 1; null once it is withdrawn or disqualified.';
COMMENT ON COLUMN nomination.entered_at   IS 'When it was entered, by the database''s clock.';
COMMENT ON COLUMN nomination.changed_at   IS 'When it last changed, by the database''s clock.';

-- What a unit's clerk was refused because another unit has nominated it (N2). The clerk learns no more than that, so only the Department can settle
-- whose nominee it is. A claim is kept even if the other nomination is withdrawn later.
CREATE TABLE claim (
    unit          code        NOT NULL,
    campaign      code        NOT NULL CONSTRAINT claim_campaign_is_known REFERENCES campaign,
    holder        code        NOT NULL,
    subject       text        COLLATE "C" NOT NULL,
    collective    code,
    staff_no      code,
    nominee_name  plain_text,
    nominee       text        COLLATE "C" GENERATED ALWAYS AS (nominee_key(holder, collective, staff_no)) STORED,
    number_key    text        COLLATE "C" GENERATED ALWAYS AS (staff_no_key(staff_no)) STORED,
    name_key      text        COLLATE "C" GENERATED ALWAYS AS (CASE WHEN staff_no IS NOT NULL THEN fold(nominee_name) END) STORED,
    refused_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT claim_is_kept_once PRIMARY KEY (unit, campaign, nominee),
    -- However the number is spelled.
    CONSTRAINT claim_of_a_person_is_kept_once UNIQUE (unit, campaign, number_key, name_key),
    CONSTRAINT claim_names_a_collective_or_a_person CHECK (
        (subject = 'collective') = (collective IS NOT NULL) AND (subject = 'individual') = (staff_no IS NOT NULL)),
    CONSTRAINT claim_unit_sends_dossiers FOREIGN KEY (unit, holder) REFERENCES unit (code, proposes_under)
);
CREATE INDEX claim_by_campaign ON claim (campaign);
COMMENT ON TABLE  claim              IS 'What units were refused because another unit has nominated it (N2). For the Department only.';
COMMENT ON COLUMN claim.unit         IS 'The unit that was refused.';
COMMENT ON COLUMN claim.campaign     IS 'The campaign.';
COMMENT ON COLUMN claim.holder       IS 'The house of that unit.';
COMMENT ON COLUMN claim.subject      IS 'A collective or an individual.';
COMMENT ON COLUMN claim.collective   IS 'The unit that it would nominate; null for a person.';
COMMENT ON COLUMN claim.staff_no     IS 'The person whom it would nominate; null for a collective.';
COMMENT ON COLUMN claim.nominee_name IS 'The nominee''s name, as that unit has it.';
COMMENT ON COLUMN claim.nominee      IS 'The nominee as a single key, as in nomination.';
COMMENT ON COLUMN claim.number_key   IS 'The key by which staff numbers are alike; null for a collective.';
COMMENT ON COLUMN claim.name_key     IS 'The key by which names of people are alike; null for a collective.';
COMMENT ON COLUMN claim.refused_at   IS 'When it was first refused, by the database''s clock.';
