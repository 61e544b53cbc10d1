-- What is not secret: the rules, and the names of things.

SELECT share(relation, 'thidua_user')
FROM unnest(ARRAY['migration', 'access_role', 'unit_kind', 'unit_kind_alias', 'award', 'award_alias', 'subject', 'stage', 'nomination_state', 'step',
                  'staffing_mode', 'dossier_state', 'document_kind', 'certifier_role', 'sheet_header', 'campaign', 'quota_rule', 'quota_bracket',
                  'criterion', 'directive', 'bar']::regclass[]) AS relation;

CREATE VIEW word WITH (security_invoker = true) AS
SELECT code, name_vi, name_en FROM unit_kind
UNION ALL SELECT code, name_vi, name_en FROM award
UNION ALL SELECT code, name_vi, name_en FROM subject
UNION ALL SELECT code, name_vi, name_en FROM stage
UNION ALL SELECT code, name_vi, name_en FROM nomination_state
UNION ALL SELECT code, name_vi, name_en FROM access_role
UNION ALL SELECT code, name_vi, name_en FROM staffing_mode
UNION ALL SELECT code, name_vi, name_en FROM document_kind
UNION ALL SELECT code, name_vi, name_en FROM certifier_role
UNION ALL SELECT code, name_vi, name_en FROM dossier_state WHERE code NOT IN (SELECT code FROM nomination_state)
-- A unit's dossier before anything is entered for it: there is no row yet.
UNION ALL SELECT 'none', 'Chưa lập hồ sơ', 'No dossier yet';
COMMENT ON VIEW word IS 'The names for every code that users see.';

CREATE VIEW award_name WITH (security_invoker = true) AS
SELECT a.code AS award, n.name::text, fold(n.name) AS key FROM award a CROSS JOIN LATERAL (VALUES (a.code), (a.name_vi), (a.name_en)) AS n (name)
UNION
SELECT l.award, l.alias, l.alias FROM award_alias l;
COMMENT ON VIEW award_name IS 'What an award is called, and the key by which a name is matched.';

CREATE FUNCTION read_award(name text) RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT min(n.award) FROM award_name n WHERE n.key = fold(unnumbered(read_award.name)) HAVING count(DISTINCT n.award) = 1;
$$;
COMMENT ON FUNCTION read_award IS 'The award that a name means, as people write it; null if none, or more than one.';

GRANT SELECT ON word, award_name TO thidua_user;
GRANT EXECUTE ON FUNCTION read_award TO thidua_user;
