-- Storing what was read, putting it in force, reverting it, and comparing tables. Storing a million rows takes little longer than copying them:
-- each distinct name is tidied and folded once, as is each place, and the stored rows are read once.

CREATE FUNCTION staffing_lock() RETURNS void
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    LOCK TABLE staffing_current, staffing_intake, staffing_intake_place, staffing_intake_name IN SHARE ROW EXCLUSIVE MODE;
$$;
COMMENT ON FUNCTION staffing_lock IS 'Allows one import at a time: others wait until the transaction ends. What is read twice is then the same.';

CREATE FUNCTION staffing_check(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    number bigint := staffing_check.staffing_table;
    -- A number for the house of each place, in the places' order.
    houses bigint[] := ARRAY(SELECT dense_rank() OVER (ORDER BY p.house) FROM staffing_intake_reading p ORDER BY p.place);
    others unit[];
    texts_may_be_odd boolean;
    codes_may_be_odd boolean;
    codes_may_be_elsewhere boolean;
    names_may_be_twice boolean;
    refused text;
BEGIN
    -- For most files, the totals show that they are correct. For the others, the rows are checked, each time by a statement of its own: a statement
    -- that is not reached is not planned, either, which takes 10 ms.
    SELECT bool_or(s.names_may_be_odd)
           OR EXISTS (SELECT FROM staffing_intake_name n WHERE NOT is_plain_text(n.plain) OR n.key = '' OR garbled(n.plain) IS NOT NULL),
           bool_or(s.codes_may_be_odd),
           bool_or(s.codes_may_be_odd OR NOT starts_with(s.first_code, p.house) OR NOT starts_with(s.last_code, p.house))
           OR EXISTS (SELECT FROM unit u WHERE NOT starts_with(u.code, u.house))
    INTO texts_may_be_odd, codes_may_be_odd, codes_may_be_elsewhere
    FROM staffing_intake_total s JOIN staffing_intake_reading p USING (place);
    SELECT count(*) > count(DISTINCT (houses[i.place + 1] << 32) + i.name)
           OR EXISTS (SELECT FROM staffing_intake_name n GROUP BY n.key HAVING count(*) > 1)
    INTO names_may_be_twice FROM staffing_intake i;

    IF texts_may_be_odd THEN
        refused := (SELECT CASE WHEN bool_or(NOT is_plain_text(r.name) OR r.key = '') THEN 'text_is_one_plain_line'
                                WHEN bool_or(garbled(r.name) IS NOT NULL) THEN 'text_has_its_letters' END FROM staffing_intake_named r);
    END IF;
    IF refused IS NULL AND codes_may_be_odd THEN
        refused := (SELECT 'code_is_in_plain_capitals' FROM staffing_row r WHERE r.staffing_table = number AND NOT is_code(r.unit) LIMIT 1);
    END IF;
    IF refused IS NULL AND codes_may_be_elsewhere THEN
        refused := (SELECT 'unit_stays_in_its_house' FROM staffing_row r JOIN unit u ON u.code = r.unit WHERE r.staffing_table = number AND u.house <> r.house LIMIT 1);
    END IF;
    IF refused IS NULL AND names_may_be_twice THEN
        -- Hashes of keys are shorter, and show whether any keys may be equal.
        IF (SELECT count(*) > count(DISTINCT hashtextextended(r.key, hashtextextended(r.house, 0))) FROM staffing_intake_named r) THEN
            refused := (SELECT 'staffing_unit_is_listed_once' FROM staffing_intake_named r GROUP BY r.house, r.key HAVING count(*) > 1 LIMIT 1);
        END IF;
    END IF;
    -- Units that the file leaves out keep their names.
    IF refused IS NULL THEN
        others := ARRAY(SELECT u FROM unit u
                        WHERE u.house IN (SELECT p.house FROM staffing_intake_reading p) AND u.code <> u.house
                          AND NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.unit) = (number, u.code)));
        IF others <> '{}' THEN
            refused := (SELECT 'unit_name_is_unique_in_its_house'
                        FROM (SELECT u.house, fold(u.name) AS key FROM unnest(others) u OFFSET 0) u JOIN staffing_intake_named r ON (r.house, r.key) = (u.house, u.key)
                        WHERE r.kind <> r.house_kind LIMIT 1);
        END IF;
    END IF;
    IF refused IS NOT NULL THEN
        RAISE EXCEPTION 'the file contradicts itself, or the registry'
            USING ERRCODE = 'check_violation', TABLE = 'staffing_row', CONSTRAINT = refused;
    END IF;
