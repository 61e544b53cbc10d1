-- The documents of a dossier (clause 2), and what they say.

CREATE TABLE document_kind (
    code     text       COLLATE "C" NOT NULL,
    part_of  text       COLLATE "C" NOT NULL CONSTRAINT document_is_of_a_dossier_or_a_nomination CHECK (part_of IN ('dossier', 'nomination')),
    clause   plain_text NOT NULL,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL,
    CONSTRAINT document_kind_is_listed_once PRIMARY KEY (code),
    CONSTRAINT document_kind_is_referable UNIQUE (code, part_of)
);
COMMENT ON TABLE  document_kind         IS 'The documents that a dossier needs: one of each kind for the dossier, or one for each nomination (D1).';
COMMENT ON COLUMN document_kind.code    IS 'The kind''s code in data and JSON.';
COMMENT ON COLUMN document_kind.part_of IS 'Whether there is one for the dossier, or one for each nomination.';
COMMENT ON COLUMN document_kind.clause  IS 'The circular''s clause.';
COMMENT ON COLUMN document_kind.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN document_kind.name_en IS 'English name.';
INSERT INTO document_kind (code, part_of, clause, name_vi, name_en) VALUES
    ('proposal_letter',    'dossier',    '2', 'Tờ trình đề nghị khen thưởng', 'Proposal letter'),
    ('selection_minutes',  'dossier',    '2', 'Biên bản họp bình xét',        'Selection minutes'),
    ('achievement_report', 'nomination', '2', 'Báo cáo thành tích',           'Achievement report');

-- A file's type is read from its content. A DOCX file is a ZIP archive that contains a text; one with macros is not accepted.
CREATE FUNCTION media_type(content bytea) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE
        WHEN substring(content FOR 3) = '\xffd8ff' THEN 'image/jpeg'
        WHEN substring(content FOR 8) = '\x89504e470d0a1a0a' THEN 'image/png'
        WHEN substring(content FOR 4) = '\x504b0304' AND position('[Content_Types].xml'::bytea IN content) > 0
            -- Word Online calls it document2.xml.
            AND position('word/document'::bytea IN content) > 0 AND position('vbaProject.bin'::bytea IN content) = 0
        THEN 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
        -- Readers look for its head in the first kilobyte (ISO 32000, Adobe's note 13), and scanners put blank lines before it.
        WHEN substring(content FOR 4) <> '\x504b0304' AND position('%PDF-'::bytea IN substring(content FOR 1024)) > 0 THEN 'application/pdf' END;
COMMENT ON FUNCTION media_type IS 'The media type of the bytes: PDF, JPEG, PNG or DOCX; null for anything else.';

CREATE TABLE file (
    unit     code   NOT NULL CONSTRAINT file_unit_is_known REFERENCES unit,
    sha256   bytea  NOT NULL GENERATED ALWAYS AS (sha256(content)) STORED,
    size     bigint NOT NULL GENERATED ALWAYS AS (octet_length(content)) STORED,
    type     text   COLLATE "C" GENERATED ALWAYS AS (media_type(content)) STORED,
    content  bytea  NOT NULL,
    CONSTRAINT file_is_kept_once PRIMARY KEY (unit, sha256),
    CONSTRAINT file_has_content CHECK (octet_length(content) > 0),
    CONSTRAINT file_is_of_a_known_type CHECK (type IS NOT NULL),
    CONSTRAINT file_is_of_moderate_size CHECK (octet_length(content) <= 20 * 1024 * 1024),
    -- At its end a PDF says where everything is, and that it is the end; what encrypts it is named there, too.
    CONSTRAINT file_is_open_to_readers CHECK (type <> 'application/pdf' OR position('/Encrypt'::bytea IN content) = 0),
    CONSTRAINT file_is_whole CHECK (type <> 'application/pdf' OR position('%%EOF'::bytea IN substring(content FROM greatest(1, octet_length(content) - 2047))) > 0)
);
ALTER TABLE file ALTER COLUMN content SET STORAGE EXTERNAL;  -- all of these are compressed already
COMMENT ON TABLE  file         IS 'The bytes of documents, stored once for each unit, however many documents share them. Never changed. Deleted when it is replaced, unless it was ever part of a submitted dossier.';
COMMENT ON COLUMN file.unit    IS 'The unit whose documents they are.';
COMMENT ON COLUMN file.sha256  IS 'SHA-256 of the bytes.';
COMMENT ON COLUMN file.size    IS 'The number of bytes.';
COMMENT ON COLUMN file.type    IS 'The media type, recognised from the bytes.';
COMMENT ON COLUMN file.content IS 'The bytes.';

-- What the Department has seen stays. A file that was replaced before it was submitted does not: otherwise a clerk could fill the disk.
CREATE TABLE submitted_file (
    unit    code  NOT NULL,
    sha256  bytea NOT NULL,
    CONSTRAINT submitted_file_is_listed_once PRIMARY KEY (unit, sha256),
    CONSTRAINT submitted_file_is_kept FOREIGN KEY (unit, sha256) REFERENCES file
);
COMMENT ON TABLE  submitted_file        IS 'Files that were ever part of a submitted dossier.';
COMMENT ON COLUMN submitted_file.unit   IS 'The unit.';
COMMENT ON COLUMN submitted_file.sha256 IS 'The file.';

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
    dated       calendar_day,
    signer      plain_text,
    attached_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT document_is_keyed_by_its_unit PRIMARY KEY (unit, id),
    CONSTRAINT document_is_the_only_one_of_its_kind UNIQUE NULLS NOT DISTINCT (unit, campaign, kind, nomination),
    CONSTRAINT document_is_of_a_dossier FOREIGN KEY (unit, campaign) REFERENCES dossier,
    CONSTRAINT document_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id),
    CONSTRAINT document_kind_is_known FOREIGN KEY (kind, part_of) REFERENCES document_kind (code, part_of),
    CONSTRAINT document_is_not_of_the_future CHECK (dated <= (attached_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date),
    CONSTRAINT document_has_its_file FOREIGN KEY (unit, sha256) REFERENCES file
);
COMMENT ON TABLE  document             IS 'The documents of a dossier (D1): the current one of each kind. Replaced documents are in the trail; their files are kept if they were ever submitted.';
COMMENT ON COLUMN document.unit        IS 'The unit whose dossier it is in.';
COMMENT ON COLUMN document.id          IS 'Its number.';
COMMENT ON COLUMN document.campaign    IS 'The campaign.';
COMMENT ON COLUMN document.kind        IS 'Its kind.';
COMMENT ON COLUMN document.nomination  IS 'The nomination that it is about; null for a document of the dossier itself.';
COMMENT ON COLUMN document.part_of     IS 'Whether it belongs to the dossier or to a nomination.';
COMMENT ON COLUMN document.sha256      IS 'Its file.';
COMMENT ON COLUMN document.file_name   IS 'The name of the file.';
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
COMMENT ON TABLE  certifier_role         IS 'The roles that certify an achievement report (D3).';
COMMENT ON COLUMN certifier_role.code    IS 'The role''s code in data and JSON.';
COMMENT ON COLUMN certifier_role.subject IS 'Whether it certifies for collectives or individuals.';
COMMENT ON COLUMN certifier_role.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN certifier_role.name_en IS 'English name.';
INSERT INTO certifier_role (code, subject, name_vi, name_en) VALUES
    ('head_of_unit',    'individual', 'Thủ trưởng đơn vị',         'Head of the unit'),
    ('managing_agency', 'collective', 'cơ quan quản lý trực tiếp', 'Agency that directly manages it');

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
    CONSTRAINT certification_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT certification_is_of_a_report FOREIGN KEY (unit, document) REFERENCES document (unit, id) ON DELETE CASCADE,
    CONSTRAINT certification_role_suits_the_subject FOREIGN KEY (subject, role) REFERENCES certifier_role (subject, code),
    CONSTRAINT certification_is_not_of_oneself CHECK (
        CASE subject WHEN 'individual' THEN staff_no_key(nominee) <> staff_no_key(staff_no) ELSE nominee <> agency END)
);
COMMENT ON TABLE  certification            IS 'Who certified an achievement report (D3).';
COMMENT ON COLUMN certification.unit       IS 'The unit that proposes.';
COMMENT ON COLUMN certification.nomination IS 'The nomination.';
COMMENT ON COLUMN certification.document   IS 'The achievement report.';
COMMENT ON COLUMN certification.subject    IS 'A collective or an individual.';
COMMENT ON COLUMN certification.role       IS 'The certifier''s role: the head of the unit for an individual, the agency that directly manages it for a collective.';
COMMENT ON COLUMN certification.nominee    IS 'The nominee: a staff number or a unit''s code.';
COMMENT ON COLUMN certification.agency     IS 'The unit on whose behalf it was certified.';
COMMENT ON COLUMN certification.name       IS 'Who signed.';
COMMENT ON COLUMN certification.staff_no   IS 'The signer''s staff number, the only thing that distinguishes them from the nominee.';

