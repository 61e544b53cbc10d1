-- What is in force, and what quotas are calculated from.

CREATE VIEW staffing_in_force WITH (security_invoker = true) AS
SELECT r.* FROM staffing_current c JOIN staffing_row r USING (staffing_table, house);
COMMENT ON VIEW staffing_in_force IS 'The rows now in force: for every house, those of the table that was applied to it last.';

CREATE VIEW house_staff WITH (security_invoker = true) AS
SELECT house, h.civil_servants, h.area_offices FROM staffing_current c JOIN staffing_house h USING (staffing_table, house);
COMMENT ON VIEW house_staff IS 'What quotas are calculated from: a house''s civil servants, including those of its units, and its area offices.';

SELECT share(relation, 'thidua_department') FROM unnest(ARRAY['staffing_house', 'staffing_row', 'staffing_current']::regclass[]) AS relation;
SELECT share(relation, 'thidua_administrator') FROM unnest(ARRAY['staffing_table', 'staffing_application']::regclass[]) AS relation;

SELECT show(relation, unit => 'house', own => 'own_house()')
FROM unnest(ARRAY['staffing_house', 'staffing_row', 'staffing_current', 'staffing_in_force', 'house_staff']::regclass[]) AS relation;

SELECT audit_follow('staffing_house', 'house'), audit_follow('staffing_current', 'house'), audit_follow('staffing_application', 'house');

-- The trail has only the totals of what is stored; later changes are recorded row by row.
SELECT audit_follow('staffing_row', 'house', event => 'UPDATE OR DELETE');

GRANT SELECT ON staffing_in_force, house_staff TO thidua_department;
