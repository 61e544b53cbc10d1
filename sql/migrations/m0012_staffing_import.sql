-- Reading a staffing file. The tool copies the cells in as text; what they mean and what is wrong with them is said here.
-- A transaction empties the intake before it ends, so none ever sees another's rows.

CREATE TABLE staffing_header (
    alias  text COLLATE "C" CONSTRAINT staffing_header_means_one_field PRIMARY KEY,
    field  text COLLATE "C" NOT NULL
);
COMMENT ON TABLE  staffing_header       IS 'What staffing files call their columns.';
COMMENT ON COLUMN staffing_header.alias IS 'The header as fold() leaves it, without spaces.';
COMMENT ON COLUMN staffing_header.field IS 'The column of staffing_intake.';
INSERT INTO staffing_header (alias, field)
SELECT replace(fold(header), ' ', ''), field
FROM (VALUES
    ('province_code', 'province_code'),   ('Mã tỉnh', 'province_code'),
    ('province', 'province'),             ('Tỉnh, thành phố', 'province'),
    ('unit_code', 'unit_code'),           ('Mã đơn vị', 'unit_code'),
    ('unit', 'unit'),                     ('Đơn vị', 'unit'),
    ('kind', 'kind'),                     ('Loại đơn vị', 'kind'),
    ('civil_servants', 'civil_servants'), ('Số công chức', 'civil_servants')) AS given (header, field);

CREATE UNLOGGED TABLE staffing_intake (
    row_number      bigint CONSTRAINT staffing_intake_row_is_read_once PRIMARY KEY,
    province_code   text,
    province        text,
    unit_code       text,
    unit            text,
    kind            text,
    civil_servants  text
);
COMMENT ON TABLE  staffing_intake                IS 'The cells of the file that is being imported, as they stand there.';
COMMENT ON COLUMN staffing_intake.row_number     IS 'The row of the file, from 1, as a spreadsheet numbers it.';
COMMENT ON COLUMN staffing_intake.province_code  IS 'Cell of the column "Mã tỉnh".';
COMMENT ON COLUMN staffing_intake.province       IS 'Cell of the column "Tỉnh, thành phố".';
COMMENT ON COLUMN staffing_intake.unit_code      IS 'Cell of the column "Mã đơn vị"; null where the file has none.';
COMMENT ON COLUMN staffing_intake.unit           IS 'Cell of the column "Đơn vị".';
COMMENT ON COLUMN staffing_intake.kind           IS 'Cell of the column "Loại đơn vị".';
COMMENT ON COLUMN staffing_intake.civil_servants IS 'Cell of the column "Số công chức".';

CREATE VIEW staffing_intake_read WITH (security_invoker = true) AS
WITH tidied AS (
    SELECT row_number,
           -- Spreadsheets take the leading zero from "04".
           regexp_replace(read_code(province_code), '^([0-9])$', '0\1') COLLATE "C" AS province_code, tidy(province) AS province,
           regexp_replace(read_code(unit_code), '^([0-9])$', '0\1') COLLATE "C" AS unit_code, tidy(unit) AS unit, tidy(kind) AS kind_name,
           tidy(civil_servants) AS headcount
    FROM staffing_intake
)
SELECT t.row_number, t.province_code, t.province, t.unit_code, t.unit, t.kind_name, t.headcount,
       h.code AS house, h.kind AS house_kind,
       -- "THADS tỉnh", "thành phố", "TP" before a province's name say nothing that its code does not; nor does spacing: Hanoi.
       replace(regexp_replace(fold(t.province), '^(thads )?(tinh |thanh pho |tp )?|( city| province)$', '', 'g'), ' ', '') AS province_key,
       k.kind,
       CASE WHEN k.kind = h.kind THEN h.name ELSE t.unit END AS name,
       -- A code that the file does not give is the one that the unit has already, or is made from its name.
       coalesce(t.unit_code, CASE
           WHEN k.kind = h.kind THEN h.code
           WHEN known.code IS NOT NULL THEN known.code
           WHEN k.kind = 'area_office' AND area.number IS NOT NULL
           THEN h.code || '-KV' || lpad(area.number, greatest(2, length(area.number)), '0')
           ELSE left(h.code || '-' || upper(replace(fold(t.unit), ' ', '-')), 64) END COLLATE "C") AS code,
       CASE WHEN t.headcount ~ '^[0-9]{1,9}$' THEN t.headcount::integer END AS civil_servants,
       known.code AS bearer
FROM tidied t
LEFT JOIN unit h ON h.code = t.province_code AND h.code = h.house
LEFT JOIN unit_kind_alias k ON (k.alias, k.house) = (fold(t.kind_name), h.kind)
LEFT JOIN unit known ON (known.house, fold(known.name)) = (h.code, fold(t.unit))
CROSS JOIN LATERAL (SELECT substring(fold(t.unit) FROM 'khu vuc ([0-9]+)') AS number) area;
COMMENT ON VIEW staffing_intake_read IS 'The intake as it is understood: house, kind, code, name and headcount, null where a cell could not be; and which unit bears the name already.';

