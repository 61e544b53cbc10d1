-- The dossier (clause 2): what a unit sends for a campaign. It is open until it is submitted, and closed then (D6). A nomination that may
-- still be changed refers to an open dossier, and one that is submitted to a closed one: neither changes without the other.
SET LOCAL ROLE thidua_owner;

CREATE TABLE dossier_state (
    code     text       COLLATE "C" CONSTRAINT dossier_state_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  dossier_state         IS 'Where a dossier stands.';
COMMENT ON COLUMN dossier_state.code    IS 'The state''s code in data and JSON.';
COMMENT ON COLUMN dossier_state.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN dossier_state.name_en IS 'English name.';
INSERT INTO dossier_state (code, name_vi, name_en) VALUES
    ('open',          'Đang lập',  'Open'),
    ('submitted',     'Đã nộp',    'Submitted'),
    ('returned',      'Trả lại',   'Returned'),
    ('not_submitted', 'Không nộp', 'Not submitted');

CREATE TABLE dossier (
    unit           code        NOT NULL,
    campaign       code        NOT NULL CONSTRAINT dossier_campaign_is_known REFERENCES campaign,
    house          code        NOT NULL,
    is_open        boolean     NOT NULL DEFAULT true,
    submitted_at   timestamptz,
    returned_at    timestamptz,
    return_reason  prose,
    paper_at       timestamptz,
    email_at       timestamptz,
    changed_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT dossier_is_the_only_one PRIMARY KEY (unit, campaign),
    CONSTRAINT dossier_state_is_referable UNIQUE (unit, campaign, is_open),
    CONSTRAINT dossier_unit_sends_dossiers FOREIGN KEY (unit, house) REFERENCES unit (code, proposes_under),
    CONSTRAINT dossier_is_closed_by_submitting CHECK (is_open OR submitted_at IS NOT NULL),
    CONSTRAINT dossier_return_says_why CHECK ((returned_at IS NULL) = (return_reason IS NULL)),
    CONSTRAINT dossier_channel_time_has_passed CHECK (paper_at <= changed_at AND email_at <= changed_at)
);
COMMENT ON TABLE  dossier               IS 'What a unit sends for a campaign (D1).';
COMMENT ON COLUMN dossier.unit          IS 'The unit that sends it: a province, a bureau, or the headquarters.';
COMMENT ON COLUMN dossier.campaign      IS 'The campaign.';
COMMENT ON COLUMN dossier.house         IS 'The house of that unit.';
COMMENT ON COLUMN dossier.is_open       IS 'Whether it may be changed; not while it is submitted (D6).';
COMMENT ON COLUMN dossier.submitted_at  IS 'When it was last submitted, by the database''s clock.';
COMMENT ON COLUMN dossier.returned_at   IS 'When it was last returned.';
COMMENT ON COLUMN dossier.return_reason IS 'Why it was.';
COMMENT ON COLUMN dossier.paper_at      IS 'When the paper set arrived at the Department (D4, T4).';
COMMENT ON COLUMN dossier.email_at      IS 'When the soft copy arrived by e-mail at the area specialist''s (D4).';
COMMENT ON COLUMN dossier.changed_at    IS 'When it last changed.';

CREATE TABLE document_kind (
    code     text       COLLATE "C" NOT NULL,
    part_of  text       COLLATE "C" NOT NULL CONSTRAINT document_is_of_a_dossier_or_a_nomination CHECK (part_of IN ('dossier', 'nomination')),
    clause   plain_text NOT NULL,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL,
    CONSTRAINT document_kind_is_listed_once PRIMARY KEY (code),
    CONSTRAINT document_kind_is_referable UNIQUE (code, part_of)
);
COMMENT ON TABLE  document_kind         IS 'What a dossier needs, each once: for the whole, or for each nomination (D1).';
COMMENT ON COLUMN document_kind.code    IS 'The kind''s code in data and JSON.';
COMMENT ON COLUMN document_kind.part_of IS 'Whether there is one for the dossier, or one for each nomination.';
COMMENT ON COLUMN document_kind.clause  IS 'The circular''s clause.';
COMMENT ON COLUMN document_kind.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN document_kind.name_en IS 'English name.';
INSERT INTO document_kind (code, part_of, clause, name_vi, name_en) VALUES
    ('proposal_letter',    'dossier',    '2', 'Tờ trình đề nghị khen thưởng', 'Proposal letter'),
    ('selection_minutes',  'dossier',    '2', 'Biên bản họp bình xét',        'Selection minutes'),
    ('achievement_report', 'nomination', '2', 'Báo cáo thành tích',           'Achievement report');

-- What a file is, it says itself. A DOCX is a ZIP with a text in it; one that carries macros is not taken.
CREATE FUNCTION media_type(content bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN substring(content FOR 5) = '%PDF-' OR substring(content FOR 8) = '\xefbbbf255044462d' THEN 'application/pdf'
        WHEN substring(content FOR 3) = '\xffd8ff' THEN 'image/jpeg'
        WHEN substring(content FOR 8) = '\x89504e470d0a1a0a' THEN 'image/png'
        WHEN substring(content FOR 4) = '\x504b0304' AND position('[Content_Types].xml'::bytea IN content) > 0
            AND position('word/document.xml'::bytea IN content) > 0 AND position('vbaProject.bin'::bytea IN content) = 0
        THEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' END;
COMMENT ON FUNCTION media_type IS 'What the bytes are: PDF, JPEG, PNG or DOCX; null for anything else.';

CREATE TABLE file (
    unit     code   NOT NULL CONSTRAINT file_unit_is_known REFERENCES unit,
    sha256   bytea  NOT NULL GENERATED ALWAYS AS (sha256(content)) STORED,
    size     bigint NOT NULL GENERATED ALWAYS AS (octet_length(content)) STORED,
    type     text   COLLATE "C" GENERATED ALWAYS AS (media_type(content)) STORED,
    content  bytea  NOT NULL,
    CONSTRAINT file_is_kept_once PRIMARY KEY (unit, sha256),
    CONSTRAINT file_is_of_a_known_type CHECK (type IS NOT NULL),
    CONSTRAINT file_is_of_moderate_size CHECK (octet_length(content) BETWEEN 1 AND 20 * 1024 * 1024)
);
ALTER TABLE file ALTER COLUMN content SET STORAGE EXTERNAL;  -- all of these are compressed already
COMMENT ON TABLE  file         IS 'The bytes of documents, each once for a unit, however many documents they are. Never changed, never deleted.';
COMMENT ON COLUMN file.unit    IS 'The unit whose documents they are.';
COMMENT ON COLUMN file.sha256  IS 'Their SHA-256.';
COMMENT ON COLUMN file.size    IS 'How many they are.';
COMMENT ON COLUMN file.type    IS 'What they are, recognised by what they begin with.';
COMMENT ON COLUMN file.content IS 'They themselves.';

CREATE TABLE document (
    unit        code        NOT NULL,
    id          bigint      NOT NULL DEFAULT random_id(),
    campaign    code        NOT NULL,
    kind        text        COLLATE "C" NOT NULL,
    nomination  bigint,
    part_of     text        COLLATE "C" NOT NULL GENERATED ALWAYS AS (CASE WHEN nomination IS NULL THEN 'dossier' ELSE 'nomination' END) STORED,
    sha256      bytea       NOT NULL,
    file_name   plain_text  NOT NULL,
    number      plain_text,
    dated       date,
    signer      plain_text,
    attached_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT document_is_keyed_by_its_unit PRIMARY KEY (unit, id),
    CONSTRAINT document_is_the_only_one_of_its_kind UNIQUE NULLS NOT DISTINCT (unit, campaign, kind, nomination),
    CONSTRAINT document_is_of_a_dossier FOREIGN KEY (unit, campaign) REFERENCES dossier,
    CONSTRAINT document_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT document_kind_is_known FOREIGN KEY (kind, part_of) REFERENCES document_kind (code, part_of),
    CONSTRAINT document_has_its_file FOREIGN KEY (unit, sha256) REFERENCES file
);
COMMENT ON TABLE  document             IS 'The documents of a dossier (D1): the one of each kind that counts. Replaced ones are in the trail, and their files are kept.';
COMMENT ON COLUMN document.unit        IS 'The unit whose dossier it is in.';
COMMENT ON COLUMN document.id          IS 'Its number.';
COMMENT ON COLUMN document.campaign    IS 'The campaign.';
COMMENT ON COLUMN document.kind        IS 'What it is.';
COMMENT ON COLUMN document.nomination  IS 'The nomination that it is about; null for the dossier''s own.';
COMMENT ON COLUMN document.part_of     IS 'Whether it is the dossier''s or a nomination''s.';
COMMENT ON COLUMN document.sha256      IS 'Its file.';
COMMENT ON COLUMN document.file_name   IS 'What the file was called.';
COMMENT ON COLUMN document.number      IS 'Its number, as signed.';
COMMENT ON COLUMN document.dated       IS 'Its date, as signed.';
COMMENT ON COLUMN document.signer      IS 'Who signed it.';
COMMENT ON COLUMN document.attached_at IS 'When it was attached.';

CREATE TABLE certifier_role (
    code     text       COLLATE "C" NOT NULL,
    subject  text       COLLATE "C" NOT NULL CONSTRAINT certifier_subject_is_known REFERENCES subject,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL,
    CONSTRAINT certifier_role_is_listed_once PRIMARY KEY (code),
    CONSTRAINT certifier_role_is_referable UNIQUE (subject, code)
);
COMMENT ON TABLE  certifier_role         IS 'Who certifies an achievement report (D3).';
COMMENT ON COLUMN certifier_role.code    IS 'The role''s code in data and JSON.';
COMMENT ON COLUMN certifier_role.subject IS 'For collectives or individuals.';
COMMENT ON COLUMN certifier_role.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN certifier_role.name_en IS 'English name.';
INSERT INTO certifier_role (code, subject, name_vi, name_en) VALUES
    ('head_of_unit',    'individual', 'Thủ trưởng đơn vị',         'Head of the unit'),
    ('managing_agency', 'collective', 'Cơ quan quản lý trực tiếp', 'Agency that directly manages it');

CREATE TABLE certification (
    unit        code        NOT NULL,
    nomination  bigint      NOT NULL,
    document    bigint      NOT NULL,
    subject     text        COLLATE "C" NOT NULL,
    role        text        COLLATE "C" NOT NULL,
    nominee     text        COLLATE "C" NOT NULL,
    agency      code        NOT NULL CONSTRAINT certification_agency_is_known REFERENCES unit,
    name        plain_text  NOT NULL,
    staff_no    code        NOT NULL,
    CONSTRAINT certification_is_given_once PRIMARY KEY (unit, nomination),
    CONSTRAINT certification_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT certification_is_of_a_report FOREIGN KEY (unit, document) REFERENCES document (unit, id) ON DELETE CASCADE,
    CONSTRAINT certification_role_suits_the_subject FOREIGN KEY (subject, role) REFERENCES certifier_role (subject, code),
    CONSTRAINT certification_is_not_of_oneself CHECK (nominee <> CASE subject WHEN 'individual' THEN staff_no ELSE agency END)
);
COMMENT ON TABLE  certification            IS 'Who certified an achievement report (D3).';
COMMENT ON COLUMN certification.unit       IS 'The unit that proposes.';
COMMENT ON COLUMN certification.nomination IS 'The nomination.';
COMMENT ON COLUMN certification.document   IS 'The achievement report.';
COMMENT ON COLUMN certification.subject    IS 'A collective or an individual.';
COMMENT ON COLUMN certification.role       IS 'As what: the head of the unit for an individual, the agency that directly manages it for a collective.';
COMMENT ON COLUMN certification.nominee    IS 'Who is nominated: a staff number, or a unit''s code.';
COMMENT ON COLUMN certification.agency     IS 'The unit in whose name it was certified.';
COMMENT ON COLUMN certification.name       IS 'Who signed.';
COMMENT ON COLUMN certification.staff_no   IS 'Their staff number, which alone tells them from the nominee.';

CREATE TABLE declaration (
    unit        code   NOT NULL,
    nomination  bigint NOT NULL,
    document    bigint NOT NULL,
    CONSTRAINT declaration_is_made_once PRIMARY KEY (unit, nomination),
    CONSTRAINT declaration_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT declaration_stands_in_a_letter FOREIGN KEY (unit, document) REFERENCES document (unit, id) ON DELETE CASCADE
);
COMMENT ON TABLE  declaration            IS 'For which nominations the proposal letter declares what D2 asks for.';
COMMENT ON COLUMN declaration.unit       IS 'The unit that proposes.';
COMMENT ON COLUMN declaration.nomination IS 'The nomination.';
COMMENT ON COLUMN declaration.document   IS 'The proposal letter.';

CREATE TABLE selection_vote (
    unit         code    NOT NULL,
    nomination   bigint  NOT NULL,
    document     bigint  NOT NULL,
    votes_for    integer NOT NULL CONSTRAINT selection_vote_counts_from_nothing CHECK (votes_for >= 0),
    votes_total  integer NOT NULL CONSTRAINT selection_vote_had_voters CHECK (votes_total > 0),
    CONSTRAINT selection_vote_is_counted_once PRIMARY KEY (unit, nomination),
    CONSTRAINT selection_vote_is_not_above_its_total CHECK (votes_for <= votes_total),
    CONSTRAINT selection_vote_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT selection_vote_stands_in_the_minutes FOREIGN KEY (unit, document) REFERENCES document (unit, id) ON DELETE CASCADE
);
COMMENT ON TABLE  selection_vote             IS 'The votes that the selection minutes record (D5). The circular sets no threshold.';
COMMENT ON COLUMN selection_vote.unit        IS 'The unit that proposes.';
COMMENT ON COLUMN selection_vote.nomination  IS 'The nomination.';
COMMENT ON COLUMN selection_vote.document    IS 'The selection minutes.';
COMMENT ON COLUMN selection_vote.votes_for   IS 'Votes for.';
COMMENT ON COLUMN selection_vote.votes_total IS 'Votes in all.';

SELECT protect(relation), audit_follow(relation), share(relation, 'thidua_user')
FROM unnest(ARRAY['dossier_state', 'document_kind', 'certifier_role']::regclass[]) AS relation;
SELECT part_of_nomination('certification', '{nominee,name,staff_no}'), part_of_nomination('declaration'), part_of_nomination('selection_vote');
SELECT protect('dossier'), audit_follow('dossier', 'unit', personal => '{return_reason}', derived => '{changed_at}'), protect('document'),
       audit_follow('document', 'unit', personal => '{file_name,signer}'), protect('file');
SELECT share(relation, 'thidua_administrator') FROM unnest(ARRAY['dossier', 'document', 'file']::regclass[]) AS relation;
DO $$
DECLARE
    relation text;
BEGIN
    FOREACH relation IN ARRAY ARRAY['dossier', 'document', 'file'] LOOP
        EXECUTE format('CREATE POLICY clerk_reads_its_units ON %I FOR SELECT TO thidua_clerk '
                       'USING ((SELECT own_unit_set())[unit] IS NOT NULL AND unit = (SELECT own_unit()))', relation);
        EXECUTE format('GRANT SELECT ON %I TO thidua_clerk, thidua_council', relation);
    END LOOP;
END $$;
-- What is open, or open again, is not before the council; nor is a file that was replaced.
CREATE POLICY council_reads_what_was_submitted ON dossier FOR SELECT TO thidua_council USING (NOT is_open);
CREATE POLICY council_reads_what_was_submitted ON document FOR SELECT TO thidua_council
    USING (EXISTS (SELECT FROM dossier d WHERE (d.unit, d.campaign) = (document.unit, document.campaign))
           AND (nomination IS NULL OR EXISTS (SELECT FROM nomination n WHERE (n.unit, n.id) = (document.unit, document.nomination))));
CREATE POLICY council_reads_what_was_submitted ON file FOR SELECT TO thidua_council
    USING (EXISTS (SELECT FROM document d WHERE (d.unit, d.sha256) = (file.unit, file.sha256)));
-- A file's bytes are in the trail by their hash, with the document. That they are never changed is in it as well.
CREATE CONSTRAINT TRIGGER file_is_audited AFTER UPDATE OR DELETE ON file DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION audit_change('unit', '{}', '{unit,sha256,size,type}', '{content}');
ALTER TABLE file ENABLE ALWAYS TRIGGER file_is_audited;
DROP POLICY clerk_reads_what_its_unit_is_shown ON audit;
CREATE POLICY clerk_reads_what_its_unit_is_shown ON audit FOR SELECT TO thidua_clerk
    USING ((SELECT own_unit_set())[chain] IS NOT NULL AND chain = (SELECT own_unit())
           AND relation IN ('nomination', 'person', 'quota', 'unit', 'staffing_row', 'staffing_house', 'staffing_current', 'attestation',
                            'completion', 'conduct', 'dossier', 'document', 'certification', 'declaration', 'selection_vote', 'decision_outcome'));

-- Whoever has nominated already has a dossier.
INSERT INTO dossier (unit, campaign, house) SELECT DISTINCT n.unit, n.campaign, n.holder FROM nomination n;
ALTER TABLE nomination ADD CONSTRAINT nomination_dossier_is_open FOREIGN KEY (unit, campaign, is_open) REFERENCES dossier (unit, campaign, is_open)
    DEFERRABLE INITIALLY DEFERRED;

CREATE FUNCTION dossier_open(unit text, campaign text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    -- Whoever comes while it is submitted waits, before anything else is held.
    is_open boolean := (
        SELECT d.is_open FROM dossier d WHERE (d.unit, d.campaign) = (dossier_open.unit, dossier_open.campaign) FOR KEY SHARE);
BEGIN
    IF is_open IS NULL THEN
        -- A unit that sends none, or a campaign that there is not, is left for the nomination's own keys to refuse.
        INSERT INTO dossier (unit, campaign, house)
        SELECT u.code, c.code, u.proposes_under FROM unit u, campaign c
        WHERE u.code = dossier_open.unit AND u.proposes_under IS NOT NULL AND c.code = dossier_open.campaign
        ON CONFLICT DO NOTHING;
    ELSIF NOT is_open THEN
        RAISE EXCEPTION 'the dossier is closed'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
    END IF;
END $$;
COMMENT ON FUNCTION dossier_open IS 'Begins a unit''s dossier, where it has none; refuses where it is closed.';

CREATE FUNCTION dossier_refuse_if_late(unit text, campaign text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    deadline timestamptz;
BEGIN
    -- Held as campaign_refuse_if_closed() holds it.
    SELECT c.deadline INTO deadline FROM campaign c WHERE c.code = dossier_refuse_if_late.campaign FOR KEY SHARE;
    -- What an administrator keys in of a paper set that arrived in time is in time (T4).
    IF clock_timestamp() >= deadline AND NOT (is_administrator() AND EXISTS (
        SELECT FROM dossier d WHERE (d.unit, d.campaign) = (dossier_refuse_if_late.unit, dossier_refuse_if_late.campaign) AND d.paper_at < deadline AND d.paper_at > coalesce(d.returned_at, '-infinity')
    )) THEN
        PERFORM campaign_refuse_if_closed(campaign);
    END IF;
END $$;
COMMENT ON FUNCTION dossier_refuse_if_late IS 'Fails where nothing may be done to a dossier any more, because the deadline has passed.';

-- What may be done to a nomination, and until when (clause 3, D6, the table of steps).
CREATE OR REPLACE FUNCTION nomination_check_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    taken step;
    is_other boolean;
    is_touched boolean := TG_OP = 'UPDATE' AND NEW.changed_at <> OLD.changed_at;
BEGIN
    -- Before the deadline is looked at: what is accepted bears a time before it.
    IF TG_OP <> 'DELETE' THEN
        NEW.changed_at := clock_timestamp();
    END IF;
    IF TG_OP = 'UPDATE' THEN
        is_other := (OLD.unit, OLD.campaign, OLD.award, OLD.subject, OLD.collective, OLD.staff_no, OLD.position, OLD.workplace)
            IS DISTINCT FROM (NEW.unit, NEW.campaign, NEW.award, NEW.subject, NEW.collective, NEW.staff_no, NEW.position, NEW.workplace);
        IF NEW.state <> OLD.state THEN
            taken := (SELECT s FROM step s WHERE (s.earlier, s.later) = (OLD.state, NEW.state));
            IF taken IS NULL OR is_other OR is_touched THEN
                RAISE EXCEPTION 'there is no such step'
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
            ELSIF taken.role = 'administrator' AND NOT is_administrator() THEN
                RAISE EXCEPTION 'this step is for administrators'
                    USING ERRCODE = 'insufficient_privilege', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_ones_to_take';
            END IF;
            NEW.came_from := OLD.state;
            IF NOT taken.before_deadline THEN
                RETURN NEW;
            ELSIF NEW.state IN ('submitted', 'withdrawn') THEN
                PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
                RETURN NEW;
            END IF;
        ELSIF is_other OR is_touched THEN
            IF OLD.is_open IS NOT TRUE AND OLD.state <> 'withdrawn' THEN
                RAISE EXCEPTION 'the dossier is closed'
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
            END IF;
            -- What was withdrawn lies in the same dossier.
            PERFORM dossier_open(OLD.unit, OLD.campaign) WHERE OLD.state = 'withdrawn';
            IF NOT is_other THEN
                PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
                RETURN NEW;
            END IF;
        END IF;
        IF (NEW.unit, NEW.campaign) <> (OLD.unit, OLD.campaign) OR NEW.state = 'draft' AND OLD.state = 'withdrawn' THEN
            PERFORM campaign_refuse_if_closed(OLD.campaign, NEW.campaign);
            PERFORM dossier_open(NEW.unit, NEW.campaign);
        END IF;
        PERFORM campaign_refuse_if_closed(OLD.campaign);
    ELSE
        PERFORM campaign_refuse_if_closed(coalesce(NEW.campaign, OLD.campaign));
        PERFORM dossier_open(coalesce(NEW.unit, OLD.unit), coalesce(NEW.campaign, OLD.campaign));
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION nomination_check_deadline IS 'Refuses what is no step, what is not the login''s to do, what is closed (D6) and what is late (T1-T4).';

CREATE FUNCTION dossier_check() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    faults text[];
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'dossiers are kept' USING ERRCODE = 'insufficient_privilege', TABLE = 'dossier', CONSTRAINT = 'dossier_is_kept';
    ELSIF (NEW.unit, NEW.campaign) <> (OLD.unit, OLD.campaign) THEN
        RAISE EXCEPTION 'a dossier stays where it is' USING ERRCODE = 'insufficient_privilege', TABLE = 'dossier', CONSTRAINT = 'dossier_is_kept';
    ELSIF NEW IS NOT DISTINCT FROM OLD THEN
        RETURN NEW;  -- what is on record already
    END IF;
    NEW.changed_at := clock_timestamp();
    -- What arrived, and when, is put on record at any time.
    IF (NEW.paper_at, NEW.email_at) IS DISTINCT FROM (OLD.paper_at, OLD.email_at) THEN
        IF NEW.paper_at IS DISTINCT FROM OLD.paper_at AND NEW.paper_at >= (SELECT c.deadline FROM campaign c WHERE c.code = NEW.campaign FOR KEY SHARE) THEN
            RAISE EXCEPTION 'the paper set arrived late'
                USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_paper_arrived_before_the_deadline';
        END IF;
    ELSIF NEW.is_open AND NOT OLD.is_open THEN
        PERFORM campaign_refuse_if_closed(NEW.campaign);
    ELSE
        PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
    END IF;
    IF OLD.is_open AND NOT NEW.is_open THEN
        NEW.submitted_at := NEW.changed_at;
        -- Nothing is said of a nominee while the faults are counted.
        PERFORM FROM nomination n WHERE (n.unit, n.campaign) = (NEW.unit, NEW.campaign) AND n.is_open ORDER BY n.id FOR NO KEY UPDATE;
        faults := ARRAY(SELECT f.fault FROM dossier_fault f WHERE (f.unit, f.campaign) = (NEW.unit, NEW.campaign));
        IF 'barred' = ANY (faults) THEN
            RAISE EXCEPTION 'a nominee is barred'
                USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_nominees_are_eligible';
        ELSIF faults <> '{}' THEN
            RAISE EXCEPTION 'the dossier is incomplete'
                USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_is_complete';
        END IF;
        UPDATE nomination n SET state = 'submitted' WHERE (n.unit, n.campaign) = (NEW.unit, NEW.campaign) AND n.is_open;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION dossier_check IS 'Refuses what is late (T1-T4) or incomplete, and to delete or move a dossier. Its nominations are submitted with it.';
CREATE TRIGGER dossier_is_changed_before_the_deadline BEFORE UPDATE OR DELETE ON dossier FOR EACH ROW EXECUTE FUNCTION dossier_check();

CREATE FUNCTION document_changes_what_it_is_part_of() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    changed document := coalesce(NEW, OLD);
BEGIN
    IF changed.nomination IS NOT NULL THEN
        UPDATE nomination n SET changed_at = clock_timestamp() WHERE (n.unit, n.id) = (changed.unit, changed.nomination);
        RETURN changed;
    END IF;
    UPDATE dossier d SET changed_at = clock_timestamp() WHERE (d.unit, d.campaign) = (changed.unit, changed.campaign) AND d.is_open;
    IF NOT FOUND AND EXISTS (SELECT FROM dossier d WHERE (d.unit, d.campaign) = (changed.unit, changed.campaign)) THEN
        RAISE EXCEPTION 'the dossier is closed'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
    END IF;
    RETURN changed;
END $$;
COMMENT ON FUNCTION document_changes_what_it_is_part_of IS 'Changes the nomination or the dossier of a document, whose own rules judge.';
CREATE TRIGGER document_is_attached_in_time BEFORE INSERT OR UPDATE OR DELETE ON document
    FOR EACH ROW EXECUTE FUNCTION document_changes_what_it_is_part_of();

-- What is missing. What is met is read once for a nomination, not once for each item.
CREATE VIEW dossier_fault WITH (security_invoker = true) AS
SELECT n.unit, n.campaign, n.id AS nomination, 'not_attested' AS fault, c.code AS item, c.clause, c.words AS name_vi, c.words_en AS name_en
FROM nomination n
CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT a.criterion FROM attestation a WHERE (a.unit, a.nomination) = (n.unit, n.id)) AS items OFFSET 0) met
JOIN criterion c ON (c.campaign, c.subject) = (n.campaign, n.subject) AND c.code <> ALL (met.items)
WHERE n.is_open
UNION ALL
SELECT n.unit, n.campaign, n.id, 'not_completed', d.number, d.clause, d.number, d.number
FROM nomination n
CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT c.directive::text FROM completion c WHERE (c.unit, c.nomination) = (n.unit, n.id)) AS items OFFSET 0) met
JOIN directive d ON d.campaign = n.campaign AND d.number <> ALL (met.items)
WHERE n.is_open
UNION ALL
SELECT n.unit, n.campaign, n.id,
       CASE WHEN EXISTS (SELECT FROM conduct c WHERE (c.unit, c.nomination, c.bar) = (n.unit, n.id, b.code)) THEN 'barred' ELSE 'not_cleared' END,
       b.code, b.clause, b.name_vi, b.name_en
