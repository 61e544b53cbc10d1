-- Who may be submitted (clause 1.1): criteria that are attested with evidence (N3), directives with the day on which they were completed
-- (N4), and the facts that bar a nominee (N5). Words and dates of a campaign stand in sql/campaigns.
SET LOCAL ROLE thidua_owner;

CREATE TABLE criterion (
    campaign  code       NOT NULL CONSTRAINT criterion_is_of_a_campaign REFERENCES campaign,
    code      text       COLLATE "C" NOT NULL CONSTRAINT criterion_code_is_short CHECK (code ~ '^[a-z][0-9]{1,2}$'),
    subject   text       COLLATE "C" NOT NULL CONSTRAINT criterion_subject_is_known REFERENCES subject,
    clause    plain_text NOT NULL,
    words     prose      NOT NULL,
    words_en  prose      NOT NULL,
    CONSTRAINT criterion_is_listed_once PRIMARY KEY (campaign, code)
);
COMMENT ON TABLE  criterion          IS 'What a collective or an individual must have done to be submitted (N3).';
COMMENT ON COLUMN criterion.campaign IS 'The campaign.';
COMMENT ON COLUMN criterion.code     IS 'How it is called: a1 to a6 of clause 1.1.a, b1 to b6 of 1.1.b.';
COMMENT ON COLUMN criterion.subject  IS 'For collectives or individuals.';
COMMENT ON COLUMN criterion.clause   IS 'The circular''s clause.';
COMMENT ON COLUMN criterion.words    IS 'The circular''s own words.';
COMMENT ON COLUMN criterion.words_en IS 'In English.';

CREATE TABLE directive (
    campaign   code       NOT NULL CONSTRAINT directive_is_of_a_campaign REFERENCES campaign,
    number     code       NOT NULL,
    issued_on  date       NOT NULL,
    due_on     date       CONSTRAINT directive_is_due_after_it_is_issued CHECK (due_on >= issued_on),
    clause     plain_text NOT NULL,
    CONSTRAINT directive_is_listed_once PRIMARY KEY (campaign, number)
);
COMMENT ON TABLE  directive           IS 'Directives that a nominee must have completed (N4).';
COMMENT ON COLUMN directive.campaign  IS 'The campaign.';
COMMENT ON COLUMN directive.number    IS 'Its number.';
COMMENT ON COLUMN directive.issued_on IS 'When it was issued.';
COMMENT ON COLUMN directive.due_on    IS 'The last day on which completing it is on time; null until an administrator has set it.';
COMMENT ON COLUMN directive.clause    IS 'The circular''s clause.';

CREATE TABLE bar (
    campaign  code       NOT NULL CONSTRAINT bar_is_of_a_campaign REFERENCES campaign,
    code      text       COLLATE "C" NOT NULL,
    subject   text       COLLATE "C" NOT NULL CONSTRAINT bar_subject_is_known REFERENCES subject,
    clause    plain_text NOT NULL,
    name_vi   plain_text NOT NULL,
    name_en   plain_text NOT NULL,
    CONSTRAINT bar_is_listed_once PRIMARY KEY (campaign, code),
    CONSTRAINT bar_is_referable UNIQUE (campaign, code, subject)
);
COMMENT ON TABLE  bar          IS 'Facts that keep a nominee from being submitted (N5).';
COMMENT ON COLUMN bar.campaign IS 'The campaign.';
COMMENT ON COLUMN bar.code     IS 'How it is called.';
COMMENT ON COLUMN bar.subject  IS 'For collectives or individuals.';
COMMENT ON COLUMN bar.clause   IS 'The circular''s clause.';
COMMENT ON COLUMN bar.name_vi  IS 'The circular''s words for it.';
COMMENT ON COLUMN bar.name_en  IS 'In English.';
ALTER TABLE nomination ADD CONSTRAINT nomination_is_disqualified_for_a_bar FOREIGN KEY (campaign, bar, subject) REFERENCES bar (campaign, code, subject);

SELECT protect(relation), audit_follow(relation), share(relation, 'thidua_user')
FROM unnest(ARRAY['criterion', 'directive', 'bar']::regclass[]) AS relation;

