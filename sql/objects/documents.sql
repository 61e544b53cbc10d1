-- The documents of a dossier (D1), and what they say: who certified (D3), what is declared (D2), the votes (D5).

CREATE FUNCTION document_changes_what_it_is_part_of() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    changed document := coalesce(NEW, OLD);
BEGIN
    IF changed.nomination IS NOT NULL THEN
        UPDATE nomination n SET changed_at = clock_timestamp() WHERE (n.unit, n.id) = (changed.unit, changed.nomination);
        RETURN changed;
    END IF;
    PERFORM dossier_refuse_if_closed(changed.unit, changed.campaign);
    UPDATE dossier d SET changed_at = clock_timestamp() WHERE (d.unit, d.campaign) = (changed.unit, changed.campaign);
    RETURN changed;
END $$;
COMMENT ON FUNCTION document_changes_what_it_is_part_of IS 'Changes the nomination or the dossier of a document, so that their own rules apply.';

-- At commit: until then, the same bytes may be attached again.
CREATE FUNCTION document_drop_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM file f
    WHERE (f.unit, f.sha256) = (OLD.unit, OLD.sha256)
      AND NOT EXISTS (SELECT FROM document d WHERE (d.unit, d.sha256) = (f.unit, f.sha256))
      AND NOT EXISTS (SELECT FROM submitted_file s WHERE (s.unit, s.sha256) = (f.unit, f.sha256));
    RETURN NULL;
END $$;
COMMENT ON FUNCTION document_drop_file IS 'Deletes a file that no document refers to any more, and that was never submitted.';

CREATE CONSTRAINT TRIGGER document_drops_its_file AFTER DELETE OR UPDATE OF sha256 ON document DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION document_drop_file();

CREATE TRIGGER document_is_attached_in_time BEFORE INSERT OR UPDATE OR DELETE ON document
    FOR EACH ROW EXECUTE FUNCTION document_changes_what_it_is_part_of();

CREATE FUNCTION dossier_attach(
    unit text, campaign text, kind text, nomination bigint, content bytea, file_name text, number text, dated date, signer text
) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    attached bigint;
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN NULL;
    END IF;
    PERFORM dossier_begin(unit, campaign);
    PERFORM dossier_refuse_if_closed(unit, campaign);
    -- One at a time, so that the second transaction finds the first one's document and replaces it.
    PERFORM FROM dossier d WHERE (d.unit, d.campaign) = (dossier_attach.unit, dossier_attach.campaign) FOR NO KEY UPDATE;
    IF nomination IS NOT NULL AND NOT EXISTS (
        SELECT FROM nomination n WHERE (n.unit, n.id, n.campaign) = (dossier_attach.unit, dossier_attach.nomination, dossier_attach.campaign)
    ) THEN
        RAISE EXCEPTION 'the nomination is not in this dossier'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'document', CONSTRAINT = 'document_is_of_a_nomination';
    END IF;
    INSERT INTO file (unit, content) VALUES (dossier_attach.unit, dossier_attach.content)
    ON CONFLICT ON CONSTRAINT file_is_kept_once DO NOTHING;
    -- A new document: what the previous one declared, counted or certified has to be entered again.
    DELETE FROM document d
    WHERE (d.unit, d.campaign, d.kind) = (dossier_attach.unit, dossier_attach.campaign, dossier_attach.kind)
      AND d.nomination IS NOT DISTINCT FROM dossier_attach.nomination;
    INSERT INTO document (unit, campaign, kind, nomination, sha256, file_name, number, dated, signer)
    VALUES (dossier_attach.unit, dossier_attach.campaign, dossier_attach.kind, dossier_attach.nomination, sha256(dossier_attach.content),
            tidy(dossier_attach.file_name), tidy(dossier_attach.number), dossier_attach.dated, tidy(dossier_attach.signer))
    RETURNING id INTO attached;
    IF (SELECT sum(f.size) FROM document d JOIN file f USING (unit, sha256) WHERE (d.unit, d.campaign) = (dossier_attach.unit, dossier_attach.campaign)) > 640 * 1024 * 1024 THEN
        RAISE EXCEPTION 'the dossier is too large'
            USING ERRCODE = 'check_violation', TABLE = 'document', CONSTRAINT = 'dossier_is_of_moderate_size';
    END IF;
    RETURN attached;
END $$;
COMMENT ON FUNCTION dossier_attach IS 'Attaches a document, replacing the previous one of its kind, and returns its number; null if the login may not write for the unit.';

