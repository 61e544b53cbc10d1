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

-- What cannot be seen, or makes other text appear where it is not. No Vietnamese text needs it.
CREATE FUNCTION is_visible(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value !~ ('[\u0001-\u0009\u000b-\u001f\u007f-\u009f'  -- controls, but for the line feed
        -- What turns the direction of text: marks, and letters that are written from right to left.
        '\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff'
        -- Of the format, for private use, or blank without being a space.
        '\u2800\ue000-\uf8ff\U000110bd\U000110cd\U00013430-\U0001345f\U00016fe4\U0001d159'
        '\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U0001bca0-\U0001bca3\U0001d173-\U0001d17a'  -- of no width
        '\u2028\u2029'                                              -- line and paragraph separators
        '\ufdd0-\ufdef\ufff0-\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff\U0003fffe-\U0010ffff]');  -- no characters, or not known as such
COMMENT ON FUNCTION is_visible IS 'Whether a value has no control characters but line feeds, and none that is invisible, of no width, or changes the direction of text, as letters written from right to left do.';

CREATE FUNCTION is_plain_text(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED AND value = btrim(value, E' \u00a0') AND value !~ '\n' AND is_visible(value)
        AND value ~ '[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]' AND length(value) BETWEEN 1 AND 300;
COMMENT ON FUNCTION is_plain_text IS 'Whether a value is one line, NFC, trimmed, visible, with a letter or a digit, and 1 to 300 characters long.';

-- Text that went through a wrong encoding, or was typed in a font with an encoding of its own. Letters outside ASCII in these patterns are what other
-- encodings make of Vietnamese, in places where no Vietnamese word has them: a capital after a small letter, a sign within a word, two vowels of which
-- the second has a mark that belongs on the first.
CREATE FUNCTION garbled(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value !~ '[?\u0080-\u00ff\u0152-\u0192\u02c6-\u2122\ufffd]' THEN NULL
                WHEN value ~ '\ufffd|[[:alpha:]]\?+[[:alpha:]]|(^|[ ./,-])\?+($|[ ./,-])|[[:alpha:]]\?+ [[:alpha:]]' THEN 'lost'
                WHEN value ~ 'á[º»]|Ä[\u0080-\u00bf‘ƒ]|Æ[°¡]|[ÃÂ][\u0080-\u009f\u00a1-\u00bf]' THEN 'utf_8'
                -- VNI: "Nguyeãn Vaên", "Phoøng", "Ñöùc".
                WHEN value ~ '[aeiouyAEIOUY][øûïØÛÏ]|[aA][âêáàãåäéèăÂÊÁÀÃÅÄÉÈ]|[eE][âáàùãåäÂÁÀÙÃÅÄ]|[oO][âùÂÙ]|[uU][ùÙ]|[öñÖÑ][[:alpha:]]' THEN 'font'
                -- TCVN3 (.VnTime), VISCII: "NguyÔn V¨n ¶", "Phßng", "tØnh".
                WHEN value ~ '[a-z][ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝÄÅÆÇËÎÏÑÖØÛÜÞ]|[[:alpha:]][\u00a1-\u00a9\u00ab-\u00b1\u00b4-\u00b9\u00bb-\u00bf]|[\u00a1-\u00a9\u00ab-\u00b1\u00b4-\u00b9\u00bb-\u00bf][[:alpha:]]|[ßþÞåÅæÆøØ×÷ÿ]|(^| )[\u00a1-\u00a9\u00ac-\u00b1\u00b4-\u00b9\u00bc-\u00bf]( |$)' THEN 'font'
           END;
COMMENT ON FUNCTION garbled IS 'What happened to a text: lost, letters were replaced by question marks; utf_8, it was read in another encoding than its own; font, it is in the encoding of a font; null if nothing did.';

CREATE DOMAIN plain_text AS text CONSTRAINT text_is_one_plain_line CHECK (is_plain_text(VALUE))
    CONSTRAINT text_has_its_letters CHECK (garbled(VALUE) IS NULL);
COMMENT ON DOMAIN plain_text IS 'One line of text for people.';

CREATE FUNCTION is_prose(value text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN value IS NFC NORMALIZED AND value !~ '^[\s\u00a0]|[\s\u00a0]$' AND is_visible(value)
        AND value ~ '[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff]' AND length(value) BETWEEN 1 AND 4000;
COMMENT ON FUNCTION is_prose IS 'Whether a value is NFC, trimmed, visible, with a letter or a digit, and 1 to 4000 characters long.';

CREATE DOMAIN prose AS text CONSTRAINT prose_is_plain CHECK (is_prose(VALUE));
COMMENT ON DOMAIN prose IS 'One or more paragraphs of text for people.';

-- A date of the year 20000 is a typing error, and infinity none at all.
CREATE DOMAIN calendar_day AS date CONSTRAINT day_is_of_this_century CHECK (VALUE BETWEEN '2000-01-01' AND '2099-12-31');
COMMENT ON DOMAIN calendar_day IS 'A day that people enter.';

CREATE DOMAIN instant AS timestamptz CONSTRAINT instant_is_of_this_century CHECK (VALUE >= '2000-01-01 00:00+07' AND VALUE < '2100-01-01 00:00+07');
COMMENT ON DOMAIN instant IS 'A point in time that people enter.';

CREATE FUNCTION tidy(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN value !~ '^$|^ | $|  |[\t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]' AND value IS NFC NORMALIZED THEN value
                ELSE nullif(btrim(regexp_replace(normalize(value, NFC), '[ \t-\r\u00a0\u2000-\u200b\u202f\u3000\ufeff]+', ' ', 'g')), '') END;
COMMENT ON FUNCTION tidy IS 'Text from a file, normalized without changing what it says: NFC, runs of blanks replaced by single spaces, trimmed; null if nothing is left.';

CREATE FUNCTION unnumbered(value text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    -- "1.", "1)", "(1)", "II.", "a)"; "1.2. ", "1.2 "; "1/ ", "1- "; "- ", "+ ".
    RETURN CASE WHEN value ~ '^\s*([(0-9IVXLC•·*+–—-]|[a-zđ][.)])'
                THEN regexp_replace(value, '^\s*(\(?([0-9]{1,3}(\.[0-9]{1,3})*|[IVXLC]{1,6}|[a-zđ])[.)]|[0-9]{1,3}(\.[0-9]{1,3})+(?=\s)|[0-9]{1,3}\s?[/–-](?=\s)|[•·*+–—-](?=\s))\s*(?=[^\s0-9])', '')
                ELSE value END;
COMMENT ON FUNCTION unnumbered IS 'A name without the number or bullet that a list gives it: "1. Văn phòng", "II) Văn phòng", "- Văn phòng".';

CREATE FUNCTION fold(value text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN btrim(regexp_replace(
        translate(
            regexp_replace(normalize(lower(value COLLATE "vi-x-icu"), NFKD), '[\u0300-\u036f]', '', 'g'),
            'đðɖ', 'ddd'),
        '[^a-z0-9]+', ' ', 'g')) COLLATE "C";
COMMENT ON FUNCTION fold IS 'The key by which names are matched, ignoring case, accents, spacing and punctuation; Hòa = Hoà, Ð = Đ = d.';
