-- Endorsements: each takes the step of its nomination, and a slot of the pool if there is one. And who finished first (N4).

CREATE FUNCTION endorsement_name_nominee() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM campaign_close_if_over(n.campaign) FROM nomination n WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination);
    NEW.nominee := (SELECT n.nominee FROM nomination n WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination));
    IF NEW.nominee IS NULL THEN
        RAISE EXCEPTION 'there is no such nomination, or it is withdrawn'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION endorsement_name_nominee IS 'Fills in the nominee; fails if there is none. After the deadline, the campaign is closed first.';

CREATE TRIGGER endorsement_names_its_nominee BEFORE INSERT ON endorsement
    FOR EACH ROW EXECUTE FUNCTION endorsement_name_nominee();

CREATE FUNCTION endorsement_take_slot() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.slot IS NOT NULL OR NOT NEW.pooled) AND (NEW.unit, NEW.nomination) = (OLD.unit, OLD.nomination) THEN
        RETURN NEW;
    END IF;
    NEW.endorsed_at := clock_timestamp();
    SELECT n.campaign, n.holder, n.award, n.subject, CASE WHEN r.pooled AND c.pool = 'all_provinces' THEN '*' ELSE n.holder END, r.rule, r.pooled
    INTO NEW.campaign, NEW.house, NEW.award, NEW.subject, NEW.holder, NEW.rule, NEW.pooled
    FROM nomination n
    JOIN campaign c ON c.code = n.campaign
    JOIN unit h ON h.code = n.holder
    LEFT JOIN quota_rule r ON (r.campaign, r.award, r.subject, r.holder_kind) = (n.campaign, n.award, n.subject, h.kind)
    WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'there is no such nomination'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'endorsement', CONSTRAINT = 'endorsement_is_of_a_standing_nomination';
    END IF;
    -- The step is taken first: it locks the nomination, and fails if that may not be endorsed. An endorsement that only moves up in the pool
    -- takes no step: its nomination may already be decided.
    IF TG_OP = 'INSERT' OR (NEW.unit, NEW.nomination) <> (OLD.unit, OLD.nomination) THEN
        -- Locked before it is read: while another transaction removes its endorsement, it would still appear endorsed.
        PERFORM FROM nomination n WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) FOR NO KEY UPDATE;
        UPDATE nomination n SET state = 'endorsed' WHERE (n.unit, n.id) = (NEW.unit, NEW.nomination) AND n.state <> 'endorsed';
    END IF;
    IF NOT NEW.pooled THEN
        NEW.allowed := NULL;
        NEW.slot := NULL;
        RETURN NEW;
    END IF;

    -- As nomination_take_slot() does, and for the same reasons.
    NEW.allowed := (
        SELECT q.allowed FROM quota q
        WHERE (q.holder, q.campaign, q.award, q.subject, q.stage)
            = (NEW.holder, NEW.campaign, NEW.award, NEW.subject, 'endorsement')
        FOR NO KEY UPDATE);
    IF NEW.allowed IS NULL THEN
        NEW.allowed := 1;
    END IF;
    NEW.slot := (
        SELECT coalesce(min(turn) FILTER (WHERE slot <> turn), count(*) + 1)
        FROM (
            SELECT e.slot, row_number() OVER (ORDER BY e.slot) AS turn
            FROM endorsement e
            WHERE (e.holder, e.campaign, e.award, e.subject) = (NEW.holder, NEW.campaign, NEW.award, NEW.subject)
              AND e.slot IS NOT NULL) in_use);
    RETURN NEW;
END $$;
COMMENT ON FUNCTION endorsement_take_slot IS 'Fills in what follows from the nomination: campaign, award, subject, holder, slot. The constraints check the result.';

CREATE TRIGGER endorsement_takes_slot BEFORE INSERT OR UPDATE ON endorsement
    FOR EACH ROW EXECUTE FUNCTION endorsement_take_slot();

CREATE FUNCTION endorsement_take_back() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM campaign_close_if_over(OLD.campaign);
    -- A nomination that was decided stays endorsed: there is no such step, and its update fails.
    UPDATE nomination n SET state = 'submitted' WHERE (n.unit, n.id) = (OLD.unit, OLD.nomination);
    RETURN OLD;
