-- Staffing tables, kept in versions. A table is stored whole and then applied, house by house: importing one province's
-- file never touches what another province's file said.

CREATE TABLE staffing_table (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT staffing_table_number_is_unique PRIMARY KEY,
    as_of        date        NOT NULL,
    file_name    plain_text  NOT NULL,
    sha256       bytea       NOT NULL CONSTRAINT staffing_checksum_is_sha256 CHECK (octet_length(sha256) = 32),
    imported_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    imported_by  text        NOT NULL DEFAULT session_user
);
COMMENT ON TABLE  staffing_table             IS 'One imported file: units and their civil servants, as of a date.';
COMMENT ON COLUMN staffing_table.id          IS 'The number by which the tool calls it.';
COMMENT ON COLUMN staffing_table.as_of       IS 'The date for which its figures hold.';
COMMENT ON COLUMN staffing_table.file_name   IS 'The file''s name, without its folder.';
COMMENT ON COLUMN staffing_table.sha256      IS 'Of the file''s bytes: the same file again changes nothing.';
COMMENT ON COLUMN staffing_table.imported_at IS 'When it was imported.';
COMMENT ON COLUMN staffing_table.imported_by IS 'The login that imported it.';

CREATE FUNCTION is_plausible_headcount(value integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value BETWEEN 1 AND 9999;
COMMENT ON FUNCTION is_plausible_headcount IS 'No unit has nobody, and none has more than the whole system (some 6,800).';

CREATE TABLE staffing_row (
    staffing_table  bigint     NOT NULL CONSTRAINT staffing_row_is_of_a_table REFERENCES staffing_table,
    house           code       NOT NULL CONSTRAINT staffing_house_is_known REFERENCES unit,
    unit            code       NOT NULL,
    kind            text       COLLATE "C" NOT NULL CONSTRAINT staffing_kind_is_known REFERENCES unit_kind,
    name            plain_text NOT NULL,
    civil_servants  integer    NOT NULL
                    CONSTRAINT staffing_headcount_is_plausible CHECK (is_plausible_headcount(civil_servants)),
    CONSTRAINT staffing_unit_is_listed_once PRIMARY KEY (staffing_table, house, unit),
    CONSTRAINT staffing_house_row_is_the_house CHECK ((unit = house) = (kind IN ('headquarters', 'province')))
);
COMMENT ON TABLE  staffing_row                IS 'One unit of a staffing table, as the file has it.';
COMMENT ON COLUMN staffing_row.staffing_table IS 'The staffing table.';
COMMENT ON COLUMN staffing_row.house          IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_row.unit           IS 'The unit''s code; the unit itself need not exist before the table is applied.';
COMMENT ON COLUMN staffing_row.kind           IS 'Its kind.';
COMMENT ON COLUMN staffing_row.name           IS 'Its name.';
COMMENT ON COLUMN staffing_row.civil_servants IS 'Its own civil servants, without those of the units below it and without contract labour.';

CREATE TABLE staffing_current (
    house           code        CONSTRAINT staffing_of_a_house_is_one_table PRIMARY KEY
                                CONSTRAINT staffing_current_house_is_known REFERENCES unit,
    staffing_table  bigint      NOT NULL CONSTRAINT staffing_current_table_is_stored REFERENCES staffing_table,
    applied_at      timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE  staffing_current                IS 'Which staffing table holds for a house now. A house without a row has no staffing data.';
COMMENT ON COLUMN staffing_current.house          IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_current.staffing_table IS 'The staffing table that was applied to it last.';
COMMENT ON COLUMN staffing_current.applied_at     IS 'When it was applied.';

CREATE VIEW staffing_in_force WITH (security_invoker = true) AS
SELECT r.* FROM staffing_current c JOIN staffing_row r USING (staffing_table, house);
COMMENT ON VIEW staffing_in_force IS 'The rows that hold now: for every house, those of the table applied to it last.';

CREATE VIEW house_staff WITH (security_invoker = true) AS
SELECT house,
       sum(civil_servants)::integer                          AS civil_servants,
       (count(*) FILTER (WHERE kind = 'area_office'))::integer AS area_offices
FROM staffing_in_force
GROUP BY house;
COMMENT ON VIEW house_staff IS 'What quotas are measured by: a house''s civil servants, its own and those of its units, and its area offices.';