CREATE VIEW staffing_intake_error WITH (security_invoker = true) AS
WITH row AS (
    SELECT *, count(*) OVER (PARTITION BY code) AS namesakes, count(*) OVER (PARTITION BY house, fold(name)) AS homonyms
    FROM staffing_intake_read
)
SELECT row_number, field, value, error
FROM row r
CROSS JOIN LATERAL (
    SELECT 'province_code', r.province_code, 'missing_value' WHERE r.province_code IS NULL
    UNION ALL
    -- There is one headquarters, whose code never meant another.
    SELECT 'province', r.province, 'missing_value' WHERE r.province IS NULL AND r.house_kind IS DISTINCT FROM 'headquarters'
    UNION ALL
    SELECT 'unit', r.unit, 'missing_value' WHERE r.unit IS NULL AND r.kind NOT IN ('headquarters', 'province')
    UNION ALL
    SELECT 'kind', r.kind_name, 'missing_value' WHERE r.kind_name IS NULL
    UNION ALL
    SELECT 'civil_servants', r.headcount, 'missing_value' WHERE r.headcount IS NULL
    UNION ALL
    SELECT 'province_code', r.province_code, 'unknown_province' WHERE r.province_code IS NOT NULL AND r.house IS NULL
    UNION ALL
    SELECT 'province', r.province,
           CASE WHEN EXISTS (SELECT FROM unit_alias a WHERE a.unit = r.house AND a.until IS NOT NULL AND replace(fold(a.alias), ' ', '') = r.province_key)
                THEN 'former_province_name' ELSE 'province_name_mismatch' END
    WHERE r.house IS NOT NULL AND r.province IS NOT NULL AND NOT EXISTS (
        SELECT FROM unit_alias a WHERE a.unit = r.house AND a.until IS NULL AND replace(fold(a.alias), ' ', '') = r.province_key)
    UNION ALL
    SELECT 'kind', r.kind_name, 'unknown_kind' WHERE r.house IS NOT NULL AND r.kind_name IS NOT NULL AND r.kind IS NULL
    UNION ALL
    SELECT 'civil_servants', r.headcount, 'not_a_whole_number' WHERE r.headcount IS NOT NULL AND r.civil_servants IS NULL
    UNION ALL
    SELECT 'civil_servants', r.headcount, 'implausible_headcount' WHERE NOT is_plausible_headcount(r.civil_servants)
    UNION ALL
    SELECT 'unit', r.unit, 'invalid_text' WHERE NOT is_plain_text(r.unit)
    UNION ALL
    SELECT 'unit_code', r.unit_code, 'invalid_code' WHERE NOT is_code(r.unit_code)
    UNION ALL
    -- A name of which no code can be made.
    SELECT 'unit', r.unit, 'invalid_text' WHERE r.unit_code IS NULL AND is_plain_text(r.unit) AND (NOT is_code(r.code) OR fold(r.unit) = '')
    UNION ALL
    SELECT 'unit_code', r.code, 'code_of_another_unit'
    WHERE (r.code = r.house) <> (r.kind IN ('headquarters', 'province'))
       OR EXISTS (SELECT FROM unit u WHERE u.code = r.code AND u.house <> r.house)
    UNION ALL
    -- Unless the file gives that other unit a new name.
    SELECT 'unit', r.unit, 'name_of_another_unit'
    WHERE r.bearer <> r.code AND r.kind NOT IN ('headquarters', 'province')
      AND NOT EXISTS (SELECT FROM row other WHERE other.code = r.bearer AND fold(other.name) <> fold(r.name))
    UNION ALL
    SELECT 'unit', coalesce(r.unit, r.code), 'duplicate_unit' WHERE r.kind IS NOT NULL AND (r.namesakes > 1 OR r.homonyms > 1)
) AS found (field, value, error);
COMMENT ON VIEW staffing_intake_error IS 'Everything that is wrong with the intake: row, field, the cell''s value and a stable code.';

CREATE FUNCTION staffing_store(as_of date, file_name text, sha256 bytea) RETURNS bigint
    LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
    WITH stored AS (
        INSERT INTO staffing_table (as_of, file_name, sha256) VALUES (as_of, file_name, sha256) RETURNING id
    ), copied AS (
        INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
        SELECT stored.id, r.house, r.code, r.kind, r.name, r.civil_servants FROM stored, staffing_intake_read r
    )
    SELECT id FROM stored;
$$;
COMMENT ON FUNCTION staffing_store IS 'Keeps the intake as a staffing table, applied to nothing yet; returns its number.';

CREATE FUNCTION staffing_take_effect(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    number bigint := staffing_take_effect.staffing_table;
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (
        SELECT FROM staffing_row r JOIN unit u ON u.code = r.unit WHERE r.staffing_table = number AND u.house <> r.house
    ) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Names may go round among units: those that change make room first.
    UPDATE unit u SET name = '~ ' || u.code
    FROM staffing_row r
    WHERE r.staffing_table = number AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    INSERT INTO unit AS u (code, kind, name, parent)
    SELECT r.unit, r.kind, r.name, r.house
    FROM staffing_row r
    WHERE r.staffing_table = number AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name
        WHERE (u.kind, u.name) IS DISTINCT FROM (excluded.kind, excluded.name);

    INSERT INTO staffing_current (house, staffing_table)
    SELECT DISTINCT r.house, r.staffing_table
    FROM staffing_row r
    WHERE r.staffing_table = number
    ON CONFLICT (house) DO UPDATE SET staffing_table = excluded.staffing_table, applied_at = clock_timestamp();
END $$;
COMMENT ON FUNCTION staffing_take_effect IS 'Puts a staffing table in force for the houses that it names, and enters its units; quota_apply() is to follow.';
