-- Staffing tables in versions: where each came from, what it says of each house, and by which way it came into force, so that it can be
-- taken back. A house's part of a table is summed up in one row, by which quotas are measured; the units behind it are kept as they were
-- stored, and a million of them are stored at once: what refers to a house or stands in the trail is that one row.
SET LOCAL ROLE thidua_owner;

CREATE TABLE staffing_mode (
    code     text       COLLATE "C" CONSTRAINT staffing_mode_is_listed_once PRIMARY KEY,
    name_vi  plain_text NOT NULL,
    name_en  plain_text NOT NULL
);
COMMENT ON TABLE  staffing_mode         IS 'How a file stands to what is in force.';
COMMENT ON COLUMN staffing_mode.code    IS 'The mode''s code in data and JSON.';
COMMENT ON COLUMN staffing_mode.name_vi IS 'Vietnamese name.';
COMMENT ON COLUMN staffing_mode.name_en IS 'English name.';
INSERT INTO staffing_mode (code, name_vi, name_en) VALUES
    ('replace', 'Thay toàn bộ', 'Replace'),  -- the file is the whole truth for the houses that it names
    ('merge',   'Bổ sung',      'Merge');    -- only what it names
SELECT protect('staffing_mode'), audit_follow('staffing_mode'), share('staffing_mode', 'thidua_user');

-- The trail looks at the columns that a table had when it began to be followed.
DROP TRIGGER staffing_table_is_audited ON staffing_table;
DROP TRIGGER staffing_table_is_never_truncated ON staffing_table;
ALTER TABLE staffing_table
    ADD COLUMN mode text COLLATE "C" NOT NULL DEFAULT 'replace' CONSTRAINT staffing_mode_is_known REFERENCES staffing_mode,
    ADD COLUMN origin jsonb NOT NULL DEFAULT '{}';
ALTER TABLE staffing_table ALTER COLUMN mode SET STATISTICS 0, ALTER COLUMN origin SET STATISTICS 0;
SELECT audit_follow('staffing_table');
COMMENT ON COLUMN staffing_table.mode   IS 'How the file stood to what was in force.';
COMMENT ON COLUMN staffing_table.origin IS 'The file: {size, format, encoding, separator, sheet, rows, mapping: {header: field}}; {} for those imported before this was kept.';

CREATE TABLE staffing_house (
    staffing_table  bigint  NOT NULL CONSTRAINT staffing_house_is_of_a_table REFERENCES staffing_table,
    house           code    NOT NULL CONSTRAINT staffing_house_is_known REFERENCES unit,
    units           integer NOT NULL CONSTRAINT staffing_house_has_units CHECK (units > 0),
    area_offices    integer NOT NULL CONSTRAINT staffing_area_offices_are_units CHECK (area_offices BETWEEN 0 AND units),
    civil_servants  integer NOT NULL CONSTRAINT staffing_house_has_civil_servants CHECK (civil_servants > 0),
    CONSTRAINT staffing_house_is_summed_up_once PRIMARY KEY (staffing_table, house)
);
COMMENT ON TABLE  staffing_house                IS 'What a staffing table says of a house, all its units together. Written by staffing_store() only.';
COMMENT ON COLUMN staffing_house.staffing_table IS 'The staffing table.';
COMMENT ON COLUMN staffing_house.house          IS 'The province or the headquarters.';
COMMENT ON COLUMN staffing_house.units          IS 'How many units it lists there.';
COMMENT ON COLUMN staffing_house.area_offices   IS 'How many of them are area offices (Q7).';
COMMENT ON COLUMN staffing_house.civil_servants IS 'Their civil servants together (Q8).';
INSERT INTO staffing_house (staffing_table, house, units, area_offices, civil_servants)
SELECT staffing_table, house, count(*), count(*) FILTER (WHERE kind = 'area_office'), sum(civil_servants)
FROM staffing_row GROUP BY staffing_table, house;
SELECT protect('staffing_house'), audit_follow('staffing_house', 'house'), share('staffing_house', 'thidua_department');
CREATE POLICY clerk_reads_its_house ON staffing_house FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_set())[house] IS NOT NULL AND house = (SELECT own_house()));
GRANT SELECT ON staffing_house TO thidua_clerk;
DROP POLICY clerk_reads_what_its_unit_is_shown ON audit;
CREATE POLICY clerk_reads_what_its_unit_is_shown ON audit FOR SELECT TO thidua_clerk
    USING ((SELECT own_unit_set())[chain] IS NOT NULL AND chain = (SELECT own_unit())
           AND relation IN ('nomination', 'person', 'quota', 'unit', 'staffing_row', 'staffing_house', 'staffing_current'));

