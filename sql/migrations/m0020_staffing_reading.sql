-- Reading a staffing file that many hands have made. The tool copies the cells in as text, and says of each row which place it names:
-- province, name and kind are the same in many rows, and are read once. What they mean and what is wrong with them is said here.
SET LOCAL ROLE thidua_owner;

-- Values, read faster where they are plain already, which nearly all are.
CREATE OR REPLACE FUNCTION is_code(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length(value) <= 64 AND value ~ '^[0-9A-ZĐ][0-9A-ZĐ./&_-]*$';

CREATE OR REPLACE FUNCTION tidy(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value !~ '^$|^ | $|  |[\t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]' AND value IS NFC NORMALIZED THEN value
                ELSE nullif(btrim(regexp_replace(normalize(value, NFC), '[ \t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]+', ' ', 'g')), '') END;
COMMENT ON FUNCTION tidy IS 'Text from a file, made plain where that changes nothing in it: NFC, single spaces for whatever is blank, trimmed; null if nothing is left.';

CREATE FUNCTION read_unit_code(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    -- Spreadsheets take the leading zero from "04".
    RETURN CASE WHEN is_code(value) AND length(value) > 1 THEN value
                ELSE regexp_replace(read_code(value), '^([0-9])$', '0\1') END COLLATE "C";
COMMENT ON FUNCTION read_unit_code IS 'A unit''s code as people type it, and as spreadsheets spoil it.';

CREATE FUNCTION unit_code_from_name(house text, kind text, name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT CASE WHEN kind = 'area_office' AND area.number IS NOT NULL
                    THEN house || '-KV' || lpad(area.number, greatest(2, length(area.number)), '0')
                    ELSE left(house || '-' || upper(replace(fold(name), ' ', '-')), 64) END
        FROM (SELECT substring(fold(name) FROM 'khu vuc ([0-9]+)') AS number) area);
COMMENT ON FUNCTION unit_code_from_name IS 'The stable code of a unit to which the file gives none: "Phòng THADS khu vực 3" of 01 is 01-KV03.';

CREATE FUNCTION count_readings(value text) RETURNS integer[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        SELECT array_agg(DISTINCT reading::integer) FILTER (WHERE reading ~ '^[0-9]{1,9}$')
        FROM (SELECT substring(fold.value FROM '^([0-9][0-9., ]*?) ?(?:nguoi|cong chuc|can bo|bien che|cc|people|persons?|civil servants?|staff)?$') AS digits
              FROM (SELECT regexp_replace(translate(normalize(lower(tidy(count_readings.value)), NFD), 'đ０１２３４５６７８９．，', 'd0123456789.,'), '[\u0300-\u036f]', '', 'g') AS value) fold) d
        CROSS JOIN LATERAL (
            SELECT digits WHERE digits ~ '^[0-9]+$'
            UNION ALL
            SELECT translate(digits, '., ', '') WHERE digits ~ '^[1-9][0-9]{0,2}([., ])[0-9]{3}(\1[0-9]{3})*$'  -- thousands
            UNION ALL
            SELECT substring(digits FROM '^[0-9]+') WHERE digits ~ '^[0-9]+[.,]0+$') AS given (reading));         -- a fraction of nothing
COMMENT ON FUNCTION count_readings IS 'All whole numbers that a cell can mean: {1200} for "1.200" and "1,200", {200} for "200 người", {12} for "12,0", {1,1000} for "1.000".';

CREATE FUNCTION read_count(value text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value ~ '^[0-9]{1,9}$' THEN value::integer
                WHEN cardinality(count_readings(value)) = 1 THEN (count_readings(value))[1] END;
COMMENT ON FUNCTION read_count IS 'The one whole number that a cell means; null where it means none, or may mean two.';

CREATE FUNCTION is_total(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN fold(value) ~ '^(tong|cong|toan quoc|(grand )?total|sum)$|^(tong cong|tong so)( |$)' OR tidy(value) ~ '^[Cc][ộỘ][Nn][Gg][ :]';
COMMENT ON FUNCTION is_total IS 'Whether a cell heads a row of sums: "Tổng cộng".';

-- What files call their columns, in either language.
DROP TABLE staffing_header;
CREATE TABLE sheet_header (
    form   text COLLATE "C" NOT NULL,
    alias  text COLLATE "C" NOT NULL,
    field  text COLLATE "C" NOT NULL,
    CONSTRAINT sheet_header_means_one_field PRIMARY KEY (form, alias)
);
COMMENT ON TABLE  sheet_header       IS 'What files call their columns.';
COMMENT ON COLUMN sheet_header.form  IS 'What the file lists: staffing or nomination.';
COMMENT ON COLUMN sheet_header.alias IS 'The header as fold() leaves it, without spaces.';
COMMENT ON COLUMN sheet_header.field IS 'The column of the intake.';
INSERT INTO sheet_header (form, alias, field)
SELECT DISTINCT form, replace(fold(header), ' ', ''), field
FROM (VALUES
    ('staffing', 'province_code', ARRAY['province_code', 'Mã tỉnh', 'Mã tỉnh, thành phố', 'Mã tỉnh/TP', 'Mã địa phương', 'Mã số tỉnh', 'Mã tỉnh thành',
                                        'Province no.']),
    ('staffing', 'province', ARRAY['province', 'Tỉnh, thành phố', 'Tỉnh', 'Tỉnh thành', 'Tỉnh/TP', 'Tên tỉnh', 'Tên tỉnh, thành phố', 'Địa phương',
                                   'THADS tỉnh, thành phố', 'Province name']),
    ('staffing', 'unit_code', ARRAY['unit_code', 'Mã đơn vị', 'Mã số đơn vị', 'Mã ĐV', 'Mã phòng']),
    ('staffing', 'unit', ARRAY['unit', 'Đơn vị', 'Tên đơn vị', 'Tên phòng', 'Phòng, ban', 'Đơn vị trực thuộc', 'Unit name']),
    ('staffing', 'kind', ARRAY['kind', 'Loại đơn vị', 'Loại', 'Loại hình đơn vị', 'Loại hình', 'Cấp đơn vị', 'Unit kind', 'Type']),
    ('staffing', 'civil_servants', ARRAY['civil_servants', 'Số công chức', 'Biên chế', 'Biên chế có mặt', 'Biên chế hiện có', 'Số CC', 'Công chức',
                                         'Công chức có mặt', 'Số công chức có mặt', 'Số lượng công chức', 'Số người', 'Headcount', 'Staff']),
    ('nomination', 'unit', ARRAY['unit', 'Đơn vị đề nghị', 'Mã đơn vị đề nghị', 'Đơn vị', 'Mã đơn vị', 'Proposing unit']),
    ('nomination', 'award', ARRAY['award', 'Hình thức khen thưởng', 'Hình thức', 'Danh hiệu']),
    ('nomination', 'collective', ARRAY['collective', 'Tập thể (mã đơn vị)', 'Tập thể', 'Mã tập thể', 'Collective (unit code)']),
    ('nomination', 'individual', ARRAY['individual', 'Họ và tên', 'Họ tên', 'Cá nhân', 'Full name', 'Name']),
    ('nomination', 'staff_no', ARRAY['staff_no', 'Số hiệu công chức', 'Số hiệu', 'Mã công chức', 'Staff number']),
    ('nomination', 'position', ARRAY['position', 'Chức vụ', 'Chức danh']),
    ('nomination', 'workplace', ARRAY['workplace', 'Nơi công tác (mã đơn vị)', 'Nơi công tác', 'Đơn vị công tác', 'Workplace (unit code)'])
) AS given (form, field, headers) CROSS JOIN unnest(headers) AS header;
SELECT protect('sheet_header'), audit_follow('sheet_header'), share('sheet_header', 'thidua_user');

CREATE FUNCTION likeness(a text, b text) RETURNS real
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (
        WITH pair AS (
            SELECT ARRAY(SELECT DISTINCT substr('  ' || a || ' ', i, 3) FROM generate_series(1, length(a) + 1) AS i) AS a,
                   ARRAY(SELECT DISTINCT substr('  ' || b || ' ', i, 3) FROM generate_series(1, length(b) + 1) AS i) AS b)
        SELECT (SELECT count(*) FROM (SELECT unnest(a) INTERSECT SELECT unnest(b)) common)::real
             / greatest(1, (SELECT count(*) FROM (SELECT unnest(a) UNION SELECT unnest(b)) either)) FROM pair);
COMMENT ON FUNCTION likeness IS 'How alike two words are, 0 to 1: the share of their groups of three letters that they have in common, as in pg_trgm.';

CREATE FUNCTION sheet_header_read(form text, cells text[]) RETURNS TABLE ("position" integer, field text, nearest text)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT h.position::integer, s.field,
           CASE WHEN s.field IS NULL THEN (
               SELECT a.field FROM sheet_header a
               WHERE a.form = sheet_header_read.form AND likeness(a.alias, h.key) >= 0.3
               ORDER BY likeness(a.alias, h.key) DESC, a.alias LIMIT 1) END
    FROM (SELECT position, replace(fold(left(cell, 256)), ' ', '') AS key
          FROM unnest(sheet_header_read.cells) WITH ORDINALITY AS given (cell, position)) h
    LEFT JOIN sheet_header s ON (s.form, s.alias) = (sheet_header_read.form, h.key)
    WHERE h.key <> ''
    ORDER BY h.position;
$$;
COMMENT ON FUNCTION sheet_header_read IS 'What each cell of a header means; where it means nothing, the field whose name is nearest.';

-- The file's cells.
DROP VIEW staffing_intake_error, staffing_intake_read;
DROP TABLE staffing_intake;
CREATE UNLOGGED TABLE staffing_intake_place (
    place          integer NOT NULL,
    province_code  text    NOT NULL,
    province       text    NOT NULL,
    kind           text    NOT NULL
);
COMMENT ON TABLE  staffing_intake_place               IS 'Each different place that the file being imported names, as it stands there.';
COMMENT ON COLUMN staffing_intake_place.place         IS 'The number by which staffing_intake calls it.';
COMMENT ON COLUMN staffing_intake_place.province_code IS 'Cell of the column "Mã tỉnh".';
COMMENT ON COLUMN staffing_intake_place.province      IS 'Cell of the column "Tỉnh, thành phố".';
COMMENT ON COLUMN staffing_intake_place.kind          IS 'Cell of the column "Loại đơn vị".';
CREATE UNLOGGED TABLE staffing_intake (
    row_number      integer NOT NULL,
    place           integer NOT NULL,
    unit_code       text    NOT NULL,
    unit            text    NOT NULL,
    civil_servants  text    NOT NULL
);
COMMENT ON TABLE  staffing_intake                IS 'The cells of the file being imported, as they stand there.';
COMMENT ON COLUMN staffing_intake.row_number     IS 'The row of the file, from 1, as a spreadsheet numbers it.';
COMMENT ON COLUMN staffing_intake.place          IS 'Its province and kind: see staffing_intake_place.';
COMMENT ON COLUMN staffing_intake.unit_code      IS 'Cell of the column "Mã đơn vị"; empty where the file has none.';
COMMENT ON COLUMN staffing_intake.unit           IS 'Cell of the column "Đơn vị".';
COMMENT ON COLUMN staffing_intake.civil_servants IS 'Cell of the column "Số công chức".';
GRANT SELECT, INSERT, DELETE ON staffing_intake, staffing_intake_place TO thidua_administrator;
GRANT SELECT ON staffing_intake, staffing_intake_place TO thidua_backup;

CREATE VIEW staffing_place_read WITH (security_invoker = true) AS
SELECT t.*, h.code AS house, h.kind AS house_kind, h.name AS house_name, k.kind,
       EXISTS (SELECT FROM unit_alias a WHERE a.unit = h.code AND a.until IS NULL AND replace(fold(a.alias), ' ', '') = t.province_key)
           -- There is one headquarters, whose code never meant another.
           OR (t.province IS NULL AND h.kind = 'headquarters') AS is_named,
       CASE WHEN h.code IS NULL AND (t.province_code IS NULL OR is_total(t.province_code))
            THEN is_total(t.province_code) IS TRUE OR is_total(t.province) IS TRUE OR is_total(t.kind_name) IS TRUE ELSE false END AS is_total
FROM (
    SELECT place, read_unit_code(province_code) AS province_code, tidy(province) AS province, tidy(kind) AS kind_name,
           -- "THADS tỉnh", "thành phố", "TP" before a province's name say nothing that its code does not; nor does spacing: Hanoi.
           replace(regexp_replace(fold(tidy(province)), '^(thads )?(tinh |thanh pho |tp )?|( city| province)$', '', 'g'), ' ', '') AS province_key
    FROM staffing_intake_place) t
LEFT JOIN unit h ON h.code = t.province_code AND h.code = h.house
LEFT JOIN unit_kind_alias k ON (k.alias, k.house) = (fold(t.kind_name), h.kind);
COMMENT ON VIEW staffing_place_read IS 'The places as they are understood: house and kind, null where a cell could not be; and whether its rows are sums.';

CREATE VIEW staffing_intake_aside WITH (security_invoker = true) AS
WITH stray AS (
    SELECT i.*, p.is_total OR is_total(i.unit) IS TRUE OR is_total(i.unit_code) IS TRUE AS is_total
    FROM staffing_intake i JOIN staffing_place_read p USING (place)
    WHERE p.house IS NULL
), foot AS (
    SELECT max(row_number) AS row_number FROM stray WHERE is_total
)
-- Below the last sums stand signatures and notes, which name no province, no kind of unit and no number.
SELECT s.row_number, s.is_total, s.civil_servants,
       concat_ws(' ', nullif(p.province_code, ''), nullif(p.province, ''), nullif(p.kind, ''), nullif(s.unit_code, ''), nullif(s.unit, '')) AS cells
FROM stray s JOIN staffing_intake_place p USING (place), foot
WHERE s.is_total OR (s.row_number > foot.row_number AND s.civil_servants !~ '^[^[:alpha:]]*[0-9]'
                     AND NOT EXISTS (SELECT FROM unit_kind_alias k WHERE k.alias = fold(p.kind)));
COMMENT ON VIEW staffing_intake_aside IS 'Rows that list no unit: sums ("Tổng cộng"), and what stands below the last of them. They are told, and not imported.';

CREATE VIEW staffing_intake_read WITH (security_invoker = true) AS
WITH place AS MATERIALIZED (SELECT * FROM staffing_place_read),
known AS MATERIALIZED (SELECT house, code, fold(name) AS key FROM unit)
SELECT i.row_number, i.place, p.house, p.house_kind, p.kind, p.is_named,
       CASE WHEN p.kind = p.house_kind THEN p.house_name ELSE tidy(i.unit) END AS name,
       -- A code that the file does not give is the one that the unit has already, or is made from its name.
       CASE WHEN i.unit_code <> '' AND tidy(i.unit_code) IS NOT NULL THEN read_unit_code(i.unit_code)
            WHEN p.kind = p.house_kind THEN p.house
            WHEN k.code IS NOT NULL THEN k.code
            ELSE unit_code_from_name(p.house, p.kind, tidy(i.unit)) END COLLATE "C" AS code,
       read_count(i.civil_servants) AS civil_servants,
       i.unit_code, i.unit, i.civil_servants AS headcount
FROM staffing_intake i
JOIN place p USING (place)
LEFT JOIN known k ON (k.house, k.key) = (p.house, CASE WHEN i.unit_code = '' THEN fold(i.unit) END)
WHERE p.house IS NOT NULL OR i.row_number <> ALL (ARRAY(SELECT a.row_number FROM staffing_intake_aside a));
COMMENT ON VIEW staffing_intake_read IS 'The rows as they are understood: house, kind, code, name and headcount, null where a cell could not be.';

CREATE VIEW staffing_intake_error WITH (security_invoker = true) AS
WITH row AS MATERIALIZED (
    SELECT r.*, fold(r.name) AS key, k.code AS bearer, owner.house AS owner,
           min(r.row_number) OVER code AS first_of_code, max(r.row_number) OVER code AS last_of_code,
           min(r.row_number) OVER name AS first_of_name, max(r.row_number) OVER name AS last_of_name
    FROM staffing_intake_read r
    LEFT JOIN (SELECT house, code, fold(name) AS key FROM unit) k ON (k.house, k.key) = (r.house, fold(r.name))
    LEFT JOIN unit owner ON owner.code = r.code
    WINDOW code AS (PARTITION BY r.code), name AS (PARTITION BY r.house, fold(r.name))
), place AS MATERIALIZED (
    SELECT * FROM staffing_place_read
), place_error AS (
    SELECT p.place, found.*
    FROM place p JOIN staffing_intake_place given USING (place)
    CROSS JOIN LATERAL (
        SELECT 'province_code', p.province_code, 'missing_value', NULL WHERE p.province_code IS NULL
        UNION ALL
        SELECT 'province', p.province, 'missing_value', p.house_name WHERE p.province IS NULL AND p.house_kind IS DISTINCT FROM 'headquarters'
        UNION ALL
        SELECT 'kind', p.kind_name, 'missing_value', NULL WHERE p.kind_name IS NULL
        UNION ALL
        SELECT 'province_code', tidy(given.province_code), 'unknown_province',
               (SELECT DISTINCT a.unit FROM unit_alias a WHERE a.until IS NULL AND replace(fold(a.alias), ' ', '') = p.province_key)
        WHERE p.province_code IS NOT NULL AND p.house IS NULL
        UNION ALL
        SELECT 'province', p.province,
               CASE WHEN EXISTS (SELECT FROM unit_alias a WHERE a.unit = p.house AND a.until IS NOT NULL AND replace(fold(a.alias), ' ', '') = p.province_key)
                    THEN 'former_province_name' ELSE 'province_name_mismatch' END,
               p.house_name
        WHERE p.house IS NOT NULL AND p.province IS NOT NULL AND NOT p.is_named
        UNION ALL
        SELECT 'kind', p.kind_name, 'unknown_kind',
               (SELECT a.alias FROM unit_kind_alias a WHERE a.house = p.house_kind AND likeness(a.alias, fold(p.kind_name)) >= 0.3
                ORDER BY likeness(a.alias, fold(p.kind_name)) DESC, a.alias LIMIT 1)
        WHERE p.house IS NOT NULL AND p.kind_name IS NOT NULL AND p.kind IS NULL) AS found (field, value, error, expected)
)
SELECT i.row_number, e.field, e.value, e.error, e.expected
FROM staffing_intake i JOIN place_error e USING (place)
WHERE i.row_number <> ALL (ARRAY(SELECT a.row_number FROM staffing_intake_aside a))
UNION ALL
SELECT r.row_number, found.*
FROM row r
CROSS JOIN LATERAL (
    SELECT 'unit', tidy(r.unit), 'missing_value', NULL WHERE tidy(r.unit) IS NULL AND r.kind <> r.house_kind
    UNION ALL
    SELECT 'civil_servants', tidy(r.headcount), 'missing_value', NULL WHERE tidy(r.headcount) IS NULL
    UNION ALL
    SELECT 'civil_servants', r.headcount,
           CASE WHEN cardinality(count_readings(r.headcount)) > 1 THEN 'ambiguous_number' ELSE 'not_a_whole_number' END,
           array_to_string(count_readings(r.headcount), ' / ')
    WHERE tidy(r.headcount) IS NOT NULL AND r.civil_servants IS NULL
    UNION ALL
    SELECT 'civil_servants', r.headcount, 'implausible_headcount', NULL WHERE NOT is_plausible_headcount(r.civil_servants)
    UNION ALL
    SELECT 'unit', r.unit, 'invalid_text', NULL WHERE NOT is_plain_text(tidy(r.unit))
    UNION ALL
    SELECT 'unit_code', r.unit_code, 'invalid_code', unit_code_from_name(r.house, r.kind, r.name) WHERE r.unit_code <> '' AND NOT is_code(r.code)
    UNION ALL
    -- A name of which no code can be made.
    SELECT 'unit', r.unit, 'invalid_text', NULL WHERE r.unit_code = '' AND is_plain_text(tidy(r.unit)) AND (NOT is_code(r.code) OR fold(r.unit) = '')
    UNION ALL
    SELECT 'unit_code', coalesce(tidy(r.unit_code), r.code), 'code_of_another_unit', NULL
    WHERE (r.code = r.house) <> (r.kind = r.house_kind) OR r.owner <> r.house
    UNION ALL
    SELECT 'unit', coalesce(tidy(r.unit), r.code), 'duplicate_unit',
           (CASE WHEN r.first_of_code < r.last_of_code THEN CASE r.row_number WHEN r.first_of_code THEN r.last_of_code ELSE r.first_of_code END
                 ELSE CASE r.row_number WHEN r.first_of_name THEN r.last_of_name ELSE r.first_of_name END END)::text
    WHERE r.kind IS NOT NULL
      AND (r.code IS NOT NULL AND r.first_of_code < r.last_of_code OR r.name IS NOT NULL AND r.first_of_name < r.last_of_name)) AS found (field, value, error, expected)
UNION ALL
-- Unless the file gives that other unit a new name.
SELECT r.row_number, 'unit', r.unit, 'name_of_another_unit', r.bearer
FROM row r
WHERE r.bearer <> r.code AND r.kind <> r.house_kind
  AND NOT EXISTS (SELECT FROM row other WHERE other.code = r.bearer AND other.key <> r.key);
COMMENT ON VIEW staffing_intake_error IS 'Everything that is wrong with the intake: row, field, the cell''s value, a stable code, and what was expected instead, where that is known.';

GRANT EXECUTE ON FUNCTION read_unit_code, unit_code_from_name, count_readings, read_count, is_total, likeness, sheet_header_read TO thidua_user;
GRANT SELECT ON staffing_place_read, staffing_intake_aside, staffing_intake_read, staffing_intake_error TO thidua_administrator;
