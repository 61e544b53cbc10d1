-- Entering and removing area specialists and their provinces.

CREATE FUNCTION area_specialist_set(code text, name text, email text, provinces text[]) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO area_specialist AS s (code, name, email)
    VALUES (read_code(area_specialist_set.code), tidy(area_specialist_set.name), tidy(area_specialist_set.email))
    ON CONFLICT ON CONSTRAINT area_specialist_code_is_unique DO UPDATE SET name = excluded.name, email = excluded.email;
    DELETE FROM specialist_area a
    WHERE a.specialist = read_code(area_specialist_set.code)
      AND a.province <> ALL (SELECT read_code(p) FROM unnest(provinces) AS p);
    -- A province that belonged to another specialist is reassigned.
    INSERT INTO specialist_area AS a (province, specialist)
    SELECT DISTINCT read_code(p), read_code(area_specialist_set.code) FROM unnest(provinces) AS p ORDER BY 1
    ON CONFLICT ON CONSTRAINT specialist_area_is_of_one DO UPDATE SET specialist = excluded.specialist
        WHERE a.specialist <> excluded.specialist;
END $$;
COMMENT ON FUNCTION area_specialist_set IS 'Enters an area specialist with all their provinces, or changes an existing one and their provinces.';

CREATE FUNCTION area_specialist_remove(code text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM area_specialist s WHERE s.code = read_code(area_specialist_remove.code);
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION area_specialist_remove IS 'Removes an area specialist, leaving their provinces without one; false if there is no such specialist.';

SELECT share(relation, reader)
FROM unnest(ARRAY['area_specialist', 'specialist_area']::regclass[]) AS relation,
     unnest(ARRAY['thidua_administrator', 'thidua_reporter']::regrole[]) AS reader;
SELECT audit_follow('area_specialist', '', '{name,email}'), audit_follow('specialist_area', 'province');
GRANT EXECUTE ON FUNCTION area_specialist_set, area_specialist_remove TO thidua_administrator;
