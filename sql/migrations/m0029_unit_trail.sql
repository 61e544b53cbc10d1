-- Which staffing table entered a unit, or changed it last. What a unit owes to a table is in the trail with the table: its file's hash,
-- what it says of each house, and each time that it was applied; the rows behind that are kept. So the trail has a row for a unit only
-- where something else changes it. To have one for each of a million units of one house took hours: each waits for the one before it.
SET LOCAL ROLE thidua_owner;

DROP TRIGGER unit_is_audited ON unit;
DROP TRIGGER unit_is_never_truncated ON unit;
ALTER TABLE unit ADD COLUMN staffing_table bigint;
ALTER TABLE unit ALTER COLUMN staffing_table SET STATISTICS 0;
COMMENT ON COLUMN unit.staffing_table IS 'The staffing table that entered it, or changed it last; null where none has.';
SELECT audit_follow('unit', 'house');
DO $$
DECLARE
    arguments text := (
        SELECT substring(pg_get_triggerdef(oid) FROM 'EXECUTE FUNCTION (.*)$') FROM pg_trigger WHERE tgname = 'unit_is_audited');
BEGIN
    DROP TRIGGER unit_is_audited ON unit;
    EXECUTE 'CREATE CONSTRAINT TRIGGER unit_is_audited AFTER UPDATE ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW '
        'WHEN (NEW.staffing_table IS NOT DISTINCT FROM OLD.staffing_table) EXECUTE FUNCTION ' || arguments;
    EXECUTE 'CREATE CONSTRAINT TRIGGER unit_entry_is_audited AFTER INSERT ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW '
        'WHEN (NEW.staffing_table IS NULL) EXECUTE FUNCTION ' || arguments;
    EXECUTE 'CREATE CONSTRAINT TRIGGER unit_removal_is_audited AFTER DELETE ON unit DEFERRABLE INITIALLY DEFERRED FOR EACH ROW '
        'EXECUTE FUNCTION ' || arguments;
END $$;
ALTER TABLE unit ENABLE ALWAYS TRIGGER unit_is_audited, ENABLE ALWAYS TRIGGER unit_entry_is_audited, ENABLE ALWAYS TRIGGER unit_removal_is_audited;

CREATE OR REPLACE FUNCTION staffing_enter_units(houses text[]) RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET work_mem = '64MB' SET jit = off AS $$
BEGIN
    -- Two tables may have been stored before either was applied: what the import found free may be taken by now.
    IF EXISTS (SELECT FROM staffing_in_force r JOIN unit u ON u.code = r.unit WHERE r.house = ANY (houses) AND u.house <> r.house) THEN
        RAISE EXCEPTION 'a unit would move to another house'
            USING ERRCODE = 'check_violation', TABLE = 'unit', CONSTRAINT = 'unit_stays_in_its_house';
    END IF;

    -- Names may go round among units: those that change make room first.
    UPDATE unit u SET name = '~ ' || u.code, staffing_table = NULL
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit = u.code AND r.unit <> r.house AND r.name <> u.name;

    -- So does a unit that is listed no more, and whose name another bears now.
    UPDATE unit u SET name = left(u.name, 256 - length(u.code)) || ' (' || u.code || ')'
    FROM staffing_in_force r LEFT JOIN unit bearer ON bearer.code = r.unit
    WHERE r.house = ANY (houses) AND r.unit <> r.house AND r.name IS DISTINCT FROM bearer.name
      AND (u.house, fold(u.name)) = (r.house, fold(r.name)) AND u.code <> r.unit
      AND NOT EXISTS (SELECT FROM staffing_in_force listed WHERE (listed.house, listed.unit) = (u.house, u.code));

    INSERT INTO unit AS u (code, kind, name, parent, staffing_table)
    SELECT r.unit, r.kind, r.name, r.house, r.staffing_table
    FROM staffing_in_force r
    WHERE r.house = ANY (houses) AND r.unit <> r.house
    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, name = excluded.name, staffing_table = excluded.staffing_table
        WHERE (u.kind, u.name) IS DISTINCT FROM (excluded.kind, excluded.name);
END $$;