CREATE FUNCTION dossier_certify(unit text, document bigint, agency text, name text, staff_no text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN false;
    END IF;
    -- Nothing about another house's units is revealed, not even whether they exist.
    IF agency IS NOT NULL AND NOT EXISTS (
        SELECT FROM unit u JOIN unit o ON o.code = dossier_certify.unit
        WHERE u.code = read_code(dossier_certify.agency) AND (u.house = o.house OR u.kind = 'headquarters')
    ) THEN
        RAISE EXCEPTION 'the unit belongs to another house'
            USING ERRCODE = 'foreign_key_violation', TABLE = 'certification', CONSTRAINT = 'certification_agency_is_of_the_house';
    END IF;
    INSERT INTO certification (unit, nomination, document, subject, role, nominee, agency, name, staff_no)
    SELECT n.unit, n.id, d.id, n.subject, r.code, coalesce(n.collective, n.staff_no),
           -- For a person, the unit given, or else their own; for a collective its parent, whatever is given. The headquarters manages provinces.
           CASE n.subject WHEN 'individual' THEN coalesce(read_code(dossier_certify.agency), n.workplace)
                          ELSE coalesce(u.parent, (SELECT h.code FROM unit h WHERE h.kind = 'headquarters')) END,
           tidy(dossier_certify.name), read_code(dossier_certify.staff_no)
    FROM document d JOIN nomination n ON (n.unit, n.id) = (d.unit, d.nomination)
    JOIN certifier_role r ON r.subject = n.subject
    LEFT JOIN unit u ON u.code = n.collective
    WHERE (d.unit, d.id) = (dossier_certify.unit, dossier_certify.document) AND d.kind = 'achievement_report';
    RETURN FOUND;
END $$;
COMMENT ON FUNCTION dossier_certify IS 'Records who certified an achievement report; false if there is no such report.';

CREATE FUNCTION dossier_declare(unit text, document bigint, nominations bigint[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    declared bigint;
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN 0;
    END IF;
    INSERT INTO declaration (unit, nomination, document)
    SELECT n.unit, n.id, d.id
    FROM document d JOIN nomination n ON (n.unit, n.campaign) = (d.unit, d.campaign)
    WHERE (d.unit, d.id) = (dossier_declare.unit, dossier_declare.document) AND d.kind = 'proposal_letter'
      AND CASE WHEN nominations IS NULL THEN n.is_open ELSE n.id = ANY (nominations) END
    ORDER BY n.id;
    GET DIAGNOSTICS declared = ROW_COUNT;
    RETURN declared;
END $$;
COMMENT ON FUNCTION dossier_declare IS 'Records for which nominations a proposal letter makes the declaration that D2 requires: all open ones of the dossier if none is named. Returns their number.';

CREATE FUNCTION dossier_record_votes(unit text, document bigint, nominations bigint[], votes_for integer[], votes_total integer[]) RETURNS bigint
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    counted bigint;
BEGIN
    IF NOT may_write_for(unit) THEN
        RETURN 0;
    END IF;
    INSERT INTO selection_vote (unit, nomination, document, votes_for, votes_total)
    SELECT n.unit, n.id, d.id, v.votes_for, v.votes_total
    FROM document d JOIN nomination n ON (n.unit, n.campaign) = (d.unit, d.campaign)
    JOIN unnest(nominations, dossier_record_votes.votes_for, dossier_record_votes.votes_total) AS v (nomination, votes_for, votes_total) ON v.nomination = n.id
    WHERE (d.unit, d.id) = (dossier_record_votes.unit, dossier_record_votes.document) AND d.kind = 'selection_minutes'
    ORDER BY n.id;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
END $$;
COMMENT ON FUNCTION dossier_record_votes IS 'Records the votes that selection minutes report; returns the number of nominations.';

SELECT share(relation, 'thidua_administrator') FROM unnest(ARRAY['document', 'file']::regclass[]) AS relation;

CREATE VIEW document_status WITH (security_invoker = true) AS
SELECT d.unit, d.campaign, d.id, d.kind, d.nomination, d.file_name, f.type, f.size, d.sha256, d.number, d.dated, d.signer, d.attached_at,
       c.role AS certifier_role, c.name AS certifier,
       (SELECT count(*) FROM declaration x WHERE (x.unit, x.document) = (d.unit, d.id))
           + (SELECT count(*) FROM selection_vote x WHERE (x.unit, x.document) = (d.unit, d.id)) AS covered
FROM document d JOIN file f USING (unit, sha256)
LEFT JOIN certification c ON (c.unit, c.document) = (d.unit, d.id);
COMMENT ON VIEW document_status IS 'The documents of dossiers: their files, who certified them, and how many nominations they cover.';

-- What is in an open dossier is not before the council; nor is a file that was replaced.
CREATE VIEW document_considered WITH (security_invoker = true) AS
SELECT d.unit, d.campaign, d.id FROM document d JOIN dossier o USING (unit, campaign)
WHERE NOT o.is_open AND (d.nomination IS NULL OR (d.unit, d.nomination) IN (SELECT c.unit, c.id FROM nomination_considered c));
COMMENT ON VIEW document_considered IS 'Documents that are before the council.';

CREATE FUNCTION document_content(unit text, campaign text, kind text, nomination bigint) RETURNS bytea
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    is_own boolean := may_write_for(unit);
BEGIN
    IF NOT is_own AND NOT pg_has_role(session_user, 'thidua_council', 'USAGE') THEN
        RETURN NULL;
    END IF;
    RETURN (
        SELECT f.content FROM document d JOIN file f USING (unit, sha256)
        WHERE (d.unit, d.campaign, d.kind) = (document_content.unit, document_content.campaign, document_content.kind)
          AND d.nomination IS NOT DISTINCT FROM document_content.nomination
          AND (is_own OR (d.unit, d.id) IN (SELECT c.unit, c.id FROM document_considered c)));
END $$;
COMMENT ON FUNCTION document_content IS 'The bytes of a document; null if there is none, or the login may not read it.';

SELECT show('document', campaign => 'campaign', number => 'nomination'),
       show('document_status', campaign => 'campaign', number => 'nomination',
            council => '(r.unit, r.id) IN (SELECT c.unit, c.id FROM document_considered c)');

SELECT audit_follow('document', 'unit', personal, is_part => true) FROM nomination_part WHERE relation = 'document';

SELECT audit_follow('file', 'unit', hashed => '{content}');

GRANT SELECT ON document_status TO thidua_administrator;
GRANT EXECUTE ON FUNCTION media_type, document_content TO thidua_user;
GRANT EXECUTE ON FUNCTION dossier_attach, dossier_certify, dossier_declare, dossier_record_votes TO thidua_clerk, thidua_administrator;