FROM nomination n
CROSS JOIN LATERAL (
    SELECT ARRAY(SELECT c.bar FROM conduct c WHERE (c.unit, c.nomination) = (n.unit, n.id) AND NOT c.applies) AS items OFFSET 0) met
JOIN bar b ON (b.campaign, b.subject) = (n.campaign, n.subject) AND b.code <> ALL (met.items)
WHERE n.is_open
UNION ALL
SELECT n.unit, n.campaign, n.id, 'no_document', k.code, k.clause, k.name_vi, k.name_en
FROM nomination n JOIN document_kind k ON k.part_of = 'nomination'
WHERE n.is_open AND NOT EXISTS (
    SELECT FROM document d WHERE (d.unit, d.campaign, d.kind, d.nomination) = (n.unit, n.campaign, k.code, n.id) OFFSET 0)
UNION ALL
SELECT n.unit, n.campaign, n.id, 'not_declared', k.code, k.clause, k.name_vi, k.name_en
FROM nomination n JOIN document_kind k ON k.code = 'proposal_letter'
WHERE n.is_open AND NOT EXISTS (SELECT FROM declaration d WHERE (d.unit, d.nomination) = (n.unit, n.id) OFFSET 0)
UNION ALL
SELECT n.unit, n.campaign, n.id, 'no_votes', k.code, k.clause, k.name_vi, k.name_en
FROM nomination n JOIN document_kind k ON k.code = 'selection_minutes'
WHERE n.is_open AND NOT EXISTS (SELECT FROM selection_vote v WHERE (v.unit, v.nomination) = (n.unit, n.id) OFFSET 0)
UNION ALL
SELECT n.unit, n.campaign, n.id, 'not_certified', k.code, k.clause, r.name_vi, r.name_en
FROM nomination n JOIN document_kind k ON k.code = 'achievement_report' JOIN certifier_role r ON r.subject = n.subject
WHERE n.is_open AND NOT EXISTS (SELECT FROM certification c WHERE (c.unit, c.nomination) = (n.unit, n.id) OFFSET 0)
UNION ALL
SELECT d.unit, d.campaign, NULL, 'no_document', k.code, k.clause, k.name_vi, k.name_en
FROM dossier d JOIN document_kind k ON k.part_of = 'dossier'
WHERE d.is_open AND NOT EXISTS (
    SELECT FROM document p WHERE (p.unit, p.campaign, p.kind) = (d.unit, d.campaign, k.code) AND p.nomination IS NULL OFFSET 0)