END $$;
COMMENT ON FUNCTION endorsement_take_back IS 'Returns the nomination to its state before it was endorsed.';

CREATE TRIGGER endorsement_is_taken_back BEFORE DELETE ON endorsement FOR EACH ROW EXECUTE FUNCTION endorsement_take_back();

-- N4: "về đích sớm nhất trong số các đơn vị về đích đúng hạn". A nominee has finished once every directive is completed, on the day of the last.
CREATE VIEW ranking WITH (security_invoker = true) AS
SELECT f.campaign, f.unit, f.nomination, f.finished_on, f.is_on_time, f.is_of_quality,
       CASE WHEN f.is_on_time AND f.is_of_quality THEN rank() OVER (
           PARTITION BY f.campaign, f.award, f.subject, f.is_on_time AND f.is_of_quality ORDER BY f.finished_on) END::integer AS rank
FROM (
    SELECT n.unit, n.id AS nomination, n.campaign, n.award, n.subject,
           CASE WHEN bool_and(c.is_met) THEN max(c.completed_on) END AS finished_on,
           -- Unknown while a directive is not complete, or has no due date.
           CASE WHEN count(c.is_on_time) = count(*) THEN bool_and(c.is_on_time) END AS is_on_time,
           CASE WHEN count(c.is_of_quality) = count(*) THEN bool_and(c.is_of_quality) END AS is_of_quality
    FROM nomination n JOIN checklist c ON (c.unit, c.nomination) = (n.unit, n.id)
    WHERE c.kind = 'directive' AND NOT n.is_open  -- submitted, and neither withdrawn nor disqualified
    GROUP BY n.unit, n.id, n.campaign, n.award, n.subject) f;
COMMENT ON VIEW ranking IS 'Who finished first among those who finished on time with data of assured quality, by campaign, award and subject; ties share a rank. The others have no rank.';

SELECT share('endorsement', reader) FROM unnest(ARRAY['thidua_administrator', 'thidua_council']::regrole[]) AS reader;

CREATE POLICY administrator_writes_all ON endorsement TO thidua_administrator USING (true) WITH CHECK (true);

-- An endorsement takes a step of its nomination, and has the time of that step.
SELECT audit_follow('endorsement', 'unit', of_person => '{nominee}', is_part => true);

-- A function: the privilege to delete from a table is also the privilege to lock it.
CREATE FUNCTION endorsement_remove(nomination bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM endorsement e WHERE e.nomination = endorsement_remove.nomination;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION endorsement_remove IS 'Takes a nomination off the list and frees its slot; false if it is not on the list.';

GRANT INSERT (unit, nomination) ON endorsement TO thidua_administrator;
GRANT EXECUTE ON FUNCTION endorsement_remove TO thidua_administrator;

CREATE VIEW endorsement_list WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.award, n.subject, n.nominee_name AS nominee, e.slot, e.nomination IS NOT NULL AS is_endorsed
FROM nomination n LEFT JOIN endorsement e ON (e.unit, e.nomination) = (n.unit, n.id);
COMMENT ON VIEW endorsement_list IS 'Nominations, which of them are put forward, and their slots in the pool.';

CREATE VIEW candidate WITH (security_invoker = true) AS
SELECT n.id, n.campaign, n.unit, n.award, n.subject, n.nominee_name AS nominee, n.state, r.rank, r.finished_on, r.is_on_time, r.is_of_quality, e.slot
FROM nomination n
LEFT JOIN ranking r ON (r.campaign, r.unit, r.nomination) = (n.campaign, n.unit, n.id)
LEFT JOIN endorsement e ON (e.unit, e.nomination) = (n.unit, n.id)
WHERE NOT n.is_open;  -- submitted, and neither withdrawn nor disqualified
COMMENT ON VIEW candidate IS 'Nominations to choose from, with their ranks.';

SELECT show('endorsement_list', campaign => 'campaign', number => 'id', clerk => NULL,
            considered => 'id'),
       show('candidate', campaign => 'campaign', number => 'id', clerk => NULL, council => 'true');

GRANT SELECT ON ranking, endorsement_list, candidate TO thidua_administrator;