CREATE OR REPLACE VIEW house_staff WITH (security_invoker = true) AS
SELECT house, h.civil_servants, h.area_offices FROM staffing_current c JOIN staffing_house h USING (staffing_table, house);

-- A row is judged once, where it is read (staffing_intake_error), and its house refers to what it must: five references and domains
-- checked anew for each of a million rows took four times as long as storing them. `db verify` looks at all of them.
DROP VIEW staffing_in_force;
DROP TRIGGER staffing_row_is_audited ON staffing_row;
DROP POLICY clerk_reads_its_house ON staffing_row;
ALTER TABLE staffing_row
    DROP CONSTRAINT staffing_row_is_of_a_table, DROP CONSTRAINT staffing_house_is_known, DROP CONSTRAINT staffing_kind_is_known,
    ALTER COLUMN house TYPE text COLLATE "C", ALTER COLUMN unit TYPE text COLLATE "C", ALTER COLUMN name TYPE text;
CREATE POLICY clerk_reads_its_house ON staffing_row FOR SELECT TO thidua_clerk
    USING ((SELECT own_house_set())[house] IS NOT NULL AND house = (SELECT own_house()));
-- What is stored is summed up in the trail; whoever changes it afterwards is in the trail row by row.
CREATE CONSTRAINT TRIGGER staffing_row_is_audited AFTER UPDATE OR DELETE ON staffing_row DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION audit_change('house', '{}', '{staffing_table,house,unit,kind,name,civil_servants}', '{}');
ALTER TABLE staffing_row ENABLE ALWAYS TRIGGER staffing_row_is_audited;

CREATE VIEW staffing_in_force WITH (security_invoker = true) AS
SELECT r.* FROM staffing_current c JOIN staffing_row r USING (staffing_table, house);
COMMENT ON VIEW staffing_in_force IS 'The rows that hold now: for every house, those of the table applied to it last.';
GRANT SELECT ON staffing_in_force TO thidua_user;

-- How a table came into force, house by house. To take it back is to go to the application before it.
CREATE TABLE staffing_application (
    id              bigint      GENERATED ALWAYS AS IDENTITY CONSTRAINT staffing_application_number_is_unique PRIMARY KEY,
    staffing_table  bigint      NOT NULL,
    house           code        NOT NULL,
    follows         bigint      CONSTRAINT staffing_application_follows_another REFERENCES staffing_application,
    applied_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by      text        NOT NULL DEFAULT session_user,
    CONSTRAINT staffing_application_is_of_a_stored_house FOREIGN KEY (staffing_table, house) REFERENCES staffing_house
);
COMMENT ON TABLE  staffing_application                IS 'Every time that a staffing table was put in force for a house.';
COMMENT ON COLUMN staffing_application.id             IS 'Its number.';
COMMENT ON COLUMN staffing_application.staffing_table IS 'The staffing table.';
COMMENT ON COLUMN staffing_application.house          IS 'The house.';
COMMENT ON COLUMN staffing_application.follows        IS 'What was in force for the house before; null where nothing was.';
COMMENT ON COLUMN staffing_application.applied_at     IS 'When.';
COMMENT ON COLUMN staffing_application.applied_by     IS 'By which login.';
INSERT INTO staffing_application (staffing_table, house, applied_at)
SELECT staffing_table, house, applied_at FROM staffing_current ORDER BY house;
SELECT protect('staffing_application'), audit_follow('staffing_application', 'house'), share('staffing_application', 'thidua_administrator');

DROP TRIGGER staffing_current_is_audited ON staffing_current;
DROP TRIGGER staffing_current_is_never_truncated ON staffing_current;
ALTER TABLE staffing_current ADD COLUMN application bigint
    CONSTRAINT staffing_current_was_applied REFERENCES staffing_application;
UPDATE staffing_current c SET application = a.id FROM staffing_application a WHERE a.house = c.house;
SET CONSTRAINTS ALL IMMEDIATE;  -- else the table could not be changed again
ALTER TABLE staffing_current ALTER COLUMN application SET NOT NULL, ALTER COLUMN application SET STATISTICS 0,
    DROP CONSTRAINT staffing_current_table_is_stored;
SELECT audit_follow('staffing_current', 'house');
COMMENT ON COLUMN staffing_current.application IS 'By which application.';

CREATE OR REPLACE VIEW word WITH (security_invoker = true) AS
SELECT code, name_vi, name_en FROM unit_kind
UNION ALL SELECT code, name_vi, name_en FROM award
UNION ALL SELECT code, name_vi, name_en FROM subject
UNION ALL SELECT code, name_vi, name_en FROM stage
UNION ALL SELECT code, name_vi, name_en FROM nomination_state
UNION ALL SELECT code, name_vi, name_en FROM access_role
UNION ALL SELECT code, name_vi, name_en FROM staffing_mode;