UNION ALL
SELECT d.unit, d.campaign, NULL, 'no_nomination', NULL, '1', NULL, NULL
FROM dossier d
WHERE d.is_open AND NOT EXISTS (SELECT FROM nomination n WHERE (n.unit, n.campaign) = (d.unit, d.campaign) AND n.is_open OFFSET 0);
COMMENT ON VIEW dossier_fault IS 'What keeps an open dossier from being submitted, one row for each thing; none for a closed one.';

CREATE VIEW dossier_status WITH (security_invoker = true) AS
SELECT d.unit, d.campaign, d.is_open, d.submitted_at, d.returned_at, d.return_reason, d.paper_at, d.email_at,
       CASE WHEN NOT d.is_open THEN 'submitted' WHEN clock_timestamp() >= c.deadline AND (d.paper_at > coalesce(d.returned_at, '-infinity')) IS NOT TRUE THEN 'not_submitted'
            WHEN d.returned_at IS NOT NULL THEN 'returned' ELSE 'open' END AS state
FROM dossier d JOIN campaign c ON c.code = d.campaign;
COMMENT ON VIEW dossier_status IS 'Where each dossier stands. What is open when the deadline passes is "not submitted" (T3).';

CREATE FUNCTION dossier_attach(
    unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text
) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    attached bigint;
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN NULL;
    END IF;
    PERFORM dossier_open(unit, campaign);
    -- One after the other, so that the second finds the first's document to replace.
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_attach.unit, dossier_attach.campaign) FOR NO KEY UPDATE;
    IF nomination IS NOT NULL AND NOT EXISTS (
        SELECT FROM nomination n WHERE (n.unit, n.id, n.campaign) = (dossier_attach.unit, dossier_attach.nomination, dossier_attach.campaign)
    ) THEN
        RAISE EXCEPTION 'the nomination is not in this dossier'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'document', CONSTRAINT = 'document_is_of_a_nomination';
    END IF;
    INSERT INTO file (unit, content) VALUES (dossier_attach.unit, dossier_attach.content)
    ON CONFLICT ON CONSTRAINT file_is_kept_once DO NOTHING;
    -- Another document: what the one before declared, counted or certified, this one has to say again.
    DELETE FROM document d
    WHERE (d.unit, d.campaign, d.kind) = (dossier_attach.unit, dossier_attach.campaign, dossier_attach.kind)
      AND d.nomination IS NOT DISTINCT FROM dossier_attach.nomination;
    INSERT INTO document (unit, campaign, kind, nomination, sha256, file_name, number, dated, signer)
    VALUES (dossier_attach.unit, dossier_attach.campaign, dossier_attach.kind, dossier_attach.nomination, sha256(dossier_attach.content),
            tidy(dossier_attach.file_name), tidy(dossier_attach.number), dossier_attach.dated, tidy(dossier_attach.signer))
    RETURNING id INTO attached;
    RETURN attached;
