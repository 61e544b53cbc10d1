-- What may be done to a nomination, by whom and until when. One trigger checks whether the login may write for the unit, whether the step exists
-- and the login may take it, whether the dossier is open (D6), and whether it is in time (T1 to T4). It takes a slot last, since a nomination that is
-- late need not wait for one.

CREATE FUNCTION nomination_refuse_unit(unit text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT may_write_for(unit) THEN
        RAISE EXCEPTION 'this unit sends no dossiers'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_unit_sends_dossiers';
    END IF;
END $$;
COMMENT ON FUNCTION nomination_refuse_unit IS 'Refuses a unit for which the login may not write, as if the unit did not exist.';

CREATE FUNCTION nomination_refuse_step(earlier text, later text, is_alone boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    role text := (SELECT s.role FROM step s WHERE (s.earlier, s.later) = (nomination_refuse_step.earlier, nomination_refuse_step.later));
BEGIN
    IF role IS NULL OR NOT is_alone THEN
        RAISE EXCEPTION 'there is no such step'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
    ELSIF role = 'administrator' AND NOT is_administrator() THEN
        RAISE EXCEPTION 'this step is for administrators'
            USING ERRCODE = 'insufficient_privilege', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_ones_to_take';
    END IF;
END $$;
COMMENT ON FUNCTION nomination_refuse_step IS 'Refuses a step that does not exist or comes with other changes, and a step that the login may not take.';

CREATE FUNCTION nomination_refuse_late(earlier nomination, later nomination, is_touched boolean) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF is_touched THEN
        PERFORM dossier_refuse_if_late(later.unit, later.campaign);
    ELSIF earlier.id IS NULL OR later.state = earlier.state THEN
        PERFORM campaign_refuse_if_over(VARIADIC array_remove(ARRAY[earlier.campaign::text, later.campaign], NULL));
    ELSIF NOT (SELECT s.before_deadline FROM step s WHERE (s.earlier, s.later) = (earlier.state, later.state)) THEN
        RETURN;
    ELSIF later.state IN ('submitted', 'withdrawn') THEN
        PERFORM dossier_refuse_if_late(later.unit, later.campaign);
    ELSE
        PERFORM campaign_refuse_if_over(earlier.campaign);
    END IF;
END $$;
COMMENT ON FUNCTION nomination_refuse_late IS 'After the deadline, refuses what must be done before it; what is keyed in from a paper set may still be documented, submitted or withdrawn (T4).';

CREATE FUNCTION nomination_refuse_if_closed(nomination nomination) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- A withdrawn nomination is open as long as its dossier is.
    IF nomination.state = 'withdrawn' THEN
        PERFORM dossier_refuse_if_closed(nomination.unit, nomination.campaign);
    ELSIF nomination.is_open IS NOT TRUE THEN
        RAISE EXCEPTION 'the dossier is closed'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
    END IF;
END $$;
COMMENT ON FUNCTION nomination_refuse_if_closed IS 'Refuses to change a nomination that is submitted (D6).';

CREATE FUNCTION nomination_rival(later nomination) RETURNS nomination
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    rival nomination;
BEGIN
    -- What names both a collective and a person, or neither, is refused for that, and so is a bureau that proposes what is not its own, whether or not
    -- anyone has nominated it.
    IF num_nonnulls(later.collective, later.staff_no) <> 1
        OR later.unit <> later.holder AND later.unit IS DISTINCT FROM coalesce(later.collective, later.workplace) THEN
        RETURN NULL;
    END IF;
    SELECT n.* INTO rival FROM nomination n
    WHERE (n.campaign, n.nominee) = (later.campaign, nominee_key(later.holder, later.collective, later.staff_no))
      AND (n.unit, n.id) IS DISTINCT FROM (later.unit, later.id);
    IF NOT FOUND THEN
        SELECT n.* INTO rival FROM nomination n
        WHERE (n.campaign, n.number_key, n.name_key) = (later.campaign, staff_no_key(later.staff_no), fold(later.nominee_name))
          AND (n.unit, n.id) IS DISTINCT FROM (later.unit, later.id);
    END IF;
    RETURN rival;
END $$;
COMMENT ON FUNCTION nomination_rival IS 'The nomination that keeps another one from being entered (N2): of the same nominee, or of a person with an alike number and name; null if there is none.';

-- A slot is taken on entry, and again when a withdrawal is undone; other steps keep it or release it.
CREATE FUNCTION nomination_take_slot(earlier nomination, later nomination) RETURNS nomination
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    rival nomination;
BEGIN
    IF later.state IN ('withdrawn', 'disqualified') THEN
        later.allowed := NULL;
        later.slot := NULL;
        RETURN later;
    ELSIF later.state <> earlier.state AND later.state <> 'draft' THEN
        RETURN later;
    -- A nomination that stays in the same quota keeps its slot, unless the slot is cleared to request a lower one.
    ELSIF earlier.slot IS NOT NULL AND later.slot IS NOT NULL
        AND (later.holder, later.campaign, later.award, later.subject) = (earlier.holder, earlier.campaign, earlier.award, earlier.subject) THEN
        RETURN later;
    END IF;

    -- The lock only makes clerks queue; the constraints hold without it. It is a separate statement, so that the next
    -- one sees what was committed while it waited.
    later.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (later.holder, later.campaign, later.award, later.subject, 'proposal')
        FOR NO KEY UPDATE);
    IF later.allowed IS NULL THEN
        later.allowed := 1;  -- There is no quota: let the foreign key refuse it.
    END IF;

    -- The lowest free slot: the first position where slot ≠ row number, or the one after them all. That is
    -- allowed + 1 if none is free.
    later.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT n.slot, row_number() OVER (ORDER BY n.slot) AS turn
            FROM nomination n
            WHERE (n.holder, n.campaign, n.award, n.subject) = (later.holder, later.campaign, later.award, later.subject)
              AND n.slot IS NOT NULL) in_use);

    -- If both rules are broken, report the one that a free slot would not solve.
    IF later.slot > later.allowed THEN
        rival := nomination_rival(later);
        IF rival.id IS NOT NULL THEN
            RAISE EXCEPTION 'the subject is nominated already'
                USING ERRCODE = 'unique_violation', TABLE = 'nomination',
                      CONSTRAINT = CASE WHEN rival.nominee = nominee_key(later.holder, later.collective, later.staff_no)
                                        THEN 'nomination_subject_is_nominated_once' ELSE 'nomination_person_is_nominated_once' END;
        END IF;
    END IF;
    RETURN later;
