-- What may be done to a nomination, by whom and until when, in the order in which its triggers ask: the unit, the step and the deadline, the slot.

-- A trigger sees a row before any policy judges it, and the slot trigger answers "already nominated" where a quota is full. So
-- who may not write for a unit is told before that, in the words for a unit that does not exist.
CREATE FUNCTION nomination_check_unit() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT may_write_for(NEW.unit) THEN
        RAISE EXCEPTION 'this unit sends no dossiers'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_unit_sends_dossiers';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION nomination_check_unit IS 'Refuses nominations of units that are not the login''s, as if there were no such unit.';

-- Named so that it fires before every other.
CREATE TRIGGER nomination_is_entered_for_its_unit BEFORE INSERT OR UPDATE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_check_unit();

-- What may be done to a nomination, and until when (clause 3, D6, the table of steps).
CREATE FUNCTION nomination_check_deadline() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    taken step;
    is_other boolean;
    is_touched boolean := TG_OP = 'UPDATE' AND NEW.changed_at <> OLD.changed_at;
BEGIN
    -- Before the deadline is looked at: what is accepted bears a time before it.
    IF TG_OP <> 'DELETE' THEN
        NEW.changed_at := clock_timestamp();
    END IF;
    IF TG_OP = 'UPDATE' THEN
        is_other := (OLD.unit, OLD.campaign, OLD.award, OLD.subject, OLD.collective, OLD.staff_no, OLD.position, OLD.workplace)
            IS DISTINCT FROM (NEW.unit, NEW.campaign, NEW.award, NEW.subject, NEW.collective, NEW.staff_no, NEW.position, NEW.workplace);
        IF NEW.state <> OLD.state THEN
            taken := (SELECT s FROM step s WHERE (s.earlier, s.later) = (OLD.state, NEW.state));
            IF taken IS NULL OR is_other OR is_touched THEN
                RAISE EXCEPTION 'there is no such step'
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
            ELSIF taken.role = 'administrator' AND NOT is_administrator() THEN
                RAISE EXCEPTION 'this step is for administrators'
                    USING ERRCODE = 'insufficient_privilege', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_ones_to_take';
            END IF;
            NEW.came_from := OLD.state;
            IF NOT taken.before_deadline THEN
                RETURN NEW;
            ELSIF NEW.state IN ('submitted', 'withdrawn') THEN
                PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
                RETURN NEW;
            END IF;
        ELSIF is_other OR is_touched THEN
            IF OLD.is_open IS NOT TRUE AND OLD.state <> 'withdrawn' THEN
                RAISE EXCEPTION 'the dossier is closed'
                    USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_dossier_is_open';
            END IF;
            -- What was withdrawn lies in the same dossier.
            PERFORM dossier_open(OLD.unit, OLD.campaign) WHERE OLD.state = 'withdrawn';
            IF NOT is_other THEN
                PERFORM dossier_refuse_if_late(NEW.unit, NEW.campaign);
                RETURN NEW;
            END IF;
        END IF;
        IF (NEW.unit, NEW.campaign) <> (OLD.unit, OLD.campaign) OR NEW.state = 'draft' AND OLD.state = 'withdrawn' THEN
            PERFORM campaign_refuse_if_closed(OLD.campaign, NEW.campaign);
            PERFORM dossier_open(NEW.unit, NEW.campaign);
        END IF;
        PERFORM campaign_refuse_if_closed(OLD.campaign);
    ELSE
        PERFORM campaign_refuse_if_closed(coalesce(NEW.campaign, OLD.campaign));
        PERFORM dossier_open(coalesce(NEW.unit, OLD.unit), coalesce(NEW.campaign, OLD.campaign));
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION nomination_check_deadline IS 'Refuses what is no step, what is not the login''s to do, what is closed (D6) and what is late (T1-T4).';

-- Named so that it fires before nomination_takes_slot: who is late need not wait for a slot.
CREATE TRIGGER nomination_is_made_before_the_deadline BEFORE INSERT OR UPDATE OR DELETE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_check_deadline();