END $$;
COMMENT ON FUNCTION staffing_check IS 'Refuses what was just stored from the intake if it lists a unit twice, lists another house''s unit, or gives a unit the name of another.';

CREATE FUNCTION staffing_store(as_of date, file_name text, sha256 bytea, mode text, origin jsonb) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
    -- In the file's order the index grows at its end: 1,000,000 rows are stored in 3.6 s this way, and in 4.5 s if they are sorted first.
    -- What was just stored has no statistics yet: with 1,000,000 units already in force, it takes 6 s this way, and more than 300 s with nested loops.
    SET enable_mergejoin = off SET enable_nestloop = off AS $$
DECLARE
    number bigint;
BEGIN
    PERFORM staffing_lock();
    PERFORM staffing_intake_add_up();
    INSERT INTO staffing_table (as_of, file_name, sha256, mode, origin)
    VALUES (staffing_store.as_of, staffing_store.file_name, staffing_store.sha256, staffing_store.mode, staffing_store.origin)
    RETURNING id INTO number;

    -- Cells that could not be read are null, and refused.
    INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
    SELECT number, CASE WHEN r.is_named THEN r.house END, r.code, r.kind, r.name, r.civil_servants FROM staffing_intake_read r;
    PERFORM staffing_check(number);

    WITH kept AS (
        INSERT INTO staffing_row (staffing_table, house, unit, kind, name, civil_servants)
        SELECT number, f.house, f.unit, f.kind, f.name, f.civil_servants FROM staffing_in_force f
        WHERE staffing_store.mode = 'merge' AND f.house IN (SELECT p.house FROM staffing_intake_reading p)
          AND NOT EXISTS (SELECT FROM staffing_row r WHERE (r.staffing_table, r.unit) = (number, f.unit))
        RETURNING house, kind, civil_servants
    )
    INSERT INTO staffing_house (staffing_table, house, units, area_offices, civil_servants)
    SELECT number, part.house, sum(part.units), coalesce(sum(part.units) FILTER (WHERE part.kind = 'area_office'), 0), sum(part.civil_servants)
    FROM (SELECT p.house, p.kind, s.units, s.civil_servants FROM staffing_intake_total s JOIN staffing_intake_reading p USING (place)
          UNION ALL
          SELECT k.house, k.kind, 1, k.civil_servants FROM kept k) part
    WHERE part.house IS NOT NULL AND part.kind IS NOT NULL GROUP BY part.house;
    RETURN number;
END $$;
COMMENT ON FUNCTION staffing_store IS 'Stores the intake as a staffing table that is not applied yet, and returns its number; or fails, and staffing_intake_error says why.';