END $$;
COMMENT ON FUNCTION nomination_take_slot IS 'Gives a nomination the lowest free slot of its quota if it holds none; a withdrawn or disqualified one releases its slot.';

CREATE FUNCTION nomination_judge() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    moves boolean := TG_OP = 'UPDATE' AND (NEW.unit, NEW.campaign) <> (OLD.unit, OLD.campaign);
    is_edited boolean := TG_OP = 'UPDATE'
        AND (OLD.unit, OLD.campaign, OLD.award, OLD.subject, OLD.collective, OLD.staff_no, OLD.position, OLD.workplace)
            IS DISTINCT FROM (NEW.unit, NEW.campaign, NEW.award, NEW.subject, NEW.collective, NEW.staff_no, NEW.position, NEW.workplace);
    -- One of its parts is being changed (nomination_touch).
    is_touched boolean := TG_OP = 'UPDATE' AND NEW.changed_at <> OLD.changed_at;
    is_part boolean := is_touched AND NOT is_edited AND NEW.state = OLD.state;
    -- The quota or the register is changed, or a slot is cleared for a lower one; or nothing changes.
    is_idle boolean := TG_OP = 'UPDATE' AND NOT is_edited AND NOT is_touched AND NEW.state = OLD.state;
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM campaign_refuse_if_over(OLD.campaign);
        PERFORM dossier_refuse_if_closed(OLD.unit, OLD.campaign);
        RETURN OLD;
    END IF;
    PERFORM nomination_refuse_unit(NEW.unit);
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state THEN
        PERFORM nomination_refuse_step(OLD.state, NEW.state, NOT is_edited AND NOT is_touched);
        NEW.came_from := OLD.state;
    ELSIF is_edited OR is_touched THEN
        PERFORM nomination_refuse_if_closed(OLD);
    END IF;
    PERFORM nomination_refuse_late(OLD, NEW, is_part);
    IF TG_OP = 'INSERT' OR moves THEN
        PERFORM dossier_begin(NEW.unit, NEW.campaign);
    END IF;
    IF TG_OP = 'INSERT' OR moves OR OLD.state = 'withdrawn' AND NEW.state <> OLD.state THEN
        PERFORM dossier_refuse_if_closed(NEW.unit, NEW.campaign);
    END IF;
    -- The name at the time of submission: later corrections do not change past nominations. Nor those that are made after the deadline, whatever is
    -- keyed in then. A person's new name arrives when it is given (person_name_nominations).
    IF TG_OP = 'INSERT' OR (NEW.unit, NEW.collective, NEW.staff_no) IS DISTINCT FROM (OLD.unit, OLD.collective, OLD.staff_no)
        -- What was changed while it was submitted.
        OR NEW.state = 'returned' AND OLD.state <> 'returned'
        OR NEW.collective IS NOT NULL AND (OLD.is_open OR OLD.state = 'withdrawn')
            AND EXISTS (SELECT FROM campaign c WHERE c.code = NEW.campaign AND clock_timestamp() < c.deadline) THEN
        NEW.nominee_name := coalesce(
            (SELECT u.name FROM unit u WHERE u.code = NEW.collective),
            -- Locked: whoever changes it waits, and then changes it here, too (person_name_nominations).
            (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (NEW.unit, NEW.staff_no) FOR SHARE));
        -- A dossier can always be returned: with the name that was submitted, if somebody with an alike number has been nominated under the new one.
        IF NEW.state = 'returned' AND OLD.state <> 'returned' AND (nomination_rival(NEW)).id IS NOT NULL THEN
            NEW.nominee_name := OLD.nominee_name;
        END IF;
    END IF;
    IF TG_OP = 'INSERT' OR NEW.state = OLD.state THEN
        -- A unit that sends no dossiers is left for the foreign key to refuse.
        NEW.holder := coalesce((SELECT proposes_under FROM unit WHERE code = NEW.unit), NEW.unit);
    END IF;
    NEW := nomination_take_slot(OLD, NEW);
    -- The deadline may have passed while it waited, for the slot or for the person's name. What is accepted has a time before it.
    NEW.changed_at := clock_timestamp();
    IF NEW.changed_at >= (SELECT min(c.deadline) FROM campaign c WHERE c.code IN (OLD.campaign, NEW.campaign)) THEN
        PERFORM nomination_refuse_late(OLD, NEW, is_part);
    END IF;
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    IF is_idle AND (NEW.slot, NEW.allowed, NEW.bar, NEW.reason, NEW.holder, NEW.nominee_name)
            IS NOT DISTINCT FROM (OLD.slot, OLD.allowed, OLD.bar, OLD.reason, OLD.holder, OLD.nominee_name) THEN
        NEW.changed_at := OLD.changed_at;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION nomination_judge IS 'Checks every change of a nomination, and fills in what a clerk does not enter. The constraints check the result.';