CREATE TABLE declaration (
    unit        code   NOT NULL,
    nomination  bigint NOT NULL,
    document    bigint NOT NULL,
    CONSTRAINT declaration_is_made_once PRIMARY KEY (unit, nomination),
    CONSTRAINT declaration_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT declaration_stands_in_a_letter FOREIGN KEY (unit, document) REFERENCES document (unit, id) ON DELETE CASCADE
);
COMMENT ON TABLE  declaration            IS 'The nominations for which the proposal letter makes the declaration that D2 requires.';
COMMENT ON COLUMN declaration.unit       IS 'The unit that proposes.';
COMMENT ON COLUMN declaration.nomination IS 'The nomination.';
COMMENT ON COLUMN declaration.document   IS 'The proposal letter.';

CREATE TABLE selection_vote (
    unit         code    NOT NULL,
    nomination   bigint  NOT NULL,
    document     bigint  NOT NULL,
    votes_for    integer NOT NULL CONSTRAINT selection_vote_is_not_negative CHECK (votes_for >= 0),
    votes_total  integer NOT NULL CONSTRAINT selection_vote_had_voters CHECK (votes_total > 0),
    CONSTRAINT selection_vote_is_counted_once PRIMARY KEY (unit, nomination),
    CONSTRAINT selection_vote_is_not_above_its_total CHECK (votes_for <= votes_total),
    CONSTRAINT selection_vote_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT selection_vote_stands_in_the_minutes FOREIGN KEY (unit, document) REFERENCES document (unit, id) ON DELETE CASCADE
);
COMMENT ON TABLE  selection_vote             IS 'The votes that the selection minutes record (D5). The circular sets no threshold.';
COMMENT ON COLUMN selection_vote.unit        IS 'The unit that proposes.';
COMMENT ON COLUMN selection_vote.nomination  IS 'The nomination.';
COMMENT ON COLUMN selection_vote.document    IS 'The selection minutes.';
COMMENT ON COLUMN selection_vote.votes_for   IS 'Votes for.';
COMMENT ON COLUMN selection_vote.votes_total IS 'Total votes.';