CREATE FUNCTION staffing_enter_units(houses text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp
    -- As in staffing_store: what is in force has just changed, and has no statistics yet.
    SET enable_mergejoin = off SET enable_nestloop = off AS $$
DECLARE
    unlisted text[];
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (SELECT FROM staffing_in_force r JOIN unit u ON u.code = r.unit WHERE r.house = ANY (houses) AND u.house <> r.house) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Units may exchange names: those whose names change give them up first.
    UPDATE unit u SET name = '~ ' || u.code, staffing_table = NULL
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    -- So does a unit that is no longer listed, and whose name another unit has now.
    unlisted := ARRAY(SELECT u.code::text FROM unit u
                      WHERE u.house = ANY (houses)
                        AND NOT EXISTS (SELECT FROM staffing_in_force listed WHERE (listed.house, listed.unit) = (u.house, u.code)));
    IF unlisted <> '{}' THEN
        UPDATE unit u SET name = left(u.name, 256 - length(u.code)) || ' (' || u.code || ')'
        FROM staffing_in_force r LEFT JOIN unit bearer ON bearer.code = r.unit
        WHERE r.house = ANY (houses) AND r.unit <> r.house AND r.name IS DISTINCT FROM bearer.name
          AND (u.house, fold(u.name)) = (r.house, fold(r.name)) AND u.code = ANY (unlisted);
    END IF;

    INSERT INTO unit AS u (code, kind, name, parent, staffing_table)
    SELECT r.unit, r.kind, r.name, r.house, r.staffing_table
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name, staffing_table = excluded.staffing_table
        WHERE (u.kind, u.name) IS DISTINCT FROM (excluded.kind, excluded.name);
END $$;
COMMENT ON FUNCTION staffing_enter_units IS 'Updates the units of these houses to the staffing tables in force. Units are never deleted.';

CREATE FUNCTION staffing_digest(number bigint DEFAULT NULL) RETURNS TABLE (staffing_table bigint, house text, digest bytea)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT r.staffing_table, r.house,
           sha256(convert_to(string_agg(jsonb_build_array(r.unit, r.kind, r.name, r.civil_servants)::text, E'\n' ORDER BY r.unit), 'UTF8'))
    FROM staffing_row r WHERE staffing_digest.number IS NULL OR r.staffing_table = staffing_digest.number
    GROUP BY r.staffing_table, r.house;
$$;
COMMENT ON FUNCTION staffing_digest IS 'SHA-256 of each house''s rows in a staffing table, or in all of them.';

CREATE FUNCTION staffing_take_effect(staffing_table bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    number bigint := staffing_take_effect.staffing_table;
BEGIN
    WITH applied AS (
        INSERT INTO staffing_application (staffing_table, house, follows, digest)
        SELECT number, h.house, c.application, d.digest
        FROM staffing_house h LEFT JOIN staffing_current c USING (house) LEFT JOIN staffing_digest(number) d USING (house)
        -- A table that is already in force is not applied again: otherwise, reverting it would leave it in force.
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
COMMENT ON FUNCTION staffing_take_effect IS 'Puts a staffing table in force for the houses that it names, and enters its units; quota_apply() must follow.';

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
    -- If nothing was in force before, nothing is in force afterwards.
    DELETE FROM staffing_current c WHERE c.house = ANY (houses) AND c.staffing_table = number
        AND (SELECT a.follows IS NULL FROM staffing_application a WHERE a.id = c.application);
    PERFORM staffing_enter_units(houses);
    RETURN QUERY SELECT unnest(houses);
END $$;
COMMENT ON FUNCTION staffing_take_back IS 'Puts what was in force before this table back in force, for every house where the table is in force; returns these houses. quota_apply() must follow.';

CREATE FUNCTION staffing_difference(earlier bigint, later bigint)
    RETURNS TABLE (change text, house text, unit text, kind text, name text, civil_servants_before integer, civil_servants_after integer,
                   name_before text, kind_before text, nominations bigint[])
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
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
COMMENT ON FUNCTION staffing_difference IS 'The units that a table adds, changes and omits compared with another one, or with what is in force if that is null; with the nominations that name omitted units.';

CREATE FUNCTION staffing_difference_count(later bigint) RETURNS TABLE (added bigint, changed bigint, missing bigint)
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
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
COMMENT ON FUNCTION staffing_difference_count IS 'How many units a table adds, changes and omits compared with what is in force.';

CREATE VIEW quota_move WITH (security_invoker = true) AS
SELECT p.campaign, p.holder, p.award, p.subject, p.stage, p.allowed_before, p.allowed_after,
       r.measure, q.measured AS measured_before, p.measured AS measured_after, r.clause, s.nominations
FROM quota_pending p
JOIN campaign_status c ON c.code = p.campaign
LEFT JOIN quota q ON (q.holder, q.campaign, q.award, q.subject, q.stage) = (p.holder, p.campaign, p.award, p.subject, p.stage)
JOIN quota_rule r ON (r.campaign, r.rule) = (p.campaign, coalesce(p.rule, q.rule))
LEFT JOIN quota_shortfall s ON (s.holder, s.campaign, s.award, s.subject, s.stage) = (p.holder, p.campaign, p.award, p.subject, p.stage)
-- A closed campaign's first quotas affect no one, unless it is the one being viewed.
WHERE c.is_meant AND p.allowed_before IS DISTINCT FROM p.allowed_after;
COMMENT ON VIEW quota_move IS 'Quotas that quota_apply() would change: from, to, why, and the nominations that prevent it, if any.';

GRANT EXECUTE ON FUNCTION staffing_lock, staffing_store, staffing_take_effect, staffing_take_back, staffing_difference, staffing_difference_count
    TO thidua_administrator;
GRANT SELECT ON quota_move TO thidua_administrator;