-- The only trigger before a change, so that the checks run in the order above.
CREATE TRIGGER nomination_is_judged BEFORE INSERT OR UPDATE OR DELETE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_judge();

CREATE FUNCTION person_name_nominations() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE nomination n SET nominee_name = NEW.name
    FROM campaign c
    WHERE (n.unit, n.staff_no) = (NEW.unit, NEW.staff_no) AND n.nominee_name <> NEW.name AND (n.is_open OR n.state = 'withdrawn')
      AND c.code = n.campaign AND clock_timestamp() < c.deadline;
    -- What is submitted keeps its name until it is returned, and is refused another's no less.
    IF EXISTS (SELECT FROM nomination n JOIN nomination rival ON (rival.campaign, rival.number_key, rival.name_key) = (n.campaign, n.number_key, fold(NEW.name)) AND rival.id <> n.id
               JOIN campaign c ON c.code = n.campaign
               WHERE (n.unit, n.staff_no) = (NEW.unit, NEW.staff_no) AND n.stands AND NOT n.is_open AND clock_timestamp() < c.deadline) THEN
        RAISE EXCEPTION 'the subject is nominated already'
            USING ERRCODE = 'unique_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_person_is_nominated_once';
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION person_name_nominations IS 'Gives a person''s new name to their nominations that are not submitted, before the deadline.';