-- A slot is taken on the way in, and again when a withdrawal is undone; a step keeps it, or gives it up.
CREATE FUNCTION nomination_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- When it changed, nomination_check_deadline() has said.
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    IF NEW.state IN ('withdrawn', 'disqualified') THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
    END IF;
    -- The name as it stands when the nomination is submitted; what the register corrects later changes nothing that was.
    IF TG_OP = 'INSERT' OR OLD.is_open OR OLD.state = 'withdrawn' THEN
        NEW.nominee_name := coalesce(
            (SELECT u.name FROM unit u WHERE u.code = NEW.collective),
            (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (NEW.unit, NEW.staff_no)));
    END IF;
    -- A step takes nothing else with it.
    IF TG_OP = 'UPDATE' AND NEW.state <> OLD.state AND NEW.state <> 'draft' THEN
        RETURN NEW;
    END IF;
    -- A unit that sends no dossiers is left for the foreign key to refuse.
    NEW.holder := coalesce((SELECT proposes_under FROM unit WHERE code = NEW.unit), NEW.unit);
    IF NEW.state IN ('withdrawn', 'disqualified') THEN
        RETURN NEW;
    END IF;
    -- Whoever keeps to the same quota keeps its slot, unless the slot is cleared to ask for a lower one.
    IF TG_OP = 'UPDATE' AND OLD.slot IS NOT NULL AND NEW.slot IS NOT NULL
        AND (NEW.holder, NEW.campaign, NEW.award, NEW.subject) = (OLD.holder, OLD.campaign, OLD.award, OLD.subject) THEN
        RETURN NEW;
    END IF;

    -- The lock only makes clerks queue; the constraints hold without it. It is a statement of its own, so that the next
    -- one sees what was committed while it waited.
    NEW.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (NEW.holder, NEW.campaign, NEW.award, NEW.subject, 'proposal')
        FOR NO KEY UPDATE);
    -- Who waited for a slot may have waited too long.
    NEW.changed_at := clock_timestamp();
    NEW.entered_at := CASE TG_OP WHEN 'INSERT' THEN NEW.changed_at ELSE OLD.entered_at END;
    PERFORM campaign_refuse_if_closed(NEW.campaign);
    IF NEW.allowed IS NULL THEN
        NEW.allowed := 1;  -- There is no quota: let the foreign key say so.
    END IF;

    -- The lowest free slot: the first turn at which the slots in use no longer keep step, or the one after them all. That is
    -- allowed + 1 where none is free.
    NEW.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT n.slot, row_number() OVER (ORDER BY n.slot) AS turn
            FROM nomination n
            WHERE (n.holder, n.campaign, n.award, n.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)
              AND n.slot IS NOT NULL) in_use);

    -- Where both rules are broken, the user is told the one that no free slot would cure.
    IF NEW.slot > NEW.allowed AND EXISTS (
        SELECT FROM nomination n
        WHERE (n.campaign, n.nominee) = (NEW.campaign, nominee_key(NEW.holder, NEW.collective, NEW.staff_no))
          AND (n.unit, n.id) <> (NEW.unit, NEW.id)
    ) THEN
        RAISE EXCEPTION 'the subject is nominated already'
            USING ERRCODE = 'unique_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_subject_is_nominated_once';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION nomination_take_slot IS 'Fills in what a clerk does not choose: holder, slot, times. The constraints judge the result.';

CREATE TRIGGER nomination_takes_slot BEFORE INSERT OR UPDATE ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_take_slot();

-- Steps of one nomination by itself; the others are taken by what they belong to: a dossier, an endorsement, a decision.
CREATE FUNCTION nomination_step(nomination bigint, "from" text, "to" text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE nomination n SET state = nomination_step."to"
    FROM step s
    WHERE (n.unit, n.id) = (unit_of_nomination(nomination), nomination) AND n.state = nomination_step."from"
      AND (s.earlier, s.later) = (nomination_step."from", nomination_step."to") AND s.is_by_itself;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_step IS 'Withdraws a nomination of one''s own, or undoes that; false where there is none in that state.';

CREATE VIEW nomination_status WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.award, n.subject,
       n.nominee_name AS nominee, n.collective, n.staff_no, n.position, n.workplace, w.name AS workplace_name,
       n.state, n.slot, n.allowed, n.entered_at, n.changed_at, n.bar, n.reason
FROM nomination n
LEFT JOIN unit w ON w.code = n.workplace;
COMMENT ON VIEW nomination_status IS 'Nominations with the names of who and where.';

SELECT audit_follow('person', 'unit', personal => '{staff_no,name}'),
       audit_follow('nomination', 'unit', personal => '{staff_no,position,bar,reason}', derived => '{changed_at}', of_person => '{nominee_name}');

-- The administrators write what a clerk writes, for every unit.
CREATE POLICY administrator_writes_all ON nomination TO thidua_administrator USING (true) WITH CHECK (true);
CREATE POLICY administrator_writes_all ON person     TO thidua_administrator USING (true) WITH CHECK (true);

-- The council is shown what came to it.
CREATE VIEW nomination_considered WITH (security_invoker = true) AS
SELECT n.unit, n.id FROM nomination n WHERE n.state NOT IN ('draft', 'returned', 'withdrawn');
COMMENT ON VIEW nomination_considered IS 'Nominations that are, or were, before the council.';

SELECT show('nomination', campaign => 'campaign', number => 'id'), show('person'),
       show('nomination_status', campaign => 'campaign', number => 'id',
            council => '(r.unit, r.id) IN (SELECT c.unit, c.id FROM nomination_considered c)');

GRANT SELECT ON nomination, person, nomination_status TO thidua_administrator;

-- What is entered by hand. Times, slots, states and holders are the database's to set. No DELETE: whoever has it on a whole table may lock the
-- table, and a withdrawn nomination is kept.
GRANT INSERT (unit, campaign, award, subject, collective, staff_no, position, workplace),
      UPDATE (unit, award, subject, collective, staff_no, position, workplace) ON nomination TO thidua_administrator;
GRANT INSERT (unit, staff_no, name), UPDATE (name) ON person TO thidua_administrator;
GRANT EXECUTE ON FUNCTION random_id, nominee_key TO thidua_user;
GRANT EXECUTE ON FUNCTION nomination_step TO thidua_clerk, thidua_administrator;
