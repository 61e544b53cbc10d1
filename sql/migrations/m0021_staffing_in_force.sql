-- Storing what was read, putting it in force, taking it back, and telling one table from another.
SET LOCAL ROLE thidua_owner;

DROP FUNCTION staffing_store;
CREATE FUNCTION staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    SET work_mem = '64MB' SET jit = off SET enable_nestloop = off AS $$  -- what was just stored has no statistics yet
DECLARE
    number bigint;
BEGIN
    INSERT INTO staffing_table (as_of, file_name, sha256, mode, origin)
    VALUES (staffing_store.as_of, staffing_store.file_name, staffing_store.sha256, staffing_store.mode, staffing_store.origin)
    RETURNING id INTO number;

    -- What could not be read is null, and refused.
    INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
    SELECT number, CASE WHEN r.is_named THEN r.house END, r.code, r.kind, r.name, r.civil_servants FROM staffing_intake_read r;

    IF staffing_store.mode = 'merge' THEN
        INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
        SELECT number, f.house, f.unit, f.kind, f.name, f.civil_servants FROM staffing_in_force f
        WHERE f.house IN (SELECT r.house FROM staffing_row r WHERE r.staffing_table = number)
          AND NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.house, r.unit) = (number, f.house, f.unit));
    END IF;

    INSERT INTO staffing_house (staffing_table, house, units, area_offices, civil_servants)
    SELECT number, r.house, count(*), count(*) FILTER (WHERE r.kind = 'area_office'), sum(r.civil_servants)
    FROM staffing_row r WHERE r.staffing_table = number GROUP BY r.house;

    PERFORM staffing_check(number);
    RETURN number;
END $$;
COMMENT ON FUNCTION staffing_store IS 'Keeps the intake as a staffing table, applied to nothing yet, and returns its number; or refuses: staffing_intake_error then says why.';