CREATE TRIGGER person_names_its_nominations AFTER UPDATE OF name ON person FOR EACH ROW EXECUTE FUNCTION person_name_nominations();

-- Steps that a nomination takes on its own; the others are taken along with a dossier, an endorsement or a decision.
CREATE FUNCTION nomination_step(nomination bigint, "from" text, "to" text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own text := unit_of_nomination(nomination);
    violated text;
    aim nomination;
BEGIN
    UPDATE nomination n SET state = nomination_step."to"
    FROM step s
    WHERE (n.unit, n.id) = (own, nomination) AND n.state = nomination_step."from"
      AND (s.earlier, s.later) = (nomination_step."from", nomination_step."to") AND s.is_by_itself;
    RETURN FOUND;
EXCEPTION WHEN unique_violation THEN
    -- First of all, so that nothing ends the statement before; and not undone if the clerk rolls back.
    RAISE LOG 'thidua: % was refused what is nominated already: unit %, campaign %', session_user, own, (SELECT n.campaign FROM nomination n WHERE (n.unit, n.id) = (own, nomination));
    GET STACKED DIAGNOSTICS violated = CONSTRAINT_NAME;
    SELECT n.* INTO aim FROM nomination n WHERE (n.unit, n.id) = (own, nomination);
    aim.nominee_name := NULL;  -- as it is in the register now
    IF NOT claim_answer(violated, aim) THEN
        RAISE;
    END IF;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION nomination_step IS 'Withdraws a nomination, or undoes that; false if the login may not change it, or it is not in that state; null if another unit has nominated its nominee since, which is then kept as a claim.';

CREATE VIEW nomination_status WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.award, n.subject,
       n.nominee_name AS nominee, n.collective, n.staff_no, n.position, n.workplace, w.name AS workplace_name,
       n.state, n.slot, n.allowed, n.entered_at, n.changed_at, n.bar, n.reason
FROM nomination n
LEFT JOIN unit w ON w.code = n.workplace;
COMMENT ON VIEW nomination_status IS 'Nominations with the names of nominees and workplaces.';

SELECT audit_follow('person', 'unit', personal => '{staff_no,name}'),
       audit_follow('nomination', 'unit', personal => '{staff_no,position,bar,reason}', of_person => '{nominee_name}');

-- Administrators write what clerks write, for every unit.
CREATE POLICY administrator_writes_all ON nomination TO thidua_administrator USING (true) WITH CHECK (true);
CREATE POLICY administrator_writes_all ON person     TO thidua_administrator USING (true) WITH CHECK (true);

-- The council sees what was submitted and has not been returned.
CREATE VIEW nomination_considered WITH (security_invoker = true) AS
SELECT n.unit, n.campaign, n.id FROM nomination n WHERE n.state NOT IN ('draft', 'returned', 'withdrawn');
COMMENT ON VIEW nomination_considered IS 'Nominations that are before the council, or were decided.';

SELECT show('nomination', campaign => 'campaign', number => 'id'), show('person'),
       show('nomination_status', campaign => 'campaign', number => 'id',
            considered => 'id', blank => 'slot');

GRANT SELECT ON nomination, person, nomination_status TO thidua_administrator;

-- The columns that are entered by hand. The database sets times, slots, states and holders. No DELETE: on a whole table, that privilege includes
-- locking the table, and withdrawn nominations are kept.
GRANT INSERT (unit, campaign, award, subject, collective, staff_no, position, workplace),
      UPDATE (unit, award, subject, collective, staff_no, position, workplace) ON nomination TO thidua_administrator;
GRANT INSERT (unit, staff_no, name), UPDATE (name) ON person TO thidua_administrator;
GRANT EXECUTE ON FUNCTION random_id, nominee_key TO thidua_user;
GRANT EXECUTE ON FUNCTION nomination_step TO thidua_clerk, thidua_administrator;
