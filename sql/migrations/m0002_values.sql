-- Values as the registry reads and keeps them. Two spellings of one name must not be two names: Swift compares strings by
-- canonical equivalence and PostgreSQL by bytes, so only one normal form may enter.

CREATE FUNCTION is_code(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value ~ '^[0-9A-ZĐ][0-9A-ZĐ./&_-]{0,63}$';
COMMENT ON FUNCTION is_code IS 'Capitals, digits and . / & _ -, 64 at most.';

CREATE DOMAIN code AS text COLLATE "C" CONSTRAINT code_is_in_plain_capitals CHECK (is_code(VALUE));
COMMENT ON DOMAIN code IS 'What identifies a unit, a campaign or a person; compared byte by byte.';

CREATE FUNCTION is_plain_text(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED
        AND value = btrim(value, E' \u00a0\u200b\ufeff')
        AND value !~ '[\u0001-\u001f\u007f-\u009f]'
        AND length(value) BETWEEN 1 AND 300;
COMMENT ON FUNCTION is_plain_text IS 'NFC, trimmed, without control characters, 1 to 300 characters.';

CREATE DOMAIN plain_text AS text CONSTRAINT text_is_one_plain_line CHECK (is_plain_text(VALUE));
COMMENT ON DOMAIN plain_text IS 'One line of text for people.';

CREATE FUNCTION tidy(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN nullif(btrim(regexp_replace(normalize(value, NFC), '[ \u00a0\u200b\ufeff]+', ' ', 'g')), '');
COMMENT ON FUNCTION tidy IS 'Text from a file, made plain where that changes nothing in it: NFC, single spaces, trimmed; null if nothing is left.';

CREATE FUNCTION read_code(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN upper(tidy(value) COLLATE "vi-x-icu") COLLATE "C";
COMMENT ON FUNCTION read_code IS 'A code as people type it: tidied, in capitals.';

CREATE FUNCTION fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        translate(
            regexp_replace(normalize(lower(value COLLATE "vi-x-icu"), NFKD), '[\u0300-\u036f]', '', 'g'),
            'đðɖ', 'ddd'),
        '[^a-z0-9]+', ' ', 'g')) COLLATE "C";
COMMENT ON FUNCTION fold IS 'The key under which names match: no case, accents, spacing or punctuation; Hòa = Hoà, Ð = Đ = d.';

CREATE FUNCTION given_name(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN substring(value FROM '[^ ]+$');
COMMENT ON FUNCTION given_name IS 'The last word of a Vietnamese name, by which people are sorted: COLLATE "vi-x-icu".';

CREATE FUNCTION read_date(value text) RETURNS date
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    -- Day first, as people write it here, whatever the session's DateStyle; no words such as "tomorrow".
    IF value ~ '^\d{1,2}/\d{1,2}/\d{4}$' THEN
        RETURN make_date(split_part(value, '/', 3)::integer, split_part(value, '/', 2)::integer, split_part(value, '/', 1)::integer);
    ELSIF value ~ '^\d{4}-\d{1,2}-\d{1,2}$' THEN
        RETURN make_date(split_part(value, '-', 1)::integer, split_part(value, '-', 2)::integer, split_part(value, '-', 3)::integer);
    END IF;
    RAISE EXCEPTION 'this is no date' USING ERRCODE = 'invalid_datetime_format';
END $$;
COMMENT ON FUNCTION read_date IS 'A date as people write it: 25/4/2026 or 2026-04-25.';

CREATE FUNCTION read_moment(value text) RETURNS timestamptz
    LANGUAGE plpgsql STABLE STRICT PARALLEL SAFE AS $$
DECLARE
    part text[] := regexp_match(value, '^(\S+?)(?:[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?)?$');
    spoken timestamp;
BEGIN
    IF part IS NULL THEN
        RAISE EXCEPTION 'this is no date and time' USING ERRCODE = 'invalid_datetime_format';
    END IF;
    spoken := read_date(part[1]) + coalesce(part[2], '00:00')::time;
    RETURN CASE WHEN part[3] IS NULL THEN spoken AT TIME ZONE 'Asia/Ho_Chi_Minh'
                ELSE (to_char(spoken, 'YYYY-MM-DD HH24:MI:SS.US') || part[3])::timestamptz END;
END $$;
COMMENT ON FUNCTION read_moment IS 'An instant as people write it: a date, or a date and time; without a zone it is said in Hanoi.';
