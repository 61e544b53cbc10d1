-- Values as the registry keeps them. Two spellings of one name must not be two names: Swift compares strings by canonical equivalence
-- and PostgreSQL by bytes, so only one normal form is accepted.
--
-- Functions that a table depends on are defined here too: if one of them changes, what was stored with it must be rebuilt.

CREATE FUNCTION is_code(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN length(value) <= 64 AND value ~ '^[0-9A-ZĐ][0-9A-ZĐ./&_-]*$';
COMMENT ON FUNCTION is_code IS 'Whether a value is made of capital letters, digits and . / & _ -, at most 64 characters.';

CREATE DOMAIN code AS text COLLATE "C" CONSTRAINT code_is_in_plain_capitals CHECK (is_code(VALUE));
COMMENT ON DOMAIN code IS 'What identifies a unit, a campaign or a person; compared byte by byte.';

CREATE FUNCTION is_plain_text(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED
        AND value = btrim(value, E' \u00a0\u200b\ufeff')
        AND value !~ '[\u0001-\u001f\u007f-\u009f]'
        AND length(value) BETWEEN 1 AND 300;
COMMENT ON FUNCTION is_plain_text IS 'Whether a value is NFC, trimmed, without control characters, and 1 to 300 characters long.';

CREATE DOMAIN plain_text AS text CONSTRAINT text_is_one_plain_line CHECK (is_plain_text(VALUE));
COMMENT ON DOMAIN plain_text IS 'One line of text for people.';

CREATE FUNCTION is_prose(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED AND value !~ '^\s|\s$' AND value !~ '[\u0001-\u0009\u000b-\u001f\u007f-\u009f]'
        AND length(value) BETWEEN 1 AND 4000;
COMMENT ON FUNCTION is_prose IS 'Whether a value is NFC, trimmed, without control characters other than line breaks, and 1 to 4000 characters long.';

CREATE DOMAIN prose AS text CONSTRAINT prose_is_plain CHECK (is_prose(VALUE));
COMMENT ON DOMAIN prose IS 'One or more paragraphs of text for people.';

CREATE FUNCTION tidy(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value !~ '^$|^ | $|  |[\t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]' AND value IS NFC NORMALIZED THEN value
                ELSE nullif(btrim(regexp_replace(normalize(value, NFC), '[ \t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]+', ' ', 'g')), '') END;
COMMENT ON FUNCTION tidy IS 'Text from a file, normalized without changing what it says: NFC, runs of blanks replaced by single spaces, trimmed; null if nothing is left.';

CREATE FUNCTION fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        translate(
            regexp_replace(normalize(lower(value COLLATE "vi-x-icu"), NFKD), '[\u0300-\u036f]', '', 'g'),
            'đðɖ', 'ddd'),
        '[^a-z0-9]+', ' ', 'g')) COLLATE "C";
COMMENT ON FUNCTION fold IS 'The key by which names are matched, ignoring case, accents, spacing and punctuation; Hòa = Hoà, Ð = Đ = d.';
