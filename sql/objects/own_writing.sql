-- What clerks may write into the views of schema mine: columns that are entered by hand, for their own unit. Any other column is refused.

CREATE FUNCTION mine.nomination_write() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    entered text[] := CASE TG_OP WHEN 'INSERT' THEN '{unit,campaign}'::text[] ELSE '{}' END
        || '{award,subject,collective,staff_no,position,workplace}'::text[];
    own text := own_unit();
    earlier nomination;
    violated text;
    aim nomination;
BEGIN
    IF jsonb_strip_nulls(to_jsonb(NEW)) - entered <> coalesce(jsonb_strip_nulls(to_jsonb(OLD)) - entered, '{}') THEN
        RAISE EXCEPTION 'only columns that are entered by hand can be set' USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME;
    ELSIF TG_OP = 'INSERT' THEN
        INSERT INTO nomination AS n (unit, campaign, award, subject, collective, staff_no, position, workplace)
        VALUES (NEW.unit, NEW.campaign, NEW.award, NEW.subject, NEW.collective, NEW.staff_no, NEW.position, NEW.workplace)
        RETURNING n.* INTO NEW;
        RETURN NEW;
    END IF;
    -- Before the row is locked: to wait for it would tell what others do with what was submitted, such as the council.
    SELECT n.* INTO earlier FROM nomination n WHERE (n.unit, n.id) = (own, OLD.id);
    IF FOUND THEN
        PERFORM nomination_refuse_if_closed(earlier);
    END IF;
    UPDATE nomination n
    SET award = NEW.award, subject = NEW.subject, collective = NEW.collective, staff_no = NEW.staff_no, position = NEW.position,
        workplace = NEW.workplace
    WHERE (n.unit, n.id) = (own, OLD.id)
    RETURNING n.* INTO NEW;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
EXCEPTION WHEN unique_violation THEN
    -- First of all, so that nothing ends the statement before; and not undone if the clerk rolls back.
    RAISE LOG 'thidua: % was refused what is nominated already: unit %, campaign %', session_user, own, NEW.campaign;
    GET STACKED DIAGNOSTICS violated = CONSTRAINT_NAME;
    aim.campaign := NEW.campaign;
    aim.id := OLD.id;
    aim.collective := NEW.collective;
    aim.staff_no := NEW.staff_no;
    aim.workplace := NEW.workplace;
    IF NOT claim_answer(violated, aim) THEN
        RAISE;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION mine.nomination_write IS 'Enters or changes a nomination of the clerk''s own unit. If another unit has nominated the nominee, it enters nothing, warns, and keeps the claim.';
CREATE TRIGGER nomination_is_written_by_its_unit INSTEAD OF INSERT OR UPDATE ON mine.nomination
    FOR EACH ROW EXECUTE FUNCTION mine.nomination_write();
GRANT INSERT (unit, campaign, award, subject, collective, staff_no, position, workplace),
      UPDATE (award, subject, collective, staff_no, position, workplace) ON mine.nomination TO thidua_clerk;

-- A person is entered under a name, and may be renamed. These are functions because the views do not support ON CONFLICT.
CREATE FUNCTION person_register(unit text, staff_no text, name text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT may_write_for(person_register.unit) THEN
        RETURN;
    END IF;
    INSERT INTO person (unit, staff_no, name)
    VALUES (person_register.unit, read_code(person_register.staff_no), tidy(person_register.name))
    ON CONFLICT ON CONSTRAINT person_is_registered_once DO NOTHING;
    IF EXISTS (
        SELECT FROM person p
        WHERE (p.unit, p.staff_no) = (person_register.unit, read_code(person_register.staff_no))
          AND p.name <> tidy(person_register.name))
    THEN
        RAISE EXCEPTION 'the staff number is registered under another name'
            USING ERRCODE = 'unique_violation', TABLE = 'person', CONSTRAINT = 'person_has_one_name';
    END IF;
END $$;
COMMENT ON FUNCTION person_register IS 'Enters a person in a unit''s register if they are not in it yet; fails if the staff number is there under another name. Does nothing if the login may not write for the unit: the nomination itself is then refused.';

CREATE FUNCTION person_rename(unit text, staff_no text, name text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own text := person_rename.unit;
    number text := read_code(person_rename.staff_no);
    violated text;
    aim nomination;
    is_claimed boolean := false;
    is_certain boolean;
BEGIN
    IF NOT may_write_for(own) THEN
        RETURN false;
    END IF;
    INSERT INTO person AS p (unit, staff_no, name) VALUES (own, number, tidy(person_rename.name))
    ON CONFLICT ON CONSTRAINT person_is_registered_once DO UPDATE SET name = excluded.name WHERE p.name <> excluded.name;
    RETURN true;
EXCEPTION WHEN unique_violation THEN
    -- First of all, so that nothing ends the statement before; and not undone if the clerk rolls back.
    RAISE LOG 'thidua: % was refused what is nominated already: unit %, campaign %', session_user, own, '*';
    GET STACKED DIAGNOSTICS violated = CONSTRAINT_NAME;
    IF violated NOT IN ('nomination_subject_is_nominated_once', 'nomination_person_is_nominated_once') THEN
        RAISE;
    END IF;
    -- In every campaign in which the name would be that of another unit's nominee, and in no other one. In REPEATABLE READ, that nomination may not
    -- be visible, and nobody knows in which: then in all of them; a claim is listed only while there is a nomination in its way.
    FOREACH is_certain IN ARRAY ARRAY[false, true] LOOP
        EXIT WHEN is_claimed OR is_certain AND current_setting('transaction_isolation') = 'read committed';
        FOR aim IN
            SELECT n.* FROM nomination n JOIN campaign c ON c.code = n.campaign
            -- A withdrawn one is in nobody's way, and nothing in its.
            WHERE (n.unit, n.staff_no) = (own, number) AND n.stands AND clock_timestamp() < c.deadline
        LOOP
            aim.nominee_name := tidy(person_rename.name);
            is_claimed := claim_keep(aim, is_certain) OR is_claimed;
        END LOOP;
    END LOOP;
    IF NOT is_claimed THEN
        RAISE;
    END IF;
    PERFORM claim_warn();
    RETURN NULL;
END $$;
COMMENT ON FUNCTION person_rename IS 'Enters a person in a unit''s register under this name, replacing any earlier one; false if the login may not write for the unit; null if another unit has nominated a person with an alike number and this name, which is then kept as a claim.';
GRANT EXECUTE ON FUNCTION person_register, person_rename TO thidua_clerk, thidua_administrator;