CREATE TABLE attestation (
    unit         code        NOT NULL,
    nomination   bigint      NOT NULL,
    campaign     code        NOT NULL,
    criterion    text        COLLATE "C" NOT NULL,
    evidence     prose       NOT NULL,
    attested_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT attestation_is_given_once PRIMARY KEY (unit, nomination, criterion),
    CONSTRAINT attestation_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) ON UPDATE CASCADE,
    CONSTRAINT attestation_is_of_a_criterion FOREIGN KEY (campaign, criterion) REFERENCES criterion
);
COMMENT ON TABLE  attestation             IS 'That a nominee meets a criterion (N3).';
COMMENT ON COLUMN attestation.unit        IS 'The unit that proposes.';
COMMENT ON COLUMN attestation.nomination  IS 'The nomination.';
COMMENT ON COLUMN attestation.campaign    IS 'Its campaign.';
COMMENT ON COLUMN attestation.criterion   IS 'The criterion.';
COMMENT ON COLUMN attestation.evidence    IS 'By what it can be seen.';
COMMENT ON COLUMN attestation.attested_at IS 'When it was attested.';

CREATE TABLE completion (
    unit           code        NOT NULL,
    nomination     bigint      NOT NULL,
    campaign       code        NOT NULL,
    directive      code        NOT NULL,
    completed_on   date        NOT NULL,
    is_of_quality  boolean     NOT NULL,
    evidence       prose       NOT NULL,
    attested_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT completion_is_stated_once PRIMARY KEY (unit, nomination, directive),
    CONSTRAINT completion_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) ON UPDATE CASCADE,
    CONSTRAINT completion_is_of_a_directive FOREIGN KEY (campaign, directive) REFERENCES directive,
    CONSTRAINT completion_has_happened CHECK (completed_on <= (attested_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)
);
COMMENT ON TABLE  completion               IS 'When a nominee completed a directive (N4).';
COMMENT ON COLUMN completion.unit          IS 'The unit that proposes.';
COMMENT ON COLUMN completion.nomination    IS 'The nomination.';
COMMENT ON COLUMN completion.campaign      IS 'Its campaign.';
COMMENT ON COLUMN completion.directive     IS 'The directive.';
COMMENT ON COLUMN completion.completed_on  IS 'The day on which the nominee finished.';
COMMENT ON COLUMN completion.is_of_quality IS 'Whether the quality of the data is assured.';
COMMENT ON COLUMN completion.evidence      IS 'By what it can be seen.';
COMMENT ON COLUMN completion.attested_at   IS 'When it was attested.';

CREATE TABLE conduct (
    unit         code        NOT NULL,
    nomination   bigint      NOT NULL,
    campaign     code        NOT NULL,
    bar          text        COLLATE "C" NOT NULL,
    applies      boolean     NOT NULL,
    evidence     prose       NOT NULL,
    attested_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT conduct_is_stated_once PRIMARY KEY (unit, nomination, bar),
    CONSTRAINT conduct_is_of_a_nomination FOREIGN KEY (unit, nomination) REFERENCES nomination (unit, id) ON UPDATE CASCADE,
    CONSTRAINT conduct_is_about_a_bar FOREIGN KEY (campaign, bar) REFERENCES bar
);
COMMENT ON TABLE  conduct             IS 'Whether a fact that would bar a nominee is one (N5).';
COMMENT ON COLUMN conduct.unit        IS 'The unit that proposes.';
COMMENT ON COLUMN conduct.nomination  IS 'The nomination.';
COMMENT ON COLUMN conduct.campaign    IS 'Its campaign.';
COMMENT ON COLUMN conduct.bar         IS 'The fact.';
COMMENT ON COLUMN conduct.applies     IS 'Whether it is so.';
COMMENT ON COLUMN conduct.evidence    IS 'By what it can be seen.';
COMMENT ON COLUMN conduct.attested_at IS 'When it was attested.';

-- To change what belongs to a nomination is to change the nomination: the rules that hold for one hold for the other, and a reader
-- with an older snapshot is asked to begin again.
CREATE FUNCTION nomination_touch() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- The dossier first, and then what is in it, as whoever submits it does: they wait for each other instead of for good.
    PERFORM FROM nomination n JOIN dossier d USING (unit, campaign)
    WHERE (n.unit, n.id) = (coalesce(NEW.unit, OLD.unit), coalesce(NEW.nomination, OLD.nomination)) FOR KEY SHARE OF d;
    -- What was said of a disqualified nomination goes with the letter that said it, when a returned dossier gets another.
    UPDATE nomination n SET changed_at = clock_timestamp()
    WHERE (n.unit, n.id) = (coalesce(NEW.unit, OLD.unit), coalesce(NEW.nomination, OLD.nomination))
      AND (TG_OP <> 'DELETE' OR n.state <> 'disqualified');
    RETURN coalesce(NEW, OLD);
