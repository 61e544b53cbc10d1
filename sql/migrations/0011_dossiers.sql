-- The dossier (clause 2): what a unit sends for a campaign. It is open until it is submitted, which closes it (D6). A nomination that may
-- still be changed refers to an open dossier, and a submitted one to a closed dossier, so neither can change without the other.

CREATE TABLE dossier_state (
    code     text       COLLATE "C" CONSTRAINT dossier_state_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  dossier_state         IS 'States of a dossier.';
COMMENT ON COLUMN dossier_state.code    IS 'The state''s code in data and JSON.';
COMMENT ON COLUMN dossier_state.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN dossier_state.name_en IS 'English name.';
INSERT INTO dossier_state (code, name_vi, name_en) VALUES
    ('open',          'Đang lập',  'Open'),
    ('submitted',     'Đã nộp',    'Submitted'),
    ('returned',      'Đã trả lại', 'Returned'),
    ('not_submitted', 'Không nộp', 'Not submitted');

CREATE TABLE dossier (
    unit           code        NOT NULL,
    campaign       code        NOT NULL CONSTRAINT dossier_campaign_is_known REFERENCES campaign,
    house          code        NOT NULL,
    is_open        boolean     NOT NULL DEFAULT true,
    submitted_at   timestamptz,
    returned_at    timestamptz,
    return_reason  prose,
    paper_at       instant,
    email_at       instant,
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT dossier_is_the_only_one PRIMARY KEY (unit, campaign),
    CONSTRAINT dossier_state_is_referable UNIQUE (unit, campaign, is_open),
    CONSTRAINT dossier_unit_sends_dossiers FOREIGN KEY (unit, house) REFERENCES unit (code, proposes_under),
    CONSTRAINT dossier_is_closed_by_submitting CHECK (is_open OR submitted_at IS NOT NULL),
    CONSTRAINT dossier_return_says_why CHECK ((returned_at IS NULL) = (return_reason IS NULL)),
    CONSTRAINT dossier_arrival_is_not_in_the_future CHECK (paper_at <= changed_at AND email_at <= changed_at)
);
CREATE INDEX dossier_by_campaign ON dossier (campaign);
COMMENT ON TABLE  dossier               IS 'What a unit sends for a campaign (D1).';
COMMENT ON COLUMN dossier.unit          IS 'The unit that sends it: a province, a bureau, or the headquarters.';
COMMENT ON COLUMN dossier.campaign      IS 'The campaign.';
COMMENT ON COLUMN dossier.house         IS 'The house of that unit.';
COMMENT ON COLUMN dossier.is_open       IS 'Whether it may be changed; false while it is submitted (D6).';
COMMENT ON COLUMN dossier.submitted_at  IS 'When it was last submitted, by the database''s clock.';
COMMENT ON COLUMN dossier.returned_at   IS 'When it was last returned.';
COMMENT ON COLUMN dossier.return_reason IS 'Why it was last returned.';
COMMENT ON COLUMN dossier.paper_at      IS 'When the paper set arrived at the Department (D4, T4).';
COMMENT ON COLUMN dossier.email_at      IS 'When the area specialist received the soft copy by e-mail (D4).';
COMMENT ON COLUMN dossier.changed_at    IS 'When it last changed.';
