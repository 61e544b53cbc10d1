-- Area specialists ("chuyên quản địa bàn"): the officers of Ban Tổ chức cán bộ who look after certain provinces. Each is sent the nightly
-- report of theirs.
SET LOCAL ROLE thidua_owner;

CREATE TABLE area_specialist (
    code   code       NOT NULL CONSTRAINT area_specialist_code_is_unique PRIMARY KEY,
    name   plain_text NOT NULL,
    -- One address and nothing else: it is put into the head of a letter.
    email  text       COLLATE "C" CONSTRAINT area_specialist_email_is_an_address CHECK (
        email ~ '^[A-Za-z0-9.!#$%&''*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$'
        AND length(email) <= 254 AND email !~ '^-')
);
COMMENT ON TABLE  area_specialist       IS 'Officers of Ban Tổ chức cán bộ who look after certain provinces (RULES.md, Words).';
COMMENT ON COLUMN area_specialist.code  IS 'How the tool calls them; also the name of their folder of reports.';
COMMENT ON COLUMN area_specialist.name  IS 'Full name.';
COMMENT ON COLUMN area_specialist.email IS 'Where soft copies and reports are sent; null where none is sent.';

CREATE TABLE specialist_area (
    province    code NOT NULL CONSTRAINT specialist_area_is_of_one PRIMARY KEY,
    kind        text COLLATE "C" NOT NULL GENERATED ALWAYS AS ('province') STORED,
    specialist  code NOT NULL CONSTRAINT specialist_area_has_a_specialist REFERENCES area_specialist ON DELETE CASCADE,
    CONSTRAINT specialist_area_is_a_province FOREIGN KEY (province, kind) REFERENCES unit (code, kind)
);
COMMENT ON TABLE  specialist_area            IS 'Who looks after which province: one for each.';
COMMENT ON COLUMN specialist_area.province   IS 'The province.';
COMMENT ON COLUMN specialist_area.kind       IS 'What kind of unit that is.';
COMMENT ON COLUMN specialist_area.specialist IS 'Its area specialist.';

SELECT protect('area_specialist'), audit_follow('area_specialist', '', '{name,email}'), share('area_specialist', 'thidua_administrator'),
       share('area_specialist', 'thidua_reporter');
SELECT protect('specialist_area'), audit_follow('specialist_area', 'province'), share('specialist_area', 'thidua_administrator'),
       share('specialist_area', 'thidua_reporter');

CREATE FUNCTION area_specialist_set(code text, name text, email text, provinces text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO area_specialist AS s (code, name, email)
    VALUES (read_code(area_specialist_set.code), tidy(area_specialist_set.name), tidy(area_specialist_set.email))
    ON CONFLICT ON CONSTRAINT area_specialist_code_is_unique DO UPDATE SET name = excluded.name, email = excluded.email;
    DELETE FROM specialist_area a
    WHERE a.specialist = read_code(area_specialist_set.code)
      AND a.province <> ALL (SELECT read_code(p) FROM unnest(provinces) AS p);
    -- A province that was another's is theirs from now on.
    INSERT INTO specialist_area AS a (province, specialist)
    SELECT DISTINCT read_code(p), read_code(area_specialist_set.code) FROM unnest(provinces) AS p ORDER BY 1
    ON CONFLICT ON CONSTRAINT specialist_area_is_of_one DO UPDATE SET specialist = excluded.specialist
        WHERE a.specialist <> excluded.specialist;
END $$;
COMMENT ON FUNCTION area_specialist_set IS 'Enters an area specialist with all their provinces, or changes who they are and which these are.';

CREATE FUNCTION area_specialist_remove(code text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM area_specialist s WHERE s.code = read_code(area_specialist_remove.code);
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION area_specialist_remove IS 'Takes an area specialist away, and leaves their provinces without one; false where there is none.';

GRANT EXECUTE ON FUNCTION area_specialist_set, area_specialist_remove TO thidua_administrator;
