-- Who may be submitted (clause 1.1): criteria that are attested with evidence (N3), directives with the day on which they were completed
-- (N4), and the facts that bar a nominee (N5).

-- Changing a part of a nomination changes the nomination: the same rules apply to both, and a transaction with an older snapshot
-- has to start again.
CREATE FUNCTION nomination_touch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- Lock the dossier first and then its contents, as submitting does, so that the two wait instead of deadlocking.
    PERFORM FROM nomination n JOIN dossier d USING (unit, campaign)
    WHERE (n.unit, n.id) = (coalesce(NEW.unit, OLD.unit), coalesce(NEW.nomination, OLD.nomination)) FOR KEY SHARE OF d;
    -- Statements about a disqualified nomination are deleted with the document that made them, when a returned dossier gets another.
    UPDATE nomination n SET changed_at = clock_timestamp()
    WHERE (n.unit, n.id) = (coalesce(NEW.unit, OLD.unit), coalesce(NEW.nomination, OLD.nomination))
      AND (TG_OP <> 'DELETE' OR n.state <> 'disqualified');
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION nomination_touch IS 'Changes the nomination to which a row belongs, so that the nomination''s own rules apply.';

CREATE FUNCTION part_of_nomination(relation regclass, personal text[] DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
BEGIN
    PERFORM audit_follow(relation, 'unit', personal, is_part => true), share(relation, 'thidua_administrator');
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION nomination_touch()',
                   name || '_changes_its_nomination', relation);
    PERFORM show(relation, number => 'nomination');
END $$;
COMMENT ON FUNCTION part_of_nomination IS 'Opens a table of a nomination''s parts to those who may see the nomination. Only functions write to it.';

-- The only list of the parts of a nomination, of their personal columns, and of their names.
CREATE VIEW nomination_part WITH (security_invoker = true) AS
SELECT part.relation, part.personal::text[], part.name_vi, part.name_en
FROM (VALUES
    ('attestation',    '{evidence}',                'xác nhận tiêu chuẩn',              'attestations'),
    ('completion',     '{evidence}',                'lượt ghi ngày hoàn thành',         'completion dates'),
    ('conduct',        '{applies,evidence}',        'xác nhận về trường hợp loại trừ',  'statements of conduct'),
    ('certification',  '{nominee,name,staff_no}',   'xác nhận báo cáo thành tích',      'certifications'),
    ('declaration',    '{}',                        'nội dung báo cáo rõ tại Tờ trình', 'declarations'),
    ('selection_vote', '{}',                        'kết quả bỏ phiếu',                 'selection votes'),
    ('document',       '{file_name,signer}',        'tài liệu',                         'documents')) AS part (relation, personal, name_vi, name_en);
COMMENT ON VIEW nomination_part IS 'The tables of what a unit enters about a nomination, their personal columns, and the names of their rows.';
-- A document may also belong to the dossier itself.
SELECT part_of_nomination(relation::regclass, personal) FROM nomination_part WHERE relation <> 'document';

CREATE FUNCTION nomination_forget() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    part text;
BEGIN
    IF (OLD.unit, OLD.subject, OLD.collective, OLD.staff_no) IS NOT DISTINCT FROM (NEW.unit, NEW.subject, NEW.collective, NEW.staff_no) THEN
        RETURN NULL;
    END IF;
    -- Under its previous unit: a part's foreign key to its nomination is checked at the end. A document's is not, so a nomination with an
    -- achievement report stays with its unit.
    FOR part IN SELECT p.relation FROM nomination_part p LOOP
        EXECUTE format('DELETE FROM %I WHERE (unit, nomination) = ($1, $2)', part) USING OLD.unit, NEW.id;
    END LOOP;
    RETURN NULL;
END $$;
COMMENT ON FUNCTION nomination_forget IS 'Deletes what was stated about the previous nominee: a new one must be attested from scratch.';

CREATE TRIGGER nomination_of_another_begins_anew AFTER UPDATE OF unit, subject, collective, staff_no ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_forget();

