-- Staffing tables, kept in versions. A table is stored complete and then applied house by house: importing one province's file never touches
-- what another province's file said, and each application can be reverted. A house's part of a table is summed up in one row, from which
-- quotas are calculated. The units behind it are kept as they were stored, up to a million at once, so foreign keys and the trail refer only
-- to that one row.

CREATE TABLE staffing_mode (
    code     text       COLLATE "C" CONSTRAINT staffing_mode_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  staffing_mode         IS 'How a file relates to what is in force.';
COMMENT ON COLUMN staffing_mode.code    IS 'The mode''s code in data and JSON.';
COMMENT ON COLUMN staffing_mode.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN staffing_mode.name_en IS 'English name.';
INSERT INTO staffing_mode (code, name_vi, name_en) VALUES
    ('replace', 'Thay toàn bộ', 'Replace'),  -- the file is complete for the houses that it names
    ('merge',   'Bổ sung, cập nhật', 'Merge');    -- only the units that it names change

CREATE TABLE staffing_table (
    id           bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT staffing_table_number_is_unique PRIMARY KEY,
    as_of        calendar_day NOT NULL,
    file_name    plain_text  NOT NULL,
    sha256       bytea       NOT NULL CONSTRAINT staffing_checksum_is_sha256 CHECK (octet_length(sha256) = 32),
    imported_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    imported_by  text        NOT NULL DEFAULT session_user,
    mode         text        COLLATE "C" NOT NULL DEFAULT 'replace' CONSTRAINT staffing_mode_is_known REFERENCES staffing_mode,
    origin       jsonb       NOT NULL DEFAULT '{}' CONSTRAINT staffing_origin_is_visible CHECK (is_visible(origin::text))
);
COMMENT ON TABLE  staffing_table             IS 'One imported file: units and their civil servants, as of a date.';
COMMENT ON COLUMN staffing_table.id          IS 'The number by which the tool refers to it.';
COMMENT ON COLUMN staffing_table.as_of       IS 'The date to which its figures refer.';
COMMENT ON COLUMN staffing_table.file_name   IS 'The file''s name, without its folder.';
COMMENT ON COLUMN staffing_table.sha256      IS 'SHA-256 of the file''s bytes: importing the same file again changes nothing.';
COMMENT ON COLUMN staffing_table.imported_at IS 'When it was imported.';
COMMENT ON COLUMN staffing_table.imported_by IS 'The login that imported it.';
COMMENT ON COLUMN staffing_table.mode        IS 'How the file relates to what was in force: see staffing_mode.';
COMMENT ON COLUMN staffing_table.origin      IS 'The file: {size, format, encoding, separator, sheet, rows, mapping: {header: field}}, and what was decided when it was read: {province_rows, columns: {field: column}}; {} for files imported before this was recorded.';

CREATE FUNCTION is_plausible_headcount(value integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value BETWEEN 1 AND 9999;
COMMENT ON FUNCTION is_plausible_headcount IS 'Whether a headcount is plausible: no unit is empty, and none is larger than the whole system (some 6,800 people).';

CREATE TABLE staffing_house (
    staffing_table  bigint  NOT NULL CONSTRAINT staffing_house_is_of_a_table REFERENCES staffing_table,
    house           code    NOT NULL CONSTRAINT staffing_house_is_known REFERENCES unit,
    units           integer NOT NULL CONSTRAINT staffing_house_has_units CHECK (units > 0),
    area_offices    integer NOT NULL CONSTRAINT staffing_area_offices_are_units CHECK (area_offices BETWEEN 0 AND units),
    civil_servants  integer NOT NULL CONSTRAINT staffing_house_has_civil_servants CHECK (civil_servants > 0),
    CONSTRAINT staffing_house_is_summed_up_once PRIMARY KEY (staffing_table, house)
);
COMMENT ON TABLE  staffing_house                IS 'The totals of a house in a staffing table, over all its units. Written by staffing_store() only.';
COMMENT ON COLUMN staffing_house.staffing_table IS 'The staffing table.';
COMMENT ON COLUMN staffing_house.house          IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_house.units          IS 'The number of units that the table lists for the house.';
COMMENT ON COLUMN staffing_house.area_offices   IS 'The number of these that are area offices (Q7).';
COMMENT ON COLUMN staffing_house.civil_servants IS 'The total number of their civil servants (Q8).';

-- A row is checked once, when it is read (staffing_intake_error), and foreign keys are left to staffing_house: checking five references and
-- domains again for each of a million rows took four times as long as storing them. `db verify` checks all rows.
CREATE TABLE staffing_row (
    staffing_table  bigint  NOT NULL,
    house           text    COLLATE "C" NOT NULL,
    unit            text    COLLATE "C" NOT NULL,
    kind            text    COLLATE "C" NOT NULL,
    name            text    NOT NULL,
    civil_servants  integer NOT NULL
                    CONSTRAINT staffing_headcount_is_plausible CHECK (is_plausible_headcount(civil_servants)),
    -- A unit is listed once in the whole table, not once for each house.
    CONSTRAINT staffing_unit_is_listed_once PRIMARY KEY (staffing_table, unit),
    CONSTRAINT staffing_house_row_is_the_house CHECK ((unit = house) = (kind IN ('headquarters', 'province')))
);
COMMENT ON TABLE  staffing_row                IS 'One unit of a staffing table, as given in the file.';
COMMENT ON COLUMN staffing_row.staffing_table IS 'The staffing table.';
COMMENT ON COLUMN staffing_row.house          IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_row.unit           IS 'The unit''s code; the unit itself need not exist before the table is applied.';
COMMENT ON COLUMN staffing_row.kind           IS 'Its kind.';
COMMENT ON COLUMN staffing_row.name           IS 'Its name.';
COMMENT ON COLUMN staffing_row.civil_servants IS 'Its own civil servants, without those of the units below it and without contract labour.';

-- How a table came into force, house by house. Reverting it means going back to the previous application.
CREATE TABLE staffing_application (
    id              bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT staffing_application_number_is_unique PRIMARY KEY,
    staffing_table  bigint      NOT NULL,
    house           code        NOT NULL,
    follows         bigint      CONSTRAINT staffing_application_follows_another REFERENCES staffing_application,
    applied_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by      text        NOT NULL DEFAULT session_user,
    digest          bytea,
    CONSTRAINT staffing_application_is_of_a_stored_house FOREIGN KEY (staffing_table, house) REFERENCES staffing_house
);
COMMENT ON TABLE  staffing_application                IS 'Each time that a staffing table was put in force for a house.';
COMMENT ON COLUMN staffing_application.id             IS 'Its number.';
COMMENT ON COLUMN staffing_application.staffing_table IS 'The staffing table.';
COMMENT ON COLUMN staffing_application.house          IS 'The house.';
COMMENT ON COLUMN staffing_application.follows        IS 'The application in force for the house before; null if there was none.';
COMMENT ON COLUMN staffing_application.applied_at     IS 'When it was applied.';
COMMENT ON COLUMN staffing_application.applied_by     IS 'The login that applied it.';
COMMENT ON COLUMN staffing_application.digest         IS 'SHA-256 of the rows that came into force: see staffing_digest(). The trail has this instead of the rows; null if it was not recorded.';

CREATE TABLE staffing_current (
    house           code        CONSTRAINT staffing_of_a_house_is_one_table PRIMARY KEY
                                CONSTRAINT staffing_current_house_is_known REFERENCES unit,
    staffing_table  bigint      NOT NULL,
    applied_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    application     bigint      NOT NULL CONSTRAINT staffing_current_was_applied REFERENCES staffing_application
);
COMMENT ON TABLE  staffing_current                IS 'The staffing table in force for each house. A house without a row has no staffing data.';
COMMENT ON COLUMN staffing_current.house          IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_current.staffing_table IS 'The staffing table that was applied to it last.';
COMMENT ON COLUMN staffing_current.applied_at     IS 'When it was applied.';
COMMENT ON COLUMN staffing_current.application    IS 'The application that put it in force.';