END $$;
COMMENT ON FUNCTION dossier_attach IS 'Attaches a document in place of the one of its kind, and returns its number; null where the unit is not the login''s.';

CREATE FUNCTION dossier_certify(unit text, document bigint, agency text, name text, staff_no text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- Of another house's units one learns nothing, not even whether they are.
    IF may_write_for(unit) AND agency IS NOT NULL AND NOT EXISTS (
        SELECT FROM unit u JOIN unit o ON o.code = dossier_certify.unit
        WHERE u.code = read_code(dossier_certify.agency) AND (u.house = o.house OR u.kind = 'headquarters')
    ) THEN
        RAISE EXCEPTION 'the unit is of another house'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'certification', CONSTRAINT = 'certification_agency_is_of_the_house';
    END IF;
    INSERT INTO certification (unit, nomination, document, subject, role, nominee, agency, name, staff_no)
    SELECT n.unit, n.id, d.id, n.subject, r.code, coalesce(n.collective, n.staff_no),
           -- The person's own unit, unless its head is the nominee; what the collective is part of. The headquarters manages provinces.
           CASE n.subject WHEN 'individual' THEN coalesce(read_code(dossier_certify.agency), n.workplace)
                          ELSE coalesce(u.parent, (SELECT h.code FROM unit h WHERE h.kind = 'headquarters')) END,
           tidy(dossier_certify.name), read_code(dossier_certify.staff_no)
    FROM document d JOIN nomination n ON (n.unit, n.id) = (d.unit, d.nomination)
    JOIN certifier_role r ON r.subject = n.subject
    LEFT JOIN unit u ON u.code = n.collective
    WHERE (d.unit, d.id) = (dossier_certify.unit, dossier_certify.document) AND d.kind = 'achievement_report' AND may_write_for(d.unit);
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION dossier_certify IS 'Records who certified an achievement report; false where there is no such report.';

CREATE FUNCTION dossier_declare(unit text, document bigint, nominations bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    declared bigint;
BEGIN
    INSERT INTO declaration (unit, nomination, document)
    SELECT n.unit, n.id, d.id
    FROM document d JOIN nomination n ON (n.unit, n.campaign) = (d.unit, d.campaign)
    WHERE (d.unit, d.id) = (dossier_declare.unit, dossier_declare.document) AND d.kind = 'proposal_letter' AND may_write_for(d.unit)
      AND CASE WHEN nominations IS NULL THEN n.is_open ELSE n.id = ANY (nominations) END
    ORDER BY n.id;
    GET DIAGNOSTICS declared = ROW_COUNT;
    RETURN declared;
END $$;
COMMENT ON FUNCTION dossier_declare IS 'Records for which nominations a proposal letter declares what D2 asks for, all of the dossier where none is named; returns how many.';

CREATE FUNCTION dossier_count_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    counted bigint;
BEGIN
    INSERT INTO selection_vote (unit, nomination, document, votes_for, votes_total)
    SELECT n.unit, n.id, d.id, v.votes_for, v.votes_total
    FROM document d JOIN nomination n ON (n.unit, n.campaign) = (d.unit, d.campaign)
    JOIN unnest(nominations, dossier_count_votes.votes_for, dossier_count_votes.votes_total) AS v (nomination, votes_for, votes_total) ON v.nomination = n.id
    WHERE (d.unit, d.id) = (dossier_count_votes.unit, dossier_count_votes.document) AND d.kind = 'selection_minutes' AND may_write_for(d.unit)
    ORDER BY n.id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END $$;
COMMENT ON FUNCTION dossier_count_votes IS 'Records the votes that selection minutes report; returns for how many nominations.';

CREATE FUNCTION dossier_submit(unit text, campaign text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN NULL;
    END IF;
    -- Whoever comes second waits here, and then reads what the first left.
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_submit.unit, dossier_submit.campaign) FOR UPDATE;
    PERFORM dossier_open(unit, campaign);
    UPDATE dossier d SET is_open = false WHERE (d.unit, d.campaign) = (dossier_submit.unit, dossier_submit.campaign);
    RETURN (SELECT count(*) FROM nomination n
            WHERE (n.unit, n.campaign, n.state) = (dossier_submit.unit, dossier_submit.campaign, 'submitted'));
END $$;
COMMENT ON FUNCTION dossier_submit IS 'Submits a complete dossier of eligible nominees in time, and closes it; returns how many nominations, null where the unit is not the login''s.';

CREATE FUNCTION dossier_return(unit text, campaign text, reason text) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    returned integer;
BEGIN
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_return.unit, dossier_return.campaign) FOR UPDATE;
    UPDATE dossier d SET is_open = true, returned_at = clock_timestamp(), return_reason = tidy_prose(reason)
    WHERE (d.unit, d.campaign) = (dossier_return.unit, dossier_return.campaign) AND NOT d.is_open;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    UPDATE nomination n SET state = 'returned'
    WHERE (n.unit, n.campaign) = (dossier_return.unit, dossier_return.campaign) AND n.state = 'submitted';
    GET DIAGNOSTICS returned = ROW_COUNT;
    -- Looked at last: who was endorsing one of them has been waited for.
    IF EXISTS (
        SELECT FROM nomination n
        WHERE (n.unit, n.campaign) = (dossier_return.unit, dossier_return.campaign) AND n.state IN ('endorsed', 'awarded', 'declined')
    ) THEN
        RAISE EXCEPTION 'what is endorsed or decided is not returned'
            USING ERRCODE = 'check_violation', TABLE = 'dossier', CONSTRAINT = 'dossier_is_returned_before_it_is_endorsed';
    END IF;
    RETURN returned;
END $$;
COMMENT ON FUNCTION dossier_return IS 'Opens a submitted dossier again, for a reason (D6); returns how many nominations, null where none is submitted.';

CREATE FUNCTION dossier_receive(unit text, campaign text, paper_at timestamptz, email_at timestamptz) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO dossier (unit, campaign, house)
    SELECT u.code, c.code, u.proposes_under FROM unit u, campaign c
    WHERE u.code = dossier_receive.unit AND u.proposes_under IS NOT NULL AND c.code = dossier_receive.campaign
    ON CONFLICT DO NOTHING;
    UPDATE dossier d
    SET paper_at = coalesce(dossier_receive.paper_at, d.paper_at), email_at = coalesce(dossier_receive.email_at, d.email_at)
    WHERE (d.unit, d.campaign) = (dossier_receive.unit, dossier_receive.campaign);
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION dossier_receive IS 'Records when the paper set or the soft copy arrived (D4, T4); false where the unit sends no dossiers.';

CREATE OR REPLACE VIEW nomination_status WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.award, n.subject,
       n.nominee_name AS nominee, n.collective, n.staff_no, n.position, n.workplace, w.name AS workplace_name,
       n.state, n.slot, n.allowed, n.entered_at, n.changed_at, n.bar, n.reason
FROM nomination n
LEFT JOIN unit w ON w.code = n.workplace;

CREATE OR REPLACE VIEW word WITH (security_invoker = true) AS
SELECT code, name_vi, name_en FROM unit_kind
UNION ALL SELECT code, name_vi, name_en FROM award
UNION ALL SELECT code, name_vi, name_en FROM subject
UNION ALL SELECT code, name_vi, name_en FROM stage
UNION ALL SELECT code, name_vi, name_en FROM nomination_state
UNION ALL SELECT code, name_vi, name_en FROM access_role
UNION ALL SELECT code, name_vi, name_en FROM staffing_mode
UNION ALL SELECT code, name_vi, name_en FROM document_kind
UNION ALL SELECT code, name_vi, name_en FROM certifier_role
UNION ALL SELECT code, name_vi, name_en FROM dossier_state WHERE code NOT IN (SELECT code FROM nomination_state);

GRANT EXECUTE ON FUNCTION media_type TO thidua_user;
GRANT EXECUTE ON FUNCTION dossier_attach, dossier_certify, dossier_declare, dossier_count_votes, dossier_submit TO thidua_clerk, thidua_administrator;
GRANT EXECUTE ON FUNCTION dossier_return, dossier_receive TO thidua_administrator;
GRANT SELECT ON dossier_fault, dossier_status TO thidua_user;
