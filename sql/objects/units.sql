-- Clerks may see every unit of their house: bureaus share its quotas.

SELECT share('unit', 'thidua_department'), share('unit_alias', 'thidua_administrator');

SELECT show('unit', unit => 'house', own => 'own_house()');

-- By its code, which is found by the key, or else by a name, for which all units are searched: "Cao Bằng", "Phòng THADS khu vực 2".
CREATE FUNCTION read_unit(name text) RETURNS text
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own text := own_house();
    found text := (SELECT u.code FROM unit u WHERE u.code = read_unit_code(read_unit.name) AND u.house = coalesce(own, u.house));
BEGIN
    IF found IS NULL THEN
        found := (SELECT n.code FROM units_named(ARRAY[read_unit.name], NULL) n);
    END IF;
    RETURN found;
END $$;
COMMENT ON FUNCTION read_unit IS 'The unit that a code or a name means; null if none, or more than one, of those that the login may see.';
GRANT EXECUTE ON FUNCTION read_unit TO thidua_user;

CREATE FUNCTION unit_names() RETURNS TABLE (code text, house text, key text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT u.code, coalesce(u.parent, u.code), unit_key(u.name) FROM unit u WHERE u.house = coalesce((SELECT own_house()), u.house)
    UNION
    -- A province goes by its own name, too: "Cao Bằng".
    SELECT u.code, u.code, a.key FROM unit u JOIN unit_alias a ON a.unit = u.code AND a.until IS NULL
    WHERE u.code = coalesce((SELECT own_house()), u.code);
$$;
COMMENT ON FUNCTION unit_names IS 'The units that the login may see, with their houses and the keys by which they are found by name.';

SELECT audit_follow('unit_alias', 'unit');

-- For units that a staffing table entered or changed, the trail records the table: its file's hash, its totals for each house, and each time that
-- it was applied; the rows behind these are kept. So the trail has a row for a unit only if something else changes it. Writing one for each of a
-- million units of one house took hours, as each row waits for the one before it.
SELECT audit_follow('unit', 'house', event => 'UPDATE', condition => 'NEW.staffing_table IS NOT DISTINCT FROM OLD.staffing_table'),
       audit_follow('unit', 'house', event => 'INSERT', condition => 'NEW.staffing_table IS NULL', change => 'entry'),
       audit_follow('unit', 'house', event => 'DELETE', change => 'removal');
