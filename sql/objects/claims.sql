-- What a clerk is refused because another unit has nominated it (N2). The clerk is told that, and no more. The claim stays, for the Department: the
-- statement that was refused enters nothing, warns, and succeeds, so that the claim is committed. It is not kept if the clerk then rolls back.

CREATE FUNCTION claim_keep(aim nomination, is_refused boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    rival nomination;
BEGIN
    IF num_nonnulls(aim.collective, aim.staff_no) <> 1 THEN
        RETURN false;  -- refused for that
    END IF;
    aim.unit := own_unit();
    aim.holder := (SELECT u.proposes_under FROM unit u WHERE u.code = aim.unit);
    aim.workplace := CASE WHEN aim.staff_no IS NOT NULL THEN coalesce(aim.workplace, aim.unit) END;
    aim.nominee_name := coalesce(
        aim.nominee_name,
        -- Among the units of the house, all of which are read: what was read must not tell whether another house has such a unit.
        (SELECT u.name FROM (SELECT o.code, o.name FROM unit o WHERE o.house = aim.holder OFFSET 0) u WHERE u.code = aim.collective),
        (SELECT p.name FROM person p WHERE (p.unit, p.staff_no) = (aim.unit, aim.staff_no)));
    rival := nomination_rival(aim);
    -- A unit may be told everything about its own nominations, and an administrator, who has no unit, about all of them.
    -- In REPEATABLE READ, the nomination by which the unit was refused may not be visible: then it is not its own.
    IF aim.unit IS NULL OR aim.unit = rival.unit OR rival.unit IS NULL AND NOT is_refused THEN
        RETURN false;
    END IF;
    -- Before anything that may be waited for; if it was refused, that has been written already.
    IF NOT is_refused THEN
        RAISE LOG 'thidua: % was refused what is nominated already: unit %, campaign %', session_user, aim.unit, aim.campaign;
    END IF;
    PERFORM campaign_hold(aim.campaign);
    INSERT INTO claim (unit, campaign, holder, subject, collective, staff_no, nominee_name)
    VALUES (aim.unit, aim.campaign, aim.holder, CASE WHEN aim.staff_no IS NULL THEN 'collective' ELSE 'individual' END,
            aim.collective, aim.staff_no, aim.nominee_name)
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
        -- Under the name of the last attempt; the trail has the others.
        UPDATE claim c SET nominee_name = aim.nominee_name, refused_at = clock_timestamp()
        WHERE (c.unit, c.campaign, c.nominee) = (aim.unit, aim.campaign, nominee_key(aim.holder, aim.collective, aim.staff_no))
          AND c.nominee_name IS DISTINCT FROM aim.nominee_name
          AND NOT EXISTS (SELECT FROM claim other
                          WHERE (other.unit, other.campaign, other.number_key, other.name_key)
                              = (aim.unit, aim.campaign, staff_no_key(aim.staff_no), fold(aim.nominee_name)) AND other.nominee <> c.nominee);
    END IF;
    RETURN true;
END $$;
COMMENT ON FUNCTION claim_keep IS 'Keeps what the login''s unit would nominate, if another unit''s nomination is in the way, as is certain once it was refused; false if none is.';

CREATE FUNCTION claim_warn() RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    RAISE WARNING 'the subject is nominated already'
        USING ERRCODE = 'unique_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_subject_is_nominated_once',
              HINT = 'Nothing was entered. Ask the Department.';
END $$;
COMMENT ON FUNCTION claim_warn IS 'Tells a clerk that somebody has nominated that nominee already, and no more.';

-- The answer is the same, whichever of the two constraints was violated: what is alike is not for a clerk to know.
CREATE FUNCTION claim_answer(violated text, aim nomination) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF violated NOT IN ('nomination_subject_is_nominated_once', 'nomination_person_is_nominated_once') OR NOT claim_keep(aim, true) THEN
        RETURN false;
    END IF;
    PERFORM claim_warn();
    RETURN true;
END $$;
COMMENT ON FUNCTION claim_answer IS 'Answers a clerk whose nomination violated a constraint: if another unit''s nomination is in the way, keeps the claim and warns; false if the clerk may see the error itself.';

-- For the tool, which enters a nomination along with other changes, and undoes them all if it is refused.
CREATE FUNCTION nomination_claim(campaign text, collective text, staff_no text, name text, nomination bigint DEFAULT NULL) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    aim nomination;
BEGIN
    IF num_nonnulls(collective, staff_no) <> 1 THEN
        RETURN;
    END IF;
    PERFORM campaign_refuse_if_over(campaign);
    PERFORM dossier_refuse_if_closed(own_unit(), campaign);
    aim.campaign := campaign;
    aim.id := nomination;
    aim.collective := collective;
    aim.staff_no := staff_no;
    aim.nominee_name := name;
    PERFORM claim_keep(aim, false);
END $$;
COMMENT ON FUNCTION nomination_claim IS 'Keeps what the login''s unit was refused. Does nothing unless another unit''s nomination is in the way, and never says whether it did.';

-- What only a person can settle: whose nominee it is, and whether two alike numbers are one person's. A claim is listed while another unit's
-- nomination is in its way.
CREATE VIEW nomination_finding WITH (security_invoker = true) AS
SELECT c.campaign, 'claim' AS finding, c.unit, c.subject, c.collective, c.staff_no, c.nominee_name AS nominee, c.refused_at AS found_at,
       n.unit AS other_unit, n.id AS other_nomination, n.staff_no AS other_staff_no, n.nominee_name AS other_nominee
FROM claim c JOIN nomination n ON (n.campaign, n.nominee) = (c.campaign, c.nominee) AND n.unit <> c.unit
UNION ALL
SELECT c.campaign, 'claim', c.unit, c.subject, c.collective, c.staff_no, c.nominee_name, c.refused_at,
       n.unit, n.id, n.staff_no, n.nominee_name
FROM claim c JOIN nomination n ON (n.campaign, n.number_key, n.name_key) = (c.campaign, c.number_key, c.name_key) AND n.unit <> c.unit
WHERE n.nominee <> c.nominee
UNION ALL
SELECT later.campaign, 'alike_number', later.unit, later.subject, later.collective, later.staff_no, later.nominee_name, later.entered_at,
       earlier.unit, earlier.id, earlier.staff_no, earlier.nominee_name
FROM nomination later JOIN nomination earlier ON (earlier.campaign, earlier.number_key) = (later.campaign, later.number_key)
WHERE (earlier.entered_at, earlier.id) < (later.entered_at, later.id);
COMMENT ON VIEW nomination_finding IS 'What the Department has to settle (N2): claim, a unit was refused what another unit has nominated; alike_number, two nominations whose staff numbers are alike, under different names.';

SELECT share('claim', 'thidua_administrator'), audit_follow('claim', 'unit', personal => '{staff_no}', of_person => '{nominee,nominee_name}');

GRANT SELECT ON nomination_finding TO thidua_administrator;
GRANT EXECUTE ON FUNCTION staff_no_key TO thidua_user;
GRANT EXECUTE ON FUNCTION nomination_claim TO thidua_clerk;