CREATE FUNCTION staffing_check(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    number bigint := staffing_check.staffing_table;
    refused text;
BEGIN
    -- Names are folded once each: most are borne by a unit of every house.
    WITH name AS MATERIALIZED (
        SELECT d.name, fold(d.name) AS key
        FROM (SELECT DISTINCT r.name FROM staffing_row r WHERE r.staffing_table = number) d
    ), borne AS MATERIALIZED (
        SELECT n.name, u.house, u.code, n.key FROM name n JOIN unit u ON fold(u.name) = n.key
    )
    SELECT CASE
        WHEN EXISTS (SELECT FROM name WHERE NOT is_plain_text(name) OR key = '') THEN 'text_is_one_plain_line'
        WHEN EXISTS (SELECT FROM staffing_row r WHERE r.staffing_table = number AND NOT is_code(r.unit)) THEN 'code_is_in_plain_capitals'
        WHEN EXISTS (
            SELECT FROM staffing_row r JOIN unit u ON u.code = r.unit WHERE r.staffing_table = number AND u.house <> r.house
        ) THEN 'unit_stays_in_its_house'
        -- A code of a house's own is another house's only where that has a code not of its own.
        WHEN EXISTS (
            SELECT FROM staffing_row r JOIN staffing_row other ON other.unit = r.unit AND other.house <> r.house
            WHERE r.staffing_table = number AND other.staffing_table = number AND NOT starts_with(r.unit, r.house)
        ) THEN 'staffing_unit_is_listed_once'
        WHEN EXISTS (
            SELECT FROM staffing_row r JOIN name n USING (name) WHERE r.staffing_table = number GROUP BY r.house, n.key HAVING count(*) > 1
        ) THEN 'staffing_unit_is_listed_once'
        WHEN EXISTS (
            SELECT FROM borne b JOIN staffing_row r ON (r.house, r.name) = (b.house, b.name)
            WHERE r.staffing_table = number AND r.unit <> b.code AND r.unit <> r.house
              AND NOT EXISTS (SELECT FROM staffing_row o WHERE (o.staffing_table, o.house, o.unit) = (number, b.house, b.code) AND fold(o.name) <> b.key)
        ) THEN 'unit_name_is_unique_in_its_house' END
    INTO refused;
    IF refused IS NOT NULL THEN
        RAISE EXCEPTION 'the file contradicts itself, or the registry'
            USING ERRCODE = 'check_violation', TABLE = 'staffing_row', CONSTRAINT = refused;
    END IF;
END $$;
COMMENT ON FUNCTION staffing_check IS 'Refuses a stored table that lists a unit twice, or another house''s unit, or a name that is another unit''s.';

DROP FUNCTION staffing_take_effect;
CREATE FUNCTION staffing_enter_units(houses text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' AS $$
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (SELECT FROM staffing_in_force r JOIN unit u ON u.code = r.unit WHERE r.house = ANY (houses) AND u.house <> r.house) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Names may go round among units: those that change make room first.
    UPDATE unit u SET name = '~ ' || u.code
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    -- So does a unit that is listed no more, and whose name another bears now.
    UPDATE unit u SET name = left(u.name, 256 - length(u.code)) || ' (' || u.code || ')'
    FROM staffing_in_force r LEFT JOIN unit bearer ON bearer.code = r.unit
    WHERE r.house = ANY (houses) AND r.unit <> r.house AND r.name IS DISTINCT FROM bearer.name
      AND (u.house, fold(u.name)) = (r.house, fold(r.name)) AND u.code <> r.unit
      AND NOT EXISTS (SELECT FROM staffing_in_force listed WHERE (listed.house, listed.unit) = (u.house, u.code));

    INSERT INTO unit AS u (code, kind, name, parent)
    SELECT r.unit, r.kind, r.name, r.house
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name
        WHERE (u.kind, u.name) IS DISTINCT FROM (excluded.kind, excluded.name);
END $$;
COMMENT ON FUNCTION staffing_enter_units IS 'Makes the units of these houses what the staffing tables in force say. None is ever deleted.';

CREATE FUNCTION staffing_take_effect(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    number bigint := staffing_take_effect.staffing_table;
BEGIN
    WITH applied AS (
        INSERT INTO staffing_application (staffing_table, house, follows)
        SELECT number, h.house, c.application
        FROM staffing_house h LEFT JOIN staffing_current c USING (house)
        -- What is in force already is not applied again: to take it back would leave it in force.
        WHERE h.staffing_table = number AND c.staffing_table IS DISTINCT FROM number
        ORDER BY h.house
        RETURNING *
    )
    INSERT INTO staffing_current (house, staffing_table, applied_at, application)
    SELECT a.house, a.staffing_table, a.applied_at, a.id FROM applied a
    ON CONFLICT (house) DO UPDATE
        SET staffing_table = excluded.staffing_table, applied_at = excluded.applied_at, application = excluded.application;
    PERFORM staffing_enter_units(ARRAY(SELECT h.house::text FROM staffing_house h WHERE h.staffing_table = number));
END $$;
COMMENT ON FUNCTION staffing_take_effect IS 'Puts a staffing table in force for the houses that it names, and enters its units; quota_apply() is to follow.';

CREATE FUNCTION staffing_take_back(staffing_table bigint) RETURNS SETOF text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    number bigint := staffing_take_back.staffing_table;
    houses text[] := ARRAY(SELECT c.house::text FROM staffing_current c WHERE c.staffing_table = number ORDER BY c.house);
BEGIN
    UPDATE staffing_current c
    SET staffing_table = earlier.staffing_table, applied_at = clock_timestamp(), application = earlier.id
    FROM staffing_application this JOIN staffing_application earlier ON earlier.id = this.follows
    WHERE c.house = ANY (houses) AND this.id = c.application;
    -- Where nothing was in force before, nothing is again.
    DELETE FROM staffing_current c WHERE c.house = ANY (houses) AND c.staffing_table = number
        AND (SELECT a.follows IS NULL FROM staffing_application a WHERE a.id = c.application);
    PERFORM staffing_enter_units(houses);
    RETURN QUERY SELECT unnest(houses);
END $$;
COMMENT ON FUNCTION staffing_take_back IS 'Puts in force again what was before this table, for every house in which it is in force; returns these. quota_apply() is to follow.';

CREATE FUNCTION staffing_difference(earlier bigint, later bigint)
    RETURNS TABLE (change text, house text, unit text, kind text, name text, civil_servants_before integer, civil_servants_after integer,
                   name_before text, kind_before text, nominations bigint[])
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' AS $$
    WITH before AS (
        SELECT r.house, r.unit, r.kind, r.name, r.civil_servants FROM staffing_row r WHERE r.staffing_table = earlier
        UNION ALL
        SELECT f.house, f.unit, f.kind, f.name, f.civil_servants FROM staffing_in_force f
        WHERE earlier IS NULL AND f.house IN (SELECT h.house FROM staffing_house h WHERE h.staffing_table = later)
    ), after AS (
        SELECT r.house, r.unit, r.kind, r.name, r.civil_servants FROM staffing_row r WHERE r.staffing_table = later
    )
    SELECT CASE WHEN b.unit IS NULL THEN 'added' WHEN a.unit IS NULL THEN 'missing' ELSE 'changed' END,
           house, unit, coalesce(a.kind, b.kind), coalesce(a.name, b.name), b.civil_servants, a.civil_servants, b.name, b.kind,
           CASE WHEN a.unit IS NULL THEN ARRAY(
               SELECT n.id FROM nomination n JOIN campaign_status c ON c.code = n.campaign
               WHERE c.is_open AND n.stands AND b.unit IN (n.collective, n.workplace) ORDER BY n.id) END
    FROM before b FULL JOIN after a USING (house, unit)
    WHERE (b.kind, b.name, b.civil_servants) IS DISTINCT FROM (a.kind, a.name, a.civil_servants)
    ORDER BY house, unit <> house, unit;
$$;
COMMENT ON FUNCTION staffing_difference IS 'What units a table adds, changes and leaves out against another one, or against what is in force where that is null; with the nominations that name those left out.';

CREATE FUNCTION staffing_difference_count(later bigint) RETURNS TABLE (added bigint, changed bigint, missing bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' SET enable_nestloop = off AS $$
    WITH kept AS (
        SELECT count(*) AS units,
               count(*) FILTER (WHERE (f.kind, f.name, f.civil_servants) <> (r.kind, r.name, r.civil_servants)) AS changed
        FROM staffing_in_force f JOIN staffing_row r ON (r.staffing_table, r.house, r.unit) = (later, f.house, f.unit)
    )
    SELECT (SELECT sum(h.units) FROM staffing_house h WHERE h.staffing_table = later) - kept.units,
           kept.changed,
           (SELECT coalesce(sum(before.units), 0) FROM staffing_current c
            JOIN staffing_house before USING (staffing_table, house)
            JOIN staffing_house after ON (after.staffing_table, after.house) = (later, c.house)) - kept.units
    FROM kept;
$$;
COMMENT ON FUNCTION staffing_difference_count IS 'How many units a table adds, changes and leaves out against what is in force.';

CREATE VIEW quota_move WITH (security_invoker = true) AS
SELECT p.campaign, p.holder, p.award, p.subject, p.stage, p.allowed_before, p.allowed_after,
       r.measure, q.measured AS measured_before, p.measured AS measured_after, r.clause, s.nominations
FROM quota_pending p
JOIN campaign_status c ON c.code = p.campaign
LEFT JOIN quota q ON (q.holder, q.campaign, q.award, q.subject, q.stage) = (p.holder, p.campaign, p.award, p.subject, p.stage)
JOIN quota_rule r ON (r.campaign, r.rule) = (p.campaign, coalesce(p.rule, q.rule))
LEFT JOIN quota_shortfall s ON (s.holder, s.campaign, s.award, s.subject, s.stage) = (p.holder, p.campaign, p.award, p.subject, p.stage)
-- A closed campaign's first quotas change nothing for anyone, unless it is the one being looked at.
WHERE c.is_meant AND p.allowed_before IS DISTINCT FROM p.allowed_after;
COMMENT ON VIEW quota_move IS 'Quotas that quota_apply() would change: from, to, why, and the nominations in the way, if any.';

GRANT EXECUTE ON FUNCTION staffing_store, staffing_take_effect, staffing_take_back, staffing_difference, staffing_difference_count TO thidua_administrator;
GRANT SELECT ON quota_move TO thidua_administrator;
