-- The nightly report: its content is one value, kept as it was first read, so that printing it again yields the same bytes.

CREATE TABLE report_run (
    campaign  code        NOT NULL CONSTRAINT report_run_campaign_is_known REFERENCES campaign,
    date      calendar_day NOT NULL,
    as_of     timestamptz NOT NULL,
    is_late   boolean     NOT NULL,
    is_final  boolean     NOT NULL,
    content   jsonb       NOT NULL,
    sha256    bytea       NOT NULL CONSTRAINT report_checksum_is_of_its_content CHECK (sha256 = sha256(convert_to(content::text, 'UTF8'))),
    seal      bigint      NOT NULL CONSTRAINT report_run_seals_the_trail REFERENCES seal,
    made_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    made_by   text        NOT NULL DEFAULT session_user,
    -- A report that turned out to be wrong is set aside, and another one is made.
    revision  integer     NOT NULL CONSTRAINT report_revision_counts_from_one CHECK (revision >= 1),
    set_aside_at       timestamptz,
    set_aside_by       text,
    set_aside_because  prose,
    CONSTRAINT report_run_is_numbered PRIMARY KEY (campaign, date, revision),
    CONSTRAINT report_run_is_the_only_one EXCLUDE USING btree (campaign WITH =, date WITH =) WHERE (set_aside_at IS NULL),
    CONSTRAINT report_setting_aside_says_who_and_why CHECK (num_nulls(set_aside_at, set_aside_by, set_aside_because) IN (0, 3))
);
ALTER TABLE report_run ALTER COLUMN content SET COMPRESSION pglz;
COMMENT ON TABLE  report_run          IS 'The nightly reports as they were made. Kept permanently: the last one before the deadline is the record of what was in time.';
COMMENT ON COLUMN report_run.campaign IS 'The campaign.';
COMMENT ON COLUMN report_run.date     IS 'The day at whose beginning, midnight in Hanoi, the report is due.';
COMMENT ON COLUMN report_run.as_of    IS 'The moment to which its numbers refer.';
COMMENT ON COLUMN report_run.is_late  IS 'Whether it was made more than an hour after that moment.';
COMMENT ON COLUMN report_run.is_final IS 'Whether it is the report as of the deadline.';
COMMENT ON COLUMN report_run.content  IS 'Its content: see report_content().';
COMMENT ON COLUMN report_run.sha256   IS 'SHA-256 of the content; this is what the trail records.';
COMMENT ON COLUMN report_run.seal     IS 'The seal of the trail whose hash it shows.';
COMMENT ON COLUMN report_run.made_at  IS 'When it was made.';
COMMENT ON COLUMN report_run.made_by  IS 'The login that made it.';
COMMENT ON COLUMN report_run.revision IS 'Its number among the reports for this day, from 1: all but the last have been set aside.';
COMMENT ON COLUMN report_run.set_aside_at      IS 'When it was set aside; null for the one that stands.';
COMMENT ON COLUMN report_run.set_aside_by      IS 'The login that set it aside.';
COMMENT ON COLUMN report_run.set_aside_because IS 'Why it was set aside.';

-- Whoever may keep a report may not say what is in it: what the database has read, it recognizes by this.
CREATE TABLE audit_secret (
    is_only  boolean NOT NULL DEFAULT true CONSTRAINT audit_secret_is_the_only_one PRIMARY KEY
             CONSTRAINT audit_secret_is_one CHECK (is_only),
    secret   bytea   NOT NULL DEFAULT sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'))
);
COMMENT ON TABLE  audit_secret         IS 'What a report is signed with between being read, perhaps on a standby, and being kept.';
COMMENT ON COLUMN audit_secret.is_only IS 'Always true: there is one.';
COMMENT ON COLUMN audit_secret.secret  IS 'A random value, which only the owner''s functions can read.';
INSERT INTO audit_secret DEFAULT VALUES;

-- To whom it was sent. A row exists before a letter is released: if its outcome was never recorded, the letter is not sent again.
CREATE TABLE report_letter (
    campaign    code        NOT NULL,
    date        calendar_day NOT NULL,
    revision    integer     NOT NULL,
    specialist  code        NOT NULL,
    email       text        NOT NULL,
    begun_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    sent_at     timestamptz,
    CONSTRAINT report_letter_is_sent_once PRIMARY KEY (campaign, date, revision, specialist),
    CONSTRAINT report_letter_is_of_a_report FOREIGN KEY (campaign, date, revision) REFERENCES report_run
);
COMMENT ON TABLE  report_letter            IS 'Reports sent by e-mail to area specialists.';
COMMENT ON COLUMN report_letter.campaign   IS 'The report''s campaign.';
COMMENT ON COLUMN report_letter.date       IS 'The report''s date.';
COMMENT ON COLUMN report_letter.revision   IS 'The report''s revision.';
COMMENT ON COLUMN report_letter.specialist IS 'The area specialist.';
COMMENT ON COLUMN report_letter.email      IS 'The address.';
COMMENT ON COLUMN report_letter.begun_at   IS 'When it was released.';
COMMENT ON COLUMN report_letter.sent_at    IS 'When the mail system accepted it; null if that was never recorded.';