END $$;
COMMENT ON FUNCTION nomination_touch IS 'Changes the nomination to which a row belongs, so that the nomination''s own rules judge.';

CREATE FUNCTION part_of_nomination(relation regclass, personal text[] DEFAULT '{}') RETURNS void
    LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    name text := (SELECT relname FROM pg_class WHERE oid = relation);
BEGIN
    PERFORM protect(relation), audit_follow(relation, 'unit', personal), share(relation, 'thidua_administrator');
    EXECUTE format('CREATE TRIGGER %I BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION nomination_touch()',
                   name || '_changes_its_nomination', relation);
    EXECUTE format('CREATE POLICY clerk_reads_its_units ON %s FOR SELECT TO thidua_clerk '
                   'USING ((SELECT own_unit_set())[unit] IS NOT NULL AND unit = (SELECT own_unit()))', relation);
    EXECUTE format('CREATE POLICY council_reads_what_was_submitted ON %s FOR SELECT TO thidua_council '
                   'USING (EXISTS (SELECT FROM nomination n WHERE (n.unit, n.id) = (%I.unit, %I.nomination)))', relation, name, name);
    EXECUTE format('GRANT SELECT ON %s TO thidua_clerk, thidua_council', relation);
END $$;
COMMENT ON FUNCTION part_of_nomination IS 'Opens a table of a nomination''s parts to whom the nomination is shown. Functions alone write there.';
SELECT part_of_nomination('attestation', '{evidence}'), part_of_nomination('completion', '{evidence}'),
       part_of_nomination('conduct', '{applies,evidence}');

-- Somebody else is attested anew.
CREATE FUNCTION nomination_clear() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (OLD.unit, OLD.subject, OLD.collective, OLD.staff_no) IS NOT DISTINCT FROM (NEW.unit, NEW.subject, NEW.collective, NEW.staff_no) THEN
        RETURN NULL;
    END IF;
    DELETE FROM attestation a WHERE (a.unit, a.nomination) = (NEW.unit, NEW.id);
    DELETE FROM completion c WHERE (c.unit, c.nomination) = (NEW.unit, NEW.id);
    DELETE FROM conduct c WHERE (c.unit, c.nomination) = (NEW.unit, NEW.id);
    DELETE FROM declaration d WHERE (d.unit, d.nomination) = (NEW.unit, NEW.id);
    DELETE FROM selection_vote v WHERE (v.unit, v.nomination) = (NEW.unit, NEW.id);
    DELETE FROM document d WHERE (d.unit, d.nomination) = (NEW.unit, NEW.id);  -- and its certification with it
    RETURN NULL;
END $$;
COMMENT ON FUNCTION nomination_clear IS 'Takes away what was attested of the one who was nominated before.';
CREATE TRIGGER nomination_of_another_begins_anew AFTER UPDATE OF unit, subject, collective, staff_no ON nomination
    FOR EACH ROW EXECUTE FUNCTION nomination_clear();

