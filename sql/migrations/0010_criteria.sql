-- What a campaign requires of its nominees (clause 1.1): criteria (N3), directives with the day on which they were due (N4), and facts that
-- bar a nominee (N5). Their wording is in sql/campaigns.

CREATE TABLE criterion (
    campaign  code       NOT NULL CONSTRAINT criterion_is_of_a_campaign REFERENCES campaign,
    code      text       COLLATE "C" NOT NULL CONSTRAINT criterion_code_is_short CHECK (code ~ '^[a-z][0-9]{1,2}$'),
    subject   text       COLLATE "C" NOT NULL CONSTRAINT criterion_subject_is_known REFERENCES subject,
    clause    plain_text NOT NULL,
    words     prose      NOT NULL,
    words_en  prose      NOT NULL,
    CONSTRAINT criterion_is_listed_once PRIMARY KEY (campaign, code)
);
COMMENT ON TABLE  criterion          IS 'What a collective or an individual must have done to be submitted (N3).';
COMMENT ON COLUMN criterion.campaign IS 'The campaign.';
COMMENT ON COLUMN criterion.code     IS 'Its code: a1 to a6 for clause 1.1.a, b1 to b6 for 1.1.b.';
COMMENT ON COLUMN criterion.subject  IS 'Whether it applies to collectives or individuals.';
COMMENT ON COLUMN criterion.clause   IS 'The circular''s clause.';
COMMENT ON COLUMN criterion.words    IS 'The circular''s own words.';
COMMENT ON COLUMN criterion.words_en IS 'The same in English.';

CREATE TABLE directive (
    campaign   code       NOT NULL CONSTRAINT directive_is_of_a_campaign REFERENCES campaign,
    number     code       NOT NULL,
    issued_on  calendar_day NOT NULL,
    due_on     calendar_day CONSTRAINT directive_is_due_after_it_is_issued CHECK (due_on >= issued_on),
    clause     plain_text NOT NULL,
    CONSTRAINT directive_is_listed_once PRIMARY KEY (campaign, number)
);
COMMENT ON TABLE  directive           IS 'Directives that a nominee must have completed (N4).';
COMMENT ON COLUMN directive.campaign  IS 'The campaign.';
COMMENT ON COLUMN directive.number    IS 'Its number.';
COMMENT ON COLUMN directive.issued_on IS 'When it was issued.';
COMMENT ON COLUMN directive.due_on    IS 'The last day on which completing it is on time; null until an administrator has set it.';
COMMENT ON COLUMN directive.clause    IS 'The circular''s clause.';

CREATE TABLE bar (
    campaign  code       NOT NULL CONSTRAINT bar_is_of_a_campaign REFERENCES campaign,
    code      text       COLLATE "C" NOT NULL,
    subject   text       COLLATE "C" NOT NULL CONSTRAINT bar_subject_is_known REFERENCES subject,
    clause    plain_text NOT NULL,
    name_vi   plain_text NOT NULL,
    name_en   plain_text NOT NULL,
    CONSTRAINT bar_is_listed_once PRIMARY KEY (campaign, code),
    CONSTRAINT bar_is_referable UNIQUE (campaign, code, subject)
);
COMMENT ON TABLE  bar          IS 'Facts that keep a nominee from being submitted (N5).';
COMMENT ON COLUMN bar.campaign IS 'The campaign.';
COMMENT ON COLUMN bar.code     IS 'Its code.';
COMMENT ON COLUMN bar.subject  IS 'Whether it applies to collectives or individuals.';
COMMENT ON COLUMN bar.clause   IS 'The circular''s clause.';
COMMENT ON COLUMN bar.name_vi  IS 'The circular''s words for it.';
COMMENT ON COLUMN bar.name_en  IS 'The same in English.';