CREATE FUNCTION nomination_attest(nomination bigint, criterion text, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO attestation AS a (unit, nomination, campaign, criterion, evidence)
    SELECT n.unit, n.id, n.campaign, c.code, tidy_prose(nomination_attest.evidence)
    FROM nomination n JOIN criterion c USING (campaign, subject)
    WHERE (n.unit, n.id) = (unit_of_nomination(nomination_attest.nomination), nomination_attest.nomination) AND c.code = lower(tidy(nomination_attest.criterion))
    ON CONFLICT ON CONSTRAINT attestation_is_given_once DO UPDATE SET evidence = excluded.evidence, attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_attest IS 'Attests that a nominee meets a criterion; false if the login may not change the nomination, or it has no such criterion.';

CREATE FUNCTION directive_find(campaign text, number text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT d.number::text FROM directive d
    WHERE d.campaign = directive_find.campaign AND read_code(directive_find.number) IN (d.number, split_part(d.number, '/', 1))
    ORDER BY d.number <> read_code(directive_find.number) LIMIT 1;
$$;
COMMENT ON FUNCTION directive_find IS 'Finds a directive by its number, or by the part of its number before the slash.';

CREATE FUNCTION nomination_complete_directive(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM nomination n JOIN directive d ON (d.campaign, d.number) = (n.campaign, directive_find(n.campaign, nomination_complete_directive.directive))
        WHERE (n.unit, n.id) = (unit_of_nomination(nomination_complete_directive.nomination), nomination_complete_directive.nomination)
          AND nomination_complete_directive.completed_on < d.issued_on
    ) THEN
        RAISE EXCEPTION 'the directive had not been issued yet'
            USING ERRCODE = 'check_violation', TABLE = 'completion', CONSTRAINT = 'completion_follows_the_directive';
    END IF;
    INSERT INTO completion AS c (unit, nomination, campaign, directive, completed_on, is_of_quality, evidence)
    SELECT n.unit, n.id, n.campaign, d.number, nomination_complete_directive.completed_on, nomination_complete_directive.is_of_quality,
           tidy_prose(nomination_complete_directive.evidence)
    FROM nomination n JOIN directive d ON (d.campaign, d.number) = (n.campaign, directive_find(n.campaign, nomination_complete_directive.directive))
    WHERE (n.unit, n.id) = (unit_of_nomination(nomination_complete_directive.nomination), nomination_complete_directive.nomination)
    ON CONFLICT ON CONSTRAINT completion_is_stated_once DO UPDATE
        SET completed_on = excluded.completed_on, is_of_quality = excluded.is_of_quality, evidence = excluded.evidence,
            attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_complete_directive IS 'Records when a nominee completed a directive; false as for nomination_attest().';

CREATE FUNCTION nomination_attest_conduct(nomination bigint, bar text, applies boolean, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO conduct AS c (unit, nomination, campaign, bar, applies, evidence)
    SELECT n.unit, n.id, n.campaign, b.code, nomination_attest_conduct.applies, tidy_prose(nomination_attest_conduct.evidence)
    FROM nomination n JOIN bar b USING (campaign, subject)
    WHERE (n.unit, n.id) = (unit_of_nomination(nomination_attest_conduct.nomination), nomination_attest_conduct.nomination)
      AND b.code = coalesce(lower(tidy(nomination_attest_conduct.bar)), b.code)
    ON CONFLICT ON CONSTRAINT conduct_is_stated_once DO UPDATE
        SET applies = excluded.applies, evidence = excluded.evidence, attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_attest_conduct IS 'Records whether a fact that bars nominees applies, or whether all of them do if none is named; false as for nomination_attest().';

CREATE FUNCTION nomination_disqualify(nomination bigint, bar text, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM campaign_close_if_over(n.campaign) FROM nomination n WHERE n.id = nomination_disqualify.nomination;
    -- A second transaction waits here, and then reads what the first one left.
    PERFORM FROM nomination n WHERE n.id = nomination_disqualify.nomination FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM nomination n WHERE n.id = nomination_disqualify.nomination AND n.state = 'disqualified') THEN
        RAISE EXCEPTION 'the nomination is already disqualified'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
    END IF;
    -- If it is endorsed, remove the endorsement first, which frees its slot.
    DELETE FROM endorsement e USING nomination n
    WHERE n.id = nomination_disqualify.nomination AND (e.unit, e.nomination) = (n.unit, n.id) AND n.state = 'endorsed';
    UPDATE nomination n
    SET state = 'disqualified', bar = lower(tidy(nomination_disqualify.bar)), reason = tidy_prose(nomination_disqualify.reason)
    WHERE n.id = nomination_disqualify.nomination;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_disqualify IS 'Disqualifies a submitted nomination for a fact that has arisen since (N5); false if there is no such nomination.';

CREATE FUNCTION directive_set_due(campaign text, number text, due_on date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE directive d SET due_on = directive_set_due.due_on
    WHERE (d.campaign, d.number) = (directive_set_due.campaign, directive_find(directive_set_due.campaign, directive_set_due.number));
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION directive_set_due IS 'Sets the last day on which completing a directive is on time; null removes it. False if there is no such directive.';

CREATE VIEW checklist WITH (security_invoker = true) AS
SELECT n.unit, n.id AS nomination, n.campaign, 'criterion' AS kind, c.code AS item, c.clause, c.words AS words, c.words_en, a.evidence,
       NULL::date AS completed_on, NULL::boolean AS is_on_time, NULL::boolean AS is_of_quality, NULL::boolean AS applies,
       a.evidence IS NOT NULL AS is_met, 1 AS rank
FROM nomination n JOIN criterion c ON (c.campaign, c.subject) = (n.campaign, n.subject)
LEFT JOIN attestation a ON (a.unit, a.nomination, a.criterion) = (n.unit, n.id, c.code)
UNION ALL
SELECT n.unit, n.id, n.campaign, 'directive', d.number, d.clause, d.number, d.number, c.evidence,
       c.completed_on, c.completed_on <= d.due_on, c.is_of_quality, NULL, c.evidence IS NOT NULL, 2
FROM nomination n JOIN directive d ON d.campaign = n.campaign
LEFT JOIN completion c ON (c.unit, c.nomination, c.directive) = (n.unit, n.id, d.number)
UNION ALL
SELECT n.unit, n.id, n.campaign, 'bar', b.code, b.clause, b.name_vi, b.name_en, c.evidence, NULL, NULL, NULL, c.applies,
       c.applies IS NOT DISTINCT FROM false, 3
FROM nomination n JOIN bar b ON (b.campaign, b.subject) = (n.campaign, n.subject)
LEFT JOIN conduct c ON (c.unit, c.nomination, c.bar) = (n.unit, n.id, b.code);
COMMENT ON VIEW checklist IS 'Everything that must be attested for each nomination, and what has been: criteria, directives, and that no fact bars the nominee.';

GRANT EXECUTE ON FUNCTION nomination_attest, nomination_complete_directive, nomination_attest_conduct TO thidua_clerk, thidua_administrator;
GRANT EXECUTE ON FUNCTION directive_find TO thidua_user;
GRANT EXECUTE ON FUNCTION nomination_disqualify, directive_set_due TO thidua_administrator;
GRANT SELECT ON checklist TO thidua_administrator;
SELECT show('checklist', campaign => 'campaign', number => 'nomination',
            considered => 'nomination');