CREATE FUNCTION nomination_attest(nomination bigint, criterion text, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO attestation AS a (unit, nomination, campaign, criterion, evidence)
    SELECT n.unit, n.id, n.campaign, c.code, tidy_prose(nomination_attest.evidence)
    FROM nomination n JOIN criterion c USING (campaign, subject)
    WHERE n.id = nomination_attest.nomination AND may_write_for(n.unit) AND c.code = lower(tidy(nomination_attest.criterion))
    ON CONFLICT ON CONSTRAINT attestation_is_given_once DO UPDATE SET evidence = excluded.evidence, attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_attest IS 'Attests that a nominee meets a criterion; false where the nomination or the criterion is not the login''s to name.';

CREATE FUNCTION directive_find(campaign text, number text) RETURNS text
    LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT d.number::text FROM directive d
    WHERE d.campaign = directive_find.campaign AND read_code(directive_find.number) IN (d.number, split_part(d.number, '/', 1))
    ORDER BY d.number <> read_code(directive_find.number) LIMIT 1;
$$;
COMMENT ON FUNCTION directive_find IS 'A directive as people call it: by its number, or by what stands before the stroke.';

CREATE FUNCTION nomination_complete(nomination bigint, directive text, completed_on date, is_of_quality boolean, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM nomination n JOIN directive d ON (d.campaign, d.number) = (n.campaign, directive_find(n.campaign, nomination_complete.directive))
        WHERE n.id = nomination_complete.nomination AND may_write_for(n.unit) AND nomination_complete.completed_on < d.issued_on
    ) THEN
        RAISE EXCEPTION 'the directive was not issued yet'
            USING ERRCODE = 'check_violation', TABLE = 'completion', CONSTRAINT = 'completion_follows_the_directive';
    END IF;
    INSERT INTO completion AS c (unit, nomination, campaign, directive, completed_on, is_of_quality, evidence)
    SELECT n.unit, n.id, n.campaign, d.number, nomination_complete.completed_on, nomination_complete.is_of_quality,
           tidy_prose(nomination_complete.evidence)
    FROM nomination n JOIN directive d ON (d.campaign, d.number) = (n.campaign, directive_find(n.campaign, nomination_complete.directive))
    WHERE n.id = nomination_complete.nomination AND may_write_for(n.unit)
    ON CONFLICT ON CONSTRAINT completion_is_stated_once DO UPDATE
        SET completed_on = excluded.completed_on, is_of_quality = excluded.is_of_quality, evidence = excluded.evidence,
            attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_complete IS 'States when a nominee completed a directive; false as for nomination_attest().';

CREATE FUNCTION nomination_state_conduct(nomination bigint, bar text, applies boolean, evidence text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO conduct AS c (unit, nomination, campaign, bar, applies, evidence)
    SELECT n.unit, n.id, n.campaign, b.code, nomination_state_conduct.applies, tidy_prose(nomination_state_conduct.evidence)
    FROM nomination n JOIN bar b USING (campaign, subject)
    WHERE n.id = nomination_state_conduct.nomination AND may_write_for(n.unit)
      AND b.code = coalesce(lower(tidy(nomination_state_conduct.bar)), b.code)
    ON CONFLICT ON CONSTRAINT conduct_is_stated_once DO UPDATE
        SET applies = excluded.applies, evidence = excluded.evidence, attested_at = excluded.attested_at;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_state_conduct IS 'States of a fact that bars nominees whether it is one, or of all of them where none is named; false as for nomination_attest().';

CREATE FUNCTION nomination_disqualify(nomination bigint, bar text, reason text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM nomination n WHERE n.id = nomination_disqualify.nomination AND n.state = 'disqualified') THEN
        RAISE EXCEPTION 'it is disqualified already'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'nomination', CONSTRAINT = 'nomination_step_is_known';
    END IF;
    -- Off the list first, where it is on it: its place there is free again.
    DELETE FROM endorsement e USING nomination n
    WHERE n.id = nomination_disqualify.nomination AND (e.unit, e.nomination) = (n.unit, n.id) AND n.state = 'endorsed';
    UPDATE nomination n
    SET state = 'disqualified', bar = lower(tidy(nomination_disqualify.bar)), reason = tidy_prose(nomination_disqualify.reason)
    WHERE n.id = nomination_disqualify.nomination;
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION nomination_disqualify IS 'Takes a submitted nomination out for a fact that has arisen since (N5); false where there is none of that number.';

CREATE FUNCTION directive_set_due(campaign text, number text, due_on date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE directive d SET due_on = directive_set_due.due_on
    WHERE (d.campaign, d.number) = (directive_set_due.campaign, directive_find(directive_set_due.campaign, directive_set_due.number));
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION directive_set_due IS 'Sets until when completing a directive is on time; null takes it away. False where there is no such directive.';

-- What files of attestations call their columns.
INSERT INTO sheet_header (form, alias, field)
SELECT DISTINCT 'attestation', replace(fold(header), ' ', ''), field
FROM (VALUES
    ('item',     ARRAY['item', 'Mục', 'Mã mục', 'Tiêu chuẩn', 'Văn bản', 'Nội dung', 'Criterion', 'Directive']),
    ('date',     ARRAY['date', 'Ngày', 'Ngày hoàn thành', 'Completed on']),
    ('quality',  ARRAY['quality', 'Chất lượng', 'Bảo đảm chất lượng', 'Chất lượng dữ liệu']),
    ('applies',  ARRAY['applies', 'Thuộc trường hợp', 'Thuộc trường hợp này', 'Có thuộc trường hợp này', 'Is so']),
    ('evidence', ARRAY['evidence', 'Minh chứng', 'Tài liệu minh chứng', 'Căn cứ', 'Bằng chứng'])
) AS given (field, headers) CROSS JOIN unnest(headers) AS header;

-- OFFSET has each row looked up by its whole key, whatever the planner thinks of tables whose rows it may not count.
CREATE VIEW checklist WITH (security_invoker = true) AS
SELECT n.unit, n.id AS nomination, n.campaign, 'criterion' AS kind, c.code AS item, c.clause, c.words AS words, c.words_en, a.evidence,
       NULL::date AS completed_on, NULL::boolean AS is_on_time, NULL::boolean AS is_of_quality, NULL::boolean AS applies,
       a.evidence IS NOT NULL AS is_met, 1 AS rank
FROM nomination n JOIN criterion c ON (c.campaign, c.subject) = (n.campaign, n.subject)
LEFT JOIN LATERAL (SELECT a.evidence FROM attestation a WHERE (a.unit, a.nomination, a.criterion) = (n.unit, n.id, c.code) OFFSET 0) a ON true
UNION ALL
SELECT n.unit, n.id, n.campaign, 'directive', d.number, d.clause, d.number, d.number, c.evidence,
       c.completed_on, c.completed_on <= d.due_on, c.is_of_quality, NULL, c.evidence IS NOT NULL, 2
FROM nomination n JOIN directive d ON d.campaign = n.campaign
LEFT JOIN LATERAL (
    SELECT c.completed_on, c.is_of_quality, c.evidence FROM completion c WHERE (c.unit, c.nomination, c.directive) = (n.unit, n.id, d.number) OFFSET 0) c ON true
UNION ALL
SELECT n.unit, n.id, n.campaign, 'bar', b.code, b.clause, b.name_vi, b.name_en, c.evidence, NULL, NULL, NULL, c.applies,
       c.applies IS NOT DISTINCT FROM false, 3
FROM nomination n JOIN bar b ON (b.campaign, b.subject) = (n.campaign, n.subject)
LEFT JOIN LATERAL (SELECT c.applies, c.evidence FROM conduct c WHERE (c.unit, c.nomination, c.bar) = (n.unit, n.id, b.code) OFFSET 0) c ON true;
COMMENT ON VIEW checklist IS 'All that must be attested of each nomination, and what is: criteria, directives, and that no fact bars the nominee.';

CREATE OR REPLACE FUNCTION campaign_copy(original text, code text, deadline timestamptz) RETURNS SETOF campaign
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    INSERT INTO campaign (code, title, plan_date, circular_number, circular_date, deadline, pool)
    SELECT campaign_copy.code, c.title, c.plan_date, c.circular_number, c.circular_date, campaign_copy.deadline, c.pool
    FROM campaign c WHERE c.code = original;

    INSERT INTO quota_rule (campaign, rule, clause, award, subject, holder_kind, measure, pooled)
    SELECT campaign_copy.code, r.rule, r.clause, r.award, r.subject, r.holder_kind, r.measure, r.pooled
    FROM quota_rule r WHERE r.campaign = original;

    INSERT INTO quota_bracket (campaign, rule, bracket, allowed)
    SELECT campaign_copy.code, b.rule, b.bracket, b.allowed
    FROM quota_bracket b WHERE b.campaign = original;

    INSERT INTO criterion (campaign, code, subject, clause, words, words_en)
    SELECT campaign_copy.code, c.code, c.subject, c.clause, c.words, c.words_en FROM criterion c WHERE c.campaign = original;

    INSERT INTO directive (campaign, number, issued_on, due_on, clause)
    SELECT campaign_copy.code, d.number, d.issued_on, d.due_on, d.clause FROM directive d WHERE d.campaign = original;

    INSERT INTO bar (campaign, code, subject, clause, name_vi, name_en)
    SELECT campaign_copy.code, b.code, b.subject, b.clause, b.name_vi, b.name_en FROM bar b WHERE b.campaign = original;

    SELECT quota_apply();

    SELECT c.* FROM campaign c WHERE c.code = campaign_copy.code;
$$;

GRANT EXECUTE ON FUNCTION nomination_attest, nomination_complete, nomination_state_conduct TO thidua_clerk, thidua_administrator;
GRANT EXECUTE ON FUNCTION directive_find TO thidua_user;
GRANT EXECUTE ON FUNCTION nomination_disqualify, directive_set_due TO thidua_administrator;
GRANT SELECT ON checklist TO thidua_user;
