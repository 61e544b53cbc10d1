-- Reading a staffing file to which many people have contributed. The tool copies the cells in as text, and records which place each row names:
-- province code, province and kind are the same in many rows, and are read once. The views here decide what the cells mean and what is wrong with them.

CREATE FUNCTION read_unit_code(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    -- Spreadsheets strip the leading zero from "04".
    RETURN CASE WHEN is_code(value) AND length(value) > 1 THEN value
                ELSE regexp_replace(read_code(value), '^([0-9])$', '0\1') END COLLATE "C";
COMMENT ON FUNCTION read_unit_code IS 'Reads a unit''s code as people type it, and as spreadsheets mangle it.';

CREATE FUNCTION unit_code_from_name(house text, kind text, name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (
        SELECT CASE WHEN kind = 'area_office' AND area.number IS NOT NULL
                    THEN house || '-KV' || lpad(area.number, greatest(2, length(area.number)), '0')
                    ELSE left(house || '-' || upper(replace(fold(name), ' ', '-')), 64) END
        FROM (SELECT substring(fold(name) FROM 'khu vuc ([0-9]+)') AS number) area);
COMMENT ON FUNCTION unit_code_from_name IS 'The stable code of a unit for which the file gives none: "Phòng THADS khu vực 3" of 01 is 01-KV03.';

-- Not by TRUNCATE, whose lock a backup would wait for.
CREATE FUNCTION staffing_intake_empty() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM staffing_intake;
    DELETE FROM staffing_intake_place;
    DELETE FROM staffing_intake_name;
    DELETE FROM staffing_intake_reading;
    DELETE FROM staffing_intake_aside;
    DELETE FROM staffing_intake_total;
$$;
COMMENT ON FUNCTION staffing_intake_empty IS 'Empties the intake, as every import does before it ends.';

-- "THADS tỉnh", "thành phố", "TP" before a province's name add nothing to its code; nor does spacing: Hanoi. In "46 - Huế", 46 may be the code.
CREATE FUNCTION province_key_of(key text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(regexp_replace(key, '^(thads |thi hanh an dan su |cuc thads |cuc thi hanh an dan su )?(tinh |thanh pho |tp |t )?|( city| province)$', '', 'g'), ' ', '') COLLATE "C";
COMMENT ON FUNCTION province_key_of IS 'The key of a province, of a name as fold() returns it.';

CREATE FUNCTION province_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN province_key_of(fold(CASE WHEN name ~ '^\s*[0-9]+\s?[/–-]' THEN name ELSE unnumbered(tidy(name)) END));
COMMENT ON FUNCTION province_key IS 'The key by which the name of a province is matched, or of its THADS.';

CREATE VIEW staffing_place_read WITH (security_invoker = true) AS
SELECT t.*, h.code AS house, h.kind AS house_kind, h.name AS house_name, fold(h.name) AS house_key, k.kind,
       EXISTS (SELECT FROM unit_alias a WHERE a.unit = h.code AND a.until IS NULL AND a.key = t.province_key)
           -- There is only one headquarters, and its code never meant another unit.
           OR (t.province IS NULL AND h.kind = 'headquarters') IS TRUE AS is_named,
       CASE WHEN h.code IS NULL AND (t.province_code IS NULL OR is_total(t.province_code)) OR t.is_unnamed OR is_total(t.own_code)
            THEN is_total(t.own_code) IS TRUE OR is_total(t.own_province) IS TRUE OR is_total(t.kind_name) IS TRUE ELSE false END AS is_total
FROM (
    SELECT o.place, o.own_code, o.own_province, o.kind_name, o.own_code IS NULL AND o.own_province IS NULL AS is_unnamed,
           v.province_code, v.province, province_key(v.province) AS province_key
    FROM (SELECT place, read_unit_code(province_code) AS own_code, tidy(province) AS own_province, tidy(kind) AS kind_name,
                 CASE WHEN is_total(above_code) IS NOT TRUE THEN read_unit_code(above_code) END AS above_code,
                 CASE WHEN is_total(above_province) IS NOT TRUE THEN tidy(above_province) END AS above_province
          FROM staffing_intake_place
          -- Otherwise each mention of a column would repeat the whole expression, and planning took 7 ms instead of 1, at a dozen places.
          OFFSET 0) o
    -- A province is often named once for all of its units.
    CROSS JOIN LATERAL (
        SELECT coalesce(o.own_code, CASE WHEN o.own_province IS NULL OR province_key(o.own_province) = province_key(o.above_province) THEN o.above_code END)
                   AS province_code,
               coalesce(o.own_province, CASE WHEN o.own_code IS NULL OR o.own_code = o.above_code THEN o.above_province END) AS province) v
    OFFSET 0) t
LEFT JOIN unit h ON h.code = h.house AND h.code = coalesce(t.province_code, (
    SELECT min(a.unit) FROM unit_alias a WHERE a.until IS NULL AND a.key = t.province_key HAVING count(DISTINCT a.unit) = 1))
LEFT JOIN unit_kind_alias k ON (k.alias, k.house) = (fold(t.kind_name), h.kind);
COMMENT ON VIEW staffing_place_read IS 'What staffing_intake_reading is filled with.';

CREATE VIEW staffing_intake_stray WITH (security_invoker = true) AS
WITH house_name AS (
    SELECT a.key, min(a.unit) AS house FROM unit_alias a WHERE a.until IS NULL GROUP BY a.key
), stray AS (
    SELECT i.row_number, i.place, p.house, p.is_unnamed, p.own_code, p.own_province, p.kind_name, i.label, coalesce(i.code, i.unit_code) AS unit_code,
           coalesce(n.unit, i.unit) AS unit, coalesce(i.civil_servants::text, i.headcount) AS headcount,
           p.is_total OR is_total(coalesce(n.unit, i.unit)) IS TRUE OR is_total(coalesce(i.code, i.unit_code)) IS TRUE OR is_total(i.label) IS TRUE AS is_total,
           -- The house that the row itself names, instead of a unit.
           CASE WHEN p.is_unnamed THEN h.house
                WHEN tidy(coalesce(n.unit, i.unit)) IS NULL THEN p.house END AS named,
           i.label ~ '^[0-9]+[.)]?$' AND tidy(coalesce(n.unit, i.unit)) IS NOT NULL AS is_numbered,
           EXISTS (SELECT FROM unit_kind_alias k WHERE k.alias = regexp_replace(fold(unnumbered(coalesce(n.unit, i.unit))), ' [0-9]+$', '')) AS is_like_unit
    FROM staffing_intake i JOIN staffing_intake_reading p USING (place) LEFT JOIN staffing_intake_name n ON n.number = i.name
    LEFT JOIN house_name h ON p.is_unnamed AND h.key = province_key(coalesce(n.unit, i.unit))
    -- A total may be for one province, and name it; a unit has a kind.
    WHERE p.house IS NULL OR p.kind IS NULL
), last AS (
    SELECT max(row_number) AS row_number FROM staffing_intake i JOIN staffing_intake_reading p USING (place)
    WHERE p.house IS NOT NULL AND p.kind IS NOT NULL AND EXISTS (SELECT FROM stray)
)
SELECT s.row_number, s.is_total, s.headcount, CASE WHEN NOT s.is_total AND s.kind_name IS NULL AND read_count(s.headcount) IS NOT NULL THEN s.named END AS heading_of,
       concat_ws(' ', s.label, nullif(p.province_code, ''), nullif(p.province, ''), nullif(p.kind, ''), nullif(s.unit_code, ''), nullif(s.unit, '')) AS cells
FROM stray s JOIN staffing_intake_place p USING (place), last
WHERE s.is_total
   -- A heading: a province, and nothing else; or a text in capitals, or one that is numbered, and nothing else.
   OR (s.kind_name IS NULL AND tidy(s.headcount) IS NULL AND tidy(s.unit_code) IS NULL
       AND CASE WHEN tidy(s.unit) IS NULL THEN s.house IS NOT NULL OR s.own_province IS NULL AND s.own_code ~ ' ' OR s.own_code IS NULL
                ELSE s.is_unnamed AND (s.is_numbered AND s.is_like_unit) IS NOT TRUE AND (tidy(s.unit) = upper(tidy(s.unit)) OR s.label ~ '^[IVXLC]+[.)]?$' OR unnumbered(s.unit) <> s.unit OR s.named IS NOT NULL) END)
   -- A province with the sum of its units, which are listed apart: staffing_intake_contradiction compares them.
   OR (s.kind_name IS NULL AND read_count(s.headcount) IS NOT NULL AND tidy(s.unit_code) IS NULL
       AND s.named IN (SELECT p.house FROM staffing_intake_reading p WHERE p.kind IS NOT NULL))
   -- A line of a form that nobody has filled in, but for a formula: it names nothing, and counts none.
   OR (s.is_unnamed AND s.kind_name IS NULL AND tidy(s.unit_code) IS NULL AND tidy(s.unit) IS NULL AND read_count(s.headcount) = 0)
   -- Below the last unit come signatures and notes, which name no province, no kind of unit and no number, and are not numbered as units are.
   OR ((s.is_unnamed OR s.house IS NULL) AND (s.is_numbered OR s.is_like_unit) IS NOT TRUE AND s.row_number > last.row_number AND s.headcount !~ '^[^[:alpha:]]*[0-9]'
       AND NOT EXISTS (SELECT FROM unit_kind_alias k WHERE k.alias = fold(p.kind)));
COMMENT ON VIEW staffing_intake_stray IS 'What staffing_intake_aside is filled with.';

CREATE FUNCTION staffing_intake_interpret() RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    -- A sample of 3,000 rows: 0.05 s for 1,000,000.
    SET default_statistics_target = 10 AS $$
BEGIN
    -- The intake is empty between imports, and may have been analyzed then. Sizes matter, and what is joined; to sort the names takes 5 ms.
    ANALYZE staffing_intake (place, name), staffing_intake_place, staffing_intake_name (number);
    INSERT INTO staffing_intake_reading SELECT * FROM staffing_place_read;
    ANALYZE staffing_intake_reading;
    IF EXISTS (SELECT FROM staffing_intake_reading r WHERE r.house IS NULL OR r.kind IS NULL) THEN
        INSERT INTO staffing_intake_aside SELECT * FROM staffing_intake_stray;
        DELETE FROM staffing_intake i USING staffing_intake_aside a WHERE a.row_number = i.row_number;
    END IF;
END $$;
COMMENT ON FUNCTION staffing_intake_interpret IS 'Interprets the places, and sets aside the rows that list no unit; once, when all cells are there.';

CREATE VIEW staffing_intake_named WITH (security_invoker = true) AS
SELECT i.row_number, i.place, i.name AS name_number, p.house, p.house_kind, p.kind, p.is_named,
       CASE WHEN p.kind = p.house_kind THEN p.house_name ELSE coalesce(n.plain, tidy(unnumbered(i.unit))) END AS name,
       CASE WHEN p.kind = p.house_kind THEN p.house_key ELSE coalesce(n.key, fold(unnumbered(i.unit))) END AS key,
       i.code AS plain_code, coalesce(i.code, i.unit_code) AS unit_code, coalesce(n.unit, i.unit) AS unit,
       coalesce(i.civil_servants, read_count(i.headcount)) AS civil_servants, coalesce(i.civil_servants::text, i.headcount) AS headcount
FROM staffing_intake i JOIN staffing_intake_reading p USING (place) LEFT JOIN staffing_intake_name n ON n.number = i.name;
COMMENT ON VIEW staffing_intake_named IS 'The rows that list a unit: its house, kind and name as interpreted, null for a cell that could not be interpreted, and the key by which the name is matched.';

CREATE VIEW staffing_intake_read WITH (security_invoker = true) AS
SELECT i.*,
       -- A code that the file does not give is the unit's existing code, or is derived from its name.
       coalesce(i.plain_code, read_unit_code(i.unit_code),
                CASE WHEN i.kind = i.house_kind THEN i.house
                     ELSE coalesce((SELECT u.code FROM unit u WHERE (u.house, fold(u.name)) = (i.house, i.key)),
                                   unit_code_from_name(i.house, i.kind, i.name)) END) COLLATE "C" AS code
FROM staffing_intake_named i;
COMMENT ON VIEW staffing_intake_read IS 'The rows as interpreted: house, kind, code, name and headcount, null for a cell that could not be interpreted.';

CREATE VIEW staffing_intake_error WITH (security_invoker = true) AS
WITH odd_name AS (
    SELECT number FROM staffing_intake_name
    WHERE (is_plain_text(tidy(unit)) AND is_plain_text(plain) AND garbled(unit) IS NULL AND key <> '' AND fold(unit) <> '') IS NOT TRUE
), row AS (
    SELECT r.*, k.code AS bearer, owner.house AS owner,
           -- Most files have each name many times.
           r.name_number IS NULL OR r.name_number IN (SELECT number FROM odd_name) AS may_be_odd,
           min(r.row_number) OVER code AS first_of_code, max(r.row_number) OVER code AS last_of_code,
           min(r.row_number) OVER name AS first_of_name, max(r.row_number) OVER name AS last_of_name
    FROM staffing_intake_read r
    LEFT JOIN (SELECT house, code, fold(name) AS key FROM unit) k ON (k.house, k.key) = (r.house, r.key)
    LEFT JOIN unit owner ON owner.code = r.code
    WINDOW code AS (PARTITION BY r.code), name AS (PARTITION BY r.house, r.key)
), place_error AS (
    SELECT p.place, found.*
    FROM staffing_intake_reading p JOIN staffing_intake_place given USING (place)
    CROSS JOIN LATERAL (
        SELECT 'province_code', p.province_code, 'missing_value', NULL WHERE p.province_code IS NULL AND p.province IS NULL
        UNION ALL
        SELECT 'province', p.province, 'missing_value', p.house_name WHERE p.province IS NULL AND p.house_kind IS DISTINCT FROM 'headquarters'
        UNION ALL
        SELECT 'province', p.province,
               CASE WHEN EXISTS (SELECT FROM unit_alias a WHERE a.until IS NOT NULL AND a.key = p.province_key)
                    THEN 'former_province' ELSE 'unknown_province' END, NULL
        WHERE p.province_code IS NULL AND p.province IS NOT NULL AND p.house IS NULL
        UNION ALL
        SELECT 'kind', p.kind_name, 'missing_value', NULL WHERE p.kind_name IS NULL
        UNION ALL
        SELECT 'province_code', tidy(given.province_code), 'unknown_province',
               (SELECT DISTINCT a.unit FROM unit_alias a WHERE a.until IS NULL AND a.key = p.province_key)
        WHERE p.province_code IS NOT NULL AND p.house IS NULL
        UNION ALL
        SELECT 'province', p.province,
               CASE WHEN EXISTS (SELECT FROM unit_alias a WHERE a.unit = p.house AND a.until IS NOT NULL AND a.key = p.province_key)
                    THEN 'former_province_name' ELSE 'province_name_mismatch' END,
               p.house_name
        WHERE p.house IS NOT NULL AND p.province IS NOT NULL AND NOT p.is_named
        UNION ALL
        SELECT 'kind', p.kind_name, 'unknown_kind',
               (SELECT k.name_vi FROM unit_kind_alias a JOIN unit_kind k ON k.code = a.kind WHERE a.house = p.house_kind AND similarity(a.alias, fold(p.kind_name)) >= 0.3
                ORDER BY similarity(a.alias, fold(p.kind_name)) DESC, a.alias LIMIT 1)
        WHERE p.house IS NOT NULL AND p.kind_name IS NOT NULL AND p.kind IS NULL) AS found (field, value, error, expected)
)
SELECT i.row_number, e.field, e.value, e.error, e.expected
FROM staffing_intake i JOIN place_error e USING (place)
UNION ALL
SELECT r.row_number, found.*
FROM row r
CROSS JOIN LATERAL (
    SELECT 'unit', tidy(r.unit), 'missing_value', NULL WHERE r.may_be_odd AND tidy(r.unit) IS NULL AND r.kind <> r.house_kind
    UNION ALL
    SELECT 'civil_servants', tidy(r.headcount), 'missing_value', NULL WHERE r.civil_servants IS NULL AND tidy(r.headcount) IS NULL
    UNION ALL
    SELECT 'civil_servants', r.headcount, 'implausible_headcount', NULL WHERE r.civil_servants IS NULL AND tidy(r.headcount) ~ '^[-–—]$'
    UNION ALL
    SELECT 'civil_servants', r.headcount,
           CASE WHEN cardinality(count_readings(r.headcount)) > 1 THEN 'ambiguous_number' ELSE 'not_a_whole_number' END,
           array_to_string(count_readings(r.headcount), ' / ')
    WHERE r.civil_servants IS NULL AND tidy(r.headcount) !~ '^[-–—]$'
    UNION ALL
    SELECT 'civil_servants', r.headcount, 'implausible_headcount', NULL WHERE NOT is_plausible_headcount(r.civil_servants)
    UNION ALL
    SELECT 'unit', r.unit, 'invalid_text', NULL WHERE r.may_be_odd AND NOT is_plain_text(tidy(r.unit))
    UNION ALL
    SELECT 'unit', r.unit, 'garbled_text', garbled(r.unit) WHERE r.may_be_odd AND garbled(r.unit) IS NOT NULL
    UNION ALL
    SELECT 'unit_code', r.unit_code, 'invalid_code', unit_code_from_name(r.house, r.kind, r.name) WHERE r.unit_code <> '' AND NOT is_code(r.code)
    UNION ALL
    -- A name from which no code can be derived.
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
COMMENT ON VIEW staffing_intake_error IS 'All errors in the intake: row, field, the cell''s value, a stable error code, and what was expected instead, if known.';

CREATE VIEW staffing_intake_telling WITH (security_invoker = true) AS
SELECT n.number, n.plain, k.house AS house_kind, k.kind, NULL AS house
FROM staffing_intake_name n JOIN unit_kind_alias k ON k.alias = regexp_replace(n.key, ' [0-9]+$', '')
UNION ALL
SELECT n.number, n.plain, h.kind, h.kind, h.code
FROM staffing_intake_name n JOIN unit_alias a ON a.until IS NULL AND a.key = province_key_of(n.key) JOIN unit h ON h.code = a.unit;
COMMENT ON VIEW staffing_intake_telling IS 'Names that tell which kinds of unit may have them, or which house.';

CREATE VIEW staffing_intake_sum WITH (security_invoker = true) AS
SELECT place, count(*) AS units, sum(coalesce(civil_servants, read_count(headcount))) AS civil_servants, min(code) AS first_code, max(code) AS last_code,
       count(code) < count(*) OR bool_or(NOT is_code(code)) AS codes_may_be_odd,
       -- Most names are in staffing_intake_name, once each.
       bool_or(CASE WHEN unit IS NOT NULL THEN NOT is_plain_text(unit) OR garbled(unit) IS NOT NULL OR unit !~ '[0-9A-Za-z]' END) IS TRUE AS names_may_be_odd,
       -- By arrays, as in staffing_check: joins took three times as long. 0: the name tells nothing (null would make a lookup take longer the further down); 1: it may tell of more than one kind or house.
       bool_or(nullif((ARRAY(SELECT coalesce(t.told, 0)
                             FROM staffing_intake_name n
                             LEFT JOIN (SELECT number, CASE WHEN count(*) = 1 THEN hashtext(coalesce(min(house), min(kind))) ELSE 1 END AS told
                                        FROM staffing_intake_telling GROUP BY number) t USING (number)
                             ORDER BY n.number))[name + 1], 0)
               <> (ARRAY(SELECT coalesce(hashtext(CASE WHEN r.kind = r.house_kind THEN r.house ELSE r.kind END), 0)
                         FROM staffing_intake_reading r ORDER BY r.place))[place + 1])
           IS TRUE AS names_may_tell_otherwise
FROM staffing_intake GROUP BY place;
COMMENT ON VIEW staffing_intake_sum IS 'What staffing_intake_total is filled with: totals of the rows of each place, and whether some of their cells must be checked one by one.';

-- In PL/pgSQL, only RETURN QUERY runs in parallel.
CREATE FUNCTION staffing_intake_sums() RETURNS SETOF staffing_intake_sum
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT * FROM staffing_intake_sum;
END $$;
COMMENT ON FUNCTION staffing_intake_sums IS 'staffing_intake_sum, read in parallel.';

CREATE FUNCTION staffing_intake_add_up() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    DELETE FROM staffing_intake_total;
    INSERT INTO staffing_intake_total SELECT * FROM staffing_intake_sums();
$$;
COMMENT ON FUNCTION staffing_intake_add_up IS 'Adds up the rows that list a unit.';

GRANT SELECT, INSERT ON staffing_intake, staffing_intake_place, staffing_intake_name TO thidua_administrator;
GRANT SELECT ON staffing_intake_reading, staffing_intake_aside, staffing_intake_total, staffing_intake_telling, staffing_intake_named, staffing_intake_read, staffing_intake_error
    TO thidua_administrator;
GRANT SELECT ON staffing_intake, staffing_intake_place, staffing_intake_name, staffing_intake_reading, staffing_intake_aside, staffing_intake_total
    TO thidua_backup;
GRANT EXECUTE ON FUNCTION read_unit_code, unit_code_from_name, province_key, province_key_of TO thidua_user;
GRANT EXECUTE ON FUNCTION is_plausible_headcount, staffing_intake_empty, staffing_intake_interpret TO thidua_administrator;
