-- The units of the house are shown whole to its clerks: bureaus share its quotas.

SELECT share('unit', 'thidua_department'), share('unit_alias', 'thidua_administrator');

SELECT show('unit', unit => 'house', own => 'own_house()');

SELECT audit_follow('unit_alias', 'unit');

-- Which staffing table entered a unit, or changed it last, is in the trail with the table: its file's hash, what it says of each house, and each
-- time that it was applied; the rows behind that are kept. So the trail has a row for a unit only where something else changes it. To have
-- one for each of a million units of one house took hours: each waits for the one before it.
SELECT audit_follow('unit', 'house', event => 'UPDATE', condition => 'NEW.staffing_table IS NOT DISTINCT FROM OLD.staffing_table'),
       audit_follow('unit', 'house', event => 'INSERT', condition => 'NEW.staffing_table IS NULL', change => 'entry'),
       audit_follow('unit', 'house', event => 'DELETE', change => 'removal');
