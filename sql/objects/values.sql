-- Values as people write them, and as they are shown.

CREATE FUNCTION in_hanoi(value timestamptz) RETURNS text
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    RETURN to_char(value AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"');
COMMENT ON FUNCTION in_hanoi IS 'An instant in ISO 8601, in Hanoi time.';

CREATE FUNCTION midnight(day date) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN day::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh';
COMMENT ON FUNCTION midnight IS 'When a day begins in Hanoi.';

CREATE FUNCTION day_in_hanoi(value timestamptz) RETURNS date
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (value AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
COMMENT ON FUNCTION day_in_hanoi IS 'The date of an instant in Hanoi.';

CREATE FUNCTION read_code(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN upper(tidy(value) COLLATE "vi-x-icu") COLLATE "C";
COMMENT ON FUNCTION read_code IS 'Reads a code as people type it: tidied, in capitals.';

CREATE FUNCTION given_name(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN substring(value FROM '[^ ]+$');
COMMENT ON FUNCTION given_name IS 'The last word of a Vietnamese name, by which people are sorted: COLLATE "vi-x-icu".';

CREATE FUNCTION read_date(value text) RETURNS date
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    -- Day first, as people write it here, whatever the session's DateStyle; no words such as "tomorrow".
    part integer[] := CASE WHEN value ~ '^\d{1,2}([/.-])\d{1,2}\1\d{4}$' THEN string_to_array(translate(value, '.-', '//'), '/')
                           WHEN value ~* '^ngày \d{1,2} tháng \d{1,2} năm \d{4}$' THEN regexp_split_to_array(substring(value FROM '\d.*'), '\D+')
                           WHEN value ~ '^\d{4}-\d{1,2}-\d{1,2}$' THEN (SELECT array_agg(p ORDER BY n DESC) FROM string_to_table(value, '-') WITH ORDINALITY AS t (p, n))
                      END;
BEGIN
    IF part[3] >= 1 AND part[2] BETWEEN 1 AND 12
       AND part[1] BETWEEN 1 AND date_part('day', make_date(part[3], part[2], 1) + interval '1 month - 1 day') THEN
        RETURN make_date(part[3], part[2], part[1]);
    END IF;
    RAISE EXCEPTION 'not a valid date' USING ERRCODE = 'invalid_datetime_format', DETAIL = left(value, 40);
END $$;
COMMENT ON FUNCTION read_date IS 'Reads a date as people write it: 25/4/2026, 2026-04-25, or "ngày 25 tháng 4 năm 2026".';

CREATE FUNCTION read_moment(value text) RETURNS timestamptz
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    part text[] := regexp_match(value, '^(\S+?)(?:[ T]((?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)(?::(?:[0-5]\d|60)(?:\.\d{1,6})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$');
    spoken timestamp;
BEGIN
    IF part IS NULL THEN
        RAISE EXCEPTION 'not a valid date and time' USING ERRCODE = 'invalid_datetime_format', DETAIL = left(value, 40);
    END IF;
    spoken := read_date(part[1]) + coalesce(part[2], '00:00')::time;
    RETURN CASE WHEN part[3] IS NULL THEN spoken AT TIME ZONE 'Asia/Ho_Chi_Minh'
                ELSE (to_char(spoken, 'YYYY-MM-DD HH24:MI:SS.US') || part[3])::timestamptz END;
END $$;
COMMENT ON FUNCTION read_moment IS 'Reads an instant as people write it: a date, or a date and time; without a time zone, it is in Hanoi time.';

CREATE FUNCTION tidy_prose(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN nullif(regexp_replace(regexp_replace(normalize(value, NFC), '\r\n?', E'\n', 'g'), '^[\s\u00a0]+|[\s\u00a0]+$', '', 'g'), '');
COMMENT ON FUNCTION tidy_prose IS 'Paragraphs as people type them, normalized: NFC, trimmed, with uniform line endings; null if nothing is left.';

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
            SELECT substring(digits FROM '^[0-9]+') WHERE digits ~ '^[0-9]+[.,]0+$') AS given (reading));         -- a fraction of zero
COMMENT ON FUNCTION count_readings IS 'All whole numbers that a cell can mean: {1200} for "1.200" and "1,200", {200} for "200 người", {12} for "12,0", {1,1000} for "1.000".';

-- Fast for plain cells, which nearly all are.
CREATE FUNCTION read_count(value text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value ~ '^[0-9]+$' AND octet_length(value) < 10 THEN value::integer
                WHEN value ~ '[0-9０-９]' AND cardinality(count_readings(value)) = 1 THEN (count_readings(value))[1] END;
COMMENT ON FUNCTION read_count IS 'The only whole number that a cell can mean; null if there is none, or more than one.';

CREATE FUNCTION unit_parts(name text) RETURNS text[]
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN string_to_array(
        regexp_replace(regexp_replace(unnumbered(tidy(name)) COLLATE "vi-x-icu", '^tập thể:? ', '', 'i'),
                       '\s*([,–-]|(?<=[0-9]) |(?<= )(trực )?thuộc )\s*((thads|thi hành án dân sự)\s+)?(tỉnh|thành phố|tp\.?)\s+', E'\n', 'i'), E'\n');
COMMENT ON FUNCTION unit_parts IS 'A unit''s own name, and the province that is named after it: {"Phòng Thi hành án dân sự khu vực 2","Cao Bằng"} for "Tập thể Phòng Thi hành án dân sự khu vực 2, tỉnh Cao Bằng"; null for the province if none is.';

CREATE FUNCTION unit_key(name text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN replace(fold((unit_parts(name))[1]), 'thi hanh an dan su', 'thads') COLLATE "C";
COMMENT ON FUNCTION unit_key IS 'The key by which a unit is found by its name within its house: "Tập thể Phòng Thi hành án dân sự khu vực 2, tỉnh Cao Bằng" is "Phòng THADS khu vực 2".';

CREATE FUNCTION is_total(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN fold(value) ~ ('^(tong|cong|toan (quoc|nganh|he thong|tinh|thanh pho|cuc)|(grand )?total|sum)$|^(tong cong|tong so|grand total)( |$)|^([a-z0-9]+ )?(sub)?total$'
                          '|^tong (tinh|thanh pho|tp|toan|don vi|bien che|cac|cua)( |$)|^(i|ii|iii|iv|v) (tong cong|tong so)( |$)|^(tong|cong)( [ivxl]+)+$')
            -- Tống, Tòng and Công are names of people: "Tống Vĩ", "Tống Toàn".
            AND lower(tidy(value) COLLATE "vi-x-icu") !~ '^(t[^oổ]ng|c[^oộ]ng)\M'
        OR tidy(value) ~ '^[Cc][ộỘ][Nn][Gg][ :]';
COMMENT ON FUNCTION is_total IS 'Whether a cell labels a row of totals: "Tổng cộng".';

GRANT EXECUTE ON FUNCTION in_hanoi, midnight, day_in_hanoi, is_code, is_visible, is_plain_text, is_prose, tidy, unnumbered, garbled, fold, read_code, given_name, read_date,
    read_moment, tidy_prose, count_readings, read_count, unit_parts, unit_key, is_total TO thidua_user;
