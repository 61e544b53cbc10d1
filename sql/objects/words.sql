-- What is not secret: the rules, and the names of things.

SELECT share(relation, 'thidua_user')
FROM unnest(ARRAY['migration', 'access_role', 'unit_kind', 'unit_kind_alias', 'award', 'subject', 'stage', 'nomination_state', 'step',
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

GRANT SELECT ON word TO thidua_user;
